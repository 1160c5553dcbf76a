/** What a metric counted in each source: its figures, and the passages behind them. */
import type { Evidence, Voice } from '$lib/analysis/audit-schema';
import type { EvidenceSheet, EvidenceTarget, PassageGroup } from './evidence';
import { group, inTurns, nothing, type EvidenceContext, type Found } from './evidence-groups';
import { capitalise, formatNumber, plural } from './format';
import { markWords, metricMarks, type MetricMark } from './metrics';
import type { DocumentSlice } from './slices';

const VOICE_WORDS: Readonly<Record<Voice, string>> = {
  author: 'in the author’s own words',
  attributed: 'in words attributed to somebody else'
};

/** Metrics of all words and sentences; what they mark are only the plainest cases. */
const OF_ALL: Readonly<Record<string, string>> = {
  readability: 'It is made of all sentences and words; only very long ones are marked.',
  vocabulary: 'It is made of all words; only those that come up often close together are marked.'
};
/** How a value is made of its passages, where it is not simply their number. */
const MADE_OF: Readonly<Record<string, string>> = {
  sentiment:
    'Each run of one voice in a sentence gets a tone from −1 to 1: the sum of its rated words, set against how many content words it has. The value is their mean, each weighed by its words.'
};
/** The metric whose longest sentences say most about it. */
const OF_SENTENCES = 'readability';
/** Sentences shown as examples. */
const EXAMPLES = 3;

const SHARE = '% of ';
const SENTENCES = '% of sentences';
/** How far from a whole number a count may lie that was worked out from a rounded share. */
const NEARLY = 0.01;

/** "That is 611 of 1,719 words.": what a share is made of, so that a reader can count it; null for other units. */
function countOf({ value, base }: MetricMark, unit: string): string | null {
  if (!unit.startsWith(SHARE) || value === null || base === null || value === 0) return null;
  const count = (value * base) / 100;
  const whole = Math.abs(count - Math.round(count)) < NEARLY;
  const parts = whole ? '' : '; a sentence that holds two voices counts for each by its share of the words';
  return `That is ${formatNumber(count, whole ? 0 : 1)} of ${formatNumber(base, 0)} ${unit.slice(SHARE.length)}${parts}.`;
}

const wordsOf = (quote: string) => quote.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;

/** The longest sentences of a document, as examples of what the metric is made of. */
async function longest(document: string, { source }: EvidenceContext): Promise<Found[]> {
  if (!source.sentences) return [];
  const [text, sentences] = await Promise.all([source.text(document), source.sentences(document)]);
  return sentences
    .map(({ start, end }) => ({ start, end, quote: text.slice(start, end) }))
    .map((sentence) => ({ ...sentence, words: wordsOf(sentence.quote) }))
    .sort((x, y) => y.words - x.words || x.start - y.start)
    .slice(0, EXAMPLES)
    .map(({ start, end, quote, words }) => ({
      start,
      end,
      quote,
      note: `A sentence of ${plural(words, 'word')}.`
    }));
}

async function documentGroup(
  document: DocumentSlice,
  { metric, voice }: EvidenceTarget & { kind: 'metric' },
  context: EvidenceContext
): Promise<PassageGroup> {
  const result = document.metrics[metric];
  if (!result) return group(document.id, [], context.source, 'Not measured.');
  if ('reason' in result) return group(document.id, [], context.source, result.reason);
  const hits = result.hits.author + result.hits.attributed;
  const evidence: readonly Evidence[] = hits === 0 ? [] : await context.source.metric(document.id, metric);
  const voiced = evidence.filter((item) => voice === null || item.voice === voice);
  const where = voice === null ? '' : ` ${VOICE_WORDS[voice]}`;
  const info = context.metrics.find(({ id }) => id === metric);
  const [mark] = metricMarks({ ...context.overview, documents: [document] }, metric, voice ?? 'all');
  const ofAll = OF_ALL[metric];
  const ofSentences = metric === OF_SENTENCES && voice === null;
  const lengths = ofSentences && document.sentences > 0;
  const examples = ofSentences && voiced.length === 0 ? await longest(document.id, context) : [];
  // A sentence with two such passages is one sentence.
  const sentences = info?.unit === SENTENCES && mark ? ((mark.value ?? 0) * (mark.base ?? 0)) / 100 : null;
  const together =
    sentences !== null && voiced.length > Math.ceil(sentences - NEARLY)
      ? ' Several of them stand in one sentence, which counts once.'
      : '';
  const counted =
    voiced.length === 0
      ? `No passage was ${ofAll ? 'marked' : 'counted'}`
      : `${plural(voiced.length, 'passage')} ${ofAll ? 'marked' : 'counted'}`;
  const remark = [
    mark && info ? `${capitalise(markWords(mark, info))}.` : null,
    mark && info ? countOf(mark, info.unit) : null,
    lengths ? `${formatNumber(document.words / document.sentences, 1)} words a sentence.` : null,
    ofAll ?? null,
    MADE_OF[metric] ?? null,
    examples.length > 0 ? 'None is here; the longest sentences:' : `${counted}${where}.${together}`
  ];
  const words = remark.filter((part) => part !== null).join(' ');
  if (examples.length === 0) return group(document.id, voiced, context.source, words);
  return { ...(await group(document.id, examples, context.source, words)), examples: true };
}

/** The highest, the lowest, the second highest and so on; sources without a value after them. */
function endsFirst(documents: readonly DocumentSlice[], valueOf: (document: DocumentSlice) => number | null) {
  const valued = documents.map((document) => ({ document, value: valueOf(document) }));
  const ranked = valued
    .flatMap(({ document, value }) => (value === null ? [] : [{ document, value }]))
    .sort((x, y) => y.value - x.value);
  const turns = ranked.map((_, place) =>
    place % 2 === 0 ? ranked[place / 2]! : ranked[ranked.length - (place + 1) / 2]!
  );
  return [...turns, ...valued.filter(({ value }) => value === null)].map(({ document }) => document);
}

/**
 * The sheet of a metric: for each source its value with its interval and how much it was counted from. Where there
 * are more sources than are looked up at once, those that differ most come first.
 */
export async function metricSheet(
  target: EvidenceTarget & { kind: 'metric' },
  context: EvidenceContext
): Promise<EvidenceSheet> {
  const info = context.metrics.find((metric) => metric.id === target.metric);
  const documents = context.overview.documents.filter(
    (document) => target.document === null || document.id === target.document
  );
  if (documents.length === 0) return nothing(info?.label ?? target.metric);
  const { atOnce = documents.length, overview } = context;
  const many = documents.length > atOnce;
  const valueOf = (document: DocumentSlice) =>
    metricMarks({ ...overview, documents: [document] }, target.metric, target.voice ?? 'all')[0]?.value ??
    null;
  const grouped = await inTurns(
    many ? endsFirst(documents, valueOf) : documents,
    (document) => documentGroup(document, target, context),
    atOnce
  );
  const lede = [
    info ? `${info.question} Unit: ${info.unit}.` : null,
    many ? 'The highest and the lowest value come first, then the next of either end.' : null
  ].filter((part) => part !== null);
  const title = info ? info.label : target.metric;
  return { title, lede: lede.join(' ') || null, ...grouped };
}
