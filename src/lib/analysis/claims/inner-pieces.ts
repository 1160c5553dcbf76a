/** What stands inside a clause and says something of its own, and what a clause says together with the one it reports. */
import type { TokenRange } from '$lib/text/document';
import type { Reading, Statement } from '../reading';
import { CLUSTERS } from './cluster-weights';
import type { Piece } from './piece';
import { distinctKeys, LONGEST_STATEMENT, sizeOf, unbroken } from './piece-extent';
import type { Terms } from './terms';

/** What stands in brackets says something of its own: "(the club now has 40 members)". */
export function asides({ document }: Reading, terms: Terms, pieces: readonly Piece[]): Piece[] {
  const { tokens } = document;
  const found: Piece[] = [];
  for (const { statement, firstToken, tokenEnd } of pieces) {
    let open = -1;
    for (let i = firstToken; i < tokenEnd; i++) {
      const { text } = tokens[i]!;
      if (text === '(') open = i + 1;
      else if (text === ')' && open >= 0) {
        const range = { firstToken: open, tokenEnd: i };
        const size = sizeOf(terms.keys, range);
        if (size >= CLUSTERS.leastKeys) found.push({ statement, size, ...range });
        open = -1;
      }
    }
  }
  return found;
}

/** "… to overthrow the president": the last thing that is set out to be done, dated by the clause around it. */
export function purposes({ document: { tokens } }: Reading, terms: Terms, pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap(({ statement, firstToken, tokenEnd }) => {
    let at = -1;
    for (let i = firstToken + 2; i + 1 < tokenEnd; i++) {
      if (tokens[i]!.normal === 'to' && tokens[i + 1]!.pos === 'VERB') at = i + 1;
    }
    const range = { firstToken: at, tokenEnd };
    const size = at < 0 ? 0 : sizeOf(terms.keys, range);
    return size >= CLUSTERS.leastKeys ? [{ statement, size, ...range, inherits: true }] : [];
  });
}

/** "Norway's sale of timber": an owner before the noun, and "of" behind it. */
function saysWhoAndWhom({ document: { tokens } }: Reading, { firstToken, tokenEnd }: TokenRange): boolean {
  let owned = false;
  for (let i = firstToken; i < tokenEnd; i++) {
    if (/^['’]s?$/u.test(tokens[i]!.normal)) owned = true;
    if (tokens[i]!.normal === 'of') return owned;
  }
  return false;
}

/** A deed in a noun phrase inside a clause counts when it says who and when, or who and whom. */
export function nestedDeeds(reading: Reading, terms: Terms, first: number, end: number): Piece[] {
  const deeds: Piece[] = [];
  let enclosing: Statement | null = null;
  for (let position = first; position < end; position++) {
    const statement = reading.statements[position]!;
    if (enclosing === null || statement.tokenEnd > enclosing.tokenEnd) {
      enclosing = statement;
      continue;
    }
    if (enclosing.tokenEnd - enclosing.firstToken > LONGEST_STATEMENT) continue;
    const keys = distinctKeys(terms.keys, statement);
    let actors = 0;
    let numbers = 0;
    for (const key of keys) {
      if (key[0] === '@') actors++;
      else if (key[0] === '#') numbers++;
    }
    const orphan = actors === 0;
    const whole = saysWhoAndWhom(reading, statement);
    const specific = keys.size >= CLUSTERS.leastKeys && (orphan || actors >= 2 || numbers >= 1 || whole);
    // A deed that is nearly the whole clause is that clause.
    const apart = keys.size <= 0.75 * sizeOf(terms.keys, enclosing);
    if (specific && apart) {
      const { firstToken, tokenEnd } = statement;
      deeds.push({ statement: position, size: keys.size, firstToken, tokenEnd, orphan });
    }
  }
  return deeds;
}

/** What opens the clause that a promise, a plan or a report is about. */
const COMPLEMENTS = new Set(['that', 'to']);
/** Longest frame and content that are matched as one. */
const LONGEST_REPORT = 45;

/** "She gave her word that the bridge would stay": who promised what is one claim, beside what was promised. */
export function reports(reading: Reading, pieces: readonly Piece[]): Piece[] {
  const { tokens } = reading.document;
  const found: Piece[] = [];
  pieces.forEach((frame, i) => {
    const content = pieces[i + 1];
    if (
      !content ||
      (!COMPLEMENTS.has(tokens[content.firstToken]!.normal) &&
        !COMPLEMENTS.has(tokens[content.firstToken - 1]?.normal ?? ''))
    )
      return;
    if (
      content.tokenEnd - frame.firstToken > LONGEST_REPORT ||
      !unbroken(tokens, frame.tokenEnd, content.firstToken)
    )
      return;
    found.push({
      statement: frame.statement,
      size: frame.size + content.size,
      firstToken: frame.firstToken,
      tokenEnd: content.tokenEnd
    });
  });
  return found;
}
