/** Adjectives of belief, feeling and will: "is worried about …", "was confident that …", "eager to …". */
import type { TokenRange } from '$lib/text/document';
import { phraseEnd, verbGroupAt, type VerbGroup } from './clauses';
import { type Scene } from './content';
import { contentEnd } from './content-end';
import { CUE } from './cue-lexicon';
import { range, type Finding } from './finding';
import { isExpletive, isSelf } from './no-holders';
import { subjectOf } from './subjects';
import { CLASS } from './word-classes';

const OPEN = new Set(['want', 'doubt']);

/** Reads one copula group whose complement is a listed adjective. */
export function readAdjective(
  scene: Scene,
  group: VerbGroup,
  from: number,
  end: number,
  sentence: number
): Finding | null {
  if (!group.finite) return null;
  const { map, lexicon, cues } = scene;
  const { tokens, classes } = map;
  const isCue = (at: number): boolean => at < end && (cues[at]! & CUE.adjective) !== 0;
  let at = group.head;
  if (!group.passive && !(classes[at] === CLASS.verb && (cues[at]! & CUE.adjective) !== 0)) {
    at = group.end;
    while (at < end && at < group.end + 3 && (classes[at] === CLASS.adverb || classes[at] === CLASS.not))
      at++;
    if (!isCue(at)) return null;
    if (classes[group.head] !== CLASS.be && !lexicon.words.copula.has(tokens[group.head]!.lemma)) return null;
  } else if (!isCue(at)) return null;
  const category = lexicon.adjectives.get(tokens[at]!.normal)!;
  const holder = subjectOf(map, group, from);
  if (!holder || isSelf(map, scene.lexicon.words, holder) || isExpletive(map, scene.lexicon.words, holder))
    return null;
  const open = at + 1;
  if (open >= end) return null;
  const code = classes[open]!;
  let content: TokenRange | null = null;
  const infinitive = code === CLASS.to && map.groupAt[open]! >= 0;
  if (code === CLASS.that || code === CLASS.wh || infinitive || tokens[open]!.normal === 'whether') {
    content = range(open, contentEnd(scene, open, end));
  } else if (scene.lexicon.words.feelingLinks.has(tokens[open]!.normal) || code === CLASS.to) {
    const inner = verbGroupAt(map, open + 1);
    const stop = inner && !inner.finite ? contentEnd(scene, open + 1, end) : phraseEnd(map, open + 1, end);
    if (stop > open + 1) content = range(open + 1, stop);
  } else if (code === CLASS.pronoun || code === CLASS.determiner) {
    const stop = phraseEnd(map, open, end);
    const verb = verbGroupAt(map, stop);
    if (verb?.finite && verb.start === stop) content = range(open, contentEnd(scene, open, end));
  }
  if (!content) return null;
  return {
    sentence,
    contents: [content],
    holder,
    cue: range(group.start, open),
    rule: 'voice/attitude',
    polarity: group.negated && category === 'believe' ? 'deny' : 'affirm',
    hedged: OPEN.has(category),
    kind: `adjective:${category}`
  };
}
