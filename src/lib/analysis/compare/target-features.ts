/**
 * What the sentence around a target says of it, as words in zones: what the target does, what is done to it,
 * what it is called, what is said near by. Names, numbers and words for groups of people are not read, so
 * that no score can rest on who is meant.
 */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import type { Reading, Segment } from '../reading';
import { clausesOf } from '../voice/clauses';
import { isName, readRoles, wholeName, ZONES, type Zone } from './target-roles';
import { segmentsAt, sentenceAt, statementAt } from './target-place';

/** Facts of position and tone, in a fixed order; `SHAPE` names them. */
export const SHAPE = [
  'toneDeed',
  'toneSuffered',
  'toneCalled',
  'toneOwned',
  'toneGoverning',
  'toneSaid',
  'toneBefore',
  'toneAfter',
  'toneSentence',
  'goodSentence',
  'badSentence',
  'toneSegment',
  'toneStatement',
  'toneNearest',
  'toneFaded',
  'subject',
  'object',
  'owner',
  'afterPreposition',
  'holder',
  'inQuote',
  'attributed',
  'quoteBeside',
  'first',
  'length',
  'names',
  'negated',
  'question',
  'modal',
  'listed',
  'heading'
] as const;

type Shape = (typeof SHAPE)[number];
const INDEX: ReadonlyMap<Shape, number> = new Map(SHAPE.map((key, index) => [key, index]));
const TONE_OF: Readonly<Record<Zone, Shape>> = {
  deed: 'toneDeed',
  suffered: 'toneSuffered',
  called: 'toneCalled',
  owned: 'toneOwned',
  governing: 'toneGoverning',
  said: 'toneSaid',
  near: 'toneAfter',
  sentence: 'toneSentence'
};

export interface TargetFeatures {
  /** Each word once, with the zones it stands in: bit n for zone n of `ZONES`. */
  readonly words: ReadonlyMap<string, number>;
  /** In the order of `SHAPE`. */
  readonly shape: Float64Array;
}

/** No sentence is read farther from the target than this, so that time stays linear. */
const REACH = 60;
const NEAR = 6;
/** A negated word counts for its opposite, but less: as in the sentiment metric. */
const NEGATION = -0.6;
const SENTENCE = ZONES.indexOf('sentence');
const SAID = ZONES.indexOf('said');
const NEARBY = ZONES.indexOf('near');
const NEGATORS = new Set("not no never n't cannot without neither nor nobody nothing none hardly".split(' '));

/** Words whose choice says who somebody is, not what is said of them: sex, title. */
const WHO = new Set(
  'he she him her his hers himself herself man woman men women boy girl wife husband mother father son daughter sister brother mom dad lady gentleman male female mr mrs ms mr. mrs. ms. president king queen prince princess pope bishop cardinal rabbi imam'.split(
    ' '
  )
);

const CONTENT = new Set([
  'NOUN',
  'VERB',
  'ADJ',
  'ADV',
  'INTJ',
  'ADP',
  'SCONJ',
  'AUX',
  'PRON',
  'PART',
  'CCONJ',
  'DET'
]);

/** The word a token counts as; empty for names, numbers, marks and words that only say who. */
export function featureWord(token: Token, opensSentence: boolean): string {
  if (token.pos === 'PROPN' || !CONTENT.has(token.pos)) return '';
  const capital = token.text[0] !== token.normal[0];
  if (capital && !opensSentence) return '';
  const word = token.pos === 'VERB' || token.pos === 'NOUN' ? token.lemma : token.normal;
  if (WHO.has(word) || WHO.has(token.normal)) return '';
  return word;
}

/** How good or bad the word sounds by itself, -5 to 5, from the list that sentiment uses. */
function wordValence(token: Token, knowledge: Knowledge): number {
  const valences = knowledge.valences?.['sentiment-valences'];
  return valences?.get(token.normal) ?? valences?.get(token.lemma) ?? 0;
}

