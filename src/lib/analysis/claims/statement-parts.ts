/** The parts of a statement: who, did what, to whom, when, where, how many. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import { quoteOf, type TokenRange } from '$lib/text/document';
import type { Quantity } from '$lib/text/read-quantities';
import type { StatementParts } from '../audit-schema';
import { readActorNames } from '../compare/actor-names';
import { lowerBound } from '../lower-bound';
import type { Reading, Statement } from '../reading';
import { clausesOf } from '../voice/clauses';
import { CLASS } from '../voice/word-classes';
import { figureOf, looseTimeOf, reachOf, timeOf } from './part-circumstances';
import { coreOf } from './part-phrases';
import { placeOf } from './part-places';
import { readRoles } from './part-roles';
import { quantitiesOf } from './text-quantities';

/**
 * The parts of every statement of a text, in the order of its statements, each null where word order does not
 * give it away: there is no parser. A part may stand outside the statement that it belongs to, as the subject of a
 * relative clause does, but inside its sentence. Linear in the length of the text; meant for what is shown or
 * compared, not for what is measured.
 */
export function readParts(reading: Reading, knowledge: Knowledge): StatementParts[] {
  const { document, statements } = reading;
  const { tokens } = document;
  const map = clausesOf(reading.document);
  const roles = readRoles(reading, knowledge);
  const quantities = quantitiesOf(reading);
  const actorsIn = actorFinder(reading, knowledge);
  const spanOf = ({ firstToken, tokenEnd }: TokenRange) => {
    const span = { start: tokens[firstToken]!.start, end: tokens[tokenEnd - 1]!.end };
    return { ...span, quote: quoteOf(document, span) };
  };
  const party = (phrase: TokenRange | null) =>
    phrase && { ...spanOf(phrase), actors: actorsIn(coreOf(map, phrase, false)) };
  return statements.map((statement: Statement, index): StatementParts => {
    const found = roles[index]!;
    const own = within(quantities, statement);
    const reach = reachOf(map, statement, found);
    const when = timeOf(map, statement, found, reach, own) ?? looseTimeOf(map, statement, found, reach);
    const where = placeOf(map, statement, found, reach, reading, knowledge);
    const figure = figureOf(map, own);
    return {
      who: party(withWholeFigure(found.who, own)),
      did: found.did && spanOf(found.did),
      whom: party(withWholeFigure(found.whom, own)),
      when: when && { ...spanOf(when), from: when.from, to: when.to },
      where: where && { ...spanOf(where), actors: actorsIn(where) },
      howMany: figure && {
        ...spanOf(figure),
        low: figure.low!,
        high: figure.high!,
        unit: figure.unit ?? figure.counted,
        bound: figure.bound
      }
    };
  });
}

/** A phrase that ends inside a figure ends with it: "1.2 million tins", and not "1.2". */
function withWholeFigure(phrase: TokenRange | null, figures: readonly Quantity[]): TokenRange | null {
  if (!phrase) return null;
  const { firstToken, tokenEnd } = phrase;
  const cut = figures.find((figure) => figure.firstToken < tokenEnd && tokenEnd < figure.tokenEnd);
  return cut ? { firstToken, tokenEnd: cut.tokenEnd } : phrase;
}

function within(quantities: readonly Quantity[], { firstToken, tokenEnd }: TokenRange): Quantity[] {
  const found: Quantity[] = [];
  for (
    let at = lowerBound(quantities, firstToken, (quantity) => quantity.firstToken);
    at < quantities.length && quantities[at]!.tokenEnd <= tokenEnd;
    at++
  )
    found.push(quantities[at]!);
  return found;
}

/** Finds the actors that a phrase is the name of: "Norway and the league", and not "Norway's fishermen". */
function actorFinder(reading: Reading, knowledge: Knowledge): (range: TokenRange) => string[] {
  const { names } = readActorNames(reading, knowledge);
  const { classes } = clausesOf(reading.document);
  return ({ firstToken, tokenEnd }) => {
    const found = new Set<string>();
    for (
      let at = lowerBound(names, firstToken, (name) => name.firstToken);
      at < names.length && names[at]!.tokenEnd <= tokenEnd;
      at++
    ) {
      const { actor, kind, tokenEnd: end } = names[at]!;
      const closes = end === tokenEnd || classes[end] === CLASS.conjunction || classes[end] === CLASS.comma;
      if (closes && kind !== 'people') found.add(actor);
    }
    return [...found];
  };
}
