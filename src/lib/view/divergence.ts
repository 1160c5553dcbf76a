/** What separates the sources, ranked, and in sentences. A difference is neither bias nor error. */
import type { Separation } from '$lib/analysis/audit-schema';
import type { EvidenceTarget } from './evidence';
import type { FindingPart } from './findings';
import { capitalise, formatInterval, formatNumber, formatShare, inWords, joinWords, plural } from './format';
import { separationOf } from './metrics';
import type { MetricInfo, OverviewSlice } from './slices';
import type { WordDivergenceSlice } from './slices-words';

/** One measure and how much of its variation goes with the source. */
export interface SeparationRow extends Separation {
  readonly label: string;
  readonly target: EvidenceTarget;
  /** Its place in the ranking, ties included: "1", "2 to 8". */
  readonly place: string;
}

/** A computed sentence with its uncertainty and a way to its evidence. */
export interface DivergenceSentence {
  readonly id: string;
  readonly parts: readonly FindingPart[];
  readonly detail: string;
  /** Null where a sentence speaks of many measures at once. */
  readonly target: EvidenceTarget | null;
}

/** The ranking with labels; measures the page does not know are left out. */
export function separationRows(
  overview: Pick<OverviewSlice, 'separation'>,
  metrics: readonly MetricInfo[]
): SeparationRow[] {
  const labels = new Map(metrics.map(({ id, label }) => [id, label]));
  return overview.separation.flatMap((row): SeparationRow[] => {
    const label = row.kind === 'words' ? 'Choice of words' : labels.get(row.id);
    if (label === undefined) return [];
    const [from, to] = row.ranks;
    return [
      {
        ...row,
        label,
        place: from === to ? String(from) : `${from} to ${to}`,
        target:
          row.kind === 'words'
            ? { kind: 'vocabulary', document: null }
            : { kind: 'metric', metric: row.id, document: null, voice: null }
      }
    ];
  });
}

/** Sources named in a sentence; of more, the first are named and the rest counted. */
const MOST_NAMED = 6;

function sources(documents: readonly string[]): FindingPart[] {
  const named = documents.length > MOST_NAMED ? documents.slice(0, MOST_NAMED - 1) : documents;
  const unnamed = documents.length - named.length;
  return [
    ...named.flatMap((source, index): FindingPart[] => [
      ...(index === 0 ? [] : [index === documents.length - 1 ? ' and ' : ', ']),
      { source }
    ]),
    ...(unnamed > 0 ? [` and ${plural(unnamed, 'other')}`] : [])
  ];
}

/** Who stands highest and lowest on a metric; nothing where no two sources are told apart. */
function endsOf(overview: OverviewSlice, row: SeparationRow): FindingPart[] {
  const ends = row.kind === 'metric' ? separationOf(overview, row.id) : null;
  if (!ends?.told) return [];
  return [
    ' ',
    ...sources(ends.high),
    ends.high.length > 1 ? ' stand highest, tied; ' : ' stands highest; ',
    ...sources(ends.low),
    ends.low.length > 1 ? ' lowest, tied.' : ' lowest.'
  ];
}

const shareOf = ({ kind }: Separation) =>
  kind === 'words' ? 'of the variation between words' : 'of the variation between sentences';
const lower = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);

/** "Thirteen measures and the choice of words": the choice of words is compared with the measures, and is none. */
function comparedWords(rows: readonly SeparationRow[]): string {
  const measures = rows.filter(({ kind }) => kind === 'metric').length;
  if (measures === rows.length) return `${inWords(measures)} ${measures === 1 ? 'measure' : 'measures'}`;
  if (measures === 0) return 'the choice of words';
  return `${inWords(measures)} ${measures === 1 ? 'measure' : 'measures'} and the choice of words`;
}

/** Says how many measures are shown and could not be compared, as where no text holds any of their words. */
function notCompared(rows: readonly SeparationRow[], metrics: readonly MetricInfo[]): string {
  const left = metrics.length - rows.filter(({ kind }) => kind === 'metric').length;
  return left > 0 ? ` ${capitalise(inWords(left))} more could not be: too little was found.` : '';
}

