/**
 * How far a stretch of words states a fact that somebody may want to check: a logistic regression over words,
 * pairs of words and signs of form (length, numbers, tense, person, modality). The weights are data and carry
 * their source; `src/cli/fit` makes them. The terms of the sum can be read one by one.
 */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Document, Token, TokenRange } from '$lib/text/document';
import { SIGNS } from './check-worthiness-signs';
import { ANY_NAME, TermReader, type TermSink } from './check-worthiness-terms';
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

/** A word with what the model weighs it by. */
interface Term {
  readonly word: string;
  /** Its number in pairs and gaps; -1 where it is in none. */
  readonly id: number;
  readonly weight: number;
  readonly rarity: number;
}

/** Adds up what the terms weigh. Each kind is divided by its length, as the norm of a vector: long is not much. */
class Tally implements TermSink<Term> {
  private words = 0;
  private wordsSquared = 0;
  private pairs = 0;
  private pairCount = 0;
  private gaps = 0;
  private gapCount = 0;

  constructor(
    private readonly pairTable: PairTable,
    private readonly gapTable: PairTable
  ) {}

  word(term: Term, lemma: Term): void {
    this.words += (term.weight || lemma.weight) * term.rarity;
    this.wordsSquared += term.rarity * term.rarity;
  }
  pair(first: Term, second: Term): void {
    const weight = this.pairTable.weightOf(first.id, second.id);
    if (weight === 0) return;
    this.pairs += weight;
    this.pairCount++;
  }
  gap(first: Term, second: Term): void {
    const weight = this.gapTable.weightOf(first.id, second.id);
    if (weight === 0) return;
    this.gaps += weight;
    this.gapCount++;
  }

  /** What one unit of word weight comes to; 0 where no word was read. */
  get perWord(): number {
    return this.wordsSquared > 0 ? 1 / Math.sqrt(this.wordsSquared) : 0;
  }
  get sum(): number {
    return (
      this.words * this.perWord +
      this.pairs / Math.sqrt(Math.max(1, this.pairCount)) +
      this.gaps / Math.sqrt(Math.max(1, this.gapCount))
    );
  }
}

/** The model, ready to score. The knowledge's own is made once; see `checkWorthiness`. */
export class CheckWorthyModel {
  private readonly reader: TermReader<Term>;
  private readonly pairs: PairTable;
  private readonly gaps: PairTable;
  private readonly signs: Float64Array;
  private readonly constant: number;

  constructor(lists: CheckWorthyLists) {
    const ids = new Map<string, number>();
    const idOf = (word: string): number => {
      const id = ids.get(word) ?? ids.size;
      ids.set(word, id);
      return id;
    };
    this.pairs = new PairTable(lists.pairs, idOf);
    this.gaps = new PairTable(lists.gaps, idOf);
    this.reader = new TermReader((word) => ({
      word,
      id: ids.get(word) ?? -1,
      weight: lists.words.get(word) ?? 0,
      rarity: lists.rarity.get(word) ?? 1
    }));
    this.signs = Float64Array.from(SIGNS, (sign) => lists.signs.get(sign) ?? 0);
    this.constant = lists.signs.get('start') ?? 0;
  }

  /** Log-odds that a range is worth checking; null where it holds no word. */
  logOdds(tokens: readonly Token[], range: TokenRange): number | null {
    const tally = new Tally(this.pairs, this.gaps);
    const present = this.reader.read(tokens, range, tally);
    if (tally.perWord === 0) return null;
    let sum = this.constant + tally.sum;
    const { signs } = this;
    for (let place = 0; place < signs.length; place++) sum += present[place]! * signs[place]!;
    return sum;
  }

  /** The words of a range that raise its score most, names aside, the strongest first, as they stand. */
  strongest(tokens: readonly Token[], range: TokenRange, most: number): string[] {
    const found: { text: string; weight: number }[] = [];
    this.reader.read(tokens, range, {
      word(term, lemma, at) {
        const weight = (term.weight || lemma.weight) * term.rarity;
        if (weight > 0 && term.word !== ANY_NAME) found.push({ text: tokens[at]!.text, weight });
      },
      pair: () => undefined,
      gap: () => undefined
    });
    return found
      .sort((a, b) => b.weight - a.weight)
      .slice(0, most)
      .map(({ text }) => text);
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

/** Log-odds of a document's sentences by model; many statements and segments ask for the same sentence. */
const scored = new WeakMap<CheckWorthyModel, WeakMap<Document, (number | null)[]>>();

/**
 * Log-odds of one sentence of a document, worked out once; null where it holds no word.
 *
 * @throws Error when the weights are missing from `knowledge`
 */
export function sentenceLogOdds(document: Document, sentence: number, knowledge: Knowledge): number | null {
  const model = checkWorthyModel(knowledge);
  let documents = scored.get(model);
  if (!documents) scored.set(model, (documents = new WeakMap()));
  let sentences = documents.get(document);
  if (!sentences) documents.set(document, (sentences = []));
  const known = sentences[sentence];
  if (known !== undefined) return known;
  return (sentences[sentence] = model.logOdds(document.tokens, document.sentences[sentence]!));
}

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
