/** What speaks for comment or for report in how a sentence is built, rather than in its words. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Reading, Segment } from '../reading';
import { clausesOf, verbGroupAt, type ClauseMap, type VerbGroup } from '../voice/clauses';
import { FORM } from '../voice/verb-forms';
import { CLASS } from '../voice/word-classes';
import { wordKinds } from '../word-kinds';
import { SUBJECTIVE_WEIGHTS as W } from './subjectivity-weights';

/** One word that tells, by its token. */
export interface MannerSign {
  readonly token: number;
  readonly kind: 'opening' | 'outlook' | 'denial';
}

export interface Manner {
  readonly signs: readonly MannerSign[];
  /** What is added for the whole: statements in general above 0, figures and told deeds below. */
  readonly whole: number;
}

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
  const kind = wordKinds(knowledge, 'subjectivity-openings').get(tokens[head]!.normal);
  if (kind === undefined) return -1;
  return kind !== 'pointer' || clausesOf(reading.document).classes[head + 1] === CLASS.be ? head : -1;
}

/** Reads the tokens of a segment once. */
export function mannerOf(reading: Reading, segment: Segment, knowledge: Knowledge): Manner {
  const map = clausesOf(reading.document);
  const { tokens, classes } = map;
  const signs: MannerSign[] = [];
  const opening = openingOf(reading, segment, knowledge);
  if (opening >= 0) signs.push({ token: opening, kind: 'opening' });
  let figures = 0;
  let names = 0;
  let past = false;
  let other = false;
  let outlook = -1;
  let denial = -1;
  for (let i = segment.firstToken; i < segment.tokenEnd; i++) {
    const code = classes[i]!;
    const first = tokens[i]!.normal.charCodeAt(0);
    if (first >= 48 && first <= 57) figures++;
    else if (code === CLASS.number) figures += 0.5;
    else if (code === CLASS.name) names++;
    else if (denial < 0 && i !== opening && (code === CLASS.not || tokens[i]!.normal === 'no')) denial = i;
    else if (outlook < 0 && code === CLASS.modal && tokens[i]!.normal !== 'must') outlook = i;
    const group = verbGroupAt(map, i);
    if (!group || !group.finite || group.start !== i) continue;
    if (isPast(map, group)) past = true;
    else other = true;
  }
  if (outlook >= 0) signs.push({ token: outlook, kind: 'outlook' });
  if (denial >= 0) signs.push({ token: denial, kind: 'denial' });
  let whole = W.figure * Math.min(2, Math.floor(figures));
  if (other && !past && names === 0 && figures === 0) whole += W.general;
  if (past && names > 0) whole += W.narrative;
  return { signs, whole };
}
