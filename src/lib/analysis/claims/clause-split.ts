/** Cuts a stretch of one voice into clauses: where one statement ends and the next begins. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { TokenRange } from '$lib/text/document';
import {
  finiteAt,
  opensPhrase,
  phraseEnd,
  verbGroupAt,
  type ClauseMap,
  type VerbGroup
} from '../voice/clauses';
import { CLASS } from '../voice/word-classes';
import { wordKinds } from '../word-kinds';

/** A clause with its verb groups: the first finite one, where there is one, is its predicate. */
export interface Clause extends TokenRange {
  readonly predicate: VerbGroup | null;
  /** The word that subordinates it ("if", "because"), as written in lower case. */
  readonly opener: string | null;
}

/** Fewest tokens of a participle clause ("forming up a posture …") to stand on its own. */
const PARTICIPLE_TOKENS = 4;
const TRAILING = new Set<number>([CLASS.comma, CLASS.dash, CLASS.conjunction, CLASS.semicolon, CLASS.colon]);
/** What may stand between two clauses, or open one inside a sentence, by class. */
const JOINTS = new Uint8Array(256);
for (const code of [
  CLASS.semicolon,
  CLASS.dash,
  CLASS.colon,
  CLASS.subordinator,
  CLASS.conjunction,
  CLASS.comma
])
  JOINTS[code] = 1;
/** How far to the right a joint looks for the verb of the clause it may open. */
const VERB_REACH = 24;

/** The first finite group at or after `from`, before the next joint that could belong to it. */
function verbAfter(map: ClauseMap, from: number, end: number): VerbGroup | null {
  const limit = Math.min(end, from + VERB_REACH);
  for (let k = from; k < limit; k++) {
    const group = finiteAt(map, k);
    if (group) return group;
    const code = map.classes[k]!;
    if (code === CLASS.semicolon || code === CLASS.stop) return null;
  }
  return null;
}

const COMPARING = new Set(['more', 'less', 'fewer', 'other', 'rather', 'better', 'higher', 'lower']);

/** "More than 200 parents", "as young as four": what is compared opens no clause. */
function compares({ tokens }: ClauseMap, at: number): boolean {
  const { normal } = tokens[at]!;
  if (normal === 'than') return COMPARING.has(tokens[at - 1]?.normal ?? '') && tokens[at + 1]?.pos === 'NUM';
  if (normal !== 'as') return false;
  return (
    tokens[at + 2]?.normal === 'as' || (tokens[at - 2]?.normal === 'as' && tokens[at + 1]?.pos === 'NUM')
  );
}

/** Whether a clause of its own begins at `at`. */
function beginsClause(
  map: ClauseMap,
  joints: ReadonlyMap<string, string>,
  at: number,
  open: number,
  end: number,
  seen: boolean
): boolean {
  const { classes, tokens } = map;
  const code = classes[at]!;
  if (code === CLASS.semicolon || code === CLASS.dash || code === CLASS.colon) {
    return seen && verbAfter(map, at + 1, end) !== null;
  }
  if (code === CLASS.subordinator) {
    if (at === open || compares(map, at)) return false;
    if (joints.get(tokens[at]!.normal) === 'prepositional') {
      // "after the war" is no clause, "after the war ended" is.
      let stop = phraseEnd(map, at + 1, end);
      while (stop < end && classes[stop] === CLASS.adverb) stop++;
      return finiteAt(map, stop) !== null;
    }
    const group = verbAfter(map, at + 1, end);
    if (!group) return false;
    for (let k = at + 1; k < group.start; k++) if (classes[k] === CLASS.comma) return false;
    return true;
  }
  if (!seen) return false;
  if (code === CLASS.conjunction) {
    let next = at + 1;
    while (next < end && (classes[next] === CLASS.adverb || classes[next] === CLASS.not)) next++;
    if (finiteAt(map, next)) return true;
    if (next < end && classes[next] === CLASS.that) return verbAfter(map, next + 1, end) !== null;
    if (next >= end || !opensPhrase(classes[next]!)) return false;
    // "X and Y did": a new clause only when a subject and its verb follow with no mark between.
    const group = verbAfter(map, next, end);
    if (!group) return false;
    for (let k = next; k < group.start; k++) {
      const inner = classes[k]!;
      if (inner === CLASS.comma || inner === CLASS.wh || inner === CLASS.that || inner === CLASS.subordinator)
        return false;
    }
    return classes[at - 1] === CLASS.comma || classes[next] === CLASS.pronoun || !objectBefore(map, at, open);
  }
  if (code !== CLASS.comma) return false;
  const next = at + 1;
  if (next >= end) return false;
  const after = classes[next]!;
  if (after === CLASS.wh || tokens[next]!.normal === 'who') return trails(map, next, end);
  const group = verbGroupAt(map, next) ?? (after === CLASS.adverb ? verbGroupAt(map, next + 1) : undefined);
  if (
    group &&
    !group.finite &&
    !group.infinitive &&
    group.start <= next + 1 &&
    end - next >= PARTICIPLE_TOKENS
  ) {
    return /ing$/.test(tokens[group.head]!.normal) && trails(map, group.end, end, 0);
  }
  return false;
}

