/** Phrases that name whose view follows: "according to", "from Rome's perspective", "for Rome, …", "reportedly". */
import type { TokenRange } from '$lib/text/document';
import { readAsFrame } from './as-frames';
import { CONTENT_REACH, finiteAt, isNominal, opensPhrase, phraseEnd } from './clauses';
import { CUE, phraseAt } from './cue-lexicon';
import { range, type Finding } from './finding';
import { contentEnd, type Scene } from './content';
import { readDocumentFrame, readLabel } from './document-frames';
import { quotationAt } from './quotations';
import { CLASS } from './word-classes';

const LEADING = new Set(['from', 'in', 'by', 'to']);
const PEOPLE = new Set([
  'him',
  'her',
  'them',
  'many',
  'some',
  'others',
  'most',
  'critics',
  'supporters',
  'opponents'
]);

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
function secondHolder(scene: Scene, at: number, end: number): TokenRange | null {
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

function aroundFrame(scene: Scene, start: number, stop: number, from: number, end: number): TokenRange[] {
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

/** Finds viewpoint frames in one sentence. */
export function readFrames(
  scene: Scene,
  sentence: number,
  first: number,
  last: number,
  out: Finding[]
): void {
  const { map, lexicon, quotations, cues } = scene;
  const { tokens, classes } = map;
  const push = (
    rule: string,
    contents: readonly TokenRange[],
    holder: TokenRange | null,
    cue: TokenRange,
    also: TokenRange | null = null
  ): void => {
    if (contents.length === 0) return;
    out.push({
      sentence,
      contents,
      holder,
      cue,
      rule: `voice/${rule}`,
      also,
      polarity: 'affirm',
      hedged: false,
      kind: rule
    });
  };
  for (let at = first; at < last; at++) {
    if (at > first && (cues[at]! & CUE.frame) === 0) continue;
    const token = tokens[at]!;
    if (!token.word) continue;
    const quotation = quotationAt(quotations, at);
    const from = quotation ? Math.max(first, quotation.firstToken + 1) : first;
    const end = quotation ? Math.min(last, quotation.tokenEnd - 1) : last;
    const { normal } = token;
    const long = phraseAt(lexicon.holderAfter.get(normal), tokens, at, end);
    if (long > 0) {
      const holder = range(at + long, phraseEnd(map, at + long, end));
      if (holder.tokenEnd > holder.firstToken) {
        push(
          'according-to',
          aroundFrame(scene, at, holder.tokenEnd, from, end),
          holder,
          range(at, at + long)
        );
        at = holder.tokenEnd - 1;
        continue;
      }
    }
    if (normal === 'as') {
      const frame = readAsFrame(scene, at, from, end);
      if (frame) {
        // The comma before "as" closes the content; "as" itself would seem to open a clause.
        const open = at > from && classes[at - 1] === CLASS.comma ? at - 1 : at;
        push(
          'according-to',
          aroundFrame(scene, open, frame.stop, from, end),
          frame.holder,
          range(at, frame.stop)
        );
        at = frame.stop - 1;
        continue;
      }
    }
    if (LEADING.has(normal) && opensPhrase(classes[at + 1] ?? CLASS.stop)) {
      const frame = readPerspective(scene, at, end);
      if (frame) {
        const also = classes[frame.stop] === CLASS.comma ? secondHolder(scene, frame.stop + 1, end) : null;
        push(
          'viewpoint',
          aroundFrame(scene, at, frame.stop, from, end),
          frame.holder,
          range(at, frame.stop),
          also
        );
        at = frame.stop - 1;
        continue;
      }
    }
    if (normal === 'for' && (at === from || classes[at - 1] === CLASS.conjunction)) {
      const stop = phraseEnd(map, at + 1, end);
      const head = classes[at + 1];
      const holds =
        head === CLASS.name ||
        PEOPLE.has(tokens[at + 1]?.normal ?? '') ||
        (head === CLASS.determiner && classes[at + 2] === CLASS.name);
      if (holds && stop > at + 1 && classes[stop] === CLASS.comma && stop + 2 < end) {
        push(
          'viewpoint',
          [range(stop + 1, contentEnd(scene, stop + 1, end))],
          range(at + 1, stop),
          range(at, at + 1)
        );
        at = stop;
        continue;
      }
    }
    if (at === first) {
      const label = readLabel(scene, at, end);
      if (label) {
        push('document', [range(label.tokenEnd + 1, end)], label, range(label.tokenEnd, label.tokenEnd + 1));
        at = label.tokenEnd;
        continue;
      }
    }
    if ((normal === 'in' || normal === 'per') && at === from) {
      const document = readDocumentFrame(scene, at, end);
      if (document) {
        push(
          'document',
          [range(document.tokenEnd + 1, contentEnd(scene, document.tokenEnd + 1, end))],
          document,
          range(at, at + 1)
        );
        at = document.tokenEnd;
        continue;
      }
    }
    if (lexicon.hearsay.has(normal)) {
      const open = clauseStart(scene, at, from);
      push('hearsay', [range(open, contentEnd(scene, at, end))], null, range(at, at + 1));
      continue;
    }
    if (
      lexicon.perceived.has(normal) &&
      (isNominal(classes[at + 1] ?? CLASS.stop) || classes[at + 1] === CLASS.adjective)
    ) {
      const before = classes[at - 1];
      if (
        before === CLASS.be ||
        before === CLASS.have ||
        before === CLASS.modal ||
        before === CLASS.pronoun ||
        before === CLASS.name
      )
        continue;
      const open = at > from && (before === CLASS.determiner || before === CLASS.possessive) ? at - 1 : at;
      let stop = phraseEnd(map, at + 1, end, false);
      if (tokens[stop]?.normal === 'of' && stop + 1 < end)
        stop = Math.max(stop, phraseEnd(map, stop + 1, end, false));
      if (stop > at + 1) push('perceived', [range(open, stop)], null, range(at, at + 1));
    }
  }
}

/** "from Rome's perspective", "in his view", "from a Roman viewpoint". */
function readPerspective(scene: Scene, at: number, end: number): { holder: TokenRange; stop: number } | null {
  const { map, lexicon } = scene;
  const { tokens, classes } = map;
  const limit = Math.min(end, at + 9);
  let possessive = -1;
  for (let k = at + 1; k < limit; k++) {
    const code = classes[k]!;
    // "In my view": the writer's own.
    if (code === CLASS.possessive && /^(?:my|our)$/.test(tokens[k]!.normal)) return null;
    if (code === CLASS.possessive) possessive = k;
    const length = isNominal(code) ? phraseAt(lexicon.perspective.get(tokens[k]!.normal), tokens, k, end) : 0;
    if (length > 0) {
      const adjective =
        possessive < 0 && tokens[at]!.normal === 'from' && classes[at + 1] === CLASS.determiner && k > at + 2;
      if (possessive < 0 && !adjective) return null;
      const next = classes[k + length];
      if (next === CLASS.noun || next === CLASS.name) return null;
      const own = possessive >= 0 && tokens[possessive]!.text.length <= 2 ? possessive : possessive + 1;
      return {
        holder: adjective ? range(at + 2, k) : range(at + 1, Math.max(at + 2, own)),
        stop: k + length
      };
    }
    if (!opensPhrase(code) && code !== CLASS.preposition) return null;
  }
  return null;
}
