/**
 * How far a stretch of words states a fact that somebody may want to check: a logistic regression over words,
 * pairs of words and signs of form (length, numbers, tense, person, modality). The weights are data and carry
 * their source; `src/cli/fit` makes them. The terms of the sum can be read one by one.
 */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Document, Token, TokenRange } from '$lib/text/document';
import { SIGNS } from './check-worthiness-signs';
import { ANY_NAME, GAP_FROM, GAP_TO, TermReader } from './check-worthiness-terms';
import { PairTable } from './check-worthiness-pairs';

/** The lists of the model, by what they weigh. Pairs and gaps are two words with a hyphen between them. */
export interface CheckWorthyLists {
  readonly words: ReadonlyMap<string, number>;
  /** How much a common word counts beside a rare one, which counts 1. */
  readonly rarity: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
  readonly gaps: ReadonlyMap<string, number>;
  /** `start` is the constant. */
  readonly signs: ReadonlyMap<string, number>;
}

/** The parts of the model, each a list called `check-worthiness-PART`. */
export const CHECK_WORTHY_PARTS = ['words', 'rarity', 'pairs', 'gaps', 'signs'] as const;

/**
 * From this score on a sentence counts as one that states something checkable: where precision and recall
 * balance best in cross-validation.
 */
export const CHECK_WORTHY = 0.4;

/** Stands for every word that no list holds. */
const UNLISTED = 0;

/**
 * The model, ready to score; words are numbers. The knowledge's own is made once; see `checkWorthiness`. Each
 * kind of sum is divided by its length, as the norm of a vector: long is not much.
 */
export class CheckWorthyModel {
  private readonly reader: TermReader<number>;
  private readonly anyName: number;
  /** By the number of the word. */
  private readonly weights: Float64Array;
  private readonly rarity: Float64Array;
  private readonly pairs: PairTable;
  private readonly gaps: PairTable;
  private readonly signs: Float64Array;
  private readonly constant: number;

  constructor(lists: CheckWorthyLists) {
    const numbers = new Map<string, number>();
    const numberOf = (word: string): number => {
      const number = numbers.get(word) ?? numbers.size + 1;
      numbers.set(word, number);
      return number;
    };
    this.pairs = new PairTable(lists.pairs, numberOf);
    this.gaps = new PairTable(lists.gaps, numberOf);
    for (const list of [lists.words, lists.rarity]) for (const word of list.keys()) numberOf(word);
    this.anyName = numberOf(ANY_NAME);
    this.weights = new Float64Array(numbers.size + 1);
    this.rarity = new Float64Array(numbers.size + 1).fill(1);
    for (const [word, number] of numbers) {
      this.weights[number] = lists.words.get(word) ?? 0;
      this.rarity[number] = lists.rarity.get(word) ?? 1;
    }
    this.reader = new TermReader((word) => numbers.get(word) ?? UNLISTED);
    this.signs = Float64Array.from(SIGNS, (sign) => lists.signs.get(sign) ?? 0);
    this.constant = lists.signs.get('start') ?? 0;
  }

  /** Log-odds that a range is worth checking; null where it holds no word. */
  logOdds(tokens: readonly Token[], range: TokenRange): number | null {
    const { reader, weights, rarity, pairs, gaps } = this;
    reader.scan(tokens, range);
    const { terms, lemmas, size } = reader;
    let wordSum = 0;
    let wordsSquared = 0;
    let pairSum = 0;
    let pairCount = 0;
    let gapSum = 0;
    let gapCount = 0;
    let last = reader.start;
    for (let k = 0; k < size; k++) {
      const term = terms[k]!;
      const lemma = lemmas[k]!;
      const pair = pairs.weightOf(last, term);
      if (pair !== 0) {
        pairSum += pair;
        pairCount++;
      }
      last = term;
      if (lemma === null) continue;
      const rare = rarity[term]!;
      wordSum += (weights[term]! || weights[lemma]!) * rare;
      wordsSquared += rare * rare;
      for (let back = k - GAP_FROM; back >= 0 && back >= k - GAP_TO; back--) {
        const before = lemmas[back]!;
        const gap = before === null ? 0 : gaps.weightOf(before, lemma);
        if (gap === 0) continue;
        gapSum += gap;
        gapCount++;
      }
    }
    if (wordsSquared === 0) return null;
    const pair = pairs.weightOf(last, reader.end);
    if (pair !== 0) {
      pairSum += pair;
      pairCount++;
    }
    const spoken =
      wordSum * (1 / Math.sqrt(wordsSquared)) +
      pairSum / Math.sqrt(Math.max(1, pairCount)) +
      gapSum / Math.sqrt(Math.max(1, gapCount));
    return reader.signs.addTo(this.constant + spoken, this.signs);
  }

