/** Nouns that carry somebody's words: "the claim that …", "her attacks on …", "the feeling in Rome was that …". */
import type { TokenRange } from '$lib/text/document';
import { finiteAt, opensPhrase, phraseEnd, phraseStart, verbGroupAt } from './clauses';
import { range, type Finding } from './finding';
import { CUE } from './cue-lexicon';
import { type Scene } from './content';
import { beforeMainVerb, contentEnd } from './content-end';
import { isAbstract, isSelf } from './no-holders';
import { subjectOf } from './subjects';
import { quotationAt } from './quotations';
import { CLASS } from './word-classes';

/** Categories whose nouns rarely take a relative clause with "that". */
const LOOSE = new Set(['claim', 'believe', 'deny']);

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

const OWN = new Set(['my', 'our']);
/** Tokens between a light verb and its noun. */
const LIGHT_REACH = 6;

/** Whose words a phrase names: "Rome's rhetoric", "her account". */
function ownerOfWords(scene: Scene, phrase: TokenRange): TokenRange | null {
  const last = phrase.tokenEnd - 1;
  if (!scene.lexicon.nouns.has(scene.map.tokens[last]!.lemma)) return null;
  return possessor(scene, last, phrase.firstToken);
}

function lightSubject(scene: Scene, noun: number, from: number): TokenRange | null {
  const { map } = scene;
  let governed = false;
  for (let k = noun - 1; k >= from && k >= noun - LIGHT_REACH; k--) {
    const code = map.classes[k]!;
    if (code === CLASS.comma || code === CLASS.conjunction) return null;
    if (code === CLASS.preposition) governed = true;
    const group = verbGroupAt(map, k);
    if (!group) continue;
    if (group.passive) return null;
    const subject = subjectOf(map, group, from);
    const owner = subject ? ownerOfWords(scene, subject) : null;
    if (owner) return owner;
    if (governed || !scene.lexicon.words.light.has(map.tokens[group.head]!.lemma)) return null;
    return subject &&
      !isSelf(map, scene.lexicon.words, subject) &&
      !isAbstract(map, scene.lexicon.words, subject)
      ? subject
      : null;
  }
  return null;
}

/** "the guarantees that membership offered": a verb with nothing after it makes a relative clause. */
function endsInGap(scene: Scene, close: number): boolean {
  const { map } = scene;
  let last = close - 1;
  while (last > 0 && !map.tokens[last]!.word) last--;
  const group = verbGroupAt(map, last);
  return (
    group !== undefined &&
    group.finite &&
    !group.passive &&
    group.head === last &&
    map.classes[last] === CLASS.verb
  );
}

/** Categories whose nouns present one thing as another, whoever holds the view. */
const SEEN = new Set(['believe', 'say']);

/** "allegations of fraud", "a rumour of war"; not "the report of the commission". */
function alleges(scene: Scene, at: number): boolean {
  const token = scene.map.tokens[at]!;
  if (!scene.lexicon.words.alleging.has(token.lemma) || scene.map.tokens[at + 1]?.normal !== 'of')
    return false;
  if (token.normal !== token.lemma || token.lemma === 'speculation') return true;
  for (let k = at - 1; k >= at - 3 && k >= 0; k--) {
    const { normal } = scene.map.tokens[k]!;
    if (normal === 'a' || normal === 'an') return token.lemma !== 'report';
    if (scene.map.classes[k] !== CLASS.adjective) return false;
  }
  return false;
}

/** Whether no verb stands between the start of the clause and the noun: the noun is its subject. */
function isSubject(scene: Scene, at: number, from: number): boolean {
  const { classes } = scene.map;
  for (let k = at - 1; k >= from && k >= at - SUBJECT_REACH; k--) {
    const code = classes[k]!;
    if (scene.map.groupAt[k]! >= 0) return false;
    if (code === CLASS.comma || code === CLASS.semicolon || code === CLASS.that || code === CLASS.dash)
      return true;
    if (code === CLASS.preposition) return false;
  }
  return true;
}
/** Tokens before a noun in which a verb would take it for its object. */
const SUBJECT_REACH = 8;

