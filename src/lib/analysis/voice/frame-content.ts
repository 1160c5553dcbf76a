/** What a frame such as "according to Rome" covers: the clause before it, the clause after it, or both. */
import type { TokenRange } from '$lib/text/document';
import { CONTENT_REACH, finiteAt } from './clauses';
import type { Scene } from './content';
import { contentEnd } from './content-end';
import { range } from './finding';
import { CLASS } from './word-classes';

/** Prepositions that open a point of view. */
export const LEADING = new Set(['from', 'in', 'by', 'to']);

/** Start of the clause around `at`: after the last mark or joint that separates clauses. */
export function clauseStart(scene: Scene, at: number, from: number): number {
  const { classes } = scene.map;
  const limit = Math.max(from, at - CONTENT_REACH);
  let k = at;
  while (k > limit) {
    const code = classes[k - 1]!;
    if (code === CLASS.semicolon || code === CLASS.colon || code === CLASS.dash) break;
    if (code === CLASS.that && opensClause(scene, k - 1, at)) break;
    if (code === CLASS.comma && (classes[k] === CLASS.conjunction || classes[k] === CLASS.subordinator))
      break;
    k--;
  }
  while (
    k < at &&
    (classes[k] === CLASS.conjunction || classes[k] === CLASS.comma || classes[k] === CLASS.quote)
  )
    k++;
  return k;
}

/** Whether a verb follows a "that" before `end`: "that account" opens no clause. */
function opensClause(scene: Scene, that: number, end: number): boolean {
  if (scene.map.tokens[that]!.pos === 'SCONJ') return true;
  for (let k = that + 1; k < end; k++) if (finiteAt(scene.map, k)) return true;
  return false;
}

/** Fewest tokens before a closing frame to be its content when the tagger saw no verb in them. */
const VERBLESS = 4;

/** "let's look at it from Rome's point of view": the reader is asked to look, nothing is said yet. */
function isInvitation(scene: Scene, open: number, before: number): boolean {
  for (let k = open; k < before && k < open + 8; k++) {
    const { normal } = scene.map.tokens[k]!;
    if (normal === 'let' || normal === "let's") return true;
  }
  return false;
}

/** "from Rome's view, and from that of the town, …": the second holder, after a comma and before another. */
export function secondHolder(scene: Scene, at: number, end: number): TokenRange | null {
  const { classes, tokens } = scene.map;
  if (classes[at] !== CLASS.conjunction) return null;
  let open = at + 1;
  while (open < end && (classes[open] === CLASS.adverb || LEADING.has(tokens[open]!.normal))) open++;
  // "that of the town"
  if (/^(?:that|those)$/.test(tokens[open]?.normal ?? '') && tokens[open + 1]?.normal === 'of') open += 2;
  for (let k = open; k < end && k < at + 16; k++) {
    // A verb right before the comma is a noun taken for one ("political thought,").
    if (finiteAt(scene.map, k) && classes[k + 1] !== CLASS.comma) return null;
    if (classes[k] === CLASS.comma) return k > open ? range(open, k) : null;
  }
  return null;
}

/** What a frame that stands at `[start, stop)` says: what is before it, what is after it, or both. */
export function aroundFrame(
  scene: Scene,
  start: number,
  stop: number,
  from: number,
  end: number
): TokenRange[] {
  const { classes } = scene.map;
  const parts: TokenRange[] = [];
  const open = clauseStart(scene, start, from);
  let before = start;
  while (before > open && (classes[before - 1] === CLASS.comma || classes[before - 1] === CLASS.dash))
    before--;
  if (isInvitation(scene, open, before)) return [];
  let verb = false;
  for (let k = open; k < before && !verb; k++) verb = finiteAt(scene.map, k) !== null;
  let after = classes[stop] === CLASS.comma || classes[stop] === CLASS.dash ? stop + 1 : stop;
  // The second holder is no content.
  after = secondHolder(scene, after, end)?.tokenEnd ?? after;
  if (classes[after] === CLASS.comma) after++;
  // "It is plain how, from Rome's view, …": what comes before only leads in.
  const last = classes[before - 1];
  const leads = before - open <= 1 || (before < start && (last === CLASS.wh || last === CLASS.that));
  const tail = after < end && classes[after] !== CLASS.stop;
  if (!leads && (verb || tail || before - open >= VERBLESS)) parts.push(range(open, before));
  const inner = classes[after];
  if (
    tail &&
    (leads || !verb || (classes[stop] === CLASS.comma && inner !== CLASS.wh && inner !== CLASS.conjunction))
  ) {
    parts.push(range(after, contentEnd(scene, after, end)));
  }
  return parts;
}
