import { expect, test } from 'vitest';
import * as v from 'valibot';
import { audit } from '$lib/analysis/audit';
import { AuditRequestSchema } from '$lib/analysis/audit-schema';
import { knowledge } from '$lib/lexicons/generated';
import { summaryText } from '$lib/server/export/summary';

function summary(texts: readonly string[]): string {
  const request = v.parse(AuditRequestSchema, { documents: texts.map((text, i) => ({ id: `d${i}`, text })) });
  return summaryText(audit(request, knowledge, (text) => `${text.length}`));
}

const plain = [
  'The ferry left Nuuk at noon.',
  'It carried forty passengers and two cars.',
  'The captain checked the engine.',
  'Snow fell on the deck.',
  'A dog slept near the ladder.',
  'The cook made soup for everybody.'
];
const loud = [
  'This outrageous, shameful scandal betrays every honest fisherman of Greenland!',
  'Corrupt ministers obviously lie, cheat and destroy our beautiful coast!',
  'Who could possibly trust such hopeless, brutal, disgusting cowards?',
  'You must certainly resist this vicious and stupid attack!'
];
const quotation = '“We will never sell the harbour to anybody,” mayor Aqqaluk Petersen said.';

test('says what separates documents, and what they merely repeat', () => {
  const text = summary([
    `${[...plain, ...plain].join(' ')} ${quotation}`,
    `${[...loud, ...loud, ...loud].join(' ')} ${quotation}`
  ]);
  expect(text).toMatch(/What separates them.*\n +share +95 % interval +place\n/u);
  expect(text).toMatch(/^[a-z][a-z -]+ +0\.\d\d +\[0\.\d\d, 0\.\d\d\] +\d/mu);
  expect(text).toContain('repetition and no corroboration: 1 quotation');
});

test('says so when nothing does, and nothing of repetition where there is none', () => {
  const text = summary(['The ferry left Nuuk. Snow fell.', 'A dog slept. The cook made soup.']);
  expect(text).toContain('Nothing separates them more than chance would.');
  expect(text).not.toContain('corroboration');
});

test('says which statements clash, and who makes them', () => {
  const text = summary([
    'Police said on Monday that 12 people were killed in the fire at the hotel in Lima.',
    'Police said on Monday that 30 people were killed in the fire at the hotel in Lima.'
  ]);
  expect(text).toMatch(
    /Shared claims: 1, with 1 conflict that cannot both be so as they stand\n {2}figures: .*\n {4}\[1\] d0: "12.*"\n {4}\[2\] d1: "30.*"\n/u
  );
});

test('says that no conflict was found', () => {
  const same = 'Police said on Monday that 12 people were killed in the fire at the hotel in Lima.';
  expect(summary([same, `${same} Snow fell.`])).toContain('with no conflict found');
});
