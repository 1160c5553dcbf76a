/** What bytes are: told by the bytes themselves first, by the name only between kinds of text. */
import { countControls } from './control-characters';
import { importError } from './import-error';

export type FileKind = 'text' | 'markdown' | 'html' | 'pdf' | 'docx' | 'csv' | 'jsonl' | 'json';

export const MEDIA_TYPES: Readonly<Record<FileKind, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
  jsonl: 'application/jsonl',
  json: 'application/json'
};

const BY_EXTENSION: Readonly<Record<string, FileKind>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  csv: 'csv',
  tsv: 'csv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'json'
};
const BY_MEDIA_TYPE: Readonly<Record<string, FileKind>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'markdown',
  'text/csv': 'csv',
  'text/tab-separated-values': 'csv',
  'application/jsonl': 'jsonl',
  'application/x-ndjson': 'jsonl',
  'application/json': 'json'
};

/** Formats that are known and not read, by their first bytes, with what to do instead. */
const FOREIGN: readonly (readonly [signature: string, what: string])[] = [
  [
    '\xd0\xcf\x11\xe0',
    'is an old Word file (.doc) or one locked with a password: save it as .docx without a password'
  ],
  ['{\\rtf', 'is an RTF file: save it as .docx or .txt'],
  ['\x89PNG', 'is a picture: text in pictures is not read'],
  ['\xff\xd8\xff', 'is a picture: text in pictures is not read'],
  ['GIF8', 'is a picture: text in pictures is not read'],
  ['II*\0', 'is a picture: text in pictures is not read'],
  ['\x1f\x8b', 'is packed with gzip: unpack it first, or use ZIP'],
  ['BZh', 'is packed with bzip2: unpack it first, or use ZIP'],
  ['\xfd7zXZ', 'is packed with xz: unpack it first, or use ZIP'],
  ['7z\xbc\xaf', 'is a 7-Zip archive: unpack it first, or use ZIP'],
  ['bplist00', 'is a web archive of Safari: save the page as “Page Source”, or as PDF'],
  ['\xff\xfe\0\0', 'is written in UTF-32: save it as UTF-8'],
  ['\0\0\xfe\xff', 'is written in UTF-32: save it as UTF-8'],
  ['Rar!', 'is a RAR archive: unpack it first, or use ZIP'],
  ['\x7fELF', 'is a program, not a document'],
  ['MZ', 'is a program, not a document'],
  ['OggS', 'is a sound or video file'],
  ['ID3', 'is a sound file'],
  ['%!PS', 'is a PostScript file: save it as PDF'],
  ['SQLite format 3', 'is a database, not a document']
];

/** What is written in letters and is no text to read, by how it begins. */
const FOREIGN_TEXT: readonly (readonly [start: RegExp, what: string])[] = [
  [
    /^(?:From: <Saved by|MIME-Version:|Snapshot-Content-Location:)[\s\S]{0,900}multipart\/related/i,
    'is a page saved as a single file (.mhtml): save it as “Webpage, HTML only”, or as PDF'
  ],
  [
    /^(?:Return-Path|Delivered-To|Received|Message-ID|MIME-Version): [\s\S]{0,900}\nSubject: /i,
    'is an e-mail: paste its text'
  ],
  [
    /^(?:<\?xml[^>]{0,200}>\s{0,50})?<(?:svg|rss|feed|rdf:RDF)[\s>]/i,
    'is a picture or a list of news, not a text'
  ],
  [/^<\?xml[\s>]/i, 'is an XML file: save the page or the text itself']
];

/** How far into a file its marks are looked for; a PDF may have bytes before its own. */
const HEAD = 1_024;

function starts(head: string, signature: string): boolean {
  return head.startsWith(signature);
}

export const extensionOf = (name: string): string =>
  /\.([^./\\]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';

function isMarkup(head: string): boolean {
  return (
    /^[\s\ufeff\xef\xbb\xbf]*(?:<!--[^>]{0,500}-->\s*)?(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(
      head
    ) ||
    (/^[\s\xef\xbb\xbf]*<\?xml/.test(head) && /<html[\s>]/i.test(head))
  );
}

/**
 * Tells what kind of file bytes are.
 *
 * @param name of the file; its extension decides only between kinds of text
 * @param mediaType as the sender calls it, without parameters
 * @throws DomainError for kinds that are not read, saying what to do
 */
export function detectKind(
  bytes: Uint8Array,
  name: string,
  mediaType: string | null = null
): FileKind | 'package' {
  if (bytes.length === 0) throw importError('empty', `${name} is empty: there is nothing to read.`);
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  if (starts(head, 'PK\x03\x04') || starts(head, 'PK\x05\x06')) return 'package';
  if (/^[\s\S]{0,1000}%PDF-\d/.test(head)) return 'pdf';
  const foreign = FOREIGN.find(([signature]) => starts(head, signature));
  // Two letters alone may begin a text as well as a program.
  const certain = foreign && (foreign[0].length > 2 || countControls(head) > 0);
  if (foreign && certain) throw importError('unsupported', `${name} ${foreign[1]}.`);
  if (starts(head.slice(4), 'ftyp')) throw importError('unsupported', `${name} is a video or sound file.`);
  if (starts(head.slice(257), 'ustar'))
    throw importError('unsupported', `${name} is a TAR archive: unpack it first, or use ZIP.`);
  if (starts(head, 'RIFF')) throw importError('unsupported', `${name} is a picture, sound or video file.`);
  const byName = BY_EXTENSION[extensionOf(name)];
  if (byName === 'jsonl' || byName === 'json' || byName === 'csv') return byName;
  if (isMarkup(head)) return 'html';
  const begins = head.replace(/^(?:\xef\xbb\xbf)?\s{0,50}/, '');
  const written = FOREIGN_TEXT.find(([start]) => start.test(begins));
  if (written && byName !== 'text' && byName !== 'markdown')
    throw importError('unsupported', `${name} ${written[1]}.`);
  if (byName !== undefined) return byName;
  const byType = BY_MEDIA_TYPE[mediaType?.split(';')[0]?.trim().toLowerCase() ?? ''];
  if (byType !== undefined) return byType;
  return 'text';
}
