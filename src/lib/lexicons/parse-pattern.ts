import type { Pattern, Term } from './knowledge';

/** Tokens that `...` may skip. */
const GAP = 6;

const PARTS_OF_SPEECH = new Set(
  'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(' ')
);

/** A pattern that does not follow the grammar; the message says what to do. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

function term(parts: Partial<Term>): Term {
  return { words: [], exact: false, pos: [], optional: false, number: false, gap: 0, ...parts };
}

/** "don't" is two tokens, "do" and "n't"; "cannot" is "can" and "not". */
function splitContraction(word: string): string[] {
  if (word === 'cannot') return ['can', 'not'];
  const found = /^([^']+)(n't|'(?:s|re|ve|ll|d|m))$/.exec(word);
  return found && found[1] !== 'o' ? [found[1]!, found[2]!] : [word];
}

/**
 * Reads one term. A hyphenated word has several readings, because "hard-line" may be one token, three, or
 * two words without the hyphen; each reading is a run of terms.
 */
function parseTerm(source: string, pattern: string): Term[][] {
  const fail = (problem: string): PatternError => new PatternError(`the pattern "${pattern}" ${problem}`);
  if (source === '...') return [[term({ gap: GAP })]];
  let rest = source;
  const optional = rest.length > 1 && rest.endsWith('?');
  if (optional) rest = rest.slice(0, -1);
  if (rest === '*') return [[term({ optional })]];
  if (rest === '#') return [[term({ number: true, optional })]];
  const exact = rest.length > 1 && rest.startsWith('=');
  if (exact) rest = rest.slice(1);
  let pos: string[] = [];
  const slash = rest.lastIndexOf('/');
  if (slash > 0 && slash < rest.length - 1) {
    pos = rest.slice(slash + 1).split('+');
    const unknown = pos.find((tag) => !PARTS_OF_SPEECH.has(tag));
    if (unknown !== undefined) {
      throw fail(`names the part of speech "${unknown}": use ${[...PARTS_OF_SPEECH].join(', ')}`);
    }
    rest = rest.slice(0, slash);
  }
  if (rest === '*') return [[term({ pos, optional })]];
  const words = rest.split('|');
  if (words.some((word) => word === '')) throw fail('has an empty alternative: write a|b');
  if (words.some((word) => word !== word.toLowerCase())) throw fail('has capitals: write it in lower case');
  if (words.some((word) => /[’‘]/.test(word))) throw fail("has a curly apostrophe: write a straight one, '");
  if (words.some((word) => word.length > 1 && /[*#=/?]/.test(word))) {
    throw fail('has a sign inside a word: = stands first, /POS and ? stand last, * and # stand alone');
  }
  if (words.length > 1) {
    if (words.some((word) => word.length > 1 && (word.includes('-') || splitContraction(word).length > 1))) {
      throw fail('has a hyphen or a contraction among alternatives: give that one a pattern of its own');
    }
    return [[term({ words, exact, pos, optional })]];
  }
  const word = words[0]!;
  const contracted = splitContraction(word);
  if (contracted.length > 1) {
    return [contracted.map((part) => term({ words: [part], exact: part.includes("'"), optional }))];
  }
  const pieces = word.split('-');
  if (word.length === 1 || pieces.length === 1) return [[term({ words, exact, pos, optional })]];
  if (pieces.some((piece) => piece === '')) throw fail('has a hyphen at the edge of a word: remove it');
  if (pos.length > 0 || optional) {
    throw fail('has a part of speech or ? on a hyphenated word: leave it off, or write the words apart');
  }
  const apart: Term[] = [];
  for (const piece of pieces) {
    if (apart.length > 0) apart.push(term({ words: ['-'], exact: true, optional: !exact }));
    apart.push(term({ words: [piece], exact }));
  }
  return [[term({ words, exact })], apart];
}

/**
 * Reads one pattern of a word list (grammar: `README.md` beside this file). Most give one `Pattern`; a
 * hyphenated word gives one for each way it can be cut into tokens.
 *
 * @throws PatternError when the pattern does not follow the grammar
 */
export function parsePattern(source: string): Pattern[] {
  const parts = source.trim().split(/\s+/);
  if (parts[0] === '') throw new PatternError('an empty pattern matches nothing: write a word or remove it');
  let readings: Term[][] = [[]];
  for (const part of parts) {
    const next = parseTerm(part, source);
    readings = readings.flatMap((reading) => next.map((run) => [...reading, ...run]));
  }
  for (const reading of readings) {
    const first = reading[0]!;
    const last = reading[reading.length - 1]!;
    if (first.words.length === 0 && !first.number) {
      throw new PatternError(`the pattern "${source}" must begin with a word or #`);
    }
    if (reading.every((item) => item.optional) || last.gap > 0) {
      throw new PatternError(
        `the pattern "${source}" must end with something to find, and need at least one`
      );
    }
  }
  return readings;
}

/**
 * Reads one word of `not-after` or `not-before`: a single term.
 *
 * @throws PatternError when it is more than one token
 */
export function parseGuard(source: string): Term {
  const readings = source.trim() === '' ? [] : parseTerm(source.trim(), source);
  const only = readings[0]?.[0];
  if (
    /\s/.test(source.trim()) ||
    !only ||
    readings.length !== 1 ||
    readings[0]!.length !== 1 ||
    only.gap > 0
  ) {
    throw new PatternError(`"${source}" in not-after or not-before must be one single word`);
  }
  return only;
}
