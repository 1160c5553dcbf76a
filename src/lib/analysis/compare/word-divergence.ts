import type { WordDivergence } from '../audit-schema';
import { randomStream } from '../statistics/random-stream';
import { falseDiscovery } from '../statistics/quantiles';
import { NORMAL_95 } from '../statistics/quantiles';
import type { ContentWords, Vocabulary } from './content-words';
import { contribution, divergenceFromRest, poolOf, Share, type Pool } from './jensen-shannon';
import { divergenceError } from './word-error';
import {
  chanceAtLeast,
  chanceOf,
  describeChance,
  shufflerOf,
  shufflesFor,
  type Shuffler
} from './word-chance';

/** Up to so many documents every pair is compared; above, each with all others only. */
export const MOST_FOR_PAIRS = 50;
/** A document with fewer content words is left out: its vocabulary has hardly begun. */
export const LEAST_WORDS = 20;
/** Words shown for a document against all others, and for a pair. */
const TOP = 10;
const TOP_OF_PAIR = 5;
/** One side of .05: what passes lies above the 95 % band of chance. */
const FALSE_DISCOVERY_RATE = 0.025;

/** A document to compare, with what its random numbers depend on. */
export interface WordSource {
  readonly id: string;
  /** Fingerprint of its text. */
  readonly mark: number;
}

/** The words that the divergence is made of (Gallagher et al. 2021), those that add most first. */
function contributionsOf(
  share: Share,
  pool: Pool,
  vocabulary: Vocabulary,
  jsd: number,
  most: number
): WordDivergence['contributions'] {
  if (jsd === 0) return [];
  const rest = pool.total - share.total;
  const rows: { term: number; part: number }[] = [];
  for (let i = 0; i < share.used; i++) {
    const term = share.touched[i]!;
    const count = share.counts[term]!;
    rows.push({ term, part: contribution(count, share.total, pool.counts[term]! - count, rest) });
  }
  // Of the words that only the rest has, its most frequent ones add most.
  for (let i = 0, left = most; left > 0 && i < pool.byCount.length; i++) {
    const term = pool.byCount[i]!;
    if (share.counts[term]! > 0) continue;
    rows.push({ term, part: contribution(0, share.total, pool.counts[term]!, rest) });
    left--;
  }
  const name = (term: number): string => vocabulary.terms[term]!;
  rows.sort((x, y) => y.part - x.part || (name(x.term) < name(y.term) ? -1 : 1));
  return rows.slice(0, most).map(({ term, part }) => {
    const a = share.counts[term]!;
    const b = pool.counts[term]! - a;
    return { term: name(term), share: part / jsd, a, b, more: a / share.total > b / rest ? 'a' : 'b' };
  });
}

interface Sides {
  readonly a: string;
  readonly b: string | null;
  readonly own: ContentWords;
  /** Null: too many to go through for each document. */
  readonly others: readonly ContentWords[] | null;
  readonly shuffler: Shuffler;
  readonly key: string;
  readonly shuffles: number;
  readonly top: number;
}

type Row = Omit<WordDivergence, 'beyondChance'>;

function compare({ a, b, own, others, shuffler, key, shuffles, top }: Sides, vocabulary: Vocabulary): Row {
  const { pool } = shuffler;
  const words = own.terms.length;
  // Seen from either side the divergence is the same, and the shorter side costs less to draw.
  const drawn = Math.min(words, pool.total - words);
  const chance = chanceOf(shuffler, drawn, shuffles, randomStream(key));
  const { share } = shuffler;
  share.clear();
  share.add(own.terms, 0, words);
  const jsd = divergenceFromRest(share, pool);
  const described = describeChance(chance);
  const room = 1 - described.median;
  const effect = room > 0 ? (jsd - described.median) / room : 0;
  const reach = room > 0 ? (NORMAL_95 * divergenceError(share, pool, own, others)) / room : 0;
  const within = (value: number): number => Math.min(1, Math.max(0, value));
  return {
    a,
    b,
    jsd,
    words: [words, pool.total - words],
    chance: described,
    p: chanceAtLeast(chance, jsd),
    effect: within(effect),
    interval: [within(effect - reach), within(effect + reach)],
    contributions: contributionsOf(share, pool, vocabulary, jsd, top)
  };
}

function marked(rows: readonly Row[]): WordDivergence[] {
  const passed = falseDiscovery(
    rows.map(({ p }) => p),
    FALSE_DISCOVERY_RATE
  );
  return rows.map((row, index) => ({ ...row, beyondChance: passed[index]! }));
}

/**
 * How far the vocabularies of the documents diverge: each from all others together, then, from three documents
 * up to fifty, each pair.
 *
 * Jensen-Shannon divergence of content lemmas in bits, both sides weighing the same, with the words it is made
 * of. It comes out above 0 for any two short texts; beside it stands what chance gives when sentences are drawn
 * from both sides together until as many words are drawn as the document has (seeded; 199 times, fewer in large
 * collections). `beyondChance` is after Benjamini-Hochberg at .025 (one side of .05), over all documents and over all pairs. The
 * interval of the effect is a closed form over sentences and covers variation within the documents only.
 * A document with fewer than 20 content words is left out, of the others together too.
 */
export function compareVocabularies(
  sources: readonly WordSource[],
  vocabulary: Vocabulary,
  seed: number
): WordDivergence[] {
  const size = vocabulary.terms.length;
  const rich = sources
    .map(({ id, mark }, index) => ({ id, mark, words: vocabulary.documents[index]! }))
    .filter(({ words }) => words.terms.length >= LEAST_WORDS);
  if (rich.length < 2) return [];
  const all = poolOf(
    rich.map(({ words }) => words),
    size
  );
  const shuffler = shufflerOf(all);
  const shuffles = shufflesFor(all.total);
  const toRest = rich.map(({ id, words, mark }) =>
    compare(
      {
        a: id,
        b: null,
        own: words,
        others: rich.length > MOST_FOR_PAIRS ? null : all.parts.filter((part) => part !== words),
        shuffler,
        key: `${seed}:words:${mark}`,
        shuffles,
        top: TOP
      },
      vocabulary
    )
  );
  if (rich.length === 2 || rich.length > MOST_FOR_PAIRS) return marked(toRest);

  const shufflesOfPair = shufflesFor((all.total * (rich.length - 1)) / 2);
  const pairs = rich.flatMap((first, index) =>
    rich.slice(index + 1).map((second) => {
      const between = shufflerOf(poolOf([first.words, second.words], size));
      return compare(
        {
          a: first.id,
          b: second.id,
          own: first.words,
          others: [second.words],
          shuffler: between,
          key: `${seed}:words:${first.mark}:${second.mark}`,
          shuffles: shufflesOfPair,
          top: TOP_OF_PAIR
        },
        vocabulary
      );
    })
  );
  return [...marked(toRest), ...marked(pairs)];
}
