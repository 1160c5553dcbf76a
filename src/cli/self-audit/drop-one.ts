/** Lexicon sensitivity: what becomes of the values when one entry of a word list is left out. */
import type { ComparedDocument } from '$lib/analysis/claims/compare-claims';
import { compareMetrics } from '$lib/analysis/compare/divergence';
import { boosters } from '$lib/analysis/metrics/boosters';
import { CONFIDENCE, type Estimator } from '$lib/analysis/metrics/estimate';
import { hedging } from '$lib/analysis/metrics/hedging';
import { loadedLanguage } from '$lib/analysis/metrics/loaded-language';
import type { Metric } from '$lib/analysis/metrics/metric';
import { measureDocument } from '$lib/analysis/metrics/runner';
import type { Reading } from '$lib/analysis/reading';
import type { Knowledge, Lexicon } from '$lib/lexicons/knowledge';
import type { Dropped, Sensitivity } from '$lib/server/library/validity';
import { quoteOf, type TokenRange } from '$lib/text/document';
import { compileMatcher, type Match } from '$lib/text/match-patterns';

/** Metrics that count hits of one word list. */
const COUNTED: readonly (readonly [metric: Metric, list: string])[] = [
  [loadedLanguage, 'loaded-language'],
  [hedging, 'hedges'],
  [boosters, 'boosters']
];

/** Entries that are reported for each list. */
const MOST_CARRIERS = 10;
/** Wordings named for each entry. */
const MOST_WORDS = 3;

/** The same reading with other hits of one list; everything else is read once. */
function withHits(reading: Reading, list: string, matches: readonly Match[]): Reading {
  const byToken = new Map(matches.map((match) => [match.firstToken, match]));
  const inside = ({ firstToken, tokenEnd }: TokenRange): Match[] => {
    const found: Match[] = [];
    for (let token = firstToken; token < tokenEnd; token++) {
      const match = byToken.get(token);
      if (match && match.tokenEnd <= tokenEnd) found.push(match);
    }
    return found;
  };
  return {
    document: reading.document,
    segments: reading.segments,
    statements: reading.statements,
    hits: (name) => (name === list ? matches : reading.hits(name)),
    hitsIn: (name, range) => (name === list ? inside(range) : reading.hitsIn(name, range))
  };
}

interface Placed {
  readonly id: string;
  readonly estimator: Estimator | undefined;
}

/** The words that an entry was found by, the most frequent first. */
function wordsOf(entry: string, list: string, documents: readonly ComparedDocument[]): string[] {
  const counts = new Map<string, number>();
  for (const { reading } of documents) {
    for (const hit of reading.hits(list)) {
      if (hit.entry.id !== entry) continue;
      const words = quoteOf(reading.document, hit).toLowerCase().replace(/\s+/gu, ' ');
      counts.set(words, (counts.get(words) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([words]) => words);
}

const valueOf = ({ estimator }: Placed): number => estimator?.value ?? 0;

/** From the highest value down; ties in the documents' order. */
function orderOf(placed: readonly Placed[]): string[] {
  return [...placed].sort((a, b) => valueOf(b) - valueOf(a)).map(({ id }) => id);
}

/** Who is told apart from whom. */
function findingOf(metric: string, placed: readonly Placed[]): { high: string[]; low: string[] } {
  const measured = placed.map(({ id, estimator }) => ({
    id,
    estimators: new Map(estimator ? [[metric, estimator]] : [])
  }));
  const [found] = compareMetrics(measured);
  return found && found.low.length > 0 ? { high: found.high, low: found.low } : { high: [], low: [] };
}

function sensitivityOf(
  metric: Metric,
  lexicon: Lexicon,
  documents: readonly ComparedDocument[],
  knowledge: Knowledge
): Sensitivity {
  const list = lexicon.id;
  const estimatorOf = (reading: Reading): Estimator | undefined =>
    measureDocument(reading, knowledge, [metric]).estimators.get(metric.id);
  const base = documents.map(({ id, reading }): Placed => ({ id, estimator: estimatorOf(reading) }));
  const order = orderOf(base);
  const finding = findingOf(metric.id, base);
  const hits = new Map<string, number>();
  for (const { reading } of documents) {
    for (const { entry } of reading.hits(list)) hits.set(entry.id, (hits.get(entry.id) ?? 0) + 1);
  }

  const drop = (entry: string, count: number): Dropped => {
    // Another entry may take the words that this one held, so the rest of the list is searched again.
    const match = compileMatcher({ ...lexicon, entries: lexicon.entries.filter(({ id }) => id !== entry) });
    const touched: Dropped['documents'] = [];
    let shift = 0;
    let beyond = false;
    const after = documents.map(({ id, reading }, index): Placed => {
      const own = reading.hits(list).filter((hit) => hit.entry.id === entry).length;
      const known = base[index]!;
      if (own === 0 || !known.estimator) return known;
      const estimator = estimatorOf(withHits(reading, list, match(reading.document.tokens)));
      if (!estimator) return known;
      touched.push({ document: id, hits: own, after: estimator.value });
      const [low, high] = known.estimator.interval(CONFIDENCE) ?? [known.estimator.value, Infinity];
      const moved = estimator.value - known.estimator.value;
      const half = moved < 0 ? known.estimator.value - low : high - known.estimator.value;
      if (half > 0) shift = Math.max(shift, Math.abs(moved) / half);
      if (estimator.value < low || estimator.value > high) beyond = true;
      return { id, estimator };
    });
    const newOrder = orderOf(after);
    return {
      entry,
      words: wordsOf(entry, list, documents),
      hits: count,
      documents: touched,
      shift,
      order: newOrder.join('\n') === order.join('\n') ? null : newOrder,
      finding: JSON.stringify(findingOf(metric.id, after)) !== JSON.stringify(finding),
      beyond
    };
  };

  const dropped = [...hits]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([entry, count]) => drop(entry, count))
    .sort(
      (a, b) => Number(b.finding) - Number(a.finding) || b.shift - a.shift || (a.entry < b.entry ? -1 : 1)
    );
  return {
    metric: metric.id,
    list,
    unit: metric.unit,
    entries: lexicon.entries.length,
    entriesWithHits: hits.size,
    hits: [...hits.values()].reduce((sum, count) => sum + count, 0),
    documents: order.map((id) => {
      const placed = base.find((item) => item.id === id)!;
      const value = valueOf(placed);
      return { document: id, value, interval: placed.estimator?.interval(CONFIDENCE) ?? [value, value] };
    }),
    ...finding,
    changeOrder: dropped.filter((item) => item.order !== null).length,
    changeFinding: dropped.filter((item) => item.finding).length,
    beyond: dropped.filter((item) => item.beyond).length,
    carriers: dropped.slice(0, MOST_CARRIERS)
  };
}

/**
 * Drops every entry that has a hit, one at a time, and measures again: which entries carry the values, the
 * order of the documents, and the finding that some differ. Texts are read once; only hits are found anew.
 */
export function dropOne(documents: readonly ComparedDocument[], knowledge: Knowledge): Sensitivity[] {
  return COUNTED.flatMap(([metric, list]) => {
    const lexicon = knowledge.lexicons[list];
    return lexicon ? [sensitivityOf(metric, lexicon, documents, knowledge)] : [];
  });
}
