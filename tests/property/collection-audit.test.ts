import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { audit } from '$lib/analysis/audit';
import type { Audit, RequestClaim } from '$lib/analysis/audit-schema';
import { CollectionAudit } from '$lib/analysis/collection-audit';
import { randomStream } from '$lib/analysis/statistics/random-stream';
import { knowledge } from '$lib/lexicons/generated';

const hash = (text: string): string => `${text.length}`;
const FOLDER = fileURLToPath(new URL('../../corpus/russia-nato/documents/', import.meta.url));
const SENTENCES = readdirSync(FOLDER)
  .flatMap((name) => readFileSync(`${FOLDER}${name}`, 'utf8').split(/(?<=[.!?])\s+/))
  .filter((sentence) => sentence.length > 20);

const CLAIMS: RequestClaim[] = [
  { id: 'promise', statement: 'NATO promised not to expand to the east.' },
  { id: 'crimea', statement: 'Russia annexed Crimea.', cues: [['crimea']], denials: [['referendum']] }
];

/** Short texts that say much of the same. */
function textsOf(count: number, seed: number): { id: string; text: string }[] {
  const { below } = randomStream(`texts ${seed}`);
  return Array.from({ length: count }, (_, n) => ({
    id: `d:${n}`,
    text: Array.from({ length: 4 }, () => SENTENCES[below(SENTENCES.length)]!).join(' ')
  }));
}

type Together = Omit<Audit, 'schema' | 'engine'>;

function atOnce(documents: { id: string; text: string }[], claims: RequestClaim[]): Together {
  const sent = documents.map((document) => ({
    ...document,
    title: null,
    publisher: null,
    author: null,
    published: null
  }));
  const {
    documents: audited,
    comparison,
    contested,
    proposals
  } = audit({ documents: sent, claims, seed: 1 }, knowledge, hash);
  return { documents: audited, comparison, contested, proposals };
}

/** Hands documents in by portions, and has them compared after each, now and then without the claims. */
function grown(documents: { id: string; text: string }[], portions: readonly number[]): Together {
  const collection = new CollectionAudit(knowledge, hash, 1);
  const audited: Audit['documents'] = [];
  let at = 0;
  let last: Together | null = null;
  for (const [turn, portion] of portions.entries()) {
    for (const document of documents.slice(at, at + portion))
      audited.push(collection.add(document, turn % 2 === 0 ? CLAIMS : []));
    at += portion;
    last = { documents: [...audited], ...collection.compare(CLAIMS) };
  }
  return last!;
}

describe('a collection that grows', () => {
  it.each([
    ['one by one', 7, [1, 1, 1, 1, 1, 1, 1]],
    ['over the number whose words are counted together', 58, [20, 29, 2, 1, 1, 5]],
    ['over the number whose readings are kept', 207, [90, 109, 1, 1, 6]]
  ])(
    'has the same audit as one that was there at once: %s',
    (_, count, portions) => {
      const documents = textsOf(count, count);
      expect(JSON.stringify(grown(documents, portions))).toBe(JSON.stringify(atOnce(documents, CLAIMS)));
      // Two hundred documents twice, on a machine that may have much else to do.
    },
    240_000
  );

  it('looks for a claim that came with a document in those before it too', () => {
    const documents = textsOf(4, 5);
    const collection = new CollectionAudit(knowledge, hash, 1);
    for (const document of documents.slice(0, 3)) collection.add(document, [CLAIMS[0]!]);
    collection.add(documents[3]!, CLAIMS);
    expect(collection.compare(CLAIMS).contested).toEqual(atOnce(documents, CLAIMS).contested);
  });

  it('hands out what does not change when another document comes', () => {
    const documents = textsOf(4, 3);
    const collection = new CollectionAudit(knowledge, hash, 1);
    for (const document of documents.slice(0, 3)) collection.add(document, CLAIMS);
    const before = collection.compare(CLAIMS);
    const bytes = JSON.stringify(before);
    collection.add(documents[3]!, CLAIMS);
    collection.compare(CLAIMS);
    expect(JSON.stringify(before)).toBe(bytes);
  });
});
