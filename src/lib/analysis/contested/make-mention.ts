import { quoteOf, type TokenRange } from '$lib/text/document';
import type { Mention } from '../audit-schema';
import { cueAt, givesAnotherFigure } from './align';
import { denialOver, type Denial } from './denial-frames';
import { isNegated } from './negation';
import type { Scored, Search } from './search';
import { inside, segmentAt, statementAt, type Clause } from './sentence-clauses';

/** The mention that a denial of what was said before makes. */
export function denied(search: Search, clause: Clause, denial: Denial, score: number): Mention {
  const segment = segmentAt(search.reading, clause.firstToken);
  const attributed = denial.attributed || segment?.voice === 'attributed';
  return {
    start: clause.start,
    end: clause.end,
    quote: quoteOf(search.reading.document, clause),
    voice: attributed ? 'attributed' : 'author',
    holder: denial.holder ?? (attributed ? (segment?.holder ?? null) : null),
    polarity: 'deny',
    certainty: 'plain',
    score
  };
}

/** The mention a clause makes: whose it is, whether it denies, how sure its holder is. */
export function mentionOf(search: Search, scored: Scored, sentence: Clause): Mention {
  const { anchor } = scored;
  const { document } = search.reading;
  const segment = segmentAt(search.reading, anchor);
  const statement = segment && statementAt(search.reading, segment.sentence, anchor);
  const over = denialOver(search.reading, search.knowledge, anchor, sentence);
  const term = search.form.terms.find((item) => item.root);
  let denies = segment?.polarity === 'deny' || over !== null;
  if (scored.own && isNegated(search.knowledge, document.tokens, anchor, scored.clause.firstToken))
    denies = !denies;
  if (scored.opposed) denies = !denies;
  if (term?.negated) denies = !denies;
  if (givesAnotherFigure(search.field, sentence)) denies = true;
  // "The allegation that … is untrue": whoever calls it untrue is the one who denies.
  const judged = over && !over.attributed ? segmentAt(search.reading, over.token) : segment;
  const nobodys = over?.attributed === false && judged?.holder === null;
  const attributed = over?.attributed === true || (judged?.voice === 'attributed' && !nobodys);
  return {
    start: scored.clause.start,
    end: scored.clause.end,
    quote: quoteOf(document, scored.clause),
    voice: attributed ? 'attributed' : 'author',
    holder: attributed ? (judged?.holder ?? over?.holder ?? null) : null,
    polarity: denies ? 'deny' : 'affirm',
    certainty: statement?.certainty ?? segment?.certainty ?? 'plain',
    score: scored.score
  };
}

/** The mention, where a denial term of the claim itself stands with it: the clause of that term, denying. */
export function deniedByTerm(
  search: Search,
  best: Scored,
  sentence: Clause,
  clauses: readonly Clause[]
): Mention | null {
  const token = denialTerm(search, sentence);
  if (token < 0) return null;
  const clause = clauses.find((item) => inside(item, token)) ?? best.clause;
  const mention = mentionOf(search, { ...best, clause, anchor: token, own: false, opposed: false }, sentence);
  return { ...mention, polarity: 'deny' };
}

/** Token of a denial term of the claim itself, when one of every group stands in the sentence; else -1. */
function denialTerm(search: Search, sentence: TokenRange): number {
  const { denials } = search.form;
  let first = -1;
  for (const group of denials) {
    let found = -1;
    for (let i = sentence.firstToken; i < sentence.tokenEnd && found < 0; i++) {
      if (group.some((cue) => cueAt(search.field, cue, i) > 0)) found = i;
    }
    if (found < 0) return -1;
    if (first < 0) first = found;
  }
  return first;
}
