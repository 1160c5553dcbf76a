/**
 * The overview of a large collection in two parts: what its first screens draw, packed, and the rest, which is
 * fetched when a reader comes near it.
 */
import type {
  ClaimMention,
  ClaimSlice,
  DocumentSlice,
  MeasuredSlice,
  MetricSlice,
  OverviewSlice
} from './slices';

/** From here on an overview comes in two parts. */
const LARGE = 12;

/** What the sections further down, the voices and the evidence rest on. */
export type OverviewRest = Pick<OverviewSlice, 'documents' | 'claims' | 'contested' | 'actors' | 'keyness'>;

/** A metric of all words: value, ends of its interval, base, hits in both voices, 1 for none found; or why there is none. */
type PackedMetric =
  | readonly [
      value: number,
      low: number,
      high: number,
      base: number,
      author: number,
      attributed: number,
      none: 0 | 1,
      parts?: MeasuredSlice['parts']
    ]
  | Exclude<MetricSlice, { value: number }>;

interface PackedDocument extends Omit<DocumentSlice, 'metrics' | 'tone'> {
  /** In the order of `OverviewFirst.metrics`; null where a document was not measured. */
  readonly values: readonly (PackedMetric | null)[];
}

interface PackedClaim extends Omit<ClaimSlice, 'documents' | 'omittedBy'> {
  /** Places in the order of the documents. */
  readonly madeBy: readonly number[];
  readonly leftOutBy: readonly number[] | null;
}

export interface OverviewFirst extends Omit<
  OverviewSlice,
  'documents' | 'claims' | 'actors' | 'keyness' | 'part'
> {
  /** Metric ids with their units. */
  readonly metrics: readonly (readonly [id: string, unit: string])[];
  readonly packed: readonly PackedDocument[];
  readonly packedClaims: readonly PackedClaim[];
}

/** Whether an overview is so large that it comes in two parts. */
export function comesInParts(overview: Pick<OverviewSlice, 'sources'>): boolean {
  return overview.sources.length > LARGE;
}

function packMetric(result: MetricSlice | undefined): PackedMetric | null {
  if (!result) return null;
  if ('reason' in result) return result;
  const { status, value, interval, base, hits, parts } = result;
  const [low, high] = interval;
  const none = status === 'none-found' ? 1 : 0;
  const packed = [value, low, high, base, hits.author, hits.attributed, none] as const;
  return parts ? [...packed, parts] : packed;
}

function unpackMetric(packed: PackedMetric, unit: string): MetricSlice {
  if ('reason' in packed) return packed;
  const [value, low, high, base, author, attributed, none, parts] = packed;
  // The voices come with the rest, and are not looked at before; see `OverviewSlice.part`.
  const later = { value: null, interval: null, base: 0 };
  return {
    status: none === 1 ? 'none-found' : 'ok',
    value,
    interval: [low, high],
    base,
    unit,
    author: later,
    attributed: later,
    hits: { author, attributed },
    ...(parts ? { parts } : {})
  };
}

/** The mentions that stand around the values of conflicts; the others are read only on the way to the evidence. */
function aroundConflicts({ mentions, conflicts }: ClaimSlice): ClaimMention[] {
  const values = conflicts.flatMap((conflict) => conflict.values);
  return mentions.filter((mention) =>
    values.some(
      ({ document, start, end }) =>
        mention.document === document && mention.start <= start && mention.end >= end
    )
  );
}

/** What the first screens draw. */
export function firstPart(overview: OverviewSlice): OverviewFirst {
  const { documents, claims, actors: _actors, keyness: _keyness, part: _part, ...kept } = overview;
  const units = new Map<string, string>();
  for (const { metrics } of documents) {
    for (const [id, result] of Object.entries(metrics)) {
      if ('unit' in result || !units.has(id)) units.set(id, 'unit' in result ? result.unit : '');
    }
  }
  const places = new Map(documents.map(({ id }, place) => [id, place]));
  const placesOf = (ids: readonly string[]) => ids.map((id) => places.get(id) ?? -1);
  return {
    ...kept,
    // What a silent source says nearest is read in an open row: for hundreds of sources it is most of what is sent.
    contested: kept.contested.map((claim) => ({
      ...claim,
      cells: claim.cells.map((cell) => ({ ...cell, nearest: null }))
    })),
    metrics: [...units],
    packed: documents.map(({ metrics, tone: _tone, ...document }) => ({
      ...document,
      values: [...units.keys()].map((id) => packMetric(metrics[id]))
    })),
    packedClaims: claims.map(({ documents: madeBy, omittedBy, ...claim }) => ({
      ...claim,
      mentions: aroundConflicts({ ...claim, documents: madeBy, omittedBy }),
      madeBy: placesOf(madeBy),
      leftOutBy: omittedBy && placesOf(omittedBy)
    }))
  };
}

/** The overview as far as its first part goes. */
export function openFirst({ metrics, packed, packedClaims, ...kept }: OverviewFirst): OverviewSlice {
  const idsOf = (places: readonly number[]) => places.flatMap((place) => packed[place]?.id ?? []);
  return {
    ...kept,
    part: true,
    documents: packed.map(({ values, ...document }) => ({
      ...document,
      metrics: Object.fromEntries(
        metrics.flatMap(([id, unit], place): [string, MetricSlice][] => {
          const value = values[place];
          return value ? [[id, unpackMetric(value, unit)]] : [];
        })
      )
    })),
    claims: packedClaims.map(({ madeBy, leftOutBy, ...claim }) => ({
      ...claim,
      documents: idsOf(madeBy),
      omittedBy: leftOutBy && idsOf(leftOutBy)
    })),
    actors: [],
    keyness: []
  };
}

/** What the first part leaves out. */
export function restPart({ documents, claims, contested, actors, keyness }: OverviewSlice): OverviewRest {
  return { documents, claims, contested, actors, keyness };
}

/** The whole overview, once its rest is there. */
export function withRest({ part: _part, ...first }: OverviewSlice, rest: OverviewRest): OverviewSlice {
  return { ...first, ...rest };
}
