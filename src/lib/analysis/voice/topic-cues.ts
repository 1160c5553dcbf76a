/** Cues whose object is what somebody speaks of or takes a stand on: "stressed the need for …", "opposes the dam". */
import type { TokenRange } from '$lib/text/document';
import { finiteAt, phraseEnd, verbGroupAt, type ClauseMap } from './clauses';
import { closingComma, type Right, type Scene } from './content';
import type { ActiveCue, Make } from './active-cue';
import { range, type Finding } from './finding';
import { isAbstract } from './no-holders';
import { CLASS } from './word-classes';

/** How nouns for several people end; `words-voice` holds those that end otherwise, and things that end so. */
const PEOPLE = /(?:[^e]ers|ors|ists|ians|ees|men|people|children)$/;

/** "the idea of a world, where …", "calls for a world, where …": what is told of the idea is its holder's. */
function unfolds(scene: Scene, start: number, stop: number, end: number): boolean {
  const { map, lexicon } = scene;
  const head = map.tokens[phraseEnd(map, start, end, false) - 1];
  const imagined = map.tokens[start]!.normal === 'a' || map.tokens[start]!.normal === 'an';
  if (!head || (!imagined && !lexicon.nouns.has(head.lemma))) return false;
  const at = map.classes[stop] === CLASS.comma ? stop + 1 : stop;
  return (
    map.tokens[at]?.normal === 'where' ||
    (map.tokens[at]?.normal === 'in' && map.tokens[at + 1]?.normal === 'which')
  );
}

/** A pronoun for a person, or a name that is no known place or body ("attacked Rojas"). */
function isPerson(scene: Scene, start: number, end: number): boolean {
  const { tokens, classes } = scene.map;
  const stop = phraseEnd(scene.map, start, end, false);
  if (stop <= start) return false;
  const head = tokens[stop - 1]!.normal;
  if (classes[stop - 1] === CLASS.pronoun) return head === 'him' || head === 'her';
  if (tokens[start]!.normal === 'the' || classes[stop - 1] !== CLASS.name) return false;
  return !scene.lexicon.places.has(head) && !scene.lexicon.places.has(tokens[start]!.normal);
}

function isPeople({ map, lexicon }: Scene, start: number, end: number): boolean {
  const stop = phraseEnd(map, start, end, false);
  if (stop <= start) return false;
  const { normal } = map.tokens[stop - 1]!;
  if (/sel(?:f|ves)$/.test(normal)) return true;
  if (map.classes[stop - 1] !== CLASS.noun) return false;
  const { people, nonPeople } = lexicon.words;
  return (PEOPLE.test(normal) || people.has(normal)) && !nonPeople.has(normal);
}

/** "slammed the count | as her rival claimed victory": what went on meanwhile is told by the writer. */
function beforeEvent({ map, lexicon }: Scene, start: number, stop: number, end: number): number {
  for (let k = start + 1; k < stop; k++) {
    if (!lexicon.words.meanwhile.has(map.tokens[k]!.normal)) continue;
    if (finiteAt(map, phraseEnd(map, k + 1, end, false))) return k;
  }
  return stop;
}

/** Whether a phrase, or what "of" adds to it, holds a number. */
function hasFigure(map: ClauseMap, start: number, stop: number, end: number): boolean {
  const last = map.tokens[stop]?.normal === 'of' ? phraseEnd(map, stop + 1, end) : stop;
  for (let k = start; k < last; k++) if (map.classes[k] === CLASS.number) return true;
  return false;
}

/** Tokens behind an object in which its votes are told. */
const BALLOT_REACH = 12;
/** Tokens from "by" to the word for a vote. */
const BALLOT_WORDS = 4;

/** "backed the dam by nine votes to four": a decision, which is a deed, and the figure of its votes. */
function isVoted({ map, lexicon }: Scene, start: number, stop: number): boolean {
  const { tokens, classes } = map;
  for (let k = start; k < stop; k++) {
    if (classes[k] === CLASS.comma || finiteAt(map, k)) return false;
    if (tokens[k]!.normal !== 'by' && tokens[k]!.normal !== 'with') continue;
    for (let at = k + 1; at < stop && at <= k + BALLOT_WORDS; at++) {
      if (lexicon.words.ballots.has(tokens[at]!.lemma)) return true;
      const counts = classes[at] === CLASS.number && tokens[at + 1]?.normal === 'to';
      if (counts && classes[at + 2] === CLASS.number) return true;
    }
  }
  return false;
}

/** Tokens behind "at" in which the figure stands: "at no fewer than 35". */
const FIGURE_REACH = 5;

/** "put the toll | at 35": where the figure ends that is given; -1 where "put" puts a thing in a place. */
export function figurePut(scene: Scene, start: number, at: number, end: number): number {
  const { tokens, classes } = scene.map;
  if (tokens[at]?.normal !== 'at') return -1;
  let measured = false;
  for (let k = start; k < at; k++) measured ||= scene.lexicon.words.measured.has(tokens[k]!.lemma);
  for (let k = at + 1; measured && k < Math.min(end, at + FIGURE_REACH); k++) {
    if (classes[k] === CLASS.comma) return -1;
    if (classes[k] === CLASS.number || /^\d/u.test(tokens[k]!.normal)) return k + 1;
  }
  return -1;
}

