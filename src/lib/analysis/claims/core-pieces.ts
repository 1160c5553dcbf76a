/** Clauses cut down to what they tell first of all, so that an event told at length meets one told in passing. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token } from '$lib/text/document';
import type { Reading } from '../reading';
import { wordSet } from '../word-kinds';
import { claimWords } from './claim-words';
import { CLUSTERS } from './cluster-weights';
import type { Piece } from './piece';
import { isVerb, sizeOf } from './piece-extent';
import { isYearKey, type Terms } from './terms';

/** A number that can be a day of a month: "3 May", whatever "May" is taken for. */
const isDay = (key = ''): boolean => /^#(?:[12]?\d|3[01])$/.test(key);

/** A date nearer than this to the end of its clause leaves nothing to cut off. */
const LEAST_REST = 3;

/**
 * Who, what and when, up to the date: "NATO was founded in 1949 …", "The founding of NATO in 1949 …". The same
 * event told at length and in passing meets in this core.
 */
export function datedCores(
  { document: { tokens } }: Reading,
  terms: Terms,
  pieces: readonly Piece[],
  knowledge: Knowledge
): Piece[] {
  const months = wordSet(knowledge, 'words-figures', 'month');
  const cores: Piece[] = [];
  for (const { statement, firstToken, tokenEnd } of pieces) {
    let dated = -1;
    let several = false;
    for (let i = firstToken; i < tokenEnd; i++) {
      const month =
        months.has(tokens[i]!.normal) && (tokens[i]!.pos === 'PROPN' || isDay(terms.plain[i - 1]));
      if (!month && !isYearKey(terms.plain[i]!)) continue;
      // "4 January 2019" is one date.
      several ||= dated >= 0 && i - dated > 3;
      dated = i;
    }
    if (dated < 0 || several || tokenEnd - dated < LEAST_REST) continue;
    const range = { firstToken, tokenEnd: dated + 1 };
    const size = sizeOf(terms.keys, range);
    if (size >= 2) cores.push({ statement, size, ...range });
  }
  return cores;
}

/** What is told before the first of its circumstances: "stepped down on Friday | over the disaster at the mine". */
export function plainCores(
  { document: { tokens } }: Reading,
  terms: Terms,
  pieces: readonly Piece[],
  knowledge: Knowledge
): Piece[] {
  const adjuncts = claimWords(knowledge, 'adjunct');
  return pieces.flatMap(({ statement, firstToken, tokenEnd, size: whole }) => {
    let verb = false;
    for (let i = firstToken; i < tokenEnd; i++) {
      verb ||= tokens[i]!.pos === 'VERB';
      if (!verb || i === firstToken || !adjuncts.has(tokens[i]!.normal)) continue;
      const range = { firstToken, tokenEnd: i };
      const size = sizeOf(terms.keys, range);
      return size >= CLUSTERS.leastKeys && whole - size >= CLUSTERS.leastKeys
        ? [{ statement, size, ...range }]
        : [];
    }
    return [];
  });
}

/** What is told before a second deed or figure: "eleven workers died | and 26 were injured". */
export function firstOfTwo(
  { document: { tokens } }: Reading,
  terms: Terms,
  pieces: readonly Piece[]
): Piece[] {
  return pieces.flatMap(({ statement, firstToken, tokenEnd, size: whole }) => {
    let verb = false;
    for (let i = firstToken; i + 1 < tokenEnd; i++) {
      const next = tokens[i + 1]!;
      const joint = tokens[i]!.pos === 'CCONJ' && (isVerb(tokens, i + 1) || terms.plain[i + 1]![0] === '#');
      if (verb && joint && next.pos !== 'NOUN') {
        const range = { firstToken, tokenEnd: i };
        const size = sizeOf(terms.keys, range);
        return size >= CLUSTERS.leastKeys && whole > size ? [{ statement, size, ...range }] : [];
      }
      verb ||= tokens[i]!.pos === 'VERB';
    }
    return [];
  });
}

function isName(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]!.pos !== 'PROPN') return false;
  return to > from;
}

/** Longest aside between two commas. */
const LONGEST_ASIDE = 25;

/** "The founder, who had sold his shares, resigned": who did it and what, the words between the commas left out. */
export function uninterrupted(
  { document: { tokens } }: Reading,
  terms: Terms,
  pieces: readonly Piece[]
): Piece[] {
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
    const nameSize = sizeOf(terms.keys, byName);
    const shorter: Piece[] =
      named && nameSize >= CLUSTERS.leastKeys ? [{ statement, size: nameSize, ...byName }] : [];
    const left = sizeOf(terms.keys, { firstToken, tokenEnd: open });
    const size = left + sizeOf(terms.keys, { firstToken: close + 1, tokenEnd });
    return left > 0 && size >= CLUSTERS.leastKeys && whole > size
      ? [...shorter, { statement, size, firstToken, tokenEnd, without: [aside] }]
      : shorter;
  });
}
