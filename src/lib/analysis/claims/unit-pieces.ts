import type { Place } from './account-phrases';
import { clausePieces } from './clause-pieces';
import { datedCores, firstOfTwo, plainCores, uninterrupted } from './core-pieces';
import { afterDateline } from './dateline';
import { asides, nestedDeeds, purposes, reports } from './inner-pieces';
import type { Piece } from './piece';
import { itemised } from './unit-lists';

/**
 * The stretches of one sentence that can be matched, from the statements `[first, end)`: clauses, what stands
 * in brackets, dated cores, deeds told in passing, reports with what they report, and the items of lists.
 */
export function readPieces({ reading, terms, knowledge }: Place, first: number, end: number): Piece[] {
  const pieces = clausePieces(reading, terms, first, end);
  const [opening] = pieces;
  if (opening) opening.firstToken = afterDateline(reading.document.tokens, opening);
  const deeds = nestedDeeds(reading, terms, first, end);
  const cores = datedCores(reading, terms, pieces, knowledge);
  return [
    ...pieces,
    ...asides(reading, terms, pieces),
    ...cores,
    ...plainCores(reading, terms, pieces, knowledge),
    ...firstOfTwo(reading, terms, pieces),
    ...uninterrupted(reading, terms, [...pieces, ...cores]),
    ...purposes(reading, terms, pieces),
    ...deeds,
    ...reports(reading, pieces),
    ...itemised(reading, [...pieces, ...deeds])
  ];
}
