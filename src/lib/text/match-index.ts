/**
 * What a word type may begin: the candidates of all lists, in rows of numbers that are made when a word is first
 * met. Most types begin nothing, and two bits tell it for nearly all.
 */
import type { Lexicon } from '$lib/lexicons/knowledge';
import { WORD_BITS, type PatternCode } from './match-code';
import { bitOfPos, compileLists, type CompiledLists, type Opening } from './match-compile';
import { wordPerTypeOf, type CodeOf } from './type-codes';
import type { WordType } from './word-type';

/** Stands for a word that no pattern names. */
const UNLISTED = -1;
const STOPS: ReadonlySet<string> = new Set(['.', '!', '?', ';', ':', '…']);

/** Is handed a candidate of a list, and whether the word that it was found by was found by its lemma. */
export type Take = (list: number, candidate: number, byLemma: boolean) => void;

/** A row: how many candidates to be tried wherever the word stands, how many only before a certain second word. */
const HEAD = 2;
/** The first: list, candidate, found by its lemma. The others, in order of the second word: that word before these. */
const ALONE = 3;
const PAIRED = 4;

const columns = {
  row: wordPerTypeOf((index: ListIndex, type) => index.rowOf(type)),
  alone: wordPerTypeOf((index: ListIndex, type) => index.aloneBits(index.row(type))),
  seconds: wordPerTypeOf((index: ListIndex, type) => index.secondBits(index.row(type))),
  own: wordPerTypeOf((index: ListIndex, type) => bitOf(index.form(type)) | bitOf(index.lemma(type))),
  form: wordPerTypeOf((index: ListIndex, { normal }) => index.numberOf(normal)),
  lemma: wordPerTypeOf((index: ListIndex, { lemma }) => index.numberOf(lemma)),
  bits: wordPerTypeOf((_: ListIndex, type) => bitsOf(type))
};

/** One bit for a number: what shares a bit with something else is looked at, and what does not is passed over. */
export function bitOf(number: number): number {
  return number === UNLISTED ? 0 : 1 << (number % 30);
}

function bitsOf({ text, normal, pos, word }: WordType): number {
  const first = normal.charCodeAt(0);
  const number = (first >= 48 && first <= 57) || pos === 'NUM';
  return (
    bitOfPos(pos) |
    (word ? WORD_BITS.word : 0) |
    (number ? WORD_BITS.number : 0) |
    (STOPS.has(text) ? WORD_BITS.stop : 0)
  );
}

/** Word lists made ready for the search. */
export class ListIndex {
  readonly patterns: PatternCode;
  /** The places of the lists, by their ids. */
  readonly places: ReadonlyMap<string, number>;
  /** Of a word type: its row, 0 if it begins nothing; its lists and its second words as bits; its own bits. */
  readonly row: CodeOf;
  readonly alone: CodeOf;
  readonly seconds: CodeOf;
  readonly own: CodeOf;
  /** Numbers of its form and its lemma among the words of the patterns, and its `WORD_BITS`. */
  readonly form: CodeOf;
  readonly lemma: CodeOf;
  readonly bits: CodeOf;
  private readonly compiled: CompiledLists;
  private readonly known = new Map<string, number>();
  private rows = new Int32Array(1 << 12);
  private written = 1;

  constructor(lexicons: readonly Lexicon[]) {
    this.compiled = compileLists(lexicons);
    this.patterns = this.compiled.patterns;
    this.places = new Map(lexicons.map(({ id }, place) => [id, place]));
    this.row = columns.row(this);
    this.alone = columns.alone(this);
    this.seconds = columns.seconds(this);
    this.own = columns.own(this);
    this.form = columns.form(this);
    this.lemma = columns.lemma(this);
    this.bits = columns.bits(this);
  }

  numberOf(word: string): number {
    return this.compiled.words.get(word) ?? UNLISTED;
  }

  /** The candidates that a word may begin whatever follows. */
  takeAlone(row: number, take: Take): void {
    const { rows } = this;
    let at = row + HEAD;
    for (let left = rows[row]!; left > 0; left--, at += ALONE)
      take(rows[at]!, rows[at + 1]!, rows[at + 2] === 1);
  }

  /** The candidates that it may begin before that second word. */
  takePairs(row: number, second: number, take: Take): void {
    const { rows } = this;
    const from = row + HEAD + ALONE * rows[row]!;
    let low = 0;
    let high = rows[row + 1]!;
    const count = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rows[from + PAIRED * middle]! < second) low = middle + 1;
      else high = middle;
    }
    for (let at = from + PAIRED * low; low < count && rows[at] === second; low++, at += PAIRED) {
      take(rows[at + 1]!, rows[at + 2]!, rows[at + 3] === 1);
    }
  }

  aloneBits(row: number): number {
    let bits = 0;
    if (row !== 0) this.takeAlone(row, (list) => (bits |= bitOf(list)));
    return bits;
  }

  secondBits(row: number): number {
    if (row === 0) return 0;
    let bits = 0;
    const from = row + HEAD + ALONE * this.rows[row]!;
    for (let i = 0; i < this.rows[row + 1]!; i++) bits |= bitOf(this.rows[from + PAIRED * i]!);
    return bits;
  }

  /** The row of a type; types that patterns cannot tell apart share one. */
  rowOf(type: WordType): number {
    const { forms, lemmas, numbers } = this.compiled;
    const [form, lemma, bits] = [this.form(type), this.lemma(type), this.bits(type)];
    const byForm = forms.get(form) ?? [];
    const byLemma = lemma === form ? [] : (lemmas.get(lemma) ?? []);
    const byNumber = (bits & WORD_BITS.number) !== 0 ? numbers : [];
    if (byForm.length + byLemma.length + byNumber.length === 0) return 0;
    const key = `${form} ${lemma} ${bits}`;
    let row = this.known.get(key);
    if (row !== undefined) return row;
    const begun = ({ candidate }: Opening): boolean => this.patterns.mayBegin(candidate, form, lemma, bits);
    row = this.write([...byForm, ...byNumber].filter(begun), byLemma.filter(begun));
    this.known.set(key, row);
    return row;
  }

  private write(byForm: readonly Opening[], byLemma: readonly Opening[]): number {
    const alone: number[] = [];
    const pairs: number[][] = [];
    for (const [openings, lemma] of [
      [byForm, 0],
      [byLemma, 1]
    ] as const) {
      for (const { list, candidate, second } of openings) {
        if (second) for (const word of second) pairs.push([word, list, candidate, lemma]);
        else alone.push(list, candidate, lemma);
      }
    }
    if (alone.length + pairs.length === 0) return 0;
    pairs.sort((a, b) => a[0]! - b[0]!);
    const row = [alone.length / ALONE, pairs.length, ...alone, ...pairs.flat()];
    const at = this.written;
    while (this.rows.length < at + row.length) {
      const rows = new Int32Array(2 * this.rows.length);
      rows.set(this.rows);
      this.rows = rows;
    }
    this.rows.set(row, at);
    this.written += row.length;
    return at;
  }
}
