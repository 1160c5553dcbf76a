/** Reporting, perceiving, accusing and promising verbs of one sentence. */
import type { Token, TokenRange } from '$lib/text/document';
import { readActive } from './active-cues';
import { readAdjective } from './adjective-cues';
import { hasWords, phraseStart, verbGroupAt, type VerbGroup } from './clauses';
import { type Scene } from './content';
import { mainClauseAfter } from './content-end';
import { CUE, type Cue, type CueLexicon } from './cue-lexicon';
import { range, type Finding } from './finding';
import { isVerbless, mistagged } from './mistagged';
import { readPassive } from './passive-cues';
import { isAnybody, isExpletive, isSelf } from './no-holders';
import { acrossParticiple, acrossRelative, continuesSubject, subjectOf } from './subjects';
import { FORM } from './verb-forms';
import { quotationAt, type Quotation } from './quotations';
import { CLASS } from './word-classes';

/** Finds the attributions that verbs make in one sentence; answers its first subject, for later pronouns. */
export function readVerbCues(
  scene: Scene,
  sentence: number,
  first: number,
  last: number,
  out: Finding[]
): TokenRange | null {
  const { map, lexicon, quotations, cues } = scene;
  const { tokens } = map;
  let subject: TokenRange | null = null;
  let main: TokenRange | null = null;
  const verbless = isVerbless(map, first, last);
  const speaks = (verb: number): boolean =>
    lexicon.verbCues(tokens[verb]!.type)?.some((cue) => cue.clause !== null) ?? false;
  // "A man who saw the crash told the police": he saw a thing.
  const tells = (verb: number): boolean => speaks(verb) && !lexicon.words.observed.has(tokens[verb]!.lemma);
  const isDay = ({ firstToken, tokenEnd }: TokenRange): boolean =>
    tokenEnd - firstToken === 1 && lexicon.words.weekdays.has(tokens[firstToken]!.normal);
  let leading = false;
  let told = false;
  for (let at = first; at < last; at++) {
    const code = map.classes[at]!;
    // "When the minister, Jane Roe, spoke": the clause goes on until it has had its verb.
    if (code === CLASS.comma) leading = leading && !told;
    else if (code === CLASS.subordinator && lexicon.words.leading.has(tokens[at]!.normal)) {
      leading = true;
      told = false;
    }
    const group = groupAt(scene, at, first, last, verbless);
    if (group === null) continue;
    if (group.finite) told = true;
    // Inside quotation marks a cue reaches no further than they do.
    const quotation = quotationAt(quotations, at);
    const from = quotation ? Math.max(first, quotation.firstToken + 1) : first;
    const end = quotation ? Math.min(last, quotation.tokenEnd - 1) : last;
    // Nobody inside quotation marks acts outside them.
    if (subject && quotations.at[subject.firstToken] !== quotations.at[at]) subject = null;
    let holder: TokenRange | null = null;
    let named: TokenRange | null = null;
    let subordinate = leading;
    if (group.finite) {
      named = subjectOf(map, group, from);
      const outer = acrossRelative(map, group, from, tells);
      if (outer) named = outer;
      else if (named) named = acrossParticiple(map, lexicon.words, named, from, speaks);
      // "Roe, the mayor, Tuesday offered help", "a plan Tuesday that helps": no day acts.
      if (named && isDay(named)) named = subjectOf(map, { ...group, start: named.firstToken }, from);
      if (named) {
        subject = named;
        // A pronoun behind a quotation means nobody who acts inside it.
        const inside = quotation && !fills(quotation, first, last);
        // "told Roe, who ate": whom something is done to.
        const object = named.tokenEnd < group.start && map.groupAt[named.firstToken - 1]! >= 0;
        if (!inside && !object) main ??= named;
      }
      // "Asked whether the road was safe, he said …"
      if (!named && group.start === from && (group.form & FORM.past) !== 0) subordinate = true;
      if (!group.passive)
        holder =
          named ?? (at > from && continuesSubject(map, group, from) ? (saysOn(out, at) ?? subject) : null);
    } else if (group.infinitive && controller(scene, group, from)) holder = controller(scene, group, from);
    else if (subject) holder = saysOn(out, at) ?? subject;
    else if (!group.infinitive && !group.passive) {
      holder = followingSubject(scene, group, end);
      subordinate = holder !== null;
    }
    const attitude = readAdjective(scene, group, from, end, sentence);
    if (attitude) out.push(attitude);
    const compound = group.head > first && map.classes[group.head - 1] === CLASS.hyphen;
    const none = attitude !== null || compound || (cues[group.head]! & (CUE.verb | CUE.inAside)) !== CUE.verb;
    const cue = none ? null : cueAt(lexicon, tokens, group.head, end);
    if (!cue || (holder && (isSelf(map, scene.lexicon.words, holder) || isAnybody(map, holder)))) continue;
    if (
      !group.passive &&
      (group.infinitive || group.form === FORM.ing) &&
      holder &&
      isExpletive(map, scene.lexicon.words, holder)
    )
      continue;
    const after = Math.max(group.end, group.head + 1 + cue.rest.length);
    const found = group.passive
      ? readPassive(scene, group, cue, after, from, end, sentence)
      : readActive(scene, { group, cue, after, from, end, sentence, holder, named, subordinate });
    if (found?.contents.some((part) => hasWords(tokens, part))) out.push(found);
  }
  return main;
}

/** Whether a sentence is nothing but the quotation. */
function fills({ firstToken, tokenEnd }: Quotation, first: number, last: number): boolean {
  return firstToken <= first && tokenEnd >= last - 1;
}

/** The verb group that starts at a token, or that a cue verb in disguise makes there. */
function groupAt(scene: Scene, at: number, first: number, last: number, verbless: boolean): VerbGroup | null {
  const { map, cues } = scene;
  const index = map.groupAt[at]!;
  if (index < 0) return (cues[at]! & CUE.verb) === 0 ? null : mistagged(scene, at, first, last, verbless);
  const group = map.groups[index]!;
  return group.start === at ? group : null;
}

/** "She said the aid was late, adding that …", "… but warned that …": who said what ends there says what follows. */
function saysOn(found: readonly Finding[], at: number): TokenRange | null {
  for (let k = found.length - 1; k >= 0; k--) {
    const { contents, holder } = found[k]!;
    const gap = at - contents.at(-1)!.tokenEnd;
    if (gap === 1 || gap === 2) return holder;
  }
  return null;
}

/** Who acts in "leads Rome to say" and "is for Rome to say". */
function controller({ map, lexicon }: Scene, group: VerbGroup, from: number): TokenRange | null {
  let start = phraseStart(map, group.start, from);
  // "leading Rome to view": the participle is no part of the name.
  for (let k = group.start - 1; k >= start; k--) {
    const verb = verbGroupAt(map, k);
    if (verb && verb.form === FORM.ing && lexicon.words.control.has(map.tokens[verb.head]!.lemma))
      start = k + 1;
  }
  if (start >= group.start || start <= from) return null;
  if (map.tokens[start - 1]!.normal === 'for') return range(start, group.start);
  const verb = verbGroupAt(map, start - 1);
  return verb && lexicon.words.control.has(map.tokens[verb.head]!.lemma) ? range(start, group.start) : null;
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
  const cues = lexicon.verbCues(tokens[head]!.type);
  if (!cues) return null;
  for (const cue of cues) {
    let fits = head + cue.rest.length < end || cue.rest.length === 0;
    for (let k = 0; k < cue.rest.length && fits; k++) fits = tokens[head + 1 + k]!.normal === cue.rest[k];
    if (fits) return cue;
  }
  return null;
}
