/** What speaks for comment or for report in how a sentence is built, rather than in its words. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import { bytePerType } from '$lib/text/type-codes';
import type { Reading, Segment } from '../reading';
import { clausesOf, type ClauseMap, type VerbGroup } from '../voice/clauses';
import { FORM } from '../voice/verb-forms';
import { CLASS } from '../voice/word-classes';
import { kindCodes } from '../word-kinds';
import { SUBJECTIVE_WEIGHTS as W } from './subjectivity-weights';

/** How a segment is built; tokens are -1 where nothing of the kind stands in it. */
export interface Manner {
  /** The word with which it opens its sentence as a comment or a step in an argument does. */
  readonly opening: number;
  /** The word that says what could, would or will be. */
  readonly outlook: number;
  /** The first negative word. */
  readonly denial: number;
  /** What is added for the whole: statements in general above 0, figures and told deeds below. */
  readonly whole: number;
}

/** What a word tells, whatever stands around it. */
const WORD = { figure: 1, negative: 2, duty: 3 } as const;
const wordCode = bytePerType(({ normal }) => {
  const first = normal.charCodeAt(0);
  if (first >= 48 && first <= 57) return WORD.figure;
  return normal === 'no' ? WORD.negative : normal === 'must' ? WORD.duty : 0;
});

/** Kinds of `subjectivity-openings`, as codes. */
const POINTER = 3;
const openingCode = kindCodes('subjectivity-openings', ['joint', 'comment', 'pointer']);

/** "was", "had gone", "went": told as past; "has gone" is not. */
function isPast({ tokens }: ClauseMap, { start, head, form, modal }: VerbGroup): boolean {
  const lead = tokens[start]!.normal;
  if (lead === 'was' || lead === 'were' || lead === 'had' || lead === 'did') return true;
  return start === head && modal === null && (form & FORM.past) !== 0;
}

/** Token of the word with which the segment opens its sentence as a comment does; -1 for none. */
function openingOf(reading: Reading, segment: Segment, knowledge: Knowledge): number {
  const { tokens, sentences } = reading.document;
  let head = sentences[segment.sentence]!.firstToken;
  if (head < segment.firstToken) return -1;
  while (head < segment.tokenEnd && !tokens[head]!.word) head++;
  if (head >= segment.tokenEnd) return -1;
  const kind = openingCode(knowledge)(tokens[head]!.type);
  if (kind === 0) return -1;
  return kind !== POINTER || clausesOf(reading.document).classes[head + 1] === CLASS.be ? head : -1;
}

/** Reads the tokens of a segment once. */
export function mannerOf(reading: Reading, segment: Segment, knowledge: Knowledge): Manner {
  const map = clausesOf(reading.document);
  const { tokens, classes, groupAt, groups } = map;
  const opening = openingOf(reading, segment, knowledge);
  let figures = 0;
  let names = 0;
  let past = false;
  let other = false;
  let outlook = -1;
  let denial = -1;
  for (let i = segment.firstToken; i < segment.tokenEnd; i++) {
    const code = classes[i]!;
    const word = wordCode(tokens[i]!.type);
    if (word === WORD.figure) figures++;
    else if (code === CLASS.number) figures += 0.5;
    else if (code === CLASS.name) names++;
    else if (denial < 0 && i !== opening && (code === CLASS.not || word === WORD.negative)) denial = i;
    else if (outlook < 0 && code === CLASS.modal && word !== WORD.duty) outlook = i;
    if (groupAt[i]! < 0) continue;
    const group = groups[groupAt[i]!]!;
    if (!group.finite || group.start !== i) continue;
    if (isPast(map, group)) past = true;
    else other = true;
  }
  let whole = W.figure * Math.min(2, Math.floor(figures));
  if (other && !past && names === 0 && figures === 0) whole += W.general;
  if (past && names > 0) whole += W.narrative;
  return { opening, outlook, denial, whole };
}
