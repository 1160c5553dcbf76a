import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Terms } from '../claims/terms';
import type { Reading } from '../reading';
import type { ClaimForm, Cue } from './claim-form';
import { CONTESTED } from './weights';
import { contestedWords } from './contested-words';

/** A text, with the weight each term of a claim has in it. */
export interface Field {
  readonly reading: Reading;
  readonly terms: Terms;
  readonly form: ClaimForm;
  readonly weights: readonly number[];
  readonly total: number;
  /** Keys and concepts that can meet the claim at all: most words of a text can be passed over by them. */
  readonly relevant: ReadonlySet<string>;
  /** Phrases that stand for terms of the claim, and whether one of them may begin with any word. */
  readonly standIns: readonly StandIn[];
  readonly everywhere: boolean;
  /** Pronouns that "is" may say something of, and verbs that say it as "is" does. */
  readonly pointing: ReadonlySet<string>;
  readonly holding: ReadonlySet<string>;
}

/** A group of phrases that stand for terms of the claim: one of its cue groups, or a thing with its other names. */
interface StandIn {
  readonly phrases: readonly Cue[];
  readonly terms: readonly number[];
}

function standIns({ cues, cueTerms, aliases, aliasTerms }: ClaimForm): StandIn[] {
  return [
    ...cues.map((phrases, i) => ({ phrases, terms: cueTerms[i]! })),
    ...aliases.map((phrases, i) => ({ phrases, terms: aliasTerms[i]! }))
  ].filter(({ terms }) => terms.length > 0);
}

function relevantKeys({ terms }: ClaimForm, groups: readonly StandIn[]): Set<string> {
  const keys = new Set<string>();
  for (const { key, concept } of terms) keys.add(key).add(concept);
  for (const { phrases } of groups) for (const cue of phrases) keys.add(cue[0]!.key);
  keys.delete('');
  return keys;
}

/** A cue that begins with a word such as "set" in "set out" can begin anywhere. */
function beginsAnywhere(groups: readonly StandIn[]): boolean {
  return groups.some(({ phrases }) => phrases.some((cue) => cue[0]!.key === ''));
}

/** A word that stands in every other sentence says little about which claim a sentence makes. */
function rarity(terms: Terms, key: string, sentences: number): number {
  const share = (terms.sentencesWith.get(key)?.length ?? 0) / Math.max(8, sentences);
  return Math.max(0.35, 1 - 2 * share);
}

/** Lays a claim over a text. */
export function layOver(form: ClaimForm, reading: Reading, terms: Terms, knowledge: Knowledge): Field {
  const sentences = reading.document.sentences.length;
  const weights = form.terms.map((term) =>
    term.root
      ? term.weight
      : (term.second ? CONTESTED.secondVerb : 1) * term.weight * rarity(terms, term.key, sentences)
  );
  const groups = standIns(form);
  return {
    reading,
    terms,
    form,
    weights,
    total: weights.reduce((sum, weight) => sum + weight, 0),
    relevant: relevantKeys(form, groups),
    standIns: groups,
    everywhere: beginsAnywhere(groups),
    pointing: contestedWords(knowledge, 'pointer-subject'),
    holding: contestedWords(knowledge, 'holding')
  };
}
