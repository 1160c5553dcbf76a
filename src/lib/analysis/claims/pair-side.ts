import type { Knowledge } from '$lib/lexicons/knowledge';
import type { WordVectors } from '$lib/lexicons/word-vectors';
import type { Token, TokenRange } from '$lib/text/document';
import { readActorNames } from '../compare/actor-names';
import type { Reading } from '../reading';
import { hashedSet, tripleCodes } from './hashed-set';
import { readTerms, type Terms } from './terms';
import { CLAIMS } from './weights';

/** A run of tokens of a text. */
export interface Stretch extends TokenRange {
  readonly reading: Reading;
  /** Actors it speaks of without naming them, such as the one a pronoun stands for: `@nato`. */
  readonly alsoActors?: readonly string[];
}

/** What a word does in a sentence, as far as matching cares. */
export type WordClass = 'name' | 'verb' | 'noun' | 'other' | 'number' | 'day';

/** A word that counts, once per stretch. */
export interface PairWord {
  readonly key: string;
  readonly text: string;
  readonly kind: WordClass;
  /** How much it tells, 0.05 to 1: rare words tell more. */
  readonly weight: number;
  readonly concept: string;
  /** Actor that it names or helps to name; '' for none. */
  readonly actor: string;
  /** Place in the word vectors; -1 for none. */
  readonly rank: number;
  /** Its value when it is a number; NaN otherwise. */
  readonly value: number;
  /** Codes of its letter triples, sorted. */
  readonly triples: Int32Array;
}

/** A stretch of text, read once for comparison with many. */
export interface PairSide {
  readonly words: readonly PairWord[];
  readonly index: ReadonlyMap<string, number>;
  readonly concepts: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
  /** Codes of all words, function words included, of their neighbouring pairs and of their letter triples. */
  readonly forms: Int32Array;
  readonly formPairs: Int32Array;
  readonly letters: Int32Array;
  readonly wordCount: number;
  readonly negated: boolean;
  /** Poles of complementary opposites that it stands on, such as `law-a`. */
  readonly poles: ReadonlySet<string>;
  /** Direction of the words' vectors taken together, of length 1, frequent words weighing little; or zeros. */
  readonly direction: Float64Array;
  readonly vectors: WordVectors | null;
}

const NEGATIONS = new Set(['not', "n't", 'no', 'never', 'without', 'cannot', 'nor', 'none']);
const DAYS = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august ' +
    'september october november december'
  ).split(' ')
);
/** Words compared one by one; what a longer stretch says after them is compared by its letters alone. */
const MOST_WORDS = 60;
/** Words this frequent tell next to nothing; words from the other rank on, and unknown ones, tell most. */
const COMMON_RANK = 50;
const RARE_RANK = 100_000;
const LEAST_WEIGHT = 0.05;
/** Share of running text at which a word's vector counts half (Arora, Liang & Ma's smooth inverse frequency). */
const SMOOTHING = 1e-3;

function classOf({ pos, normal }: Token, key: string): WordClass {
  if (key[0] === '#') return 'number';
  if (DAYS.has(normal)) return 'day';
  if (pos === 'PROPN') return 'name';
  if (pos === 'VERB') return 'verb';
  return pos === 'NOUN' ? 'noun' : 'other';
}

function rankOf(vectors: WordVectors, { normal, lemma }: Token): { own: number; least: number } {
  const [form, base] = [vectors.rankOf(normal), vectors.rankOf(lemma)];
  return {
    own: form >= 0 ? form : base,
    least: form < 0 || base < 0 ? Math.max(form, base) : Math.min(form, base)
  };
}

function weightOf(rank: number): number {
  if (rank < 0) return 1;
  const share = Math.log((2 + rank) / COMMON_RANK) / Math.log(RARE_RANK / COMMON_RANK);
  return Math.min(1, Math.max(LEAST_WEIGHT, share));
}

