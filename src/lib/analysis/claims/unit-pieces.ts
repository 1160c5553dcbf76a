import type { Token, TokenRange } from '$lib/text/document';
import type { Reading, Statement } from '../reading';
import { CLUSTERS } from './cluster-weights';
import { afterDateline } from './dateline';
import type { Piece } from './piece';
import { isYearKey, type Terms } from './terms';
import { itemised } from './unit-lists';

/** A statement is compared by so many of its first tokens. */
const LONGEST_STATEMENT = 200;
const MONTHS = new Set(
  'january february march april may june july august september october november december'.split(' ')
);

/** A number that can be a day of a month: "3 May", whatever "May" is taken for. */
const isDay = (key = ''): boolean => /^#(?:[12]?\d|3[01])$/.test(key);

/** A date nearer than this to the end of its clause leaves nothing to cut off. */
const LEAST_REST = 3;

function distinctKeys(keys: readonly string[], { firstToken, tokenEnd }: TokenRange): Set<string> {
  const found = new Set<string>();
  for (let i = firstToken; i < tokenEnd; i++) if (keys[i] !== '') found.add(keys[i]!);
  return found;
}

/** Whether nothing but words stands between two stretches. */
function unbroken(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!tokens[i]!.word) return false;
  return true;
}

/** '… in the world," | gushed Ann Lee': who spoke is no part of what was said. */
function opensTag(tokens: readonly Token[], end: number, firstToken: number): boolean {
  return /^["”’]$/u.test(tokens[end - 1]!.text) && tokens[firstToken]!.pos === 'VERB';
}

/** Clauses of one sentence, short fragments joined to their neighbours. Nested deeds are left to `nestedDeeds`. */
function piecesOf(reading: Reading, terms: Terms, first: number, end: number): Piece[] {
  const { statements, document } = reading;
  const pieces: Piece[] = [];
  for (let position = first; position < end; position++) {
    const { firstToken } = statements[position]!;
    const tokenEnd = Math.min(statements[position]!.tokenEnd, firstToken + LONGEST_STATEMENT);
    const last = pieces[pieces.length - 1];
    if (last && tokenEnd <= last.tokenEnd) continue;
    const size = distinctKeys(terms.keys, { firstToken, tokenEnd }).size;
    const lastSize = last ? distinctKeys(terms.keys, last).size : 0;
    // A clause that ends at its verb has its object in the next piece: "approved | the merger".
    const waitsForObject =
      last !== undefined &&
      document.tokens[last.tokenEnd - 1]!.pos === 'VERB' &&
      document.tokens[firstToken]!.pos !== 'CCONJ' &&
      statements[last.statement]!.segment === statements[position]!.segment;
    if (
      last &&
      !opensTag(document.tokens, last.tokenEnd, firstToken) &&
      (size < CLUSTERS.leastKeys || lastSize < CLUSTERS.leastKeys || waitsForObject) &&
      tokenEnd - last.firstToken <= LONGEST_STATEMENT &&
      (waitsForObject || size + lastSize <= CLUSTERS.longestJoined) &&
      unbroken(document.tokens, last.tokenEnd, firstToken)
    ) {
      last.tokenEnd = tokenEnd;
      if (size > last.size) [last.statement, last.size] = [position, size];
    } else {
      pieces.push({ statement: position, size, firstToken, tokenEnd });
    }
  }
  return pieces;
}

/** What stands in brackets says something of its own: "(the club now has 40 members)". */
function asides({ document }: Reading, terms: Terms, pieces: readonly Piece[]): Piece[] {
  const { tokens } = document;
  const found: Piece[] = [];
  for (const { statement, firstToken, tokenEnd } of pieces) {
    let open = -1;
    for (let i = firstToken; i < tokenEnd; i++) {
      const { text } = tokens[i]!;
      if (text === '(') open = i + 1;
      else if (text === ')' && open >= 0) {
        const range = { firstToken: open, tokenEnd: i };
        const size = distinctKeys(terms.keys, range).size;
        if (size >= CLUSTERS.leastKeys) found.push({ statement, size, ...range });
        open = -1;
      }
    }
  }
  return found;
}

/**
 * Who, what and when, up to the date: "NATO was founded in 1949 …", "The founding of NATO in 1949 …". The same
 * event told at length and in passing meets in this core.
 */
function datedCores(reading: Reading, terms: Terms, pieces: readonly Piece[]): Piece[] {
  const { tokens } = reading.document;
  const cores: Piece[] = [];
  for (const { statement, firstToken, tokenEnd } of pieces) {
    let dated = -1;
    let several = false;
    for (let i = firstToken; i < tokenEnd; i++) {
      const month =
        MONTHS.has(tokens[i]!.normal) && (tokens[i]!.pos === 'PROPN' || isDay(terms.plain[i - 1]));
      if (!month && !isYearKey(terms.plain[i]!)) continue;
      // "4 January 2019" is one date.
      several ||= dated >= 0 && i - dated > 3;
      dated = i;
    }
    if (dated < 0 || several || tokenEnd - dated < LEAST_REST) continue;
    const range = { firstToken, tokenEnd: dated + 1 };
    const size = distinctKeys(terms.keys, range).size;
    if (size >= 2) cores.push({ statement, size, ...range });
  }
  return cores;
}

/** Words that open what only goes along with a deed: when, why, in spite of what. */
const ADJUNCTS = new Set(
  'after following amid over despite because during before since when while as with'.split(' ')
);

/** What is told before the first of its circumstances: "stepped down on Friday | over the disaster at the mine". */
function plainCores({ document: { tokens } }: Reading, terms: Terms, pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap(({ statement, firstToken, tokenEnd, size: whole }) => {
    let verb = false;
    for (let i = firstToken; i < tokenEnd; i++) {
      verb ||= tokens[i]!.pos === 'VERB';
      if (!verb || i === firstToken || !ADJUNCTS.has(tokens[i]!.normal)) continue;
      const range = { firstToken, tokenEnd: i };
      const size = distinctKeys(terms.keys, range).size;
      return size >= CLUSTERS.leastKeys && whole - size >= CLUSTERS.leastKeys
        ? [{ statement, size, ...range }]
        : [];
    }
    return [];
  });
}

/** What is told before a second deed or figure: "eleven workers died | and 26 were injured". */
function firstOfTwo({ document: { tokens } }: Reading, terms: Terms, pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap(({ statement, firstToken, tokenEnd, size: whole }) => {
    let verb = false;
    for (let i = firstToken; i + 1 < tokenEnd; i++) {
      const next = tokens[i + 1]!;
      const joint = tokens[i]!.pos === 'CCONJ' && (isVerb(tokens, i + 1) || terms.plain[i + 1]![0] === '#');
      if (verb && joint && next.pos !== 'NOUN') {
        const range = { firstToken, tokenEnd: i };
        const size = distinctKeys(terms.keys, range).size;
        return size >= CLUSTERS.leastKeys && whole > size ? [{ statement, size, ...range }] : [];
      }
      verb ||= tokens[i]!.pos === 'VERB';
    }
    return [];
  });
}

/** A word behind a hyphen is part of a name or a term, whatever it looks like: "Ji-woo", "state-run". */
function isVerb(tokens: readonly Token[], at: number): boolean {
  const { pos } = tokens[at]!;
  return pos === 'AUX' || (pos === 'VERB' && tokens[at - 1]?.text !== '-');
}

function isName(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]!.pos !== 'PROPN') return false;
  return to > from;
}

