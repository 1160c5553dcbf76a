/** Who does what a verb says: the noun phrase before it, across insertions and relative pronouns. */
import type { TokenRange } from '$lib/text/document';
import {
  isAuxiliary,
  isNominal,
  opensPhrase,
  phraseStart,
  REACH,
  verbGroupAt,
  type ClauseMap,
  type VerbGroup
} from './clauses';
import type { CueWords } from './cue-words';
import { range } from './finding';
import { FORM } from './verb-forms';
import { CLASS } from './word-classes';

const RELATIVE = new Set(['who', 'which', 'that']);
const ANYBODY = new Set(['anyone', 'anybody']);

/** The subject of a finite verb group, not before `from`; null when none stands there. */
export function subjectOf(map: ClauseMap, group: VerbGroup, from: number): TokenRange | null {
  const { tokens, classes } = map;
  let end = group.start;
  while (end > from && (classes[end - 1] === CLASS.adverb || classes[end - 1] === CLASS.not)) end--;
  if (end <= from) return null;
  const before = classes[end - 1]!;
  if (before === CLASS.comma || before === CLASS.dash || before === CLASS.close) {
    return beforeInsertion(map, end, from);
  }
  if (RELATIVE.has(tokens[end - 1]!.normal)) {
    let k = end - 1;
    if (k > from && (classes[k - 1] === CLASS.comma || classes[k - 1] === CLASS.dash)) k--;
    const open = phraseStart(map, k, from);
    const start = tokens[end - 1]!.normal === 'who' ? afterBy(map, open, k) : open;
    return start < k ? range(start, k) : null;
  }
  const start = phraseStart(map, end, from);
  if (start >= end) return null;
  // "has at various times said": the auxiliary stands before the circumstance.
  if (start - 1 > from && classes[start - 1] === CLASS.preposition) {
    const auxiliary = verbGroupAt(map, start - 2);
    if (auxiliary?.finite && isAuxiliary(classes[auxiliary.head]!)) return subjectOf(map, auxiliary, from);
  }
  return range(afterFigure(map, start, end), end);
}

/** "Had offered 4 percent and the union had asked for 12": behind a verb, the figure is what it had offered. */
function afterFigure({ classes, groupAt }: ClauseMap, start: number, end: number): number {
  if (classes[start] !== CLASS.number || start === 0 || groupAt[start - 1]! < 0) return start;
  for (let k = start + 1; k + 1 < end; k++) {
    const next = classes[k + 1];
    if (classes[k] === CLASS.conjunction && (next === CLASS.determiner || next === CLASS.name)) return k + 1;
  }
  return start;
}

/** "the reports by the auditors, who said": the auditors said it. */
function afterBy(map: ClauseMap, start: number, end: number): number {
  for (let k = end - 2; k >= start; k--) {
    if (map.tokens[k]!.normal === 'by') return k + 1;
  }
  return start;
}

/**
 * "Documents released in March show": the participle belongs to the subject, which begins before it. `speaks`:
 * whether a verb may have a clause for its object, as in "announced in March sales fell".
 */
export function acrossParticiple(
  map: ClauseMap,
  subject: TokenRange,
  from: number,
  speaks: (verb: number) => boolean
): TokenRange {
  const { firstToken, tokenEnd } = subject;
  if (firstToken - 2 <= from || map.classes[firstToken - 1] !== CLASS.preposition) return subject;
  const group = verbGroupAt(map, firstToken - 2);
  if (!group || group.end !== firstToken - 1 || group.end - group.start > 1) return subject;
  // "Papers seen by the Herald suggest": no clause can follow what was done by somebody.
  const done = map.tokens[firstToken - 1]!.normal === 'by';
  const reduced = (group.form & FORM.participle) !== 0 && (done || !speaks(group.head));
  if (!reduced || group.start <= from || !isNominal(map.classes[group.start - 1]!)) return subject;
  const open = phraseStart(map, group.start, from);
  // "with leaders gathered in Lima": that is no subject.
  const governed = open > from && map.classes[open - 1] === CLASS.preposition;
  return governed ? subject : range(open, tokenEnd);
}

/** What no relative clause that ends before its main verb reaches across. */
const CLAUSE_EDGES = new Set<number>([
  CLASS.comma,
  CLASS.semicolon,
  CLASS.colon,
  CLASS.dash,
  CLASS.quote,
  CLASS.stop,
  CLASS.open,
  CLASS.close
]);

/**
 * "The union that represents dock workers said", "Scientists who were not involved said", "A survey that the firm
 * paid for found": who or what the relative clause before the verb tells of; null where none stands there.
 * `speaks`: whether a verb may have a clause for its object, as in "those who say the ferry is late".
 */
export function acrossRelative(
  map: ClauseMap,
  group: VerbGroup,
  from: number,
  speaks: (verb: number) => boolean
): TokenRange | null {
  const { tokens, classes } = map;
  let inner: VerbGroup | null = null;
  const limit = Math.max(from, group.start - REACH / 2);
  for (let k = group.start - 1; k > limit; k--) {
    if (CLAUSE_EDGES.has(classes[k]!)) return null;
    const verb = verbGroupAt(map, k);
    if (verb?.finite) {
      if (inner) return null;
      inner = verb;
      // "A man who saw the crash": the loop goes on before the verb.
      k = verb.start;
      continue;
    }
    if (!RELATIVE.has(tokens[k]!.normal)) continue;
    if (!inner || (speaks(inner.head) && inner.end < group.start)) return null;
    const start = phraseStart(map, k, from);
    if (start >= k || !(isNominal(classes[k - 1]!) || classes[k - 1] === CLASS.determiner)) return null;
    // "told the man that police found …": what he was told, not which man.
    const told = tokens[k]!.normal === 'that' && start > from && map.groupAt[start - 1]! >= 0;
    return told ? null : range(start, k);
  }
  return null;
}

