/** What the engine reads in a text and in its copy, and what differs between the two. */
import type {
  Audit,
  Contested,
  DocumentAudit,
  Estimate,
  MetricResult,
  Revision,
  Stance
} from '$lib/analysis/audit-schema';
import type { Finding, MetricName } from './highlights';
import { metricFindings } from './highlights-findings';
import { byPlace, type Range } from './passages';
import { sentenceAt, type Copy } from './rewrite';

/** A measured value without its evidence, or why there is none. */
export type Reading =
  | ({ readonly value: number; readonly interval: readonly [number, number]; readonly unit: string } & {
      readonly author: Estimate;
      readonly attributed: Estimate;
      readonly base: number;
    })
  | { readonly reason: string };

/** One text as the bench needs it. */
export interface TextReading {
  readonly metrics: Readonly<Record<string, Reading>>;
  /** What the metrics counted, in text order. */
  readonly findings: readonly Finding[];
  /** What the text does with each contested claim, by the claim's id. */
  readonly stances: Readonly<Record<string, { readonly statement: string; readonly stance: Stance }>>;
  /** How a later version differs from the earlier one, paired sentence by sentence; none of a text by itself. */
  readonly differences?: Revision['differences'];
}

function readingOf(result: MetricResult): Reading {
  if ('reason' in result) return { reason: result.reason };
  const { value, interval, unit, base, author, attributed } = result;
  return { value, interval, unit, base, author, attributed };
}

function readingIn(
  { metrics }: Pick<DocumentAudit, 'metrics'>,
  contested: readonly Contested[],
  id: string,
  names: readonly MetricName[]
): TextReading {
  return {
    metrics: Object.fromEntries(Object.entries(metrics).map(([name, result]) => [name, readingOf(result)])),
    findings: metricFindings({ metrics }, names).sort(byPlace),
    stances: Object.fromEntries(
      contested.flatMap(({ id: claim, statement, cells }) => {
        const cell = cells.find((candidate) => candidate.document === id);
        return cell ? [[claim, { statement, stance: cell.stance }]] : [];
      })
    )
  };
}

/**
 * What an audit says of one document, as the bench shows it; null when it has no such document. A document's own
 * numbers are the same in whatever company it was audited.
 */
export function textReading(audit: Audit, id: string, names: readonly MetricName[]): TextReading | null {
  const document = audit.documents.find((candidate) => candidate.id === id);
  return document ? readingIn(document, audit.contested, id, names) : null;
}

/** What is said of one of two versions of a text. */
export function revisedReading(
  revision: Revision,
  which: 'before' | 'after',
  names: readonly MetricName[]
): TextReading {
  const reading = readingIn(revision[which], revision.contested, which, names);
  return which === 'after' ? { ...reading, differences: revision.differences } : reading;
}

/** Findings that the copy no longer has, that it has gained, and those now in another voice. */
export interface FindingChanges {
  readonly gone: readonly Finding[];
  readonly come: readonly Finding[];
  readonly voiced: readonly { readonly before: Finding; readonly after: Finding }[];
}

type Keys = readonly (readonly [Finding, string])[];

/** Takes out of `rest` one finding for each of `from` that has the same key; returns what stays of both, and pairs. */
function matched(from: Keys, rest: Keys) {
  const byKey = new Map<string, Finding[]>();
  for (const [finding, key] of rest) byKey.set(key, [...(byKey.get(key) ?? []), finding]);
  const pairs: (readonly [Finding, Finding])[] = [];
  const alone: Finding[] = [];
  for (const [finding, key] of from) {
    const partner = byKey.get(key)?.shift();
    if (partner) pairs.push([finding, partner]);
    else alone.push(finding);
  }
  return { pairs, alone, rest: [...byKey.values()].flat().sort(byPlace) };
}

/**
 * What an edit did to the findings. Outside the edited sentences a finding is the same at the same words; inside
 * one it is the same when its rule still finds something in the sentence.
 *
 * @param sentences of the original; `copy` holds where each stands in the copy
 */
export function findingChanges(
  before: TextReading,
  after: TextReading,
  sentences: readonly Range[],
  copy: Copy
): FindingChanges {
  const key = (finding: Finding, places: readonly Range[]): string => {
    const index = sentenceAt(places, finding.start);
    const place = places[index];
    if (!place) return `${finding.layer} ${finding.rule} - ${finding.end - finding.start}`;
    const where = copy.sentences[index]?.edited ? 'edited' : finding.start - place.start;
    return `${finding.layer} ${finding.rule} ${index} ${where}`;
  };
  const keyed = (reading: TextReading, places: readonly Range[]): Keys =>
    reading.findings.map((finding) => [finding, key(finding, places)] as const);
  const { pairs, alone, rest } = matched(keyed(before, sentences), keyed(after, copy.sentences));
  return {
    gone: alone,
    come: rest,
    voiced: pairs
      .filter(([x, y]) => x.voice !== y.voice || x.holder !== y.holder)
      .map(([x, y]) => ({ before: x, after: y }))
  };
}

/** A contested claim that the copy treats otherwise. */
export interface StanceChange {
  readonly id: string;
  readonly statement: string;
  readonly before: Stance;
  readonly after: Stance;
}

/** The contested claims whose stance an edit has moved. */
export function stanceChanges(before: TextReading, after: TextReading): StanceChange[] {
  return Object.entries(before.stances).flatMap(([id, { statement, stance }]) => {
    const now = after.stances[id]?.stance;
    return now && now !== stance ? [{ id, statement, before: stance, after: now }] : [];
  });
}

/** Findings that a reader who rewords can use; the others say little of a single sentence. */
const HINTED: readonly string[] = [
  'loaded-language',
  'hedging',
  'boosters',
  'attribution',
  'weasel-sourcing',
  'agency',
  'reader-address'
];

/** For every sentence of a text what a reader who rewords it can use, in offsets of its own words. */
export function sentenceHints({ findings }: TextReading, sentences: readonly Range[]): Finding[][] {
  const lists: Finding[][] = sentences.map(() => []);
  for (const finding of findings) {
    const index = sentenceAt(sentences, finding.start);
    const place = sentences[index];
    if (!place || !HINTED.includes(finding.layer)) continue;
    const end = Math.min(finding.end, place.end) - place.start;
    lists[index]?.push({ ...finding, start: finding.start - place.start, end });
  }
  return lists;
}