/** For each token of `[start, end)`, how far the nearest name is that is not the target's. */
function distancesToNames(
  tokens: readonly Token[],
  start: number,
  end: number,
  name: TokenRange
): Uint8Array {
  const distances = new Uint8Array(end - start).fill(255);
  const other = (i: number): boolean => isName(tokens[i]) && (i < name.firstToken || i >= name.tokenEnd);
  for (let i = start, last = -255; i < end; i++) {
    if (other(i)) last = i;
    distances[i - start] = Math.min(255, i - last);
  }
  for (let i = end - 1, last = end + 255; i >= start; i--) {
    if (other(i)) last = i;
    distances[i - start] = Math.min(distances[i - start]!, last - i);
  }
  return distances;
}

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/** Reads what stands around a target, or nothing when its words are not measured. */
export function readTargetFeatures(
  reading: Reading,
  target: TokenRange,
  knowledge: Knowledge
): TargetFeatures | null {
  const { document } = reading;
  const { tokens } = document;
  const place = sentenceAt(document, target.firstToken);
  if (!place) return null;
  const { sentence, heading } = place;
  const start = Math.max(sentence.firstToken, target.firstToken - REACH);
  const end = Math.min(sentence.tokenEnd, target.tokenEnd + REACH);
  const map = clausesOf(document);
  const name = wholeName(tokens, target, sentence);
  const roles = readRoles(map, name, start, end);
  const span = { start: tokens[name.firstToken]!.start, end: tokens[name.tokenEnd - 1]!.end };
  const around = segmentsAt(reading, start, end);
  const own = around.find((s) => s.firstToken <= target.firstToken && target.firstToken < s.tokenEnd);
  const held = around.filter((s) => s.holderSpan && overlaps(s.holderSpan, span));
  const statement = statementAt(reading, target);
  const toOthers = distancesToNames(tokens, start, end, name);
  const words = new Map<string, number>();
  const shape = new Float64Array(SHAPE.length);
  const add = (key: Shape, value: number): void => {
    shape[INDEX.get(key)!]! += value;
  };
  let names = 0;
  let negatedUntil = -1;
  let segment: Segment | undefined;
  let at = 0;
  let content = 0;
  for (let i = start; i < end; i++) {
    const token = tokens[i]!;
    if (NEGATORS.has(token.normal)) negatedUntil = i + 3;
    if (i >= name.firstToken && i < name.tokenEnd && isName(token)) continue;
    if (isName(token)) {
      if (!isName(tokens[i - 1])) names++;
      continue;
    }
    while (at < around.length && around[at]!.tokenEnd <= i) at++;
    segment = around[at];
    const word = featureWord(token, i === sentence.firstToken || tokens[i - 1]?.pos === 'PUNCT');
    if (word === '') continue;
    content++;
    const negated = i <= negatedUntil && !NEGATORS.has(token.normal);
    const valence = wordValence(token, knowledge) * (negated ? NEGATION : 1);
    let zones = 1 << SENTENCE;
    const role = roles.zones.get(i);
    if (role) {
      zones |= 1 << ZONES.indexOf(role);
      add(TONE_OF[role], valence);
    }
    add('toneSentence', valence);
    if (segment && held.includes(segment)) {
      zones |= 1 << SAID;
      add('toneSaid', valence);
    } else if (i < name.firstToken && name.firstToken - i <= NEAR) {
      zones |= 1 << NEARBY;
      add('toneBefore', valence);
    } else if (i >= name.tokenEnd && i - name.tokenEnd < NEAR) {
      zones |= 1 << NEARBY;
      add('toneAfter', valence);
    }
    words.set(word, (words.get(word) ?? 0) | zones);
    if (valence > 0) add('goodSentence', valence);
    if (valence < 0) add('badSentence', valence);
    if (valence === 0) continue;
    if (segment === own) add('toneSegment', valence);
    if (statement && i >= statement.firstToken && i < statement.tokenEnd) add('toneStatement', valence);
    const distance = Math.max(0, name.firstToken - i, i - name.tokenEnd + 1);
    if (distance <= toOthers[i - start]!) add('toneNearest', valence);
    add('toneFaded', valence / (1 + distance / 4));
  }
  const damp = Math.sqrt(content + 3);
  for (const key of ['toneSentence', 'goodSentence', 'badSentence', 'toneSegment', 'toneSaid'] as const) {
    shape[INDEX.get(key)!]! /= damp;
  }
  const flag = (key: Shape, on: boolean): void => add(key, on ? 1 : 0);
  flag('subject', roles.subject);
  flag('object', roles.object);
  flag('owner', roles.owner);
  flag('afterPreposition', roles.afterPreposition);
  flag('holder', held.length > 0);
  flag('inQuote', own?.quoted === true);
  flag('attributed', own?.voice === 'attributed');
  flag('quoteBeside', own?.quoted !== true && around.some((s) => s.quoted));
  flag('first', name.firstToken - sentence.firstToken <= 2);
  add('length', Math.log(content + 1) - 2.5);
  add('names', Math.log(names + 1));
  flag('negated', roles.negated);
  flag('question', tokens[sentence.tokenEnd - 1]?.normal === '?');
  flag('modal', roles.modal);
  const left = tokens[name.firstToken - 1]?.normal;
  const right = tokens[name.tokenEnd]?.normal;
  flag('listed', (left === ',' || left === 'and') && (right === ',' || right === 'and'));
  flag('heading', heading);
  return { words, shape };
}