/** Longest aside between two commas. */
const LONGEST_ASIDE = 25;

/** "The founder, who had sold his shares, resigned": who did it and what, the words between the commas left out. */
function uninterrupted({ document: { tokens } }: Reading, terms: Terms, pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap(({ statement, firstToken, tokenEnd, size: whole }) => {
    let open = firstToken;
    while (open < tokenEnd && tokens[open]!.text !== ',') {
      if (isVerb(tokens, open)) return [];
      open++;
    }
    let close = open + 1;
    while (close < Math.min(tokenEnd, open + LONGEST_ASIDE) && tokens[close]!.text !== ',') close++;
    const next = tokens[close + 1]?.pos;
    if (tokens[close]?.text !== ',' || close >= tokenEnd || (next !== 'VERB' && next !== 'AUX')) return [];
    const aside = { firstToken: open, tokenEnd: close + 1 };
    // "The head of the firm, Ann Lee, resigned": the name says who it was.
    const named = terms.keys[open + 1]?.[0] === '@' && isName(tokens, open + 1, close);
    const byName = { firstToken: open + 1, tokenEnd };
    const nameSize = distinctKeys(terms.keys, byName).size;
    const shorter: Piece[] =
      named && nameSize >= CLUSTERS.leastKeys ? [{ statement, size: nameSize, ...byName }] : [];
    const left = distinctKeys(terms.keys, { firstToken, tokenEnd: open });
    const rest = distinctKeys(terms.keys, { firstToken: close + 1, tokenEnd });
    const size = left.size + rest.size;
    return left.size > 0 && size >= CLUSTERS.leastKeys && whole > size
      ? [...shorter, { statement, size, firstToken, tokenEnd, without: [aside] }]
      : shorter;
  });
}

/** "… to overthrow the president": the last thing that is set out to be done, dated by the clause around it. */
function purposes({ document: { tokens } }: Reading, terms: Terms, pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap(({ statement, firstToken, tokenEnd }) => {
    let at = -1;
    for (let i = firstToken + 2; i + 1 < tokenEnd; i++) {
      if (tokens[i]!.normal === 'to' && tokens[i + 1]!.pos === 'VERB') at = i + 1;
    }
    const range = { firstToken: at, tokenEnd };
    const size = at < 0 ? 0 : distinctKeys(terms.keys, range).size;
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
function nestedDeeds(reading: Reading, terms: Terms, first: number, end: number): Piece[] {
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
    const apart = keys.size <= 0.75 * distinctKeys(terms.keys, enclosing).size;
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
function reports(reading: Reading, pieces: readonly Piece[]): Piece[] {
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

/**
 * The stretches of one sentence that can be matched, from the statements `[first, end)`: clauses, what stands
 * in brackets, dated cores, deeds told in passing, reports with what they report, and the items of lists.
 */
export function readPieces(reading: Reading, terms: Terms, first: number, end: number): Piece[] {
  const pieces = piecesOf(reading, terms, first, end);
  const [opening] = pieces;
  if (opening) opening.firstToken = afterDateline(reading.document.tokens, opening);
  const deeds = nestedDeeds(reading, terms, first, end);
  const cores = datedCores(reading, terms, pieces);
  return [
    ...pieces,
    ...asides(reading, terms, pieces),
    ...cores,
    ...plainCores(reading, terms, pieces),
    ...firstOfTwo(reading, terms, pieces),
    ...uninterrupted(reading, terms, [...pieces, ...cores]),
    ...purposes(reading, terms, pieces),
    ...deeds,
    ...reports(reading, pieces),
    ...itemised(reading, [...pieces, ...deeds])
  ];
}
