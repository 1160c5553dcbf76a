/** Syllables of a word, estimated from its spelling. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import { wordSet } from '../word-kinds';
import { oncePer } from './once-per';

/** No word of English is longer; a run of a megabyte of letters costs no more than this. */
const LONGEST = 60;

/** Letters are folded to a to z; "é" is always spoken, so "café" counts like "cafey". */
function fold(word: string): string {
  return word
    .slice(0, LONGEST)
    .toLowerCase()
    .replaceAll('é', 'ey')
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}

/** Two written vowels next to each other that are spoken apart: "li-on", "du-al", "var-i-ous", "play-ing". */
const APART =
  /(?<![cst])ia(?!ge|[lnr][a-z])|io(?!us|n)|(?<![cgtx])ious|i(?:e[nt]|um)|u(?:a(?!r|ge|de)|ous)|eo(?!n|us|r|pl)|ea(?:t[eio]|li)|[aeouy]ing|ism$/g;

/** Written vowels that are not spoken: "mak(e)", "mak(e)s", "ask(e)d", "mov(e)ment", "larg(e)ly". */
const SILENT =
  /[^aeiouylr]e$|[^aeiouylrscgxzh]es$|the?s$|[aeiouy][lr]es?$|[^aeiouydt]ed$|[cdgkrstvz]e(?=ly$|ment|less|ful|ness)/g;

const irregular = oncePer((knowledge: Knowledge): ReadonlyMap<string, number> => {
  const counts = ['one', 'two', 'three', 'four'];
  return new Map(
    counts.flatMap((count, at) =>
      [...wordSet(knowledge, 'words-syllables', count)].map((word): [string, number] => [word, at + 1])
    )
  );
});

/**
 * Spoken syllables of an English word, estimated from its spelling: runs of vowels, less silent "e", plus
 * vowels spoken apart, but for words that the list `words-syllables` counts. At least 1. Numbers and signs count 1.
 */
export function countSyllables(word: string, knowledge: Knowledge): number {
  const folded = fold(word);
  if (folded === '') return 1;
  const known = irregular(knowledge).get(folded);
  if (known !== undefined) return known;
  const runs = (folded.match(/[aeiouy]+/g) ?? []).length;
  if (folded.length <= 3) {
    // Abbreviations such as "CNN" are spelt out; "are", "one" and "use" end in a silent letter.
    if (runs === 0) return word === word.toUpperCase() ? folded.length : 1;
    return runs === 2 && folded.endsWith('e') ? 1 : runs;
  }
  const silent = (folded.match(SILENT) ?? []).length;
  const apart = (folded.match(APART) ?? []).length;
  return Math.max(1, runs - silent + apart);
}
