/**
 * Brings a word and its relatives to one stem, so that "annexation" meets "annex" and "deployment" "deploy".
 * Endings of English word formation are taken off by rule; families that no rule joins ("defend", "defence")
 * are data, in the word list `claim-word-families`.
 */

interface Ending {
  readonly ending: string;
  readonly instead: string;
  /** Fewest letters that must be left before the ending. */
  readonly left: number;
}

const ENDINGS: readonly Ending[] = [
  { ending: 'isations', instead: '', left: 4 },
  { ending: 'izations', instead: '', left: 4 },
  { ending: 'isation', instead: '', left: 4 },
  { ending: 'ization', instead: '', left: 4 },
  { ending: 'ification', instead: '', left: 3 },
  { ending: 'ational', instead: '', left: 4 },
  { ending: 'ional', instead: 'ion', left: 3 },
  { ending: 'nsion', instead: 'nd', left: 2 },
  { ending: 'ssion', instead: 'ss', left: 2 },
  { ending: 'sion', instead: 'd', left: 3 },
  { ending: 'ation', instead: '', left: 4 },
  { ending: 'ition', instead: '', left: 4 },
  { ending: 'tion', instead: 't', left: 4 },
  { ending: 'ment', instead: '', left: 4 },
  { ending: 'ness', instead: '', left: 3 },
  { ending: 'wards', instead: '', left: 3 },
  { ending: 'ward', instead: '', left: 3 },
  { ending: 'ance', instead: '', left: 4 },
  { ending: 'ence', instead: '', left: 4 },
  { ending: 'ical', instead: 'ic', left: 3 },
  { ending: 'ally', instead: '', left: 4 },
  { ending: 'ity', instead: '', left: 4 },
  { ending: 'ist', instead: '', left: 5 },
  { ending: 'ism', instead: '', left: 5 },
  { ending: 'ise', instead: '', left: 5 },
  { ending: 'ize', instead: '', left: 4 },
  { ending: 'ify', instead: '', left: 4 },
  { ending: 'ing', instead: '', left: 4 },
  { ending: 'ed', instead: '', left: 4 },
  { ending: 'ly', instead: '', left: 4 }
];

const VOWELS = new Set('aeiouy');

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/(?:sses|shes|ches|xes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function withoutEnding(word: string): string {
  for (const { ending, instead, left } of ENDINGS) {
    if (word.length - ending.length < left || !word.endsWith(ending)) continue;
    const rest = word.slice(0, word.length - ending.length);
    // What is left of a word has a vowel: "bring" is not "br".
    for (let i = 0; i < rest.length; i++) if (VOWELS.has(rest[i]!)) return rest + instead;
  }
  return word;
}

/** Longest word that has a stem of its own; a longer one is no word of English. */
const LONGEST = 40;

/** The stem of a lower-case word. Not a word itself, only a key to compare. */
export function stem(word: string): string {
  if (word.length < 4 || word.length > LONGEST) return word;
  let rest = withoutEnding(singular(word));
  if (rest.length > 3 && rest.endsWith('e')) rest = rest.slice(0, -1);
  const last = rest[rest.length - 1];
  if (rest.length > 3 && last === rest[rest.length - 2] && !VOWELS.has(last!)) rest = rest.slice(0, -1);
  return rest.length > 3 && last === 'y' ? `${rest.slice(0, -1)}i` : rest;
}
