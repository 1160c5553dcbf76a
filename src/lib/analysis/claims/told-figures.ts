/** Figures of any clause, each with the words that say what it is a figure of. */
import type { TokenRange } from '$lib/text/document';
import { wordSet } from '../word-kinds';
import { clauseAround } from './account-clause';
import type { Place } from './account-phrases';
import type { Figure } from './figure';
import { figuresOf, WEEKDAY } from './measured-figures';
import { clauseWords, tellingWords, wordOf } from './telling-clause';
import { isAge } from './told-ages';
import type { ToldFigure } from './telling';

/** Tokens on each side of a figure that are next to it. */
const NEAR = 5;
/** "It was 40 metres high": what the sentence before told of first. */
function subjectOf(place: Place, { firstToken, tokenEnd }: TokenRange): string {
  const { tokens } = place.reading.document;
  for (let i = firstToken; i < tokenEnd; i++) {
    if (tokens[i]!.pos === 'VERB' || tokens[i]!.pos === 'AUX') return '';
    if (tokens[i]!.pos === 'NOUN' && tokens[i + 1]?.pos !== 'NOUN') return wordOf(place, i);
  }
  return '';
}

/** Telling verbs of a clause. */
function verbsIn(place: Place, { firstToken, tokenEnd }: TokenRange): ReadonlySet<string> {
  const { tokens } = place.reading.document;
  const found = new Set<string>();
  for (let i = firstToken; i < tokenEnd; i++) {
    const word = tokens[i]!.pos === 'VERB' ? wordOf(place, i) : '';
    if (word !== '') found.add(word);
  }
  return found;
}

/** Nouns of a clause before and behind its first verb, the figure aside. */
function nounsOf(
  place: Place,
  clause: TokenRange,
  figure: TokenRange
): Pick<ToldFigure, 'subject' | 'doers' | 'behind'> {
  const { tokens } = place.reading.document;
  const subject = new Set<string>();
  const behind = new Set<string>();
  const doers: string[] = [];
  let verb = false;
  for (let i = clause.firstToken; i < clause.tokenEnd; i++) {
    const { pos, normal } = tokens[i]!;
    // "Fixing the pier" is what the clause is about.
    verb ||= (pos === 'VERB' || pos === 'AUX') && !(i === clause.firstToken && normal.endsWith('ing'));
    // "The council of Tarn" is no Tarn.
    const named = pos === 'PROPN' || place.terms.keys[i]![0] === '@';
    if (named && !verb && tokens[i - 1]?.pos !== 'ADP') doers.push(normal);
    if (pos !== 'NOUN' || (figure.firstToken <= i && i < figure.tokenEnd)) continue;
    const word = wordOf(place, i);
    if (word !== '') (verb ? behind : subject).add(word);
  }
  return { subject, doers, behind };
}

/** The noun that a clause with "which", "who" or "that" hangs on, by what it is compared by; '' for none. */
function antecedentOf(place: Place, { firstToken }: TokenRange): string {
  const { tokens } = place.reading.document;
  if (!/^(?:who|which|that)$/u.test(tokens[firstToken - 1]?.normal ?? '')) return '';
  const at = tokens[firstToken - 2]?.text === ',' ? firstToken - 3 : firstToken - 2;
  return tokens[at]?.pos === 'NOUN' ? wordOf(place, at) : '';
}

/** "To pay the ransom of 4 million": what is to be done. */
function isAimed(place: Place, clause: TokenRange, figure: TokenRange): boolean {
  const { tokens } = place.reading.document;
  const expected = tellingWords(place, 'expected');
  for (let i = clause.firstToken; i < figure.firstToken; i++)
    if (
      tokens[i]!.normal === 'to' &&
      tokens[i + 1]?.pos === 'VERB' &&
      !/^(?:is|are)$/.test(tokens[i - 1]?.normal ?? '') &&
      !expected.has(tokens[i - 1]?.normal ?? '')
    )
      return true;
  return false;
}

/** What a sentence gives in figures. */
export interface SentenceFigures {
  /** Those that can be held against the figures of another text. */
  readonly told: readonly ToldFigure[];
  /** Measures of those that cannot: wished, denied, of some. */
  readonly loose: readonly string[];
}

/** The figures of a sentence that can be held against those of another text. */
export function toldFigures(place: Place, sentence: TokenRange, before: TokenRange | null): SentenceFigures {
  const { tokens } = place.reading.document;
  const { firstToken: from, tokenEnd: to } = sentence;
  const told: ToldFigure[] = [];
  const loose: string[] = [];
  const weekdays = wordSet(place.knowledge, 'words-figures', 'weekday');
  let numeric = false;
  for (let i = from; i < to && !numeric; i++) {
    const { pos, normal } = tokens[i]!;
    numeric =
      place.terms.plain[i]![0] === '#' || pos === 'NUM' || weekdays.has(normal) || OPENS_FIGURE.test(normal);
  }
  if (!numeric) return { told, loose };
  for (const figure of figuresOf(place, sentence)) {
    const found = toldFigure(place, figure, sentence, before);
    if (found) told.push(found);
    else loose.push(figure.measure);
  }
  return { told, loose };
}

