import type { Reading, Segment } from '../reading';
import { wordsIn } from './list-rate';

/** The part of its sentence's words that a segment holds, 0 to 1, so that the segments of one add up to 1. */
export function shareOfSentence(reading: Reading, segment: Segment): number {
  const whole = wordsIn(reading, reading.document.sentences[segment.sentence]!);
  return whole === 0 ? 0 : wordsIn(reading, segment) / whole;
}
