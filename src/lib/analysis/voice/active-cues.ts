/** Cues in the active: clauses, quotations, "as", complements, accusations, infinitives and named topics. */
import type { TokenRange } from '$lib/text/document';
import type { ActiveCue, Make } from './active-cue';
import { finiteAt, opensPhrase, phraseEnd, verbGroupAt, type VerbGroup } from './clauses';
import { scanRight, verbBehind, type Right, type Scene } from './content';
import {
  beforeContrast,
  beforeMainVerb,
  beforeOwnContrast,
  beforeRemark,
  contentEnd,
  objectEnd
} from './content-end';
import { makeFinding, range, type Finding } from './finding';
import { isAbstract, isDemonstrative } from './no-holders';
import { readLeft } from './left-content';
import { readTopic } from './topic-cues';
import { readPerception } from './perception-cues';
import { FORM } from './verb-forms';
import { CLASS } from './word-classes';

const ACCUSED_OF = new Set(['of', 'for', 'with', 'over']);
/** Tokens in which a quotation's own words go on after a short quoted piece. */
const SHORT_QUOTE = 8;

/** Reads one active or bare participle group. */
export function readActive(scene: Scene, active: ActiveCue): Finding | null {
  const { group, cue, after, from, end, sentence } = active;
  let { holder } = active;
  const { map } = scene;
  const { words } = scene.lexicon;
  const { tokens, classes } = map;
  const make: Make = (rule, category, kind, contents) =>
    makeFinding({ group, after, sentence, holder, rule, category, kind, contents });
  const { lemma } = tokens[group.head]!;
  // "could not comment while the trial went on": nothing was said.
  if (group.negated && words.comment.has(lemma)) return null;
  const clause = cue.clause ?? (cue.show ? 'show' : null);
  const shows = cue.show && active.named !== null && isEvidence(scene, active.named);
  const planned = isPlanned(scene, group, holder);
  if (clause !== null && (group.finite || planned) && (shows || !clause.endsWith('-that'))) {
    const left = readLeft(scene, group, after, from, end, planned ? holder : active.named, clause);
    if (left) {
      holder = left.holder;
      return make('reporting-verb', clause, 'left', left.contents);
    }
  }
  // Nobody is named: an order, a purpose or a general remark, and so the author's own words.
  const spoken = clause === 'say' || clause === 'claim' || clause === 'ask';
  if (!holder && !(group.finite && group.form !== FORM.base) && !(spoken && group.form === FORM.ing))
    return null;
  const right = scanRight(scene, after, end, words.addressed.has(lemma));
  // "those who say the ferry is late | should try it": the next verb is of those who say so.
  const relative = active.named !== null && tokens[active.named.tokenEnd]?.normal === 'who';
  const to = (start: number): TokenRange =>
    range(
      start,
      relative && active.named!.tokenEnd < group.start
        ? beforeMainVerb(scene, start, end, 1)
        : contentEnd(scene, start, end, active.subordinate)
    );
  if (clause !== null) {
    const copular = words.describing.has(lemma) && cue.rest.length === 0;
    const described =
      copular &&
      (classes[after] === CLASS.adjective ||
        classes[after] === CLASS.preposition ||
        tokens[after]?.normal === 'like');
    const gap = readGap(scene, active);
    if (gap) return make('reporting-verb', clause, 'gap', [gap]);
    const found = described ? null : readClause(scene, active, clause, right, make, to);
    if (found) return found;
  }
  const object = (start: number): TokenRange =>
    range(start, objectEnd(scene, start, end, active.subordinate));
  if (cue.perceive !== null) {
    const found = readPerception(scene, active, make, object);
    if (found) return found;
  }
  if (cue.accuse && opensPhrase(classes[after] ?? CLASS.stop)) {
    const accused = phraseEnd(map, after, end, false);
    if (ACCUSED_OF.has(tokens[accused]?.normal ?? ''))
      return make('accusation', 'accuse', 'of', [object(after)]);
  }
  if (cue.infinitive === 'refuse' && right.kind === 'infinitive' && isSilence(scene, right.start))
    return null;
  if (cue.infinitive !== null && right.kind === 'infinitive' && !(holder && isAbstract(map, words, holder))) {
    const start = cue.infinitive === 'request' || cue.infinitive === 'want' ? after : right.start;
    const { tokenEnd } = object(start);
    return make('commitment', cue.infinitive, 'infinitive', [
      range(start, beforeRemark(scene, start, tokenEnd))
    ]);
  }
  return readTopic(scene, active, right, make, object);
}

/** '"…," he is expected to say': who is about to speak, right behind a quotation. */
function isPlanned({ map }: Scene, { start, infinitive }: VerbGroup, holder: TokenRange | null): boolean {
  if (!infinitive || !holder || map.classes[holder.firstToken - 1] !== CLASS.quote) return false;
  return finiteAt(map, holder.tokenEnd)?.end === start;
}

