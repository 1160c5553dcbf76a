import type { WordKeys } from './word-keys';
import { CLUSTERS } from './cluster-weights';
import { officeShown } from './offices';
import { stem } from './stem';
import { isYearKey } from './terms';

/** What a key is a key of. */
export const KIND = {
  word: 0,
  light: 1,
  actor: 2,
  number: 3,
  year: 4,
  counted: 5,
  concept: 6,
  day: 7
} as const;
export type Kind = (typeof KIND)[keyof typeof KIND];

/** Longest form of a key that is shown, in characters. */
const LONGEST_SHOWN = 40;

function kindOf(key: string, words: WordKeys): Kind {
  switch (key[0]) {
    case '@':
      return KIND.actor;
    case '#':
      if (isYearKey(key)) return KIND.year;
      // "#january"
      return /^#[a-z]/.test(key) ? KIND.day : KIND.number;
    case '%':
      return KIND.counted;
    case '=':
      return KIND.concept;
    default:
      return words.isLight(key) ? KIND.light : KIND.word;
  }
}

/**
 * The keys of a collection as small numbers, so that statements are short lists and a comparison is a merge,
 * with how many statements hold each. Memory grows with the vocabulary, not with the texts.
 */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #keys: string[] = [];
  readonly #kinds: Kind[] = [];
  readonly #concepts: number[] = [];
  /** What a named body can be called again by its last word alone: "the agency". */
  readonly #bodies: number[] = [];
  readonly #counts: number[] = [];
  readonly #shown: string[] = [];
  /** Weights, and the number of statements for which they were worked out. */
  readonly #weights: number[] = [];
  readonly #weighedAt: number[] = [];
  #statements = 0;

  constructor(private readonly words: WordKeys) {
    // Number 0 stands for "none".
    this.#put('', KIND.light);
  }

  #put(key: string, kind: Kind): number {
    const id = this.#keys.length;
    this.#ids.set(key, id);
    this.#keys.push(key);
    this.#kinds.push(kind);
    this.#concepts.push(0);
    this.#bodies.push(0);
    this.#counts.push(0);
    this.#shown.push('');
    this.#weights.push(0);
    this.#weighedAt.push(-1);
    return id;
  }

  /** The number of a key, new or known. */
  idOf(key: string): number {
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#put(key, kindOf(key, this.words));
      const concept = this.#kinds[id]! <= KIND.light ? this.words.conceptOf(key) : '';
      if (concept !== '') this.#concepts[id] = this.idOf(concept);
      if (key.startsWith('@name:')) this.#bodies[id] = this.idOf(stem(key.slice(key.lastIndexOf('-') + 1)));
    }
    return id;
  }

  /** Whether any text has a key. */
  has(key: string): boolean {
    return this.#ids.has(key);
  }

  keyOf(id: number): string {
    return this.#keys[id]!;
  }

  /** Notes how a text writes a key; the first time counts. */
  noteShown(id: number, text: string): void {
    if (this.#shown[id] === '') this.#shown[id] = text.slice(0, LONGEST_SHOWN);
  }

  /** A key as a text writes it, or as one could: "president of Ukraine". */
  shownAs(id: number): string {
    return this.#shown[id] || officeShown(this.#keys[id]!) || this.#keys[id]!.replace(/^[@#%=~]/u, '');
  }

  kindOf(id: number): Kind {
    return this.#kinds[id]!;
  }

  /** The concept of a key, 0 for none. */
  conceptOf(id: number): number {
    return this.#concepts[id]!;
  }

  /** The key of the word by which a named body is called again, such as that of "agency"; 0 for all else. */
  bodyOf(id: number): number {
    return this.#bodies[id]!;
  }

  /** Notes that one more statement holds these keys. */
  count(ids: readonly number[]): void {
    this.#statements++;
    for (const id of ids) this.#counts[id]!++;
  }

  /** How much a key tells: the rarer, the more (inverse document frequency over statements). */
  weightOf(id: number): number {
    if (this.#weighedAt[id] !== this.#statements) {
      const weight = Math.log(1 + this.#statements / (this.#counts[id]! + 0.5));
      this.#weights[id] = this.#kinds[id] === KIND.light ? weight * CLUSTERS.light : weight;
      this.#weighedAt[id] = this.#statements;
    }
    return this.#weights[id]!;
  }

  /** What a key weighs that one statement alone holds. */
  weightOfRarest(): number {
    return Math.log(1 + this.#statements / 1.5);
  }
}
