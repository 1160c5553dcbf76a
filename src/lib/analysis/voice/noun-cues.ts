/** Nouns that carry somebody's words: "the claim that …", "her attacks on …", "the feeling in Rome was that …". */
import type { TokenRange } from '$lib/text/document';
import { finiteAt, phraseEnd, phraseStart } from './clauses';
import { range, type Finding } from './finding';
import { contentEnd, type Scene } from './content';
import { isAbstract, isSelf, subjectOf } from './subjects';
import { CLASS } from './word-classes';

/** Categories whose nouns rarely take a relative clause with "that". */
const LOOSE = new Set(['claim', 'believe', 'deny']);
const LINKS = new Set([
  'of',
  'about',
  'on',
  'over',
  'to',
  'for',
  'against',
  'toward',
  'towards',
  'regarding',
  'in'
]);

function possessor(scene: Scene, noun: number, from: number): TokenRange | null {
  const { classes, tokens } = scene.map;
  for (let k = noun - 1; k >= from && k >= noun - 5; k--) {
    const code = classes[k]!;
    if (code === CLASS.possessive) {
      if (tokens[k]!.text.length > 2 || tokens[k]!.normal === 'my') return range(k, k + 1);
      const start = phraseStart(scene.map, k, from);
      return start < k ? range(start, k) : null;
    }
    if (code !== CLASS.adjective && code !== CLASS.noun && code !== CLASS.adverb && code !== CLASS.number)
      return null;
  }
  return null;
}

/** Verbs that hand their subject's words to the noun: "raised concerns", "made the claim", "gave her a promise". */
const LIGHT = new Set(
  'have express voice raise share hold make give issue repeat feel harbor harbour offer launch level deliver release mount air state register lodge file announce reiterate cite invoke spread keep break'.split(
    ' '
  )
);
/** Tokens between a light verb and its noun. */
const LIGHT_REACH = 6;

function lightSubject(scene: Scene, noun: number, from: number): TokenRange | null {
  const { map } = scene;
  for (let k = noun - 1; k >= from && k >= noun - LIGHT_REACH; k--) {
    const code = map.classes[k]!;
    if (code === CLASS.comma || code === CLASS.preposition || code === CLASS.conjunction) return null;
    const group = map.groups[map.groupAt[k]!];
    if (!group) continue;
    if (group.passive || !LIGHT.has(map.tokens[group.head]!.lemma)) return null;
    const subject = subjectOf(map, group, from);
    return subject && !isSelf(map, subject) && !isAbstract(map, subject) ? subject : null;
  }
  return null;
}

/** "the guarantees that membership offered": a verb with nothing after it makes a relative clause. */
function endsInGap(scene: Scene, close: number): boolean {
  const { map } = scene;
  let last = close - 1;
  while (last > 0 && !map.tokens[last]!.word) last--;
  const group = map.groups[map.groupAt[last]!];
  return (
    group !== undefined &&
    group.finite &&
    !group.passive &&
    group.head === last &&
    map.classes[last] === CLASS.verb
  );
}

/** Finds the attributions that nouns make in one sentence. */
export function readNounCues(
  scene: Scene,
  sentence: number,
  first: number,
  last: number,
  out: Finding[]
): void {
  const { map, lexicon, quotations } = scene;
  const { tokens, classes } = map;
  for (let at = first; at < last; at++) {
    if (classes[at] !== CLASS.noun && classes[at] !== CLASS.verb) continue;
    if (classes[at] === CLASS.verb && finiteAt(map, at)) continue;
    const noun = lexicon.nouns.get(tokens[at]!.lemma) ?? lexicon.nouns.get(tokens[at]!.normal);
    if (!noun) continue;
    const quotation = quotations.list[quotations.at[at]!];
    const from = quotation ? Math.max(first, quotation.firstToken + 1) : first;
    const end = quotation ? Math.min(last, quotation.tokenEnd - 1) : last;
    const owner = possessor(scene, at, from) ?? lightSubject(scene, at, from);
    const push = (kind: string, contents: TokenRange, cueEnd: number, holder: TokenRange | null): void => {
      if (contents.tokenEnd <= contents.firstToken) return;
      out.push({
        sentence,
        contents: [contents],
        holder,
        cue: range(at, cueEnd),
        rule: 'voice/noun',
        polarity: noun.category === 'deny' ? 'deny' : 'affirm',
        hedged: noun.category === 'ask',
        kind: `noun-${kind}:${noun.category}:${owner ? 'owned' : 'free'}`
      });
    };
    const next = classes[at + 1];
    if (
      at + 1 < end &&
      next === CLASS.that &&
      (tokens[at + 1]!.pos === 'SCONJ' || LOOSE.has(noun.category)) &&
      !finiteAt(map, at + 2)
    ) {
      const close = contentEnd(scene, at + 1, end);
      if (!endsInGap(scene, close)) push('that', range(at + 1, close), at + 1, owner);
      continue;
    }
    // "The feeling in Rome was that …": the verb "be" stands within a few words.
    const phrase = phraseEnd(map, at + 1, Math.min(end, at + 8));
    const stop = Math.max(
      at + 1,
      classes[at + 1] === CLASS.preposition ? phraseEnd(map, at + 2, Math.min(end, at + 9)) : phrase
    );
    const be = finiteAt(map, stop);
    if (be && classes[be.head] === CLASS.be && classes[be.end] === CLASS.that) {
      const place = classes[at + 1] === CLASS.preposition ? range(at + 2, stop) : null;
      push('be-that', range(be.end, contentEnd(scene, be.end, end)), at + 1, owner ?? place);
      continue;
    }
    if (at + 2 < end && LINKS.has(tokens[at + 1]!.normal)) {
      const infinitive = classes[at + 1] === CLASS.to && map.groupAt[at + 1]! >= 0;
      if (infinitive) {
        push('to', range(at + 1, contentEnd(scene, at + 1, end)), at + 1, owner);
        continue;
      }
      const group = map.groups[map.groupAt[at + 2]!];
      const close = group && !group.finite ? contentEnd(scene, at + 2, end) : phraseEnd(map, at + 2, end);
      push(`link`, range(at + 2, close), at + 2, owner);
    } else if (owner) {
      push('bare', range(at, at + 1), at + 1, owner);
    }
  }
}
