/** What stands behind a mark: its address, where its words come from, and the words in their context. */
import type { Actor, Certainty, Evidence, Polarity, Voice, WordUses } from '$lib/analysis/audit-schema';

/** What is looked at of an actor: the tone aimed at it in one voice, or its part in the clauses. */
export type ActorAspect = Voice | 'roles';
/** The places where one document names an actor. */
export type ActorPlaces = NonNullable<Actor['documents'][number]['places']>;

/** What a mark on a page counts or rests on; small enough to live in a URL. */
export type EvidenceTarget =
  | {
      readonly kind: 'metric';
      readonly metric: string;
      readonly document: string | null;
      readonly voice: Voice | null;
    }
  /** A claim by its key, which lasts; links made before may hold the id it had in one result. */
  | { readonly kind: 'claim'; readonly claim: string }
  | { readonly kind: 'overlap'; readonly a: string; readonly b: string }
  /** Claims that exactly these documents make. */
  | { readonly kind: 'set'; readonly documents: readonly string[] }
  | { readonly kind: 'stance'; readonly claim: string; readonly document: string | null }
  | { readonly kind: 'term'; readonly term: string; readonly document: string }
  | {
      readonly kind: 'actor';
      readonly actor: string;
      readonly document: string;
      /** Without it, every mention. */
      readonly aspect?: ActorAspect;
    }
  /** The words that set a document’s vocabulary apart from the others’; null for every document. */
  | { readonly kind: 'vocabulary'; readonly document: string | null }
  /** The words whose tone was measured in one stretch of a document. */
  | {
      readonly kind: 'tone';
      readonly document: string;
      readonly start: number;
      readonly end: number;
      readonly voice: Voice | null;
    }
  /** What a document lets one speaker say; null for every document that does. */
  | { readonly kind: 'speaker'; readonly speaker: string; readonly document: string | null };

/**
 * Where evidence and texts come from: fetched for a bundled collection, from memory for a reader's own texts.
 * Both reject with an `Error` whose message can be shown to the reader.
 */
export interface EvidenceSource {
  /** Every span one metric counted in one document. */
  metric(document: string, metric: string): Promise<readonly Evidence[]>;
  /** Every place where one document names an actor, in text order; null where the result keeps none. */
  places(document: string, actor: string): Promise<ActorPlaces | null>;
  /** The uses that were counted of the words that set a document apart. */
  uses(document: string): Promise<readonly WordUses[]>;
  /** The raw text of a document, exactly as it was submitted. */
  text(document: string): Promise<string>;
  /** Where its sentences stand; a source that cannot say has none. */
  sentences?(document: string): Promise<readonly { readonly start: number; readonly end: number }[]>;
}

/** Words in their context: `before + quote + after` is a stretch of the raw text. */
export interface Passage {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  readonly voice: Voice | null;
  readonly holder: string | null;
  readonly certainty: Certainty | null;
  readonly polarity: Polarity | null;
  readonly rule: string | null;
  readonly note: string | null;
}

/** The passages of one source. */
export interface PassageGroup {
  readonly document: string;
  /** What to know before reading them; also what is said when there are none. */
  readonly remark: string | null;
  readonly passages: readonly Passage[];
  /** True where the passages are examples of what a number is made of, and not what was counted. */
  readonly examples?: boolean;
}

/** The passages of some sources, and how to come by those of the others. */
export interface GroupedPassages {
  readonly groups: readonly PassageGroup[];
  /** Sources nobody has looked up yet; absent when these are all. */
  readonly later?: {
    readonly sources: number;
    /** Looks the next of them up; rejects as the evidence's source does, and may be asked again. */
    next(): Promise<GroupedPassages>;
  };
}

/** All that the evidence panel shows. */
export interface EvidenceSheet extends GroupedPassages {
  readonly title: string;
  readonly lede: string | null;
  /** Key of the claim it is about, which has a page of its own. */
  readonly claim?: string;
  /** Id of the contested claim it is about, which has a row of its own. */
  readonly contested?: string;
}

