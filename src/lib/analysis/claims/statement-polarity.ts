/** Whether a clause states its content or its opposite. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { TokenRange } from '$lib/text/document';
import { opensPhrase, type ClauseMap, type VerbGroup } from '../voice/clauses';
import { CLASS } from '../voice/word-classes';
import { kindCodes, wordKinds } from '../word-kinds';

/**
 * Where a clause negates what it says: on its verb ("has not left", "never left"), in its subject ("nobody left"),
 * in its object ("has no ferry"), by a verb of failing ("failed to leave"), or elsewhere, where it takes a closer
 * look to say what is negated ("no matter who left").
 */
export type Negation = 'none' | 'verb' | 'subject' | 'object' | 'failing' | 'elsewhere';

/** Kinds of `negation-words`, as codes; "few" and the weak ones do not deny a clause. */
const KIND = { particle: 1, none: 2, never: 3, addition: 4 } as const;
const kindOf = kindCodes('negation-words', Object.keys(KIND));

/** How far behind its verb a clause may still be negated ("is for now no pact"). */
const BEHIND = 8;

/** How a clause negates what it says. */
export function negationIn(
  map: ClauseMap,
  knowledge: Knowledge,
  part: TokenRange,
  predicate: VerbGroup | null
): Negation {
  const { tokens } = map;
  const code = kindOf(knowledge);
  const stop = Math.min(part.tokenEnd, (predicate?.end ?? part.firstToken) + BEHIND);
  for (let k = part.firstToken; k < stop; k++) {
    const kind = code(tokens[k]!.type);
    if (kind === 0 || kind === KIND.addition) continue;
    const next = tokens[k + 1];
    if (kind === KIND.particle && next && code(next.type) === KIND.addition) continue;
    if (predicate === null) return 'elsewhere';
    // One token more than the group: "is" in "is not a pact" does not take its "not" in.
    const reach = kind === KIND.particle ? predicate.end + 1 : predicate.end;
    if (k >= predicate.start && k < reach) return 'verb';
    if (k < predicate.start)
      return reachesVerb(map, k + 1, predicate) || opensSubject(map, part, k) ? 'subject' : 'elsewhere';
    if (followsDirectly(map, predicate, k)) return 'object';
  }
  if (predicate === null) return 'none';
  // "refused to leave", but not "declined to $3 a share".
  if (!map.groups[map.groupAt[predicate.end]!]?.infinitive) return 'none';
  const failing = wordKinds(knowledge, 'negation-words').get(tokens[predicate.head]!.lemma) === 'failing';
  return failing ? 'failing' : 'none';
}

/** Nothing but a noun phrase and adverbs between a negative word and the verb: "no ferry ever left". */
function reachesVerb(map: ClauseMap, from: number, predicate: VerbGroup): boolean {
  for (let k = from; k < predicate.start; k++) {
    const code = map.classes[k]!;
    const phrase = opensPhrase(code) && code !== CLASS.pronoun;
    if (!phrase && code !== CLASS.preposition && code !== CLASS.adverb && code !== CLASS.other) return false;
  }
  return true;
}

/** "No ballots that arrived late were counted": a clause behind the noun does not take the negation away. */
function opensSubject(
  { classes, tokens }: ClauseMap,
  { firstToken, tokenEnd }: TokenRange,
  at: number
): boolean {
  if (at !== firstToken || tokens[at]!.normal !== 'no') return false;
  let k = at + 1;
  while (k < tokenEnd && (classes[k] === CLASS.noun || classes[k] === CLASS.adjective)) k++;
  return k > at + 1 && k < tokenEnd && /^(?:that|which|who)$/.test(tokens[k]!.normal);
}

/** What ends the object of a verb, or begins another clause. */
const ENDS_OBJECT = new Set<number>([
  CLASS.noun,
  CLASS.name,
  CLASS.comma,
  CLASS.that,
  CLASS.wh,
  CLASS.subordinator
]);

/** Nothing but words such as "it" between the verb and the negative word: "has no …", "sees it not as …". */
function followsDirectly(map: ClauseMap, predicate: VerbGroup, at: number): boolean {
  for (let k = predicate.end; k < at; k++) if (ENDS_OBJECT.has(map.classes[k]!)) return false;
  return true;
}