/** "Fifty-seven" is one number: tens and units joined by a hyphen. */
function joinedNumber(terms: Terms, tokens: readonly Token[], at: number, end: number): string {
  const tens = terms.plain[at]!;
  const units = at + 2 < end && tokens[at + 1]!.text === '-' ? terms.plain[at + 2]! : '';
  return /^#[2-9]0$/.test(tens) && /^#[1-9]$/.test(units)
    ? `#${Number(tens.slice(1)) + Number(units.slice(1))}`
    : '';
}

/** Actors named in a stretch, by token. */
function namedActors({ reading, firstToken, tokenEnd }: Stretch, knowledge: Knowledge): Map<number, string> {
  const { names } = readActorNames(reading, knowledge);
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (names[middle]!.tokenEnd <= firstToken) low = middle + 1;
    else high = middle;
  }
  const found = new Map<number, string>();
  for (; low < names.length && names[low]!.firstToken < tokenEnd; low++) {
    const name = names[low]!;
    for (let i = name.firstToken; i < name.tokenEnd; i++) found.set(i, `@${name.actor}`);
  }
  return found;
}

/** Reads one stretch for comparison. Linear in its length. */
export function readPairSide(stretch: Stretch, knowledge: Knowledge): PairSide {
  const { reading, firstToken, tokenEnd } = stretch;
  const terms = readTerms(reading, knowledge);
  const vectors = knowledge.vectors ?? null;
  const { tokens } = reading.document;
  const actorAt = namedActors(stretch, knowledge);
  const actors = new Set(stretch.alsoActors);
  const words: PairWord[] = [];
  const index = new Map<string, number>();
  const concepts = new Set<string>();
  const forms: string[] = [];
  const pairs: string[] = [];
  const direction = new Float64Array(vectors?.dimensions ?? 0);
  const poles = new Set<string>();
  let negated = false;
  for (let i = firstToken; i < tokenEnd; i++) {
    const token = tokens[i]!;
    const actor = actorAt.get(i) ?? '';
    if (actor !== '') actors.add(actor);
    if (token.pos === 'PUNCT') continue;
    if (forms.length > 0) pairs.push(`${forms[forms.length - 1]!} ${token.normal}`);
    forms.push(token.normal);
    if (NEGATIONS.has(token.normal)) negated = true;
    const rank = vectors ? rankOf(vectors, token) : { own: -1, least: -1 };
    if (vectors && rank.own >= 0) {
      // By Zipf's law the n-th word is about a tenth of an n-th of running text.
      vectors.addTo(direction, rank.own, SMOOTHING / (SMOOTHING + 0.1 / (rank.own + 1)));
    }
    const joined = joinedNumber(terms, tokens, i, tokenEnd);
    const key = joined || terms.plain[i]!;
    if (key === '' || index.has(key) || words.length >= MOST_WORDS) continue;
    if (joined !== '') i += 2;
    const concept = terms.words.conceptOf(key);
    if (concept !== '') concepts.add(concept);
    for (const pole of terms.words.polesOf(key)) poles.add(pole);
    index.set(key, words.length);
    words.push({
      key,
      text: token.text,
      kind: classOf(token, key),
      weight: vectors ? weightOf(rank.least) : terms.words.isLight(key) ? CLAIMS.light : 1,
      concept,
      actor,
      rank: rank.own,
      value: key[0] === '#' ? Number.parseFloat(key.slice(1)) : Number.NaN,
      triples: tripleCodes([key])
    });
  }
  let squares = 0;
  for (const value of direction) squares += value * value;
  if (squares > 0) for (let k = 0; k < direction.length; k++) direction[k]! /= Math.sqrt(squares);
  return {
    words,
    index,
    concepts,
    actors,
    forms: hashedSet(forms),
    formPairs: hashedSet(pairs),
    letters: tripleCodes(new Set(forms)),
    wordCount: forms.length,
    negated,
    poles,
    direction,
    vectors
  };
}
