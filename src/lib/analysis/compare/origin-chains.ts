import type { Span, TokenRange } from '$lib/text/document';
import { readQuantities, type Quantity } from '$lib/text/read-quantities';
import type { ClaimCluster } from '../audit-schema';
import type { Reading, Segment, Statement } from '../reading';
import { commonKeys, type Origin, type OriginReader } from './origin-reader';
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

/** The same within one document. */
type ToldHere = Omit<Told, 'document'>;

/** What one document gives to whom: all that chains of origins ask of it. */
export interface OriginsTold {
  /** By the number of the statement, where it is given to somebody. */
  readonly statements: ReadonlyMap<number, readonly ToldHere[]>;
  readonly figures: readonly { readonly signature: string; readonly told: ToldHere }[];
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
  reading: Reading,
  origins: OriginReader,
  statement: Statement
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
  documents: readonly OriginsTold[],
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
      for (const told of documents[document]!.statements.get(number) ?? []) {
        put(`claim ${id}`, { ...told, document });
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
function figuresTold(reading: Reading, origins: OriginReader): OriginsTold['figures'] {
  const { tokens, text, sentences } = reading.document;
  const found: { signature: string; told: ToldHere }[] = [];
  const look = (range: TokenRange & Span, sentence: number, { key, name }: Origin, quoted: boolean): void => {
    for (const quantity of readQuantities(tokens.slice(range.firstToken, range.tokenEnd), text)) {
      const signature = figureOf(quantity);
      if (signature === null) continue;
      const { start, end } = range;
      const about = text.slice(start, end);
      found.push({ signature, told: { sentence, start, end, holder: name, quoted, key, about } });
    }
  };
  for (const segment of reading.segments) {
    const origin = isUttered(segment) ? origins.ofSegment(segment) : null;
    if (origin) look(segment, segment.sentence, origin, segment.quoted);
  }
  sentences.forEach((sentence, index) => {
    for (const origin of origins.reportsIn(sentence)) look(sentence, index, origin, false);
  });
  return found;
}

/** Reads what one document gives to whom; nothing of its reading is kept. */
export function readOrigins(reading: Reading, origins: OriginReader): OriginsTold {
  const statements = new Map<number, readonly ToldHere[]>();
  reading.statements.forEach((statement, number) => {
    const told = originsOf(reading, origins, statement).map(({ origin, quoted, span }): ToldHere => {
      const { start, end } = span;
      const about = reading.document.text.slice(start, end);
      return {
        sentence: statement.sentence,
        start,
        end,
        holder: origin.name,
        quoted,
        key: origin.key,
        about
      };
    });
    if (told.length > 0) statements.set(number, told);
  });
  return { statements, figures: figuresTold(reading, origins) };
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
  documents: readonly OriginsTold[],
  ids: readonly string[],
  claims: readonly ClaimCluster[]
): OriginChain[] {
  const found: { signature: string; told: Told }[] = [];
  const put = (signature: string, told: Told): void => void found.push({ signature, told });
  toldAsClaims(documents, ids, claims, put);
  documents.forEach(({ figures }, document) => {
    for (const { signature, told } of figures) put(signature, { ...told, document });
  });
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
