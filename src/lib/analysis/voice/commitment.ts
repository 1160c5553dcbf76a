/**
 * How sure a text is that an event took place or takes place, from -3 (certainly not) over 0 (open) to 3
 * (certainly so): "she left" against "she failed to leave", "she hopes to leave", "had she left". The scale is
 * that of crowd judgements of newspaper sentences, on which the weights were fitted; see the source of the
 * lists `commitment-score`, `commitment-denied` and `commitment-unsure`. By five-fold cross-validation over their
 * sentences it agrees with people at Pearson r .753; macro-F1 of the three bands is .702 (denied .68, open .52,
 * stated as a fact .91). It is weakest on nouns ("fear a flood") and on what "would" or "expected to" leave open.
 */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Span } from '$lib/text/document';
import type { Reading } from '../reading';
import { commitmentSigns } from './commitment-signs';
import { CALIBRATION, COMMITMENT } from './commitment-calibration';

/** "constant" in each list is what it gives an event without signs. */
function sumOf(weights: ReadonlyMap<string, number> | undefined, signs: readonly string[]): number {
  let sum = weights?.get('constant') ?? 0;
  if (weights) for (const sign of signs) sum += weights.get(sign) ?? 0;
  return sum;
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/**
 * How sure the text is of the event whose word stands at `event`, from -3 to 3; 0 outside body sentences.
 * At least `COMMITMENT.asserted` means stated as a fact, at most `COMMITMENT.denied` stated as not so; what
 * lies between is planned, possible, wanted, asked for or conditional. The judgement is of the event whoever
 * reports it. Three linear sums over the signs (the score, and how far the event is denied and unsure) are
 * joined by a short quadratic form; the two latter decide the band.
 */
export function commitmentAt(reading: Reading, event: Span, knowledge: Knowledge): number {
  const signs = commitmentSigns(reading, event);
  if (signs.length === 0) return 0;
  const { valences } = knowledge;
  const score = sumOf(valences?.['commitment-score'], signs);
  const denied = sumOf(valences?.['commitment-denied'], signs);
  const unsure = sumOf(valences?.['commitment-unsure'], signs);
  const d = clamp(denied, 0, 1);
  const u = clamp(unsure, 0, 1);
  const terms = [score, d, u, d * d, u * u, d * u, Math.min(score, 3), Math.min(score, 1), 1];
  let value = 0;
  terms.forEach((term, index) => (value += term * CALIBRATION[index]!));
  value = clamp(value, -3, 3);
  if (denied >= COMMITMENT.deniedFrom) return Math.min(value, COMMITMENT.denied);
  if (unsure < COMMITMENT.unsureFrom) return Math.max(value, COMMITMENT.asserted);
  return clamp(value, COMMITMENT.denied + 0.01, COMMITMENT.asserted - 0.01);
}