/** "the senator, who …, said" and "Jane Roe, 34, a teacher, said": the phrase before the insertion. */
function beforeInsertion(map: ClauseMap, end: number, from: number): TokenRange | null {
  const { tokens, classes } = map;
  const before = classes[end - 1]!;
  const opener = before === CLASS.close ? CLASS.open : before;
  const limit = Math.max(from, end - 1 - REACH);
  let found: TokenRange | null = null;
  for (let k = end - 2; k > limit; k--) {
    if (classes[k] === CLASS.quote || classes[k] === CLASS.semicolon) break;
    if (classes[k] !== opener) continue;
    const start = phraseStart(map, k, from);
    if (start === k) continue;
    const next = classes[k + 1]!;
    const inserted =
      opener !== CLASS.comma ||
      opensPhrase(next) ||
      next === CLASS.wh ||
      next === CLASS.preposition ||
      next === CLASS.verb ||
      next === CLASS.adverb ||
      RELATIVE.has(tokens[k + 1]!.normal);
    if (!inserted) break;
    // A phrase after a preposition is a circumstance ("On the other side, …"), not who acts.
    if (found && start > from && classes[start - 1] === CLASS.preposition) break;
    found = range(start, k);
    // "…, its chairman, Peter Lang, said": a name alone between the commas, and its office before them.
    if (opener === CLASS.comma && isOfficeOf(map, start, k, end - 1)) break;
    if (classes[start] === CLASS.name || classes[start] === CLASS.pronoun) break;
    if (opener !== CLASS.comma || start - 1 <= from || classes[start - 1] !== CLASS.comma) break;
  }
  return found;
}

/** Whether a phrase ends in a common noun that is somebody's or "the" one, and only a name follows up to `close`. */
function isOfficeOf({ classes, tokens }: ClauseMap, start: number, comma: number, close: number): boolean {
  if (close - comma < 2 || classes[comma - 1] !== CLASS.noun) return false;
  const first = classes[start];
  const owned =
    first === CLASS.possessive ||
    first === CLASS.determiner ||
    /['’]s?$/.test(tokens[start + 1]?.normal ?? '');
  if (!owned) return false;
  for (let k = comma + 1; k < close; k++) if (classes[k] !== CLASS.name) return false;
  return true;
}

/** The writer or the reader: "I think", "we know", "you say" are not somebody else's words. */
export function isSelf(map: ClauseMap, words: CueWords, holder: TokenRange): boolean {
  return (
    holder.tokenEnd - holder.firstToken <= 2 && words.selves.has(map.tokens[holder.tokenEnd - 1]!.normal)
  );
}

/** "Hard to see how anyone could call it fair": nobody who is shown to have said so. */
export function isAnybody(map: ClauseMap, holder: TokenRange): boolean {
  return holder.tokenEnd - holder.firstToken === 1 && ANYBODY.has(map.tokens[holder.firstToken]!.normal);
}

/** Whether a verb without a subject of its own continues an earlier one ("laughed and said"). */
export function continuesSubject(map: ClauseMap, group: VerbGroup, from: number): boolean {
  let k = group.start - 1;
  while (k > from && map.classes[k] === CLASS.adverb) k--;
  const code = map.classes[k];
  return code === CLASS.conjunction || code === CLASS.comma || code === CLASS.close || code === CLASS.quote;
}

const ABSTRACT = /(?:tion|sion|ment|ness|ity|ism|ance|ence|ing|ship|hood|dom)s?$/;
/** "It is worth noting that …", "This is to say …": nobody in particular. */
export function isExpletive(map: ClauseMap, words: CueWords, holder: TokenRange): boolean {
  return holder.tokenEnd - holder.firstToken === 1 && words.empty.has(map.tokens[holder.firstToken]!.normal);
}

/** "This", "these events": what was just told, not somebody. */
export function isDemonstrative(map: ClauseMap, words: CueWords, holder: TokenRange): boolean {
  return (
    words.demonstratives.has(map.tokens[holder.firstToken]!.normal) &&
    // "those who say"
    map.tokens[holder.tokenEnd]?.normal !== 'who' &&
    !RELATIVE.has(map.tokens[holder.tokenEnd - 1]!.normal)
  );
}

/** Things and deeds take no stand: "this step supports growth". */
export function isAbstract(map: ClauseMap, words: CueWords, holder: TokenRange): boolean {
  const { tokens, classes } = map;
  let head = -1;
  for (let k = holder.firstToken; k < holder.tokenEnd; k++) {
    const code = classes[k]!;
    // "Rome's expansion" is no more somebody than "the expansion".
    if (code === CLASS.name && map.classes[k + 1] !== CLASS.possessive) return false;
    if (code === CLASS.preposition && head >= 0) break;
    if (code === CLASS.noun) head = k;
  }
  const last = tokens[holder.tokenEnd - 1]!;
  if (head < 0) return words.empty.has(last.normal);
  if (isDemonstrative(map, words, holder)) return true;
  return (
    (ABSTRACT.test(tokens[head]!.normal) || words.nobody.has(tokens[head]!.lemma)) &&
    !words.bodies.has(tokens[head]!.normal) &&
    !words.bodies.has(tokens[head]!.lemma)
  );
}
