import type { PartOfSpeech, Token } from './document';
import type { WordType } from './word-type';

/** A word type at a place in a text. */
class TypedToken implements Token {
  constructor(
    readonly start: number,
    readonly end: number,
    readonly type: WordType
  ) {}

  get text(): string {
    return this.type.text;
  }
  get normal(): string {
    return this.type.normal;
  }
  get lemma(): string {
    return this.type.lemma;
  }
  get pos(): PartOfSpeech {
    return this.type.pos;
  }
  get word(): boolean {
    return this.type.word;
  }
}

/** A token of a type that stands at `start` and ends before `end`. */
export function tokenOf(start: number, end: number, type: WordType): Token {
  return new TypedToken(start, end, type);
}
