import type { Document, Token } from '$lib/text/document';
import type { Segment } from '../reading';

/** The parts of speech that carry content; the others are the grammar that every text shares. */
const CONTENT = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ']);
const TWO_LETTERS = /\p{L}.*\p{L}/u;
/** Longer strings are addresses and slips, and are looked at no further than this. */
const LONGEST = 40;

/** Whether a token can count as vocabulary by its part of speech. */
function isContent({ word, pos }: Token): boolean {
  return word && CONTENT.has(pos);
}

/** Whether a lemma is a word of at least two letters. */
function isWordy(lemma: string): boolean {
  return TWO_LETTERS.test(lemma.slice(0, LONGEST));
}

/** Stands for a lemma that is no word. */
const NO_TERM = -1;

/** The content lemmas of one document's body, sentence by sentence. */
export interface ContentWords {
  /** Term number of each content word, in text order. */
  readonly terms: Int32Array;
  /** Where each sentence begins in `terms`, and at last where all end. Sentences without content words are left out. */
  readonly starts: Int32Array;
  /** For each content word 1 where it stands in somebody else's words, else 0. Missing where voices were not read. */
  readonly attributed?: Uint8Array;
  /** For each content word where it starts and ends in the raw text, in turn. Missing where voices were not read. */
  readonly spans?: Int32Array;
}

/** A stretch of one voice; stretches come in text order and do not overlap. */
export type Voiced = Pick<Segment, 'firstToken' | 'tokenEnd' | 'voice'>;

/** The content words of several documents, under common term numbers. */
export interface Vocabulary {
  /** Term by number: a lemma. Numbers are given in the order of first use. */
  readonly terms: readonly string[];
  readonly documents: readonly ContentWords[];
}

function wordsOf(
  document: Document,
  segments: readonly Voiced[] | null,
  numberOf: (lemma: string) => number
): ContentWords {
  const terms: number[] = [];
  const starts: number[] = [];
  const attributed: number[] = [];
  const spans: number[] = [];
  let at = 0;
  for (const { firstToken, tokenEnd } of document.sentences) {
    const before = terms.length;
    for (let i = firstToken; i < tokenEnd; i++) {
      const token = document.tokens[i]!;
      if (!isContent(token)) continue;
      const term = numberOf(token.lemma);
      if (term === NO_TERM) continue;
      terms.push(term);
      if (!segments) continue;
      spans.push(token.start, token.end);
      while (at < segments.length && segments[at]!.tokenEnd <= i) at++;
      const segment = segments[at];
      attributed.push(segment && segment.firstToken <= i && segment.voice === 'attributed' ? 1 : 0);
    }
    if (terms.length > before) starts.push(before);
  }
  starts.push(terms.length);
  return {
    terms: Int32Array.from(terms),
    starts: Int32Array.from(starts),
    ...(segments ? { attributed: Uint8Array.from(attributed), spans: Int32Array.from(spans) } : {})
  };
}

/** Reads the content words of documents once, for everything that compares vocabularies; one document after the other. */
export class VocabularyReader implements Vocabulary {
  readonly terms: string[] = [];
  readonly documents: ContentWords[] = [];
  readonly #numbers = new Map<string, number>();

  /** @param segments whose words stand where; without them words are not counted by voice */
  add(document: Document, segments: readonly Voiced[] | null = null): void {
    this.documents.push(wordsOf(document, segments, (lemma) => this.#numberOf(lemma)));
  }

  #numberOf(lemma: string): number {
    let number = this.#numbers.get(lemma);
    if (number === undefined) {
      number = isWordy(lemma) ? this.terms.push(lemma) - 1 : NO_TERM;
      this.#numbers.set(lemma, number);
    }
    return number;
  }
}

/** The content words of documents that are all at hand; see `VocabularyReader`. */
export function readVocabulary(documents: readonly Document[]): Vocabulary {
  const reader = new VocabularyReader();
  for (const document of documents) reader.add(document);
  return reader;
}
