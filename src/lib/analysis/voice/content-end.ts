/** Where the content of a cue ends. */
import {
  CONTENT_REACH,
  finiteAt,
  opensPhrase,
  phraseEnd,
  verbGroupAt,
  type ClauseMap,
  type VerbGroup
} from './clauses';
import type { Scene } from './content';
import { CUE } from './cue-lexicon';
import { FORM } from './verb-forms';
import { CLASS } from './word-classes';

/** Whether a main clause begins after the comma at `at`: a subject with its finite verb. */
export function mainClauseAfter(map: ClauseMap, at: number, end: number): number {
  let next = at + 1;
  while (next < end && map.classes[next] === CLASS.adverb) next++;
  const stop = phraseEnd(map, next, end);
  if (stop === next) return -1;
  let verb = stop;
  while (verb < end && map.classes[verb] === CLASS.adverb) verb++;
  return finiteAt(map, verb) || finiteAt(map, stop) ? next : -1;
}

/**
 * Where an object without a "that" ends: where `contentEnd` says, or before a clause with its own subject that a
 * joint opens: "considered closing the road, | but the plan was dropped".
 */
export function objectEnd(scene: Scene, start: number, end: number, subordinate = false): number {
  const { map } = scene;
  // Words that set a clause of its own against what was said, or beside it.
  const { contrasts } = scene.lexicon.words;
  const stop = contentEnd(scene, start, end, subordinate);
  for (let at = start + 1; at + 1 < stop; at++) {
    // "accused him of lying and called the fire a disaster": a second verb of the same subject.
    const next = map.classes[at] === CLASS.conjunction ? finiteAt(map, at + 1) : null;
    if (next && (next.form & FORM.past) !== 0 && views(scene, next)) return at;
    if (map.classes[at] !== CLASS.comma || !contrasts.has(map.tokens[at + 1]!.normal)) continue;
    if (mainClauseAfter(map, at + 1, stop) >= 0) return at;
  }
  return stop;
}

/** Auxiliaries and copulas that tell of the time of writing. */
const NOW = /^(?:is|are|has|have|does|do)$/;

/**
 * "He alleged that votes had come late, | but his party has shown no proof": after a past verb of speech what is
 * reported stands in the past, so a clause set against it in the present is the writer's.
 */
export function beforeOwnContrast(
  { map, lexicon }: Scene,
  past: boolean,
  start: number,
  stop: number
): number {
  if (!past) return stop;
  let reported = false;
  for (let at = start; at + 1 < stop; at++) {
    const group = map.classes[at] === CLASS.comma ? undefined : verbGroupAt(map, at);
    if (group?.finite && !NOW.test(map.tokens[group.start]!.normal)) reported = true;
    if (!reported || map.classes[at] !== CLASS.comma) continue;
    const { normal } = map.tokens[at + 1]!;
    if (normal === 'and' || !lexicon.words.contrasts.has(normal)) continue;
    const next = mainClauseAfter(map, at + 1, stop);
    const verb = next < 0 ? undefined : finiteAt(map, phraseEnd(map, next, stop));
    if (verb && NOW.test(map.tokens[verb.start]!.normal)) return at;
  }
  return stop;
}

/** 'called it a "success", | but in practice it was none': behind quoted words, what is set against them. */
export function beforeContrast({ map, lexicon }: Scene, from: number, stop: number): number {
  for (let at = from; at + 1 < stop; at++) {
    if (map.classes[at] !== CLASS.comma || map.tokens[at + 1]!.normal === 'and') continue;
    if (lexicon.words.contrasts.has(map.tokens[at + 1]!.normal)) return at;
  }
  return stop;
}

/** Whether a verb tells of a view or a charge of its own. */
function views({ map, lexicon }: Scene, group: VerbGroup): boolean {
  const cues = lexicon.verbCues(map.tokens[group.head]!.type);
  return cues?.some((cue) => cue.accuse || cue.perceive !== null) ?? false;
}

/** Words that open a clause with a verb of its own inside a phrase. */
const EMBEDS = new Set<number>([CLASS.that, CLASS.wh, CLASS.subordinator]);

/**
 * Where a phrase with clauses inside it ends: before the finite verb that none of them accounts for, as in
 * "the view of the dam as a threat | has hardened". `allowed`: verbs it may hold without a word opening them.
 */
export function beforeMainVerb(scene: Scene, start: number, end: number, allowed: number): number {
  const { map, lexicon } = scene;
  const { classes, tokens } = map;
  const stop = contentEnd(scene, start, end);
  let seen = false;
  for (let at = start; at < stop; at++) {
    const code = classes[at]!;
    if (EMBEDS.has(code) && (code !== CLASS.subordinator || clauseOpens(map, at, stop))) allowed++;
    const joint = code === CLASS.comma || code === CLASS.conjunction;
    if (code === CLASS.conjunction && seen) {
      let next = at + 1;
      while (next < stop && classes[next] === CLASS.adverb) next++;
      const phrase = phraseEnd(map, next, stop);
      if (finiteAt(map, next) || (phrase > next && finiteAt(map, phrase))) allowed++;
    }
    if (joint) continue;
    const group = finiteAt(map, at);
    if (!group) continue;
    if (--allowed < 0) {
      const mark = classes[at - 1];
      return mark === CLASS.comma || mark === CLASS.dash ? at - 1 : at;
    }
    seen = true;
    // "they say the road is closed": the inner clause has a verb as well.
    if (lexicon.verbs.get(tokens[group.head]!.normal)?.some((cue) => cue.clause !== null)) {
      if (opensPhrase(classes[group.end] ?? CLASS.stop)) allowed++;
    }
    at = group.end - 1;
  }
  return stop;
}