/** "I have no doubt that …", "my view that …": the writer's own words. */
function isWriters(scene: Scene, noun: number, from: number): boolean {
  const { map, lexicon } = scene;
  for (let k = noun - 1; k >= from && k >= noun - LIGHT_REACH; k--) {
    if (map.classes[k] === CLASS.comma || map.classes[k] === CLASS.conjunction) return false;
    if (map.classes[k] === CLASS.possessive) return OWN.has(map.tokens[k]!.normal);
    const group = verbGroupAt(map, k);
    if (!group) continue;
    const subject = lexicon.words.light.has(map.tokens[group.head]!.lemma) && !group.passive;
    const self = subject ? subjectOf(map, group, from) : null;
    return self !== null && isSelf(map, scene.lexicon.words, self);
  }
  return false;
}

/** Finds the attributions that nouns make in one sentence. */
export function readNounCues(
  scene: Scene,
  sentence: number,
  first: number,
  last: number,
  out: Finding[]
): void {
  const { map, lexicon, quotations, cues } = scene;
  const { tokens, classes } = map;
  for (let at = first; at < last; at++) {
    if ((cues[at]! & CUE.noun) === 0) continue;
    if (classes[at] !== CLASS.noun && classes[at] !== CLASS.verb) continue;
    const noun = lexicon.nounCue(tokens[at]!.type);
    if (!noun || (classes[at] === CLASS.verb && verbGroupAt(map, at)?.finite)) continue;
    const quotation = quotationAt(quotations, at);
    const from = quotation ? Math.max(first, quotation.firstToken + 1) : first;
    const end = quotation ? Math.min(last, quotation.tokenEnd - 1) : last;
    if (isWriters(scene, at, from)) continue;
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
      // "papers in support of that."
      at + 2 < end &&
      classes[at + 2] !== CLASS.stop &&
      (tokens[at + 1]!.pos === 'SCONJ' || LOOSE.has(noun.category) || owner !== null) &&
      !finiteAt(map, at + 2)
    ) {
      const close = isSubject(scene, at, from)
        ? beforeMainVerb(scene, at + 1, end, 0)
        : contentEnd(scene, at + 1, end);
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
    // "Her rhetoric is about the town being ignored"
    if (be && owner && classes[be.head] === CLASS.be) {
      let about = be.end;
      while (about < end && classes[about] === CLASS.adverb) about++;
      if (tokens[about]?.normal === 'about' && about + 2 < end) {
        push('be-about', range(about + 1, contentEnd(scene, about + 1, end)), at + 1, owner);
        continue;
      }
    }
    if (at + 2 < end && scene.lexicon.words.nounLinks.has(tokens[at + 1]!.normal)) {
      const infinitive = classes[at + 1] === CLASS.to && map.groupAt[at + 1]! >= 0;
      if (infinitive) {
        push('to', range(at + 1, contentEnd(scene, at + 1, end)), at + 1, owner);
        continue;
      }
      const group = verbGroupAt(map, at + 2);
      const close = group && !group.finite ? contentEnd(scene, at + 2, end) : phraseEnd(map, at + 2, end);
      // "their view of the dam as a threat": what it is seen as is theirs too.
      if (close > at + 2 && tokens[close]?.normal === 'as' && opensPhrase(classes[close + 1] ?? CLASS.stop)) {
        push(
          SEEN.has(noun.category) ? 'as' : 'link',
          range(at + 2, beforeMainVerb(scene, at + 2, end, 0)),
          at + 2,
          owner
        );
      } else {
        push(alleges(scene, at) ? 'alleged' : 'link', range(at + 2, close), at + 2, owner);
      }
    } else if (owner) {
      push('bare', range(at, at + 1), at + 1, owner);
    }
  }
}
