import type { Token } from '$lib/text/document';
import type { ActorName } from './actor-name';

/** What a clause lets an actor be: the one who does, the one it is done to, or neither that can be told. */
export type Role = 'agent' | 'patient' | 'none';

const REACH = 5;

/** Verbs that say no deed: "is seen", "has". */
const STATES = new Set(['be', 'have', 'seem', 'appear', 'remain', 'become']);

function isParticiple(token: Token): boolean {
  return token.pos === 'VERB' && token.normal !== token.lemma && !token.normal.endsWith('ing');
}

/** From the end of a name to its verb: auxiliaries, adverbs and "not" may stand between. */
function verbAfter(tokens: readonly Token[], from: number, end: number): Role {
  let passive = false;
  for (let i = from; i < Math.min(end, from + REACH); i++) {
    const token = tokens[i]!;
    if (token.pos === 'VERB') {
      if (passive && isParticiple(token)) return 'patient';
      return STATES.has(token.lemma) ? 'none' : 'agent';
    }
    if (token.pos === 'AUX') passive = token.lemma === 'be';
    else if (token.pos !== 'ADV' && token.pos !== 'PART') return 'none';
    else if (token.normal === "'s" || token.normal === "'") return 'none';
  }
  return 'none';
}

/** From a name back to the verb it is the object of. */
function verbBefore(tokens: readonly Token[], before: number, from: number): Role {
  for (let i = before; i >= Math.max(from, before - 2); i--) {
    const token = tokens[i]!;
    if (token.pos === 'VERB') return STATES.has(token.lemma) ? 'none' : 'patient';
    if (token.normal === 'by') {
      const verb = tokens[i - 1];
      return verb && i - 1 >= from && isParticiple(verb) ? 'agent' : 'none';
    }
    if (token.pos !== 'DET' && token.pos !== 'ADJ') return 'none';
  }
  return 'none';
}

/**
 * The role of a named actor in its clause, read from word order: before an active verb it acts, before a
 * passive one or after a verb it is acted on, after "by" it acts again. Most mentions have no role that can be
 * told so; that is no error.
 */
export function roleOf(tokens: readonly Token[], name: ActorName, from: number, end: number): Role {
  const after = verbAfter(tokens, name.tokenEnd, end);
  if (after !== 'none') return after;
  // "Russia's reactions": what follows the object is no object.
  const next = tokens[name.tokenEnd]?.normal;
  if (next === "'s" || next === "'") return 'none';
  return verbBefore(tokens, name.firstToken - 1, from);
}
