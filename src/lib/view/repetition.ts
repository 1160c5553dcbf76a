/** The same words, or the same origin, in several sources: repetition is not corroboration. */
import type { Audit, Chain } from '$lib/analysis/audit-schema';
import { quotedLabel } from './claims';
import { contextOf, type Passage } from './evidence';
import { quoted } from './quoted';
import { shorten, type SourceInput } from './sources';

/** A quotation or an origin that several sources carry, or a passage that several hold nearly word for word. */
export interface Repetition {
  readonly id: string;
  readonly kind: Chain['kind'] | 'passage';
  readonly label: string;
  /** Documents that carry it, listed below or not. */
  readonly count: number;
  /** Documents of the passages, in document order. */
  readonly documents: readonly string[];
  /** Words the passages have in common, for passages. */
  readonly words: number | null;
  readonly passages: readonly Passage[];
}

export interface RepetitionSlice {
  /** Quotations and origins. */
  readonly chains: readonly Repetition[];
  /** Passages that stand nearly word for word in several sources. */
  readonly duplicates: readonly Repetition[];
  /** How many there are in all; the lists stop at the first few. */
  readonly found: { readonly chains: number; readonly duplicates: number };
}

const KINDS: Readonly<Record<Repetition['kind'], string>> = {
  quotation: 'The same quotation',
  origin: 'The same origin',
  passage: 'Nearly the same passage'
};

/** What is repeated, in words. */
export function repetitionWords(kind: Repetition['kind']): string {
  return KINDS[kind];
}

/** A speaker, and the words they are quoted with. */
const SPEAKER_AND_WORDS = /^([^“”]+: )“(.*)”$/su;

/** What is repeated, itself: who is quoted stands before the quotation marks, not in them. */
export function repetitionLabel({ kind, label }: Pick<Repetition, 'kind' | 'label'>, length: number): string {
  if (kind === 'origin') return label;
  const [, speaker, words] = SPEAKER_AND_WORDS.exec(label) ?? [];
  return speaker !== undefined && words !== undefined
    ? `${speaker}${quoted(shorten(words, length))}`
    : quotedLabel(label, length);
}

/** Shown of each kind; the exports hold all. */
const MOST = 30;
const MOST_PASSAGES = 12;

type Place = {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
};

function passagesOf(
  places: readonly (Place & { readonly holder?: string | null; readonly quoted?: boolean })[],
  texts: ReadonlyMap<string, string>
): Passage[] {
  return places.slice(0, MOST_PASSAGES).map(({ document, start, end, quote, holder = null, quoted }) => ({
    document,
    start,
    end,
    quote,
    ...contextOf(texts.get(document) ?? '', { start, end }),
    voice: holder === null ? null : 'attributed',
    holder,
    certainty: null,
    polarity: null,
    rule: null,
    note: quoted === true ? 'in quotation marks' : null
  }));
}

function documentsOf(places: readonly Place[], order: ReadonlyMap<string, number>): string[] {
  const place = (id: string) => order.get(id) ?? 0;
  return [...new Set(places.map(({ document }) => document))].sort((a, b) => place(a) - place(b));
}

/** Everything repeated, those of most sources first. */
export function repetitions(audit: Audit, documents: readonly SourceInput[]): RepetitionSlice {
  const { chains, duplicates } = audit.comparison;
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  const order = new Map(documents.map(({ id }, index) => [id, index]));
  const widest = <T extends { readonly documents: number }>(items: readonly T[]): T[] =>
    items
      .map((item, index) => ({ item, index }))
      .sort((a, b) => b.item.documents - a.item.documents || a.index - b.index)
      .slice(0, MOST)
      .map(({ item }) => item);
  return {
    chains: widest(chains).map(({ id, kind, label, documents: count, mentions }) => ({
      id,
      kind,
      label,
      count,
      documents: documentsOf(mentions, order),
      words: null,
      passages: passagesOf(mentions, texts)
    })),
    duplicates: widest(duplicates).map(({ id, words, documents: count, passages }) => ({
      id,
      kind: 'passage' as const,
      label: passages[0]?.quote ?? '',
      count,
      documents: documentsOf(passages, order),
      words,
      passages: passagesOf(passages, texts)
    })),
    found: { chains: chains.length, duplicates: duplicates.length }
  };
}

/** What is repeated in the given places of at least two documents. */
export function repeatedIn(slice: RepetitionSlice, places: readonly Place[]): Repetition[] {
  return [...slice.chains, ...slice.duplicates].filter((item) => {
    const touched = item.passages.filter((passage) =>
      places.some(
        (place) =>
          place.document === passage.document && place.start < passage.end && passage.start < place.end
      )
    );
    return new Set(touched.map(({ document }) => document)).size > 1;
  });
}