/** "the rules, which the firm says are fair, …": the clause whose subject stands before the holder. */
function readGap(scene: Scene, { group, after, from, end, named, cue }: ActiveCue): TokenRange | null {
  const { map } = scene;
  const { classes } = map;
  if (!named || !group.finite || cue.rest.length > 0 || named.firstToken === 0) return null;
  const before = classes[named.firstToken - 1];
  if (before !== CLASS.wh && before !== CLASS.that) return null;
  let verb = after;
  while (verb < end && classes[verb] === CLASS.adverb) verb++;
  if (!finiteAt(map, verb)) return null;
  const stop = beforeMainVerb(scene, after, end, 1);
  // "What they said has hurt them": the only verb behind it is no part of what they said.
  const opener = named.firstToken - 1;
  const opens = opener <= from && map.tokens[opener]!.normal === 'what';
  if (opens && stop >= contentEnd(scene, after, end)) return null;
  return stop > after ? range(after, stop) : null;
}

/** "refused to comment": who says nothing has said nothing. */
function isSilence({ map, lexicon }: Scene, at: number): boolean {
  const group = verbGroupAt(map, at);
  return group !== undefined && lexicon.words.comment.has(map.tokens[group.head]!.lemma);
}

function readClause(
  scene: Scene,
  { group, cue, after, end, holder }: ActiveCue,
  clause: string,
  right: Right,
  make: Make,
  to: (start: number) => TokenRange
): Finding | null {
  const { map, quotations } = scene;
  const { classes } = map;
  const { lemma } = map.tokens[group.head]!;
  if (right.kind === 'quote' && clause.endsWith('-that')) return null;
  // "asked for rest days that the firm could not give": a relative clause.
  if (clause === 'ask' && right.kind === 'that' && map.tokens[after]?.normal === 'for') return null;
  if (holder && (right.kind !== 'that' || cue.show) && isDemonstrative(map, scene.lexicon.words, holder))
    return null;
  // "went to see whether the bell was there": to find out is to say nothing.
  if (right.kind === 'wh' && group.infinitive && scene.lexicon.words.observed.has(lemma)) return null;
  const rule = clause === 'promise' ? 'commitment' : 'reporting-verb';
  if (right.kind === 'quote') {
    const quotation = quotations.list[quotations.at[right.start]!]!;
    const stop = Math.min(end, quotation.tokenEnd);
    const next = classes[stop];
    const more =
      stop < end &&
      quotation.words < SHORT_QUOTE &&
      next !== CLASS.comma &&
      next !== CLASS.stop &&
      next !== CLASS.conjunction &&
      next !== CLASS.subordinator;
    // 'called the plan "dead"' keeps what stands between the verb and the marks.
    const open = cue.perceive !== null && opensPhrase(classes[after]!) ? after : right.start;
    const whole = more ? to(open) : range(open, stop);
    return make('quotation', clause, 'quote', [
      more ? range(open, beforeContrast(scene, stop, whole.tokenEnd)) : whole
    ]);
  }
  // "polls showed him losing"
  if (cue.show && right.kind === 'phrase') {
    const verb = verbGroupAt(map, phraseEnd(map, right.start, end));
    if (verb && verb.form === FORM.ing) return make(rule, clause, 'small', [to(right.start)]);
  }
  const shows = cue.show && holder !== null && isEvidence(scene, holder);
  if (right.kind === 'phrase' && right.start === after) {
    // "polls show Roe ahead of Moe", "the count found half of them empty"
    if (shows) return make(rule, clause, 'small', [to(after)]);
    // "She said the days when it rained are gone": long before its verb, but nobody says a thing.
    if (lemma === 'say' && group.finite && verbBehind(map, after, end))
      return make(rule, clause, 'bare', [to(after)]);
  }
  if (right.kind === 'phrase' || right.kind === 'none' || right.kind === 'infinitive') return null;
  const bare = shows || (cue.show && lemma === 'show');
  if (right.kind === 'bare' && clause.endsWith('-that') && !bare) return null;
  // "cited assurances, formal or not, that …": the named thing belongs to its content.
  const code = classes[after]!;
  const object =
    right.kind === 'that' &&
    (cue.topic === 'mention' || cue.topic === 'deny') &&
    right.start > after &&
    (code === CLASS.noun ||
      code === CLASS.determiner ||
      code === CLASS.adjective ||
      code === CLASS.possessive);
  const start = object && !scene.lexicon.words.addressed.has(lemma) ? after : right.start;
  const content = to(start);
  const past = group.finite && group.start === group.head && (group.form & FORM.past) !== 0;
  return make(rule, clause, right.kind, [
    range(content.firstToken, beforeOwnContrast(scene, past, start, content.tokenEnd))
  ]);
}

/** "Poll", "a survey this month", "data of the bank": something that shows, before what is attached to it. */
function isEvidence({ map, lexicon }: Scene, holder: TokenRange): boolean {
  for (let k = holder.firstToken; k < holder.tokenEnd; k++) {
    if (map.classes[k] === CLASS.preposition) return false;
    if (lexicon.evidence.has(map.tokens[k]!.lemma)) return true;
  }
  return false;
}