  /** The words of a range that raise its score most, names aside, the strongest first, as they stand. */
  strongest(tokens: readonly Token[], range: TokenRange, most: number): string[] {
    const { reader, weights, rarity, anyName } = this;
    reader.scan(tokens, range);
    const { terms, lemmas, tokenAt, size } = reader;
    const texts: string[] = [];
    const found: number[] = [];
    for (let k = 0; k < size; k++) {
      const term = terms[k]!;
      const lemma = lemmas[k]!;
      if (lemma === null || term === anyName) continue;
      const weight = (weights[term]! || weights[lemma]!) * rarity[term]!;
      if (weight <= 0) continue;
      let place = found.length;
      while (place > 0 && weight > found[place - 1]!) place--;
      if (place >= most) continue;
      found.splice(place, 0, weight);
      texts.splice(place, 0, tokens[tokenAt[k]!]!.text);
      if (found.length > most) {
        found.pop();
        texts.pop();
      }
    }
    return texts;
  }
}

const loaded = new WeakMap<Knowledge, CheckWorthyModel>();

/** @throws Error when the weights are missing from `knowledge` */
export function checkWorthyModel(knowledge: Knowledge): CheckWorthyModel {
  const known = loaded.get(knowledge);
  if (known) return known;
  const list = (part: string): ReadonlyMap<string, number> => {
    const weights = knowledge.valences?.[`check-worthiness-${part}`];
    if (!weights) throw new Error(`There is no list of check-worthiness ${part}.`);
    return weights;
  };
  const [words, rarity, pairs, gaps, signs] = CHECK_WORTHY_PARTS.map(list) as [
    ReadonlyMap<string, number>,
    ReadonlyMap<string, number>,
    ReadonlyMap<string, number>,
    ReadonlyMap<string, number>,
    ReadonlyMap<string, number>
  ];
  const model = new CheckWorthyModel({ words, rarity, pairs, gaps, signs });
  loaded.set(knowledge, model);
  return model;
}

/** Log-odds of a document's sentences, each worked out when it is first asked for. */
export class SentenceScores {
  private readonly known: (number | null | undefined)[];

  constructor(
    private readonly document: Document,
    readonly model: CheckWorthyModel
  ) {
    this.known = document.sentences.map(() => undefined);
  }

  /** Log-odds of one sentence; null where it holds no word. */
  of(sentence: number): number | null {
    const known = this.known[sentence];
    if (known !== undefined) return known;
    const { tokens, sentences } = this.document;
    return (this.known[sentence] = this.model.logOdds(tokens, sentences[sentence]!));
  }
}

/** By model: many statements and segments ask for the same sentence. */
const scored = new WeakMap<CheckWorthyModel, WeakMap<Document, SentenceScores>>();

/** @throws Error when the weights are missing from `knowledge` */
export function sentenceScores(document: Document, knowledge: Knowledge): SentenceScores {
  const model = checkWorthyModel(knowledge);
  let documents = scored.get(model);
  if (!documents) scored.set(model, (documents = new WeakMap()));
  let scores = documents.get(document);
  if (!scores) documents.set(document, (scores = new SentenceScores(document, model)));
  return scores;
}

/**
 * Log-odds of one sentence of a document, worked out once; null where it holds no word.
 *
 * @throws Error when the weights are missing from `knowledge`
 */
export const sentenceLogOdds = (document: Document, sentence: number, knowledge: Knowledge): number | null =>
  sentenceScores(document, knowledge).of(sentence);

/** The share that log-odds stand for. */
export const shareOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/**
 * Scores a range of tokens, best a whole sentence.
 *
 * @returns 0 to 1: the share of such sentences that people in the training data (political debates) marked
 * as worth checking; 0 without words. Says nothing about whether the statement is true.
 * @throws Error when the weights are missing from `knowledge`
 */
export function checkWorthiness(tokens: readonly Token[], range: TokenRange, knowledge: Knowledge): number {
  const logOdds = checkWorthyModel(knowledge).logOdds(tokens, range);
  return logOdds === null ? 0 : shareOf(logOdds);
}