/** Figures that no token of a number opens: "8-5", "3am", "noon", "half an hour", "one year". */
const OPENS_FIGURE = /^(?:\d|noon$|midnight$|half$|quarter$|unanim|a$|an$|one$)/u;

/** Tokens of "58-year-old". */
const AGE_WORDS = 5;

function toldFigure(
  place: Place,
  figure: Figure,
  sentence: TokenRange,
  before: TokenRange | null
): ToldFigure | null {
  const { tokens } = place.reading.document;
  const aged = isAge(figure);
  // "Only after five days" goes with what was done then.
  const led =
    figure.firstToken > sentence.firstToken &&
    /^(?:after|before)$/u.test(tokens[figure.firstToken - 1]!.normal);
  const around = led ? { firstToken: figure.firstToken - 1, tokenEnd: figure.tokenEnd } : figure;
  const clause = aged ? figure : clauseAround(tokens, around, sentence, place.knowledge);
  const money = figure.measure.startsWith('money');
  const found = clauseWords(place, clause, figure);
  const { words, names, days, planned, foreseen, partial, asOf, denials, mode } = found;
  // "Seeks a rise of 9 percent" is a figure of what is sought.
  const unsure = found.unsure && mode === 'so';
  const told = {
    of: 'figure' as const,
    firstToken: figure.firstToken,
    tokenEnd: figure.tokenEnd,
    start: figure.start,
    end: figure.end,
    clause: { firstToken: clause.firstToken, tokenEnd: clause.tokenEnd },
    figure,
    mode,
    asOf,
    others: [],
    only: false
  };
  if (aged) {
    const kinds = new Set<string>();
    const put = (i: number): void => {
      const word = wordOf(place, i);
      if (word !== '' && word !== figure.head) kinds.add(word);
    };
    for (let i = figure.firstToken - 1; /^(?:NOUN|ADJ)$/.test(tokens[i]?.pos ?? ''); i--) put(i);
    // "The 58-year-old prison guard".
    for (let i = figure.firstToken + AGE_WORDS; i < figure.tokenEnd; i++)
      if (tokens[i]!.pos === 'NOUN') put(i);
    const none = new Set<string>();
    return {
      ...told,
      words: none,
      names: [],
      days: [],
      planned: false,
      near: none,
      verbs: none,
      behind: none,
      subject: none,
      doers: [],
      kinds
    };
  }
  // What was done on one day may have been done on another; what will be done once, will not.
  if (figure.measure === WEEKDAY && !planned) return null;
  // "One nurse for every five patients".
  if (/^(?:every|each|per)$/u.test(tokens[figure.firstToken - 1]?.normal ?? '')) return null;
  // What something is expected to cost is as far off as what it will cost.
  const future = money && foreseen;
  if ((unsure && !future) || partial || denials > 0 || (mode === 'so' && isAimed(place, clause, figure)))
    return null;
  const all = new Set(words);
  // What is counted says what the figure is one of.
  const counted = figure.measure.startsWith('count ') ? figure.measure.slice('count '.length) : '';
  if (counted !== '') all.add(counted);
  const near = new Set<string>();
  const kinds = new Set<string>();
  for (
    let i = Math.max(clause.firstToken, figure.firstToken - NEAR);
    i < Math.min(clause.tokenEnd, figure.tokenEnd + NEAR);
    i++
  ) {
    const word = tokens[i]!.pos === 'PROPN' ? '' : wordOf(place, i);
    if (word === '') continue;
    const inside = figure.firstToken <= i && i < figure.tokenEnd;
    if (!inside && words.has(word)) near.add(word);
    if (inside && counted !== '' && counted !== word) {
      kinds.add(word);
      all.add(word);
    }
  }
  if (counted !== '') near.add(counted);
  const opens = tokens[clause.firstToken]!;
  if (opens.pos === 'PRON' && before) {
    const subject = subjectOf(place, before);
    if (subject !== '') {
      all.add(subject);
      near.add(subject);
    }
  }
  // "The founding family, which owns 35 percent": whose it is stands before.
  const holder = antecedentOf(place, clause);
  if (holder !== '') {
    all.add(holder);
    near.add(holder);
  }
  // "The crash, at around 2 a.m., …": an aside tells of the noun before it.
  const aside = tokens[clause.firstToken - 1]?.text === ',' ? clause.firstToken - 2 : -1;
  const noun = all.size === 0 && tokens[aside]?.pos === 'NOUN' ? wordOf(place, aside) : '';
  if (noun !== '') {
    all.add(noun);
    near.add(noun);
  }
  // "41 euros a share" is so much for each.
  if (
    money &&
    /^(?:a|an|per|each|every)$/u.test(tokens[figure.tokenEnd]?.normal ?? '') &&
    tokens[figure.tokenEnd + 1]?.pos === 'NOUN'
  ) {
    all.add('each');
    near.add('each');
  }
  // "Each family".
  for (let i = clause.firstToken; i < clause.tokenEnd; i++)
    if (/^(?:each|every|per)$/.test(tokens[i]!.normal)) all.add('each');
  return {
    ...told,
    words: all,
    names,
    days,
    planned: planned || future,
    near,
    verbs: verbsIn(place, clause),
    ...nounsOf(place, clause, figure),
    kinds
  };
}