/** A target as one string: parts are percent-encoded and joined by `:`. */
export function encodeTarget(target: EvidenceTarget): string {
  const parts = ((): (string | null)[] => {
    switch (target.kind) {
      case 'metric':
        return [target.metric, target.document, target.voice];
      case 'claim':
        return [target.claim];
      case 'overlap':
        return [target.a, target.b];
      case 'set':
        return [...target.documents];
      case 'stance':
        return [target.claim, target.document];
      case 'term':
        return [target.term, target.document];
      case 'actor':
        return [target.actor, target.document, target.aspect ?? null];
      case 'vocabulary':
        return [target.document];
      case 'tone':
        return [target.document, `${target.start}-${target.end}`, target.voice];
      case 'speaker':
        return [target.speaker, target.document];
    }
  })();
  return [target.kind, ...parts.map((part) => encodeURIComponent(part ?? ''))]
    .join(':')
    .replace(/:{1,3}$/, '');
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function voiceOf(text: string | null): Voice | null {
  return text === 'author' || text === 'attributed' ? text : null;
}

function toneOf(document: string, span: string | null, voice: string | null): EvidenceTarget | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/u.exec(span ?? '') ?? [];
  if (start === undefined || end === undefined) return null;
  return { kind: 'tone', document, start: Number(start), end: Number(end), voice: voiceOf(voice) };
}

/** Reads what `encodeTarget` wrote; null for anything else. */
export function decodeTarget(text: string): EvidenceTarget | null {
  const [kind, ...rest] = text.split(':');
  const [first = null, second = null, third = null] = rest.map(decoded);
  if (kind === 'vocabulary') return { kind, document: first || null };
  if (!first) return null;
  switch (kind) {
    case 'metric':
      return {
        kind,
        metric: first,
        document: second || null,
        voice: voiceOf(third)
      };
    case 'tone':
      return toneOf(first, second, third);
    case 'speaker':
      return { kind, speaker: first, document: second || null };
    case 'claim':
      return { kind, claim: first };
    case 'overlap':
      return second ? { kind, a: first, b: second } : null;
    case 'set':
      return { kind, documents: rest.flatMap((part) => decoded(part) || []) };
    case 'stance':
      return { kind, claim: first, document: second || null };
    case 'term':
      return second ? { kind, term: first, document: second } : null;
    case 'actor': {
      const aspect = third === 'roles' ? third : voiceOf(third);
      return second ? { kind, actor: first, document: second, ...(aspect && { aspect }) } : null;
    }
    default:
      return null;
  }
}

/** Furthest a context reaches to either side of a quote, in UTF-16 units. */
export const CONTEXT_REACH = 220;
const SENTENCE_END = /[.?!](?=["”’)]?$)/u;
const FULL_STOP = /[.?!]["”’)]?(?=\s|$)/gu;
const INITIAL = /(?:^|[^\p{L}\p{N}])\p{Lu}$/u;
const TITLE = /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Dr|St|Prof)$/u;
const GOES_ON = /^["”’)]?\s+\p{Ll}/u;

/** False for the full stop of an initial ("U.S.", "J. Smith"), of a title, and of one before a small letter. */
function endsSentence(text: string, at: number): boolean {
  if (text[at] !== '.') return true;
  if (INITIAL.test(text.slice(Math.max(0, at - 2), at))) return false;
  return !TITLE.test(text.slice(Math.max(0, at - 5), at)) && !GOES_ON.test(text.slice(at + 1, at + 5));
}

/** True between the two halves of an astral character, where a text must not be cut. */
function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/**
 * The words around a span: back and on to the end of the sentence or line, at most `CONTEXT_REACH` either side.
 * Cut at a word's end, with no ellipsis: the drawing adds that where `before` does not start the line.
 */
export function contextOf(
  text: string,
  span: { readonly start: number; readonly end: number }
): { before: string; after: string } {
  let from = Math.max(0, span.start - CONTEXT_REACH);
  if (splitsPair(text, from)) from += 1;
  let before = text.slice(from, span.start);
  const opening = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  if (opening >= 0) before = before.slice(opening + 1);
  const lineStart = span.start - before.length;
  const lastStop = [...before.matchAll(/[.?!] /gu)].findLast(({ index }) =>
    endsSentence(text, lineStart + index)
  );
  if (lastStop) before = before.slice(lastStop.index + 2);
  else if (opening < 0 && from > 0) before = before.slice(before.search(/\s/u) + 1);

  let to = Math.min(text.length, span.end + CONTEXT_REACH);
  if (splitsPair(text, to)) to -= 1;
  let after = text.slice(span.end, to);
  const line = after.search(/[\r\n]/u);
  if (line >= 0) after = after.slice(0, line);
  const tail = Math.max(span.start, span.end - 3);
  const own = SENTENCE_END.exec(text.slice(tail, span.end));
  const stop = [...after.matchAll(FULL_STOP)].find(({ index }) => endsSentence(text, span.end + index));
  if (own && endsSentence(text, tail + own.index)) after = '';
  else if (stop) after = after.slice(0, stop.index + stop[0].length);
  else if (line < 0 && to < text.length) after = after.slice(0, Math.max(0, after.search(/\s\S*$/u)));
  return { before, after };
}
