/**
 * How sure a text is that an event took place or takes place, from -3 (certainly not) over 0 (open) to 3
 * (certainly so): "she left" against "she failed to leave", "she hopes to leave", "had she left". The scale is
 * that of crowd judgements of newspaper sentences, on which the weights were fitted; see the source of the
 * lists `commitment-score`, `commitment-denied` and `commitment-unsure`. By nested five-fold
 * cross-validation over their sentences (`fit factuality`) it agrees with people at Pearson r .757; macro-F1 of the
 * three bands is .701. It is weakest on nouns ("fear a flood") and on what "would" or "expected to" leave open.
 */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Document, Sentence, Span, TokenRange } from '$lib/text/document';
import { commitmentSigns } from './commitment-signs';
import { firstEndingAfter } from './commitment-site';
import { joinSums } from './commitment-calibration';
import { JOINING } from './commitment-weights';

const LISTS = ['commitment-score', 'commitment-denied', 'commitment-unsure'] as const;
type Triple = readonly [score: number, denied: number, unsure: number];

const tables = new WeakMap<Knowledge, ReadonlyMap<string, Triple>>();

/** The three lists side by side, so that a sign is looked up once. */
function tableOf(knowledge: Knowledge): ReadonlyMap<string, Triple> {
  let table = tables.get(knowledge);
  if (table) return table;
  const lists = LISTS.map((list) => knowledge.valences?.[list]);
  const of = (sign: string): Triple => {
    const [score, denied, unsure] = lists.map((list) => list?.get(sign) ?? 0);
    return [score!, denied!, unsure!];
  };
  table = new Map(lists.flatMap((list) => [...(list?.keys() ?? [])]).map((sign) => [sign, of(sign)]));
  tables.set(knowledge, table);
  return table;
}

/** Three linear sums over the signs; "constant" is what they give an event without signs. */
function sumsOf(knowledge: Knowledge, signs: readonly string[]): Triple {
  const table = tableOf(knowledge);
  let [score, denied, unsure] = table.get('constant') ?? [0, 0, 0];
  for (const sign of signs) {
    const weight = table.get(sign);
    if (!weight) continue;
    score += weight[0];
    denied += weight[1];
    unsure += weight[2];
  }
  return [score, denied, unsure];
}

/**
 * How sure the text is of the event whose word stands at `event`, from -3 to 3; 0 outside body sentences.
 * At least `COMMITMENT.asserted` means stated as a fact, at most `COMMITMENT.denied` stated as not so; what
 * lies between is planned, possible, wanted, asked for or conditional. The judgement is of the event whoever
 * reports it. Three linear sums over the signs (the score, and how far the event is denied and unsure) are
 * joined by a short quadratic form; the two latter decide the band.
 */
export function commitmentAt(
  { document }: { readonly document: Document },
  event: Span,
  knowledge: Knowledge
): number {
  const place = placeOf(document, event);
  return place ? commitmentTo(document, knowledge, place.at, place.sentence) : 0;
}

/** The first token of an event and its sentence; null outside body sentences. */
function placeOf(document: Document, event: Span): { at: number; sentence: Sentence } | null {
  const sentence = document.sentences[firstEndingAfter(document.sentences, event.start)];
  const at = firstEndingAfter(document.tokens, event.start);
  return !sentence || sentence.start >= event.end || at >= sentence.tokenEnd ? null : { at, sentence };
}

/** The signs that `commitmentAt` goes by, for fitting what they weigh; null outside body sentences. */
export function signsOfEvent(document: Document, event: Span, knowledge: Knowledge): string[] | null {
  const place = placeOf(document, event);
  return place && commitmentSigns(document, knowledge, place.at, place.sentence);
}

/**
 * `commitmentAt` for the event whose word is the token `at`, read from the words of `within` alone: from one
 * holder's words, so that a reporter's "he claims" says nothing about how sure the holder is.
 */
export function commitmentTo(
  document: Document,
  knowledge: Knowledge,
  at: number,
  within: TokenRange
): number {
  const [score, denied, unsure] = sumsOf(knowledge, commitmentSigns(document, knowledge, at, within));
  return joinSums(JOINING, score, denied, unsure);
}