/** Whether the finite verb directly left of a conjunction has taken an object ("bought bread and milk"). */
function objectBefore(map: ClauseMap, at: number, open: number): boolean {
  for (let k = at - 1; k >= open; k--) {
    if (map.groupAt[k]! >= 0) return false;
    if (map.classes[k] === CLASS.comma) return false;
    if (opensPhrase(map.classes[k]!)) return true;
  }
  return false;
}

/** Whether an inserted clause runs to the end: no finite verb of the main clause comes after a closing comma. */
function trails(map: ClauseMap, from: number, end: number, allowed = 1): boolean {
  let verbs = 0;
  for (let k = from; k < end && k < from + 2 * VERB_REACH; k++) {
    if (finiteAt(map, k)) {
      verbs++;
      if (verbs > allowed) return false;
    }
    const code = map.classes[k]!;
    if (code === CLASS.semicolon || (code === CLASS.comma && map.classes[k + 1] === CLASS.conjunction))
      return true;
  }
  return true;
}

/** Clauses of a range, in order, without overlap; together they cover it. */
export function splitClauses(map: ClauseMap, knowledge: Knowledge, part: TokenRange): Clause[] {
  const joints = wordKinds(knowledge, 'clause-joints');
  const { classes, tokens } = map;
  const clauses: Clause[] = [];
  let open = part.firstToken;
  let predicate: VerbGroup | null = null;
  const close = (end: number): void => {
    let start = open;
    let stop = end;
    while (
      start < stop &&
      !tokens[start]!.word &&
      classes[start] !== CLASS.open &&
      classes[start] !== CLASS.quote
    )
      start++;
    while (stop > start && TRAILING.has(classes[stop - 1]!)) stop--;
    if (stop > start) {
      const code = classes[start]!;
      const opener = code === CLASS.subordinator ? tokens[start]!.normal : null;
      clauses.push({ firstToken: start, tokenEnd: stop, predicate, opener });
    }
    open = end;
    predicate = null;
  };
  for (let at = part.firstToken; at < part.tokenEnd; at++) {
    if (at > open && JOINTS[classes[at]!] === 1) {
      if (beginsClause(map, joints, at, open, part.tokenEnd, predicate !== null)) close(at);
      else if (predicate !== null && leadingClauseEnds(map, at, open, part.tokenEnd)) close(at);
    }
    if (predicate === null && map.groupAt[at]! >= 0) predicate = finiteAt(map, at);
  }
  close(part.tokenEnd);
  return clauses;
}

/** "When it rained, the match stopped": the comma ends the clause that a subordinator opened. */
function leadingClauseEnds(map: ClauseMap, at: number, open: number, end: number): boolean {
  if (map.classes[at] !== CLASS.comma) return false;
  let first = open;
  while (
    first < at &&
    (!map.tokens[first]!.word ||
      map.classes[first] === CLASS.conjunction ||
      map.classes[first] === CLASS.adverb)
  )
    first++;
  if (map.classes[first] !== CLASS.subordinator) return false;
  let next = at + 1;
  while (next < end && (map.classes[next] === CLASS.adverb || map.classes[next] === CLASS.comma)) next++;
  return next < end && opensPhrase(map.classes[next]!) && verbAfter(map, next, end) !== null;
}
