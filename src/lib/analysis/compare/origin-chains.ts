import type { Span, TokenRange } from '$lib/text/document';
import { readQuantities, type Quantity } from '$lib/text/read-quantities';
import type { ClaimCluster } from '../audit-schema';
import type { Segment } from '../reading';
import { commonKeys, type Origin } from './origin-reader';
import type { QuotingDocument } from './quotation-chains';
import { Unions } from './unions';

/** A stretch of a document that is given to somebody. */
export interface OriginMention extends Span {
  readonly document: number;
  readonly sentence: number;
  /** As named there. */
  readonly holder: string;
  readonly quoted: boolean;
}

/** What several documents give to the same origin. */
export interface OriginChain {
  /** The first stretch that tells it. */
  readonly about: string;
  readonly mentions: readonly OriginMention[];
}

/** A stretch with what it tells, by which it meets those of other documents. */
interface Told extends OriginMention {
  readonly key: string;
  readonly about: string;
}

/** Rules that read minds rather than words: a view that nobody is shown to have uttered has no origin to check. */
const UNSPOKEN = new Set(['voice/perception', 'voice/perceived', 'voice/attitude', 'voice/viewpoint']);
/** Figures below this, and round ones, are shared by chance. */
const LEAST_FIGURE = 11;

function isUttered({ voice, rule }: Segment): boolean {
  return voice === 'attributed' && !UNSPOKEN.has(rule);
}

/** Segments that begin inside a range, from a first one on. */
function segmentsIn(segments: readonly Segment[], first: number, { tokenEnd }: TokenRange): Segment[] {
  let end = first;
  while (end < segments.length && segments[end]!.firstToken < tokenEnd) end++;
  return segments.slice(first, end);
}

/** Whoever a statement is given to: holders of its segments, authors of reports that its sentence speaks of. */
function originsOf(
  { reading, origins }: QuotingDocument,
  statement: QuotingDocument['reading']['statements'][number]
): { origin: Origin; quoted: boolean; span: Span }[] {
  const held = segmentsIn(reading.segments, statement.segment, statement).flatMap((segment) => {
    const origin = isUttered(segment) ? origins.ofSegment(segment) : null;
    return origin ? [{ origin, quoted: segment.quoted, span: statement }] : [];
  });
  const sentence = reading.document.sentences[statement.sentence]!;
  const reported = origins.reportsIn(sentence).map((origin) => ({ origin, quoted: false, span: sentence }));
  return [...held, ...reported];
}

/** Statements of claims that several documents make, with whom they are given to. */
function toldAsClaims(
  documents: readonly QuotingDocument[],
  ids: readonly string[],
  claims: readonly ClaimCluster[],
  put: (signature: string, told: Told) => void
): void {
  const numbers = new Map(ids.map((id, index) => [id, index]));
  for (const { id, mentions } of claims) {
    if (mentions.every(({ document }) => document === mentions[0]!.document)) continue;
    for (const mention of mentions) {
      const document = numbers.get(mention.document)!;
      const number = Number(mention.statement.slice(mention.document.length + 1));
      const statement = documents[document]!.reading.statements[number]!;
      const { sentence } = statement;
      for (const { origin, quoted, span } of originsOf(documents[document]!, statement)) {
        const { key, name: holder } = origin;
        const { start, end } = span;
        const about = documents[document]!.reading.document.text.slice(start, end);
        put(`claim ${id}`, { document, sentence, start, end, holder, quoted, key, about });
      }
    }
  }
}

/** A figure by value and unit, when it is telling: neither small nor round. What it counts has many names. */
function figureOf({ kind, low, high, unit }: Quantity): string | null {
  if (kind === 'date' || kind === 'year' || low === null || low !== high || low < LEAST_FIGURE) return null;
  const round = /^[1-9]0*$/u.test(String(low));
  return round ? null : `figure ${low} ${unit ?? ''}`;
}

/** Figures in what one document gives to somebody. */
function toldAsFigures(
  { reading, origins }: QuotingDocument,
  document: number,
  put: (signature: string, told: Told) => void
): void {
  const { tokens, text, sentences } = reading.document;
  const look = (range: TokenRange & Span, sentence: number, { key, name }: Origin, quoted: boolean): void => {
    for (const quantity of readQuantities(tokens.slice(range.firstToken, range.tokenEnd), text)) {
      const figure = figureOf(quantity);
      if (figure === null) continue;
      const { start, end } = range;
      const about = text.slice(start, end);
      put(figure, { document, sentence, start, end, holder: name, quoted, key, about });
    }
  };
  for (const segment of reading.segments) {
    const origin = isUttered(segment) ? origins.ofSegment(segment) : null;
    if (origin) look(segment, segment.sentence, origin, segment.quoted);
  }
  sentences.forEach((sentence, index) => {
    for (const origin of origins.reportsIn(sentence)) look(sentence, index, origin, false);
  });
}

/** Groups of one origin that share a sentence, put together; one mention for each sentence. */
function joinGroups(groups: readonly (readonly Told[])[], common: (key: string) => string): OriginChain[] {
  const unions = new Unions(groups.length);
  const byPlace = new Map<string, number>();
  groups.forEach((group, index) => {
    for (const { key, document, sentence } of group) {
      const place = `${common(key)} ${document} ${sentence}`;
      const known = byPlace.get(place);
      if (known === undefined) byPlace.set(place, index);
      else unions.join(index, known);
    }
  });
  const chains = new Map<number, { about: string; mentions: Map<string, OriginMention> }>();
  groups.forEach((group, index) => {
    const root = unions.rootOf(index);
    let chain = chains.get(root);
    if (!chain) chains.set(root, (chain = { about: group[0]!.about, mentions: new Map() }));
    for (const told of group) {
      const place = `${told.document} ${told.sentence}`;
      if (!chain.mentions.has(place)) chain.mentions.set(place, told);
    }
  });
  return [...chains.values()].map(({ about, mentions }) => ({
    about,
    mentions: [...mentions.values()].sort((a, b) => a.document - b.document || a.start - b.start)
  }));
}

/**
 * What several documents give to the same person or body: one claim, or one telling figure.
 *
 * A claim counts as given to whoever is said to have uttered it, and to the authors of reports, studies and the
 * like that its sentence speaks of. Views that nobody is shown to have put in words have no origin.
 *
 * @param ids document ids
 * @param claims with mentions whose statements are numbered `id:number`
 */
export function originChains(
  documents: readonly QuotingDocument[],
  ids: readonly string[],
  claims: readonly ClaimCluster[]
): OriginChain[] {
  const found: { signature: string; told: Told }[] = [];
  const put = (signature: string, told: Told): void => void found.push({ signature, told });
  toldAsClaims(documents, ids, claims, put);
  documents.forEach((document, index) => toldAsFigures(document, index, put));
  const common = commonKeys(found.map(({ told }) => told.key));
  const groups = new Map<string, Told[]>();
  for (const { signature, told } of found) {
    const name = `${signature} ${common(told.key)}`;
    const known = groups.get(name);
    if (known) known.push(told);
    else groups.set(name, [told]);
  }
  return joinGroups(
    [...groups.values()].filter((group) => group.some(({ document }) => document !== group[0]!.document)),
    common
  );
}
