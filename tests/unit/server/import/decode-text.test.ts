import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { declaredEncoding, decodeText, encodingName } from '$lib/server/import/decode-text';

const GERMAN =
  'Die Brücke wurde am Montag eröffnet. „Sie kostete 30 Millionen“, sagte die Bürgermeisterin – später. ';
const RUSSIAN =
  'Мост был открыт в понедельник. Мэр сказал, что он стоил тридцать миллионов фунтов стерлингов. ';
const JAPANESE = '橋は月曜日に開通した。市長によると、費用は三千万ポンドで、工事には四年かかったという。';
const bytes = (text: string, encoding: string, addBOM = false) =>
  new Uint8Array(iconv.encode(text, encoding, { addBOM }));
const codes = (decoded: ReturnType<typeof decodeText>) => decoded.notices.map(({ code }) => code);

describe('is read without being told', () => {
  test.each([
    ['utf-8', GERMAN, false, 'utf-8'],
    ['utf-8', RUSSIAN, true, 'utf-8'],
    ['utf-16le', GERMAN, true, 'utf-16le'],
    ['utf-16be', RUSSIAN, true, 'utf-16be'],
    ['utf-16le', GERMAN, false, 'utf-16le']
  ])('%s', (encoding, text, mark, name) => {
    const decoded = decodeText(bytes(text, encoding, mark));
    expect([decoded.text, decoded.encoding, codes(decoded)]).toEqual([text, name, []]);
  });
});

describe('is guessed, and says so', () => {
  test.each([
    ['windows-1252', GERMAN.repeat(5)],
    ['windows-1251', RUSSIAN.repeat(5)],
    ['shift_jis', JAPANESE.repeat(5)]
  ])('%s', (encoding, text) => {
    const decoded = decodeText(bytes(text, encoding));
    expect([decoded.text, codes(decoded)]).toEqual([text, ['encoding-guessed']]);
  });
});

test('what is declared is believed, latin1 as browsers read it', () => {
  const decoded = decodeText(bytes(GERMAN, 'windows-1252'), [null, 'iso-8859-1']);
  expect([decoded.text, decoded.encoding, codes(decoded)]).toEqual([GERMAN, 'windows-1252', []]);
});

test('a byte order mark is believed before what is declared', () => {
  expect(decodeText(bytes(GERMAN, 'utf-8', true), ['windows-1252']).text).toBe(GERMAN);
});

test('a false claim to be UTF-8 is not believed', () => {
  const decoded = decodeText(bytes(GERMAN.repeat(3), 'windows-1252'), ['utf-8']);
  expect([decoded.text, codes(decoded)]).toEqual([GERMAN.repeat(3), ['encoding-guessed']]);
});

test('characters that are lost are counted', () => {
  const good = bytes('a'.repeat(5_000), 'utf-8');
  const decoded = decodeText(new Uint8Array([...good, 0xff, 0xfe]), ['utf-8']);
  expect(codes(decoded)).toEqual(['characters-replaced']);
  expect(decoded.notices[0]?.message).toContain('2 characters');
});

test.each([
  ['<html><meta charset="windows-1251">', 'windows-1251'],
  ['<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">', 'windows-1252'],
  ['<?xml version="1.0" encoding="koi8-r"?>', 'koi8-r'],
  ['<meta charset=utf-16>', 'utf-8'],
  ['<meta charset=nonsense>', null],
  [`${' '.repeat(5_000)}<meta charset=koi8-r>`, null]
])('%s declares %j', (head, encoding) => {
  expect(declaredEncoding(new TextEncoder().encode(head))).toBe(encoding);
});

test.each([null, '', 'base64', 'hex', 'utf-7', 'binary', '../x'])('%j is no encoding of text', (label) => {
  expect(encodingName(label)).toBeNull();
});
