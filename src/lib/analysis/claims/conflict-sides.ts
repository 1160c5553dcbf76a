import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Span } from '$lib/text/document';
import type { Conflict } from '../audit-schema';
import type { ComparedDocument } from './compare-claims';
import { readFigures, type Figure } from './conflict-figures';
import { readTerms, type Terms } from './terms';
import type { Unit } from './units';

/** One side of a possible conflict, with what the rules look at. */
export interface Side {
  readonly unit: Unit;
  readonly document: ComparedDocument;
  readonly terms: Terms;
  /** Amounts, shares, counts and dates that the statement itself names. */
  readonly figures: readonly Figure[];
  readonly denied: boolean;
  readonly hedged: boolean;
}

/** A conflict, its values still with the side they come from. */
export type Found = Omit<Conflict, 'values'> & {
  readonly values: readonly (readonly [Side, string, Span])[];
};

/** Reads one member of a claim for the rules of conflict. */
export function sideOf(unit: Unit, documents: readonly ComparedDocument[], knowledge: Knowledge): Side {
  const document = documents[unit.document]!;
  const { reading } = document;
  const terms = readTerms(reading, knowledge);
  const { polarity, certainty } = reading.statements[unit.statement]!;
  return {
    unit,
    document,
    terms,
    figures: readFigures(reading, terms, unit),
    denied: polarity === 'deny',
    hedged: certainty === 'hedged'
  };
}

/** The stretch of a side's text from one token up to another. */
export function spanOf({ document }: Side, first: number, end: number): Span {
  const { tokens } = document.reading.document;
  return { start: tokens[first]!.start, end: tokens[end - 1]!.end };
}

/** The stretch of a side's whole statement. */
export function wholeOf({ document, unit }: Side): Span {
  const { start, end } = document.reading.statements[unit.statement]!;
  return { start, end };
}
