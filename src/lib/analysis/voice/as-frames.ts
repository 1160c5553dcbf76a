/** "As Roe noted, the dam is old", "…, as reported by the Herald": whose words stand around the frame. */
import type { TokenRange } from '$lib/text/document';
import { finiteAt, phraseEnd } from './clauses';
import type { Scene } from './content';
import { range } from './finding';
import { isExpletive, isSelf } from './no-holders';
import { FORM } from './verb-forms';
import { CLASS } from './word-classes';

/** Most tokens of a time or place behind the verb ("as she said on Monday,"). */
const CIRCUMSTANCE = 8;
/** What a verb in the frame may do: say, claim or note. A belief or a deed is no report of the words beside it. */
const SPOKEN = new Set(['say', 'claim', 'know']);

export interface AsFrame {
  readonly holder: TokenRange;
  /** Past the frame, at the mark that closes it. */
  readonly stop: number;
}

/** The words of the cue at a verb that says, claims or notes; 0 when it does neither. */
function spokenAt({ map, lexicon }: Scene, head: number): number {
  const cue = lexicon
    .verbCues(map.tokens[head]!.type)
    ?.find(({ rest }) => rest.every((word, k) => map.tokens[head + 1 + k]?.normal === word));
  return cue?.clause && SPOKEN.has(cue.clause) ? 1 + cue.rest.length : 0;
}

/** The mark that closes the frame, over a time or a place; -1 when something else follows. */
function closing({ map }: Scene, from: number, end: number): number {
  for (let k = from; k < end && k <= from + CIRCUMSTANCE; k++) {
    const code = map.classes[k]!;
    if (code === CLASS.comma || code === CLASS.stop || code === CLASS.dash || code === CLASS.close) return k;
    if (map.groupAt[k]! >= 0 || code === CLASS.that || code === CLASS.quote || code === CLASS.wh) return -1;
    if (k === from && code !== CLASS.preposition && code !== CLASS.name && code !== CLASS.adverb) {
      if (map.tokens[k]!.normal !== 'last' && map.tokens[k]!.normal !== 'this') return -1;
    }
  }
  return from >= end ? end : -1;
}

/** Reads the frame that an "as" at the head of a clause opens; null when it opens none. */
export function readAsFrame(scene: Scene, at: number, from: number, end: number): AsFrame | null {
  const { map } = scene;
  const { classes, tokens } = map;
  const before = at > from ? classes[at - 1] : CLASS.comma;
  if (before !== CLASS.comma && before !== CLASS.conjunction && before !== CLASS.dash) return null;
  const group = map.groups[map.groupAt[at + 1] ?? -1];
  // "as reported by the Herald"
  if (group && !group.finite && (group.form & FORM.participle) !== 0 && tokens[group.end]?.normal === 'by') {
    const stop = phraseEnd(map, group.end + 1, end);
    const closed = stop > group.end + 1 ? closing(scene, stop, end) : -1;
    if (closed < 0 || spokenAt(scene, group.head) === 0) return null;
    return { holder: range(group.end + 1, stop), stop: closed };
  }
  const subject = phraseEnd(map, at + 1, end, false);
  if (subject === at + 1) return null;
  let start = subject;
  while (start < end && classes[start] === CLASS.adverb) start++;
  const verb = finiteAt(map, start);
  if (!verb || verb.negated || verb.passive) return null;
  const holder = range(at + 1, subject);
  // "as every child knows": the writer's way to say that it is so.
  if (/^every(?:one|body)?$/.test(tokens[at + 1]!.normal)) return null;
  const words = spokenAt(scene, verb.head);
  if (
    words === 0 ||
    isSelf(map, scene.lexicon.words, holder) ||
    isExpletive(map, scene.lexicon.words, holder)
  )
    return null;
  const stop = closing(scene, verb.head + words, end);
  return stop < 0 ? null : { holder, stop };
}