/** "denied bail", "denied her a visa": what somebody asked for is refused, and nothing is said to be untrue. */
function isRefused({ map, lexicon }: Scene, start: number, stop: number, end: number): boolean {
  const first = phraseEnd(map, start, end, false);
  if (first <= start) return false;
  const head = map.tokens[first - 1]!;
  if (lexicon.words.granted.has(head.lemma)) return true;
  const goesOn = phraseEnd(map, stop, end, false);
  return goesOn > stop && lexicon.words.granted.has(map.tokens[goesOn - 1]!.lemma);
}

/** "asked the mayor about the road": what is spoken of follows. */
function isAbout({ tokens }: ClauseMap, at: number): boolean {
  const next = tokens[at]?.normal;
  return next === 'about' || next === 'of' || next === 'on';
}

/** Reads the object of an active group as what its holder speaks of; null for deeds and for nobody. */
export function readTopic(
  scene: Scene,
  { group, cue, after, end, holder }: ActiveCue,
  right: Right,
  make: Make,
  to: (start: number) => TokenRange
): Finding | null {
  const { map } = scene;
  const { words } = scene.lexicon;
  const { classes } = map;
  if (!holder || isAbstract(map, words, holder)) return null;
  if (cue.topic === null && !cue.accuse && (cue.infinitive === null || cue.infinitive === 'attempt'))
    return null;
  if (words.act.has(map.tokens[after - 1]!.lemma) && cue.rest.length === 0 && !isPerson(scene, after, end))
    return null;
  // "did not tell staff": who was to hear it, not what was said.
  const listener = cue.topic === null && !cue.accuse && words.addressed.has(map.tokens[after - 1]!.lemma);
  const told = listener ? phraseEnd(map, after, end, false) : after;
  if (
    listener &&
    (group.negated || isPeople(scene, after, end) || classes[after] === CLASS.pronoun) &&
    !isAbout(map, told)
  )
    return null;
  const category = cue.topic ?? (cue.accuse ? 'judge' : (cue.infinitive ?? 'judge'));
  let start = after;
  if (classes[start] === CLASS.preposition && cue.rest.length === 0) return null;
  while (start < end && classes[start] === CLASS.adverb) start++;
  if (right.kind === 'wh' && right.start === start) return make('topic', category, 'wh', [to(start)]);
  const stop = phraseEnd(map, start, end);
  if (
    (cue.topic === 'judge' || cue.topic === 'deny') &&
    words.deedOrView.has(map.tokens[after - 1]!.lemma) &&
    isPeople(scene, start, end)
  )
    return null;
  if (cue.topic === 'deny' && map.tokens[after - 1]!.lemma === 'deny' && isRefused(scene, start, stop, end))
    return null;
  if (cue.rest.length === 0 && words.putting.has(map.tokens[group.head]!.lemma)) {
    let at = start;
    while (at < stop + 1 && map.tokens[at]?.normal !== 'at') at++;
    const figure = figurePut(scene, start, at, end);
    return figure < 0
      ? null
      : make('topic', category, 'figure', [range(start, phraseEnd(map, figure - 1, end, false))]);
  }
  // "Offered 4 percent", "a reward of 5,000 euros": what has a figure is a thing on offer, nothing said.
  if (category === 'promise' && map.tokens[group.head]!.lemma === 'offer' && hasFigure(map, start, stop, end))
    return null;
  if (isVoted(scene, start, Math.min(end, stop + BALLOT_REACH))) return null;
  if (stop > start) {
    // "cited assurances, formal or not, that …", "raised the idea that …"
    const that =
      classes[stop] === CLASS.that
        ? stop
        : classes[stop] === CLASS.comma
          ? closingComma(map, stop, end) + 1
          : 0;
    const opens =
      that > 1 &&
      (scene.lexicon.nouns.has(map.tokens[stop - 1]!.lemma) ||
        scene.lexicon.nouns.has(map.tokens[phraseEnd(map, start, end, false) - 1]!.lemma)) &&
      classes[that] === CLASS.that &&
      finiteAt(map, that + 1) === null;
    if (opens) return make('topic', category, 'phrase-that', [to(start)]);
    // "stressed the need for rules that bind everyone"
    const relative =
      (classes[stop] === CLASS.that && finiteAt(map, stop + 1) !== null) || unfolds(scene, start, stop, end);
    const deed = verbGroupAt(map, stop);
    // "supports the plan to share the lake"
    if (deed?.infinitive && deed.start === stop) return make('topic', category, 'phrase-to', [to(start)]);
    return make('topic', category, 'phrase', [
      relative ? to(start) : range(start, beforeEvent(scene, start, stop, end))
    ]);
  }
  const inner = verbGroupAt(map, start);
  if (inner && !inner.finite && holder && right.kind !== 'infinitive')
    return make('topic', category, 'deed', [to(start)]);
  return null;
}
