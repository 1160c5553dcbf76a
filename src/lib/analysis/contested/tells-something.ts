/** Which statements say enough to be looked for in other texts. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Document, TokenRange } from '$lib/text/document';
import { LabelClauses } from '../claims/label-clarity';

/** Words that carry a claim, at the least: who, what and to whom, or a subject, a copula and what is said of it. */
const FEWEST = 3;
const CARRIES = /^(?:NOUN|PROPN|VERB|ADJ|NUM)$/;
const COPULA = /^(?:am|is|are|was|were|be|been|being)$/;
/** "Mr.", "Gov." and the like belong to the name behind them. */
const TITLE = /^\p{Lu}\p{L}{1,4}\.$/u;

/** Asks the statements of one text whether they tell something, or are only the frame of what another one tells. */
export class TellingStatements {
  readonly #clauses: LabelClauses;

  constructor(
    private readonly document: Document,
    knowledge: Knowledge
  ) {
    this.#clauses = new LabelClauses(document, knowledge);
  }

  /** False for fragments ("Mr. Trump’s plan") and for tags that keep back what was said ("Trump told NBC News"). */
  tells({ firstToken, tokenEnd }: TokenRange): boolean {
    let carried = 0;
    let verb = -1;
    let further = false;
    let last = '';
    for (let at = firstToken; at < tokenEnd; at++) {
      const token = this.document.tokens[at]!;
      if (!token.word) continue;
      last = token.normal;
      if ((CARRIES.test(token.pos) && !TITLE.test(token.text)) || COPULA.test(token.normal)) carried++;
      if (!this.#clauses.isFinite(at)) continue;
      if (verb < 0) verb = at;
      else further = true;
    }
    // "Following multiple allegations of" keeps back of what.
    if (carried < FEWEST || (verb < 0 && this.#clauses.words.noEnding.has(last))) return false;
    return verb < 0 || further || !this.#clauses.isReporting(verb);
  }
}
