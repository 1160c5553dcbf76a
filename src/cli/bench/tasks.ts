/**
 * What the engine answers on each public task, from the very functions the product calls.
 *
 * Rows and predictions have the forms of the scorer that comes with the data; a task that the engine has no
 * answer for yet is not listed.
 */
import type { Stance } from '$lib/analysis/audit-schema';
import { CHECK_WORTHY, checkWorthiness } from '$lib/analysis/claims/check-worthiness';
import { readWholeSide, scoreSides, scoreTexts } from '$lib/analysis/claims/score-texts';
import { targetSentiment } from '$lib/analysis/compare/target-sentiment';
import { readContested } from '$lib/analysis/contested/read-contested';
import { addSums } from '$lib/analysis/metrics/estimate';
import { loadedLanguage } from '$lib/analysis/metrics/loaded-language';
import type { Metric, Sums } from '$lib/analysis/metrics/metric';
import { measureDocument } from '$lib/analysis/metrics/runner';
import { sentiment } from '$lib/analysis/metrics/sentiment';
import { scoreSubjectivity } from '$lib/analysis/metrics/subjectivity-score';
import { SUBJECTIVE } from '$lib/analysis/metrics/subjectivity-weights';
import { readText } from '$lib/analysis/read';
import type { Reading, Segment } from '$lib/analysis/reading';
import { commitmentAt } from '$lib/analysis/voice/commitment';
import { knowledge } from '$lib/lexicons/generated';
import type { Span } from '$lib/text/document';
import { readDocument } from '$lib/text/read-document';

/** A row of a task's file; each task reads the fields it knows to be there. */
export interface Row {
  readonly id: string;
  readonly text: string;
  readonly [field: string]: unknown;
}

type Pair = readonly [number, number];
const pair = ({ start, end }: Span): Pair => [start, end];
const read = (row: Row): Reading => readText(row.text, knowledge);

/** A metric over a text of any length, without the "too short to say" of a page. */
function valueOf(metric: Metric, reading: Reading): number {
  const total: Sums = { base: 0 };
  for (const segment of reading.segments) addSums(total, metric.measure(segment, reading, knowledge).sums);
  return metric.combine(total, metric.series[0]!) ?? 0;
}

function attributions(segments: readonly Segment[]) {
  return segments
    .filter(({ voice }) => voice === 'attributed')
    .map((segment) => ({
      source: segment.holderSpan ? [pair(segment.holderSpan)] : [],
      cue: segment.cueSpan ? [pair(segment.cueSpan)] : [],
      content: [pair(segment)]
    }));
}

const EMERGENT: Record<Stance, 'for' | 'against' | 'observing'> = {
  asserts: 'for',
  disputes: 'against',
  hedges: 'observing',
  attributes: 'observing',
  silent: 'observing'
};

/** Closeness in meaning of a row's two texts, 0 to 1. */
function closeness(row: Row): number {
  return scoreTexts(readText(row.a as string, knowledge), readText(row.b as string, knowledge), knowledge);
}

/** How surely a row's two sentences tell of the same event, 0 to 1. */
function sameEvent(row: Row): number {
  const side = (text: unknown) => readWholeSide(readText(text as string, knowledge), knowledge);
  return scoreSides(side(row.a), side(row.b));
}

/** Closeness from which one text says what the other says. Set on the paraphrase corpus. */
const PARAPHRASE = 0.54;

const targeted = (row: Row): string => targetSentiment(read(row), row.target as Span, knowledge).label;

/** By task, one prediction per row. */
export const tasks: Readonly<Record<string, (row: Row) => unknown>> = {
  'sentiment-nyt': (row) => valueOf(sentiment, read(row)),
  'target-sentiment': targeted,
  'target-sentiment-train': targeted,
  'loaded-babe': (row) => {
    const hits = read(row).hits('loaded-language');
    const words = hits.flatMap(({ start, end }) => row.text.slice(start, end).toLowerCase().split(/\s+/u));
    return { biased: hits.length > 0, words };
  },
  'news-triples-basil': (row) => {
    const result = measureDocument(read(row), knowledge, [loadedLanguage]).results[loadedLanguage.id]!;
    if (!('evidence' in result)) return { rate: 0, lexical: [], informational: [] };
    const own = result.evidence.filter(({ voice }) => voice === 'author');
    return { rate: result.author.value ?? 0, lexical: own.map(pair), informational: [] };
  },
  'checkworthy-claimbuster': (row) => {
    const { tokens } = readDocument(row.text, knowledge);
    return checkWorthiness(tokens, { firstToken: 0, tokenEnd: tokens.length }, knowledge) >= CHECK_WORTHY;
  },
  subjectivity: (row) => {
    const reading = read(row);
    return reading.segments.some(
      (segment) =>
        segment.voice === 'author' && scoreSubjectivity(reading, segment, knowledge).score >= SUBJECTIVE
    );
  },
  'attribution-polnear': (row) => ({ attributions: attributions(read(row).segments) }),
  'attribution-polnear-train': (row) => ({ attributions: attributions(read(row).segments) }),
  'factuality-uw': (row) =>
    commitmentAt(read(row), { start: row.start as number, end: row.end as number }, knowledge),
  'stance-emergent': (row) => {
    const claim = { id: 'claim', statement: row.claim as string };
    const [contested] = readContested([claim], [{ id: 'headline', reading: read(row) }], knowledge);
    const [cell] = contested!.cells;
    return cell!.mentions.every(({ polarity }) => polarity === 'deny') && cell!.mentions.length > 0
      ? 'against'
      : EMERGENT[cell!.stance];
  },
  'same-event-ecb': sameEvent,
  'similarity-news': closeness,
  'similarity-stsb-train': closeness,
  'similarity-stsb': closeness,
  'paraphrase-mrpc': (row) => closeness(row) >= PARAPHRASE
};