function strongest(
  overview: OverviewSlice,
  rows: readonly SeparationRow[],
  missing: string
): DivergenceSentence[] {
  const [top] = rows;
  if (!top) return [];
  if (!top.separates) {
    return [
      {
        id: 'none',
        parts: ['No measure separates these sources beyond what chance gives.'],
        detail: `${capitalise(comparedWords(rows))} ${rows.length === 1 ? 'was' : 'were'} compared, corrected for their number by Benjamini-Hochberg, at .05.${missing}`,
        target: top.target
      }
    ];
  }
  const rivals = rows.filter((row) => row !== top && row.separates && row.ranks[0] === 1);
  const opening =
    rivals.length === 0
      ? `What separates them most is ${lower(top.label)}.`
      : `No single measure separates them most: ${joinWords([top, ...rivals].map(({ label }) => lower(label)))} are ties for the first place.`;
  return [
    {
      id: 'most',
      parts: [opening, ...endsOf(overview, top)],
      detail: `${formatShare(top.effect)} ${shareOf(top)} goes with the source, 95% interval ${formatInterval(top.interval, formatShare)}, n\u00a0=\u00a0${inWords(top.documents)} sources.`,
      target: top.target
    }
  ];
}

/** Measures that are named one by one; more of them are counted. */
const FEW_NAMED = 3;

function ties(rows: readonly SeparationRow[], missing: string): DivergenceSentence[] {
  const [top] = rows;
  const apart = rows.filter(({ separates }) => separates);
  const together = rows.filter(({ separates }) => !separates);
  if (!top || apart.length === 0) return [];
  const named = apart.length > FEW_NAMED ? '' : `: ${joinWords(apart.map(({ label }) => lower(label)))}`;
  const tied =
    together.length === 0 ? '' : ` In ${joinWords(together.map(({ label }) => lower(label)))} they are ties.`;
  return [
    {
      id: 'ties',
      parts: [
        `Of ${comparedWords(rows)}, ${inWords(apart.length)} ${apart.length === 1 ? 'separates' : 'separate'} them beyond chance${named}.${tied}`
      ],
      detail: `Corrected for ${inWords(rows.length)} comparisons by Benjamini-Hochberg, at .05.${missing}`,
      target: null
    }
  ];
}

/** Rows of one document against all others, the furthest from chance first. */
export function againstTheRest(overview: Pick<OverviewSlice, 'wordDivergence'>): WordDivergenceSlice[] {
  return overview.wordDivergence.filter(({ b }) => b === null).sort((x, y) => y.effect - x.effect);
}

/** Bits with two decimals and the chance beside them. */
export function divergenceWords({ jsd, chance, words }: WordDivergenceSlice): string {
  const [low, high] = chance.band;
  return `${formatNumber(jsd, 2)} bits; ${inWords(chance.permutations)} shuffles of the sentences give ${formatNumber(low, 2)} to ${formatNumber(high, 2)} (95%); n = ${formatNumber(words[0], 0)} and ${formatNumber(words[1], 0)} content words`;
}

const letterFor = ({ sources }: OverviewSlice, id: string) =>
  sources.find((source) => source.id === id)?.letter ?? id;

function vocabulary(overview: OverviewSlice): DivergenceSentence[] {
  const rows = againstTheRest(overview);
  const [top] = rows;
  if (!top) return [];
  const apart = rows.filter(({ beyondChance }) => beyondChance);
  const within = rows.filter(({ beyondChance }) => !beyondChance);
  // Chance taken off, so that a short text is not far away for being short; overlapping intervals are ties.
  const furthest = apart.filter((row) => row.interval[1] >= top.interval[0]).map(({ a }) => a);
  const rest: FindingPart[] =
    within.length === 0
      ? []
      : [
          ' ',
          ...sources(within.map(({ a }) => a)),
          within.length > 1 ? ' stay' : ' stays',
          ' within what chance gives.'
        ];
  const [first = top.a] = furthest;
  return [
    {
      id: 'words',
      parts:
        apart.length === 0
          ? ['No source’s choice of words is further from the others’ than chance would give.']
          : [
              'Chance taken off, the choice of words in ',
              ...sources(overview.documents.flatMap(({ id }) => (furthest.includes(id) ? [id] : []))),
              furthest.length > 1
                ? ' is furthest from all the others’; these are ties.'
                : ' is furthest from all the others’.',
              ...rest
            ],
      detail: `${letterFor(overview, first)}: Jensen-Shannon divergence ${divergenceWords(top)}.`,
      target: { kind: 'vocabulary', document: furthest.length === 1 ? first : null }
    }
  ];
}

/** What separates the sources, in two to three sentences; none for a single document. */
export function divergenceSentences(
  overview: OverviewSlice,
  metrics: readonly MetricInfo[]
): DivergenceSentence[] {
  if (overview.documents.length < 2) return [];
  const rows = separationRows(overview, metrics);
  const missing = notCompared(rows, metrics);
  return [...strongest(overview, rows, missing), ...ties(rows, missing), ...vocabulary(overview)];
}
