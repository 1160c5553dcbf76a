import type { Knowledge } from '$lib/lexicons/knowledge';
import type { WordVectors } from '$lib/lexicons/word-vectors';
import type { Token, TokenRange } from '$lib/text/document';
import { readActorNames } from '../compare/actor-names';
import type { Reading } from '../reading';
import { hashedSet, tripleCodes } from './hashed-set';
import { readDeeds } from './pair-deeds';
import type { PairSide, PairWord, WordClass } from './pair-word';
import { readTerms, type Terms } from './terms';
import { axesOf } from './vector-axes';
import { CLAIMS } from './weights';

/** A run of tokens of a text. */
export interface Stretch extends TokenRange {
  readonly reading: Reading;
  /** Actors it speaks of without naming them, such as the one a pronoun stands for: `@nato`. */
  readonly alsoActors?: readonly string[];
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
const NO_DIRECTION = new Int8Array(0);
/** Length of a direction, so that its parts fit a byte. */
export const LENGTH = 127;

function classOf({ pos, normal }: Token, key: string): WordClass {
  if (key[0] === '#') return 'number';
  if (DAYS.has(normal)) return 'day';
  if (pos === 'PROPN') return 'name';
  if (pos === 'VERB') return 'verb';
  return pos === 'NOUN' ? 'noun' : 'other';
}

/** A word's own place, and that of the more frequent of its form and its base form. */
function ranksOf(vectors: WordVectors, { normal, lemma }: Token): { own: number; least: number } {
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

const UNITS = 'one two three four five six seven eight nine'.split(' ');

/** "Fifty-seven" is one number: tens and units joined by a hyphen. */
function joinedNumber(terms: Terms, tokens: readonly Token[], at: number, end: number): string {
  const tens = terms.plain[at]!;
  if (at + 2 >= end || tokens[at + 1]!.text !== '-' || !/^#[2-9]0$/.test(tens)) return '';
  const units = UNITS.indexOf(tokens[at + 2]!.normal) + 1;
  return units > 0 ? `#${Number(tens.slice(1)) + units}` : '';
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
    if (name.once) continue;
    for (let i = name.firstToken; i < name.tokenEnd; i++) found.set(i, `@${name.actor}`);
  }
  return found;
}

/** Words kept before the memory starts afresh: enough for any collection, bounded for hostile text. */
const MEMORY = 50_000;

/** Words as they were read, so that the many sides of a collection share them. */
type Words = (token: Token, key: string, actor: string) => PairWord;

function rememberWords(terms: Terms, vectors: WordVectors | null): Words {
  let memory = new Map<string, PairWord>();
  return (token, key, actor) => {
    const kind = classOf(token, key);
    const name = `${key} ${token.text} ${token.lemma} ${kind} ${actor}`;
    const known = memory.get(name);
    if (known) return known;
    const { own, least } = vectors ? ranksOf(vectors, token) : { own: -1, least: -1 };
    const word: PairWord = {
      key,
      text: token.text,
      kind,
      weight: vectors ? weightOf(least) : terms.words.isLight(key) ? CLAIMS.light : 1,
      concept: terms.words.conceptOf(key),
      actor,
      rank: own,
      value: key[0] === '#' ? Number.parseFloat(key.slice(1)) : Number.NaN,
      triples: tripleCodes([key])
    };
    if (memory.size >= MEMORY) memory = new Map();
    memory.set(name, word);
    return word;
  };
}

const remembered = new WeakMap<Knowledge, Words>();

function wordsOf(knowledge: Knowledge, terms: Terms): Words {
  let words = remembered.get(knowledge);
  if (!words) remembered.set(knowledge, (words = rememberWords(terms, knowledge.vectors ?? null)));
  return words;
}

/** The direction of the vectors of all words, frequent ones weighing little; see `PairSide`. */
function directionOf(
  tokens: readonly Token[],
  { firstToken, tokenEnd }: TokenRange,
  vectors: WordVectors
): Int8Array {
  const sum = new Float32Array(vectors.dimensions);
  let all = 0;
  for (let i = firstToken; i < tokenEnd; i++) {
    if (tokens[i]!.pos === 'PUNCT') continue;
    const rank = ranksOf(vectors, tokens[i]!).own;
    if (rank < 0) continue;
    // By Zipf's law the n-th word is about a tenth of an n-th of running text.
    const weight = SMOOTHING / (SMOOTHING + 0.1 / (rank + 1));
    vectors.addTo(sum, rank, weight);
    all += weight;
  }
  axesOf(vectors).takeOut(sum, all);
  let squares = 0;
  for (const value of sum) squares += value * value;
  const scale = squares > 0 ? LENGTH / Math.sqrt(squares) : 0;
  return Int8Array.from(sum, (value) => Math.round(value * scale));
}

/** Reads one stretch for comparison. Linear in its length. */
export function readPairSide(stretch: Stretch, knowledge: Knowledge): PairSide {
  const { reading, firstToken, tokenEnd } = stretch;
  const terms = readTerms(reading, knowledge);
  const vectors = knowledge.vectors ?? null;
  const read = wordsOf(knowledge, terms);
  const { tokens } = reading.document;
  const actorAt = namedActors(stretch, knowledge);
  const actors = new Set(stretch.alsoActors);
  const poles = new Set<string>();
  const words = new Map<string, PairWord>();
  const forms: string[] = [];
  const pairs: string[] = [];
  let negated = false;
  let joinedUntil = firstToken;
  for (let i = firstToken; i < tokenEnd; i++) {
    const token = tokens[i]!;
    const actor = actorAt.get(i) ?? '';
    if (actor !== '') actors.add(actor);
    if (token.pos === 'PUNCT') continue;
    if (forms.length > 0) pairs.push(`${forms[forms.length - 1]!} ${token.normal}`);
    forms.push(token.normal);
    if (NEGATIONS.has(token.normal)) negated = true;
    if (i < joinedUntil) continue;
    const joined = joinedNumber(terms, tokens, i, tokenEnd);
    if (joined !== '') joinedUntil = i + 3;
    const key = joined || terms.plain[i]!;
    if (key === '' || words.has(key) || words.size >= MOST_WORDS) continue;
    for (const pole of terms.words.polesOf(key)) poles.add(pole);
    words.set(key, read(token, key, actor));
  }
  return {
    words: [...words.values()],
    actors: [...actors],
    forms: hashedSet(forms),
    formPairs: hashedSet(pairs),
    letters: tripleCodes(new Set(forms)),
    wordCount: forms.length,
    negated,
    poles: [...poles],
    deeds: readDeeds(stretch, terms, knowledge, (i, key) => read(tokens[i]!, key, actorAt.get(i) ?? '')),
    direction: vectors ? directionOf(tokens, stretch, vectors) : NO_DIRECTION,
    vectors
  };
}
