/** What is read from a document once and handed to everything that measures or compares it. */
import type { Match } from '$lib/text/match-patterns';
import type { Document, Span, TokenRange } from '$lib/text/document';
import type { Certainty, Polarity, Voice } from './audit-schema';

/** Whose words a stretch of a sentence is, how sure that holder is, and whether they affirm or deny it. */
export interface Attribution {
  readonly voice: Voice;
  /** As named in the text; null for the author. */
  readonly holder: string | null;
  /** The holder's certainty, not the reporter's. */
  readonly certainty: Certainty;
  /** The holder's polarity toward the content: "NATO denied that …" denies what follows. */
  readonly polarity: Polarity;
  /** Id of the reading rule that decided, such as `voice/reporting-verb`; `voice/author` when none did. */
  readonly rule: string;
}

/** Longest run of one voice and one holder inside a sentence. Segments tile the sentence's tokens. */
export interface Segment extends Span, TokenRange, Attribution {
  /** Index into `Document.sentences`. */
  readonly sentence: number;
  /** Where the holder is named, when that is in the text. */
  readonly holderSpan: Span | null;
  /** The words that make it somebody else's: "argues that", "according to". */
  readonly cueSpan: Span | null;
  /** True when the words stand in quotation marks that report speech (not scare quotes). */
  readonly quoted: boolean;
}

/** A finite clause, or a deverbal noun phrase such as "Russia's annexation of Crimea". */
export interface Statement extends Span, TokenRange, Attribution {
  /** Index into `Document.sentences`. */
  readonly sentence: number;
  /** Index into `Reading.segments`. */
  readonly segment: number;
  /** Probability-like score, 0 to 1, that this states something that could be checked. */
  readonly checkable: number;
}

export interface Reading {
  readonly document: Document;
  readonly segments: readonly Segment[];
  readonly statements: readonly Statement[];
  /** All hits of one word list, in text order, found once per document. */
  hits(list: string): readonly Match[];
  /** The hits that lie wholly inside the range. */
  hitsIn(list: string, range: TokenRange): readonly Match[];
}
