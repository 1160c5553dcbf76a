/** The words that set sources apart, as pages show them. */
import type { Audit, Keyness, WordDivergence } from '$lib/analysis/audit-schema';

/** A distinctive word, `shown` as the text writes it. */
export interface KeynessSlice extends Omit<Keyness, 'interval' | 'z' | 'p' | 'logRatio' | 'gSquared'> {
  readonly shown: string;
  /** 95 % interval of the log-odds. */
  readonly interval: readonly [number, number] | null;
}

/** How far apart two vocabularies are; the words behind it for a document against all others only. */
export interface WordDivergenceSlice extends Omit<WordDivergence, 'contributions'> {
  readonly contributions: readonly (WordDivergence['contributions'][number] & { readonly shown: string })[];
}

/** Distinctive words kept for each document. */
const KEYNESS_PER_DOCUMENT = 12;
/** Of more documents than `MANY`, fewer words each. */
const MANY = 50;
const KEYNESS_OF_MANY = 4;

const WORD = /[\p{L}\p{N}]+/gu;
const CAPITAL = /^\p{Lu}/u;

/** Word lists hold lower case: words the texts always write with a capital are names, and shown as they stand. */
export function namesIn(texts: Iterable<string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const common = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.matchAll(WORD)) {
      const key = word.toLowerCase();
      if (!CAPITAL.test(word)) common.add(key);
      else if (!names.has(key)) names.set(key, word);
    }
  }
  for (const key of common) names.delete(key);
  return names;
}

/** The most distinctive words of each document, significant ones only, strongest first. */
export function keynessSlice(audit: Audit, names: ReadonlyMap<string, string>): KeynessSlice[] {
  const kept = audit.documents.length > MANY ? KEYNESS_OF_MANY : KEYNESS_PER_DOCUMENT;
  const byDocument = new Map<string, Keyness[]>();
  for (const item of audit.comparison.keyness) {
    if (!item.significant || item.logOdds <= 0) continue;
    const items = byDocument.get(item.document);
    if (items) items.push(item);
    else byDocument.set(item.document, [item]);
  }
  return audit.documents.flatMap((document) =>
    (byDocument.get(document.id) ?? [])
      .sort((a, b) => b.z - a.z || (a.term < b.term ? -1 : 1))
      .slice(0, kept)
      .map(({ z: _z, p: _p, logRatio: _ratio, gSquared: _likelihood, ...item }) => ({
        ...item,
        shown: names.get(item.term) ?? item.term,
        interval: item.interval ?? null
      }))
  );
}

/** Words kept for each row, those that weigh most. */
const CONTRIBUTIONS = 8;
/** With more documents than this the pairs are too many to read, and stay in the exported result. */
const MOST_WITH_PAIRS = 12;

/** How far apart the vocabularies are: each document against all others, and the pairs of a few documents. */
export function wordDivergenceSlice(audit: Audit, names: ReadonlyMap<string, string>): WordDivergenceSlice[] {
  const pairs = audit.documents.length <= MOST_WITH_PAIRS;
  const rows = audit.comparison.wordDivergence.filter(({ b }) => pairs || b === null);
  const furthest = new Set(
    [...rows].sort((x, y) => y.effect - x.effect).slice(0, audit.documents.length > MANY ? MANY : rows.length)
  );
  return rows.map(({ contributions, ...row }, index) => ({
    ...row,
    contributions:
      row.b === null && furthest.has(rows[index]!)
        ? contributions
            .slice(0, CONTRIBUTIONS)
            .map((word) => ({ ...word, shown: names.get(word.term) ?? word.term }))
        : []
  }));
}
