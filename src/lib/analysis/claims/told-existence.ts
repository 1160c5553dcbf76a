/** Whether something happened at all: "there was no fire on board", "a fire broke out". */
import type { Token, TokenRange } from '$lib/text/document';
import { clauseAround } from './account-clause';
import { accountWords, type Place } from './account-phrases';
import type { ToldDeed } from './telling';
import { clauseWords, tellingWords, wordOf } from './telling-clause';

/** Words between "there was" and the noun. */
const REACH = 5;

const isNo = (place: Place, { normal }: Token): boolean =>
  accountWords(place.knowledge, 'denying').has(normal) || normal === 'any';

/** The head of the noun phrase that begins at a token; -1 where it begins none. */
function nounFrom(tokens: readonly Token[], from: number, end: number): number {
  let noun = -1;
  for (let i = from; i < Math.min(end, from + REACH); i++) {
    const { pos } = tokens[i]!;
    if (pos === 'NOUN') noun = i;
    else if (noun >= 0 || (pos !== 'ADJ' && pos !== 'DET')) break;
  }
  return noun;
}

/** "Broke out", "erupted", right behind the noun or behind "that". */
function happensAt(place: Place, noun: number, end: number): number {
  const { tokens } = place.reading.document;
  let at = noun + 1;
  if (/^(?:that|which)$/.test(tokens[at]?.normal ?? '')) at++;
  while (at < end && (tokens[at]!.pos === 'AUX' || tokens[at]!.pos === 'ADV')) at++;
  if (at >= end) return -1;
  const { lemma } = tokens[at]!;
  if (tellingWords(place, 'happening').has(lemma)) return at;
  const next = tokens[at + 1]?.normal;
  return (lemma === 'break' && next === 'out') || (lemma === 'take' && next === 'place') ? at : -1;
}

function existenceAt(place: Place, at: number, sentence: TokenRange): ToldDeed | null {
  const { tokens } = place.reading.document;
  const { normal } = tokens[at]!;
  let first = at;
  if (normal === 'there') {
    if (tokens[at + 1]?.lemma !== 'be') return null;
    first = at + 2;
  } else if (normal !== 'no' && normal !== 'a' && normal !== 'an') return null;
  const denies = first < sentence.tokenEnd && isNo(place, tokens[first]!);
  if (denies && tokens[first]!.normal === 'not' && tokens[first + 1]?.normal !== 'any') return null;
  if (!denies && !/^(?:a|an)$/.test(tokens[first]?.normal ?? '')) return null;
  const noun = nounFrom(tokens, first + 1, sentence.tokenEnd);
  if (noun < 0 || tellingWords(place, 'anything').has(tokens[noun]!.lemma)) return null;
  // "There was no fire alarm" says nothing of a fire.
  const verb = normal === 'there' ? at + 1 : happensAt(place, noun, sentence.tokenEnd);
  const thing = wordOf(place, noun);
  if (verb < 0 || thing === '') return null;
  const clause = clauseAround(
    tokens,
    { firstToken: Math.min(at, verb), tokenEnd: Math.max(noun, verb) + 1 },
    sentence,
    place.knowledge
  );
  const { names, days, planned, unsure, partial, denials } = clauseWords(place, clause);
  if (unsure || partial || planned || denials > Number(denies)) return null;
  const words = new Set([thing]);
  const kinds = new Set<string>();
  for (let i = first + 1; i < noun; i++) {
    const word = wordOf(place, i);
    if (word !== '') kinds.add(word);
  }
  for (const kind of kinds) words.add(kind);
  // "On board", "at the scene" do not say where.
  const here = tellingWords(place, 'here');
  for (let i = noun + 1; i < clause.tokenEnd; i++) {
    const { pos, lemma } = tokens[i]!;
    const word = (pos === 'NOUN' || pos === 'ADJ') && !here.has(lemma) ? wordOf(place, i) : '';
    if (word !== '') words.add(word);
  }
  return {
    of: 'deed',
    firstToken: noun,
    tokenEnd: noun + 1,
    start: tokens[noun]!.start,
    end: tokens[noun]!.end,
    clause,
    words,
    names,
    days,
    planned: false,
    denied: denies,
    about: `there ${thing}`,
    side: denies ? 'b' : 'a',
    kinds,
    owners: [],
    doer: '',
    untilNow: false,
    alone: false
  };
}

/** What a sentence says there was, or was not. */
export function existencesIn(place: Place, sentence: TokenRange): ToldDeed[] {
  const found: ToldDeed[] = [];
  for (let at = sentence.firstToken; at < sentence.tokenEnd; at++) {
    const told = existenceAt(place, at, sentence);
    if (told) found.push(told);
  }
  return found;
}
