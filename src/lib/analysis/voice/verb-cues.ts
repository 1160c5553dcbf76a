/** Reporting, perceiving, accusing and promising verbs of one sentence. */
import type { Token, TokenRange } from '$lib/text/document';
import { readActive } from './active-cues';
import { readAdjective } from './adjective-cues';
import { hasWords, type VerbGroup } from './clauses';
import { mainClauseAfter, scanRight, type Scene } from './content';
import type { Cue, CueLexicon } from './cue-lexicon';
import { range, type Finding } from './finding';
import { readPassive } from './passive-cues';
import { continuesSubject, isExpletive, isSelf, subjectOf } from './subjects';
import { FORM, formOf } from './verb-forms';
import { CLASS } from './word-classes';

const LEADING = new Set(
  'while although though whereas as when if because since after before unless once'.split(' ')
);

/** Finds the attributions that verbs make in one sentence; answers its first subject, for later pronouns. */
export function readVerbCues(
  scene: Scene,
  sentence: number,
  first: number,
  last: number,
  out: Finding[]
): TokenRange | null {
  const { map, lexicon, quotations } = scene;
  const { tokens, groups, groupAt } = map;
  let subject: TokenRange | null = null;
  let main: TokenRange | null = null;
  let leading = false;
  for (let at = first; at < last; at++) {
    if (map.classes[at] === CLASS.subordinator && LEADING.has(tokens[at]!.normal)) leading = true;
    else if (map.classes[at] === CLASS.comma) leading = false;
    let group = groups[groupAt[at]!];
    if (group && group.start !== at) continue;
    group ??= mistagged(scene, at, first, last) ?? undefined;
    if (!group) continue;
    // Inside quotation marks a cue reaches no further than they do.
    const quotation = quotations.list[quotations.at[at]!];
    const from = quotation ? Math.max(first, quotation.firstToken + 1) : first;
    const end = quotation ? Math.min(last, quotation.tokenEnd - 1) : last;
    // Nobody inside quotation marks acts outside them.
    if (subject && quotations.at[subject.firstToken] !== quotations.at[at]) subject = null;
    let holder: TokenRange | null = null;
    let named: TokenRange | null = null;
    let subordinate = leading;
    if (group.finite) {
      named = subjectOf(map, group, from);
      if (named) {
        subject = named;
        main ??= named;
      }
      if (!group.passive)
        holder = named ?? (at > from && continuesSubject(map, group, from) ? subject : null);
    } else if (subject) holder = subject;
    else if (!group.infinitive && !group.passive) {
      holder = followingSubject(scene, group, end);
      subordinate = holder !== null;
    }
    const attitude = readAdjective(scene, group, from, end, sentence);
    if (attitude) out.push(attitude);
    const cue = attitude ? null : cueAt(lexicon, tokens, group.head, end);
    if (!cue || (holder && isSelf(map, holder))) continue;
    if (!group.passive && (group.infinitive || group.form === FORM.ing) && holder && isExpletive(map, holder))
      continue;
    const after = Math.max(group.end, group.head + 1 + cue.rest.length);
    const found = group.passive
      ? readPassive(scene, group, cue, after, from, end, sentence)
      : readActive(scene, { group, cue, after, from, end, sentence, holder, named, subordinate });
    if (found?.contents.some((part) => hasWords(tokens, part))) out.push(found);
  }
  return main;
}

/** The subject of the main clause after an opening participle: "Accusing them of theft, the owner …". */
function followingSubject(scene: Scene, group: VerbGroup, end: number): TokenRange | null {
  const { map } = scene;
  const limit = Math.min(end, group.end + 60);
  for (let k = group.end; k < limit; k++) {
    if (map.classes[k] !== CLASS.comma) continue;
    const start = mainClauseAfter(map, k, end);
    if (start < 0) continue;
    let stop = start;
    while (stop < end && map.groupAt[stop]! < 0) stop++;
    return stop > start ? range(start, stop) : null;
  }
  return null;
}

function cueAt(lexicon: CueLexicon, tokens: readonly Token[], head: number, end: number): Cue | null {
  const cues = lexicon.verbs.get(tokens[head]!.normal);
  if (!cues) return null;
  for (const cue of cues) {
    let fits = head + cue.rest.length < end || cue.rest.length === 0;
    for (let k = 0; k < cue.rest.length && fits; k++) fits = tokens[head + 1 + k]!.normal === cue.rest[k];
    if (fits) return cue;
  }
  return null;
}

/** A verb that the tagger took for a noun: "Critics claim the count was rushed", "Rome views it as a gain". */
function mistagged(scene: Scene, at: number, first: number, last: number): VerbGroup | null {
  const { map, lexicon } = scene;
  const { tokens, classes } = map;
  const code = classes[at]!;
  if (code !== CLASS.noun && code !== CLASS.adjective && code !== CLASS.name) return null;
  if (at === first || at + 1 >= last) return null;
  const token = tokens[at]!;
  if (token.text.charCodeAt(0) < 97) return null;
  const cues = lexicon.verbs.get(token.normal);
  if (!cues) return null;
  const before = classes[at - 1]!;
  if (before !== CLASS.noun && before !== CLASS.name && before !== CLASS.pronoun && before !== CLASS.close)
    return null;
  const next = classes[at + 1]!;
  const clausal = cues.some((cue) => cue.clause !== null);
  const perceives = cues.some((cue) => cue.perceive !== null);
  if (!clausal && !perceives) return null;
  const opens =
    next === CLASS.that ||
    next === CLASS.determiner ||
    next === CLASS.pronoun ||
    next === CLASS.possessive ||
    next === CLASS.quote ||
    next === CLASS.wh;
  if (!opens && next === CLASS.preposition) {
    // "alleged in the suit that …", tagged as an adjective.
    if (code !== CLASS.adjective || !clausal || scanRight(scene, at + 1, last, false).kind !== 'that')
      return null;
  } else if (!opens && next === CLASS.to) {
    if (!tokens[at - 1] || tokens[at - 1]!.normal !== 'who') return null;
  } else if (!opens) {
    if (next !== CLASS.name && next !== CLASS.noun && next !== CLASS.adjective) return null;
    const as = perceives && asWithin(tokens, at + 1, last);
    const bare = clausal && next === CLASS.name && scanRight(scene, at + 1, last, false).kind === 'bare';
    if (!as && !bare) return null;
  }
  const form = formOf(token.normal, token.lemma);
  return {
    start: at,
    end: at + 1,
    head: at,
    finite: true,
    infinitive: false,
    passive: false,
    negated: false,
    modal: null,
    form
  };
}

function asWithin(tokens: readonly Token[], from: number, end: number): boolean {
  for (let k = from; k < end && k < from + 12; k++) if (tokens[k]!.normal === 'as') return true;
  return false;
}
