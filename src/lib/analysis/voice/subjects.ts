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
const ARTICLES = new Set(['the', 'a', 'an']);

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
    let open = phraseStart(map, k, from);
    const age = open - 2 > from && isFigure(map, open, k) && classes[open - 1] === CLASS.comma;
    if (age) open = phraseStart(map, (k = open - 1), from);
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
  // "a little choked up": an article alone names nobody.
  if (end - start === 1 && ARTICLES.has(tokens[start]!.normal)) return null;
  return range(wholeWord(map, afterAdjective(map, afterFigure(map, start, end), from), from), end);
}

/** "A person familiar with the matter said": the adjective and what hangs on it belong to the person. */
function afterAdjective(map: ClauseMap, start: number, from: number): number {
  const { classes } = map;
  const hangs = classes[start - 1] === CLASS.preposition || classes[start - 1] === CLASS.to;
  if (start - 3 < from || !hangs || classes[start - 2] !== CLASS.adjective) return start;
  if (!isNominal(classes[start - 3]!)) return start;
  return phraseStart(map, start - 2, from);
}

/** "FactCheck.org", "Fifty-one percent": a phrase begins where its first word does, marks inside it or not. */
function wholeWord({ tokens, classes }: ClauseMap, start: number, from: number): number {
  let at = start;
  while (
    at - 1 > from &&
    tokens[at - 1]!.end === tokens[at]!.start &&
    (classes[at - 1] === CLASS.hyphen || tokens[at - 1]!.text === '.') &&
    tokens[at - 2]!.end === tokens[at - 1]!.start &&
    tokens[at - 2]!.word
  )
    at -= 2;
  return at;
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
  words: CueWords,
  subject: TokenRange,
  from: number,
  speaks: (verb: number) => boolean
): TokenRange {
  const { firstToken, tokenEnd } = subject;
  // "The indictment released early Friday alleges": no day alleges.
  const day = words.weekdays.has(map.tokens[tokenEnd - 1]!.normal);
  const doing = verbGroupAt(map, firstToken - 1);
  if (doing && doing.form === FORM.ing && doing.start > from && !doing.finite && doing.end === firstToken) {
    // "Detectives investigating the theft believe": what they do says who they are.
    const acts = isNominal(map.classes[doing.start - 1]!) && !speaks(doing.head);
    const first = acts ? phraseStart(map, doing.start, from) : firstToken;
    const sees =
      first > from && (map.groupAt[first - 1]! >= 0 || map.classes[first - 1] === CLASS.preposition);
    return sees ? subject : range(first, tokenEnd);
  }
  const link = day && map.groupAt[firstToken - 1]! >= 0 ? firstToken : firstToken - 1;
  if (link - 1 <= from || (link < firstToken && map.classes[link] !== CLASS.preposition)) return subject;
  const group = verbGroupAt(map, link - 1);
  if (!group || group.end !== link || group.end - group.start > 1) return subject;
  // "Papers seen by the Herald suggest": no clause can follow what was done by somebody, or to whom it was said.
  const done = map.tokens[link]!.normal === 'by' || words.addressed.has(map.tokens[group.head]!.lemma);
  const reduced = (group.form & FORM.participle) !== 0 && (day || done || !speaks(group.head));
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
    // "On May 26, 2009, the Post, a newspaper, said": a year acts no more than an age, "Jane Roe, 34, a teacher",
    // or than a party and a state, "Jane Roe, R-Ohio, the chair".
    if (isFigure(map, start, k) || isParty(map, start)) {
      if (found) break;
      continue;
    }
    const next = classes[k + 1]!;
    const inserted =
      opener !== CLASS.comma ||
      opensPhrase(next) ||
      next === CLASS.wh ||
      next === CLASS.preposition ||
      next === CLASS.verb ||
      next === CLASS.adverb ||
      next === CLASS.not ||
      RELATIVE.has(tokens[k + 1]!.normal);
    if (!inserted) break;
    const governed = start > from && classes[start - 1] === CLASS.preposition;
    if (governed && !found && classes[start - 2] === CLASS.comma && start - 2 > from) continue;
    // Nor does the object of an opening participle act: "Welcoming the plan, the minister, Jane Roe, said".
    if (found && (governed || verbGroupAt(map, start - 1)?.start === from)) break;
    found = range(start, k);
    // "…, its chairman, Peter Lang, said": a name alone between the commas, and its office before them.
    if (opener === CLASS.comma && isOfficeOf(map, start, k, end - 1)) break;
    if (classes[start] === CLASS.name || classes[start] === CLASS.pronoun) break;
    if (opener !== CLASS.comma || start - 1 <= from || classes[start - 1] !== CLASS.comma) break;
  }
  return found;
}

/** Nothing but numbers: the year of a date. */
function isFigure({ classes }: ClauseMap, start: number, end: number): boolean {
  for (let k = start; k < end; k++) if (classes[k] !== CLASS.number) return false;
  return true;
}

/** "D-Ohio", "R-Calif.": one capital letter joined to the place. */
function isParty({ tokens, classes }: ClauseMap, start: number): boolean {
  return /^[A-Z]$/.test(tokens[start]!.text) && classes[start + 1] === CLASS.hyphen;
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

/** Whether a verb without a subject of its own continues an earlier one ("laughed and said"). */
export function continuesSubject(map: ClauseMap, group: VerbGroup, from: number): boolean {
  let k = group.start - 1;
  while (k > from && map.classes[k] === CLASS.adverb) k--;
  const code = map.classes[k];
  return code === CLASS.conjunction || code === CLASS.comma || code === CLASS.close || code === CLASS.quote;
}