/** Whether a subordinator has a verb after its phrase: "as it fell", not "as a threat". */
function clauseOpens(map: ClauseMap, at: number, end: number): boolean {
  const stop = phraseEnd(map, at + 1, end);
  return stop > at + 1 && finiteAt(map, stop) !== null && !/^(?:as|than)$/.test(map.tokens[at]!.normal);
}

/** "…, records kept by the mill show.": a document and, last of all, the verb that says what it does. */
function showsAtEnd({ map, lexicon, cues }: Scene, start: number, end: number): boolean {
  const last = map.classes[end - 1] === CLASS.stop ? end - 2 : end - 1;
  if (last <= start || !lexicon.evidence.has(map.tokens[start]!.lemma)) return false;
  if ((cues[last]! & CUE.verb) === 0) return false;
  return lexicon.verbCues(map.tokens[last]!.type)?.some((cue) => cue.show) ?? false;
}

/** Whether a phrase and a closing mark are all that follows. */
function closesWith(map: ClauseMap, start: number, end: number): boolean {
  const stop = phraseEnd(map, start, end);
  return stop > start && (stop >= end || map.classes[stop] === CLASS.stop);
}

/** "The firm's chairman, Peter Lang, | said": past the name between the commas; `at` where none stands there. */
function acrossName({ classes }: ClauseMap, at: number, end: number): number {
  if (classes[at] !== CLASS.comma) return at;
  let k = at + 1;
  while (k < end && k < at + 6 && classes[k] === CLASS.name) k++;
  return k > at + 1 && classes[k] === CLASS.comma ? k + 1 : at;
}

/** "wants to freeze fares, a giveaway that …": what the writer calls it, after a comma; `stop` without one. */
export function beforeRemark({ map }: Scene, start: number, stop: number): number {
  const { tokens, classes } = map;
  for (let at = start + 1; at + 2 < stop; at++) {
    if (classes[at] !== CLASS.comma || !/^an?$/.test(tokens[at + 1]!.normal)) continue;
    const end = phraseEnd(map, at + 1, stop, false);
    // "to buy a boat, a net and a hut": a list.
    const goesOn = classes[end] === CLASS.comma || classes[end] === CLASS.conjunction;
    return goesOn || end === at + 1 ? stop : at;
  }
  return stop;
}

/**
 * Where an indirect content that starts at `start` ends. `subordinate`: the cue stands in a clause that a
 * main clause follows ("While she sees it as a gain, he …"), so a comma before a new subject closes it.
 */
export function contentEnd(scene: Scene, start: number, end: number, subordinate = false): number {
  const { map, lexicon } = scene;
  const { tokens, classes } = map;
  end = Math.min(end, start + CONTENT_REACH);
  for (let at = start + 1; at < end; at++) {
    const code = classes[at]!;
    if (code === CLASS.semicolon) return at;
    if (code !== CLASS.comma && code !== CLASS.conjunction) continue;
    const comma = code === CLASS.comma;
    if (comma && at + 1 < end && (scene.cues[at + 1]! & CUE.aside) !== 0) return at;
    if (comma && showsAtEnd(scene, at + 1, end)) return at;
    if (comma && subordinate && mainClauseAfter(map, at, end) >= 0) return at;
    let next = at + 1;
    if (comma && classes[next] === CLASS.conjunction) next++;
    const joined = next > at + 1 || !comma;
    while (next < end && classes[next] === CLASS.adverb) next++;
    if (next >= end) continue;
    if (tokens[next]!.normal === 'according') return at;
    const group = verbGroupAt(map, next);
    if (group && group.start === next) {
      const cues = lexicon.verbs.get(tokens[group.head]!.normal);
      if (!cues) continue;
      const says = cues.some((cue) => cue.clause !== null);
      const reports = says || cues.some((cue) => cue.accuse || cue.perceive !== null);
      if (comma && reports && !group.finite && group.form === FORM.ing) return at;
      const past = group.finite && (group.form & FORM.past) !== 0;
      if (joined && says && past) return at;
      // "…, said Roe.": who said all of it.
      if (comma && past && cues.some((cue) => cue.clause === 'say') && closesWith(map, group.end, end))
        return at;
      continue;
    }
    // ", but she said", "and the mayor added": a new reporting clause.
    const phrase = acrossName(map, phraseEnd(map, next, Math.min(end, next + 8), false), end);
    const verb = phrase > next ? verbGroupAt(map, phrase) : undefined;
    if (!verb?.finite || verb.start !== phrase) continue;
    if (!joined && classes[verb.end] !== CLASS.comma && verb.end < end - 1) continue;
    const cues = lexicon.verbs.get(tokens[verb.head]!.normal);
    if (cues?.some((cue) => cue.clause === 'say' || cue.clause === 'claim')) return at;
  }
  return end;
}
