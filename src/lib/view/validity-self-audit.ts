/** The last self-audit in plain sentences and tables. */
import { formatInterval, formatNumber, inWords, joinWords, plural } from './format';
import type { PlainTable } from './validity';

interface MovedValue {
  readonly document: string;
  readonly metric: string;
  readonly voice: 'all' | 'author' | 'attributed';
  readonly unit: string;
  readonly before: number;
  readonly interval: readonly [number, number];
  readonly after: number;
  readonly shift: number;
  readonly beyond: boolean;
  readonly rules: readonly { readonly rule: string; readonly change: number }[];
}

export interface SwapResult {
  readonly actors: readonly [{ readonly name: string }, { readonly name: string }];
  readonly exchanged: readonly { readonly document: string; readonly names: number }[];
  readonly compared: number;
  readonly moved: readonly MovedValue[];
}

interface Carrier {
  readonly entry: string;
  readonly words: readonly string[];
  readonly hits: number;
  readonly documents: readonly { readonly document: string; readonly hits: number; readonly after: number }[];
  readonly shift: number;
  readonly order: readonly string[] | null;
  readonly finding: boolean;
  readonly beyond: boolean;
}

export interface SensitivityResult {
  readonly metric: string;
  readonly list: string;
  readonly unit: string;
  readonly entries: number;
  readonly entriesWithHits: number;
  readonly hits: number;
  readonly documents: readonly { readonly document: string; readonly value: number }[];
  readonly high: readonly string[];
  readonly low: readonly string[];
  readonly changeOrder: number;
  readonly changeFinding: number;
  readonly beyond: number;
  readonly carriers: readonly Carrier[];
}

export interface SelfAuditResult {
  readonly documents: readonly string[];
  readonly swaps: readonly SwapResult[];
  readonly sensitivity: readonly SensitivityResult[];
}

/** A test as a page shows it. */
export interface SelfAuditPart {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly table: PlainTable;
}

export interface SelfAuditSlice {
  readonly swaps: readonly SelfAuditPart[];
  readonly sensitivity: readonly SelfAuditPart[];
}

/** Values shown of those that moved. */
const MOST_MOVED = 10;

const VOICES = { all: 'all words', author: 'author’s own', attributed: 'attributed' } as const;

type Names = (id: string) => string;

/** An entry as the texts write it: “may” or “might”. */
const entryWords = ({ words }: Carrier): string =>
  joinWords(
    words.map((word) => `“${word}”`),
    'or'
  );

function swapPart(swap: SwapResult, sourceName: Names, metricName: Names): SelfAuditPart {
  const [a, b] = swap.actors;
  const names = swap.exchanged.reduce((sum, item) => sum + item.names, 0);
  const beyond = swap.moved.filter((item) => item.beyond).length;
  const [farthest] = swap.moved;
  const moved =
    swap.moved.length === 0
      ? 'None moved at all.'
      : `${formatNumber(swap.moved.length, 0)} moved at all${
          farthest
            ? `, the farthest by ${formatNumber(farthest.shift)} of the half-width of its interval`
            : ''
        }.`;
  return {
    title: `${a.name} and ${b.name} exchanged`,
    sentences: [
      `Every name of the two was exchanged for the other’s (${plural(names, 'name')} in ${inWords(swap.exchanged.length)} texts) and everything was measured again.`,
      `Of ${plural(swap.compared, 'value')}, ${beyond === 0 ? 'none' : inWords(beyond)} moved beyond ${beyond > 1 ? 'their' : 'its'} interval. ${moved}`
    ],
    table: {
      caption: `The values that moved farthest when ${a.name} and ${b.name} were exchanged.`,
      columns: [
        { label: 'Source', numeric: false },
        { label: 'Metric', numeric: false },
        { label: 'Whose words', numeric: false },
        { label: 'Before (95% interval)', numeric: true },
        { label: 'After', numeric: true },
        { label: 'Half-widths', numeric: true },
        { label: 'Findings gained and lost', numeric: false }
      ],
      rows: swap.moved
        .slice(0, MOST_MOVED)
        .map((item) => [
          sourceName(item.document),
          metricName(item.metric),
          VOICES[item.voice],
          `${formatNumber(item.before)} (${formatInterval(item.interval)})`,
          `${formatNumber(item.after)}${item.beyond ? ', beyond' : ''}`,
          formatNumber(item.shift),
          item.rules
            .map(({ rule, change }) => `${change > 0 ? '+' : '−'}${Math.abs(change)} ${rule}`)
            .join(', ') || 'none; other names are longer or shorter'
        ])
    }
  };
}

const entriesThat = (count: number, what: string): string =>
  `${count === 0 ? 'no entry' : count === 1 ? 'one entry' : `${inWords(count)} entries`} ${what}`;

function sensitivityPart(item: SensitivityResult, sourceName: Names, metricName: Names): SelfAuditPart {
  const told =
    item.low.length === 0
      ? 'With the whole list all sources tie.'
      : `With the whole list ${joinWords(item.high.map(sourceName))} ${item.high.length === 1 ? 'is' : 'are'} told apart as highest, ${joinWords(item.low.map(sourceName))} as lowest.`;
  const effects = [
    entriesThat(item.changeOrder, 'would change the order of the sources'),
    entriesThat(item.changeFinding, 'would change who is told apart'),
    entriesThat(item.beyond, 'would move a value beyond its interval')
  ];
  const carriers = item.carriers.slice(0, 3).map(entryWords);
  return {
    title: `${metricName(item.metric)}: one entry left out`,
    sentences: [
      `${formatNumber(item.entriesWithHits, 0)} of ${formatNumber(item.entries, 0)} entries have a hit here, ${plural(item.hits, 'hit')} in all. ${told}`,
      `Left out alone, ${joinWords(effects)}.`,
      ...(carriers.length === 0 ? [] : [`The result rests most on ${carriers.join(', then ')}.`])
    ],
    table: {
      caption: `${metricName(item.metric)}, ${item.unit}: the entries that carry the result.`,
      columns: [
        { label: 'Entry', numeric: false },
        { label: 'Hits', numeric: true },
        { label: 'Value without it', numeric: false },
        { label: 'Farthest shift, half-widths', numeric: true },
        { label: 'Changes', numeric: false }
      ],
      rows: item.carriers.map((carrier) => [
        entryWords(carrier),
        formatNumber(carrier.hits, 0),
        carrier.documents
          .map(({ document, after }) => {
            const before = item.documents.find((known) => known.document === document);
            return `${sourceName(document)}: ${formatNumber(before?.value ?? null)} → ${formatNumber(after)}`;
          })
          .join('; '),
        formatNumber(carrier.shift),
        joinWords([
          ...(carrier.order ? ['the order'] : []),
          ...(carrier.finding ? ['who is told apart'] : []),
          ...(carrier.beyond ? ['a value beyond its interval'] : [])
        ]) || 'nothing'
      ])
    }
  };
}

/**
 * What the Methods page says of the last self-audit.
 *
 * @param sourceName a document's short name, such as its letter
 * @param metricName a metric's label
 */
export function selfAuditSlice(
  result: SelfAuditResult,
  sourceName: Names,
  metricName: Names
): SelfAuditSlice {
  return {
    swaps: result.swaps.map((swap) => swapPart(swap, sourceName, metricName)),
    sensitivity: result.sensitivity.map((item) => sensitivityPart(item, sourceName, metricName))
  };
}
