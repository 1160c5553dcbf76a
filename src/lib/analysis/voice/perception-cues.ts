/** Cues of perception: "sees the dam as a threat", "called him a liar", "what he perceives as a slight". */
import type { TokenRange } from '$lib/text/document';
import type { ActiveCue, Make } from './active-cue';
import { finiteAt, opensPhrase, phraseEnd, REACH, type ClauseMap, type VerbGroup } from './clauses';
import type { Scene } from './content';
import { beforeRemark } from './content-end';
import type { Finding } from './finding';
import { quotationAt } from './quotations';
import { CLASS } from './word-classes';

/** Reads how the holder of an active verb sees its object; null for what is no view. */
export function readPerception(
  scene: Scene,
  { group, cue, after, end, from, holder }: ActiveCue,
  make: Make,
  to: (start: number) => TokenRange
): Finding | null {
  const { map, lexicon, quotations } = scene;
  const { naming } = lexicon.words;
  const { tokens, classes } = map;
  const quotedEnd = quotationAt(quotations, after)?.tokenEnd ?? after;
  const code = classes[after] ?? CLASS.stop;
  // "what he perceives as a threat": the object stands before.
  if (tokens[after]?.normal === 'as' && holder && holder.firstToken > from) {
    const before = classes[holder.firstToken - 1];
    if (before === CLASS.wh || before === CLASS.that || tokens[holder.firstToken - 1]!.normal === 'what') {
      return make('perception', 'perceive', 'as', [to(after)]);
    }
  }
  // "what he called the fringe affair"
  const what =
    holder !== null && holder.firstToken > from && tokens[holder.firstToken - 1]!.normal === 'what';
  if (what && naming.has(tokens[group.head]!.lemma)) {
    const stop = code === CLASS.quote ? quotedEnd : phraseEnd(map, after, end);
    if (stop > after) return make('perception', 'perceive', 'what', [{ firstToken: after, tokenEnd: stop }]);
  }
  if (opensPhrase(code) || code === CLASS.not) {
    if (findAs(map, after, end) || regardsWith(map, group, after, end))
      return make('perception', 'perceive', 'as', [to(after)]);
    if (cue.perceive !== 'as' && hasComplement(map, after, end, group)) {
      const { tokenEnd } = to(after);
      // 'called it "reckless", a word he has used before': that is the writer's.
      const quoted = quotations.at[tokenEnd - 1]! < 0;
      const stop = quoted ? beforeRemark(scene, after, tokenEnd) : tokenEnd;
      return make('perception', 'perceive', 'complement', [{ firstToken: after, tokenEnd: stop }]);
    }
  }
  // "a step they consider (strategically) vital"
  const reduced =
    holder !== null && holder.firstToken > from && classes[holder.firstToken - 1] === CLASS.noun;
  const quality = code === CLASS.adverb ? classes[after + 1] : reduced ? code : CLASS.stop;
  if (cue.perceive !== 'as' && quality === CLASS.adjective) {
    return make('perception', 'perceive', 'complement', [to(after)]);
  }
  return null;
}

function findAs(map: ClauseMap, from: number, end: number): boolean {
  const limit = Math.min(end, from + REACH / 2);
  for (let k = from + 1; k < limit; k++) {
    // "slammed the count as his rival claimed victory": what went on meanwhile.
    if (map.tokens[k]!.normal === 'as') return !finiteAt(map, phraseEnd(map, k + 1, end, false));
    const code = map.classes[k]!;
    if (code === CLASS.dash) {
      const closed = closingDash(map, k, limit);
      if (closed > 0 && map.tokens[closed + 1]?.normal === 'as') return true;
    }
    if (code === CLASS.stop || code === CLASS.semicolon || finiteAt(map, k)) return false;
  }
  return false;
}

/** "views the plan with suspicion" */
function regardsWith(map: ClauseMap, group: VerbGroup, after: number, end: number): boolean {
  if (!/^(?:view|regard)/.test(map.tokens[group.head]!.normal)) return false;
  const stop = phraseEnd(map, after, end, false);
  return stop > after && map.tokens[stop]?.normal === 'with' && map.classes[stop + 1] === CLASS.noun;
}

/** An object with a second phrase, an adjective or quoted words after it ("called him a liar", "the plan reckless"). */
function hasComplement(map: ClauseMap, start: number, end: number, group: VerbGroup): boolean {
  const { classes, tokens } = map;
  const stop = phraseEnd(map, start, end, false);
  if (stop === start) return false;
  const next = classes[stop] ?? CLASS.stop;
  if (next === CLASS.quote || next === CLASS.determiner || next === CLASS.adjective) return true;
  if (next === CLASS.to && tokens[stop + 1]?.normal === 'be') return true;
  const last = classes[stop - 1]!;
  if (last === CLASS.adjective && stop - start > 1) return true;
  return classes[start] === CLASS.pronoun && tokens[group.head]!.lemma === 'call' && opensPhrase(next);
}

function closingDash(map: ClauseMap, open: number, end: number): number {
  for (let k = open + 1; k < end; k++) if (map.classes[k] === CLASS.dash) return k;
  return 0;
}
