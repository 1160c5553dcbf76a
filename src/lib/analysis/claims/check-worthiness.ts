/**
 * How far a stretch of words states a fact that somebody may want to check: a logistic regression over words,
 * pairs of words and signs of form (length, numbers, tense, person, modality). The weights are data and carry
 * their source; `src/cli/fit` makes them. The terms of the sum can be read one by one.
 */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Document, Token, TokenRange } from '$lib/text/document';
import { SIGNS } from './check-worthiness-signs';
import { Stretch, type Weights } from './check-worthiness-stretch';
import { ANY_NAME, NO_LEMMA, TermReader } from './check-worthiness-terms';
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

/** The model, ready to score; words are numbers. The knowledge's own is made once; see `checkWorthiness`. */
export class CheckWorthyModel {
  private readonly reader: TermReader;
  private readonly weights: Weights;
  private readonly anyName: number;
  /** The sentence asked about last, and what is asked about for itself. */
  private readonly sentence: Stretch;
  private readonly aside: Stretch;

  constructor(lists: CheckWorthyLists) {
    const numbers = new Map<string, number>();
    const numberOf = (word: string): number => {
      const number = numbers.get(word) ?? numbers.size + 1;
      numbers.set(word, number);
      return number;
    };
    // The commonest words first, so that what is looked at most lies together.
    for (const word of lists.rarity.keys()) numberOf(word);
    const pairs = new PairTable(lists.pairs, numberOf);
    const gaps = new PairTable(lists.gaps, numberOf);
    for (const word of lists.words.keys()) numberOf(word);
    this.anyName = numberOf(ANY_NAME);
    const words = new Float64Array(2 * (numbers.size + 1));
    for (const [word, number] of numbers) {
      words[2 * number] = lists.words.get(word) ?? 0;
      words[2 * number + 1] = lists.rarity.get(word) ?? 1;
    }
    words[2 * UNLISTED + 1] = 1;
    const signs = Float64Array.from(SIGNS, (sign) => lists.signs.get(sign) ?? 0);
    this.weights = { words, pairs, gaps, signs, constant: lists.signs.get('start') ?? 0 };
    const listed = (word: string): number => numbers.get(word) ?? UNLISTED;
    this.reader = new TermReader(listed);
    this.sentence = new Stretch(listed, this.weights);
    this.aside = new Stretch(listed, this.weights);
  }

  /** Log-odds that a range is worth checking; null where it holds no word. */
  logOdds(tokens: readonly Token[], range: TokenRange): number | null {
    this.sentence.read(tokens, range);
    return this.sentence.logOdds();
  }

  /** `logOdds` of a part of a sentence, where most is known when the sentence was asked about right before. */
  logOddsOfPart(tokens: readonly Token[], sentence: TokenRange, part: TokenRange): number | null {
    this.sentence.read(tokens, sentence);
    const found = this.sentence.logOddsOf(part);
    if (found !== undefined) return found;
    this.aside.read(tokens, part);
    return this.aside.logOdds();
  }

  /** The words of a range that raise its score most, names aside, the strongest first, as they stand. */
  strongest(tokens: readonly Token[], range: TokenRange, most: number): string[] {
    const { reader, anyName } = this;
    const { words } = this.weights;
    reader.scan(tokens, range);
    const { terms, lemmas, tokenAt, size } = reader;
    const texts: string[] = [];
    const found: number[] = [];
    for (let k = 0; k < size; k++) {
      const term = terms[k]!;
      const lemma = lemmas[k]!;
      if (lemma === NO_LEMMA || term === anyName) continue;
      const weight = (words[2 * term]! || words[2 * lemma]!) * words[2 * term + 1]!;
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

  /** Log-odds of a part of a sentence; null where it holds no word. */
  ofPart(sentence: number, part: TokenRange): number | null {
    const { tokens, sentences } = this.document;
    return this.model.logOddsOfPart(tokens, sentences[sentence]!, part);
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
