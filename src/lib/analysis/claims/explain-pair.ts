import type { Grade } from '../audit-schema';
import { isMember, keyIn, memberIn, type Bag } from './bags';
import { CLUSTERS } from './cluster-weights';
import { isSameClaim, type PairMatch } from './pair-match';
import type { Unit } from './unit';
import { KIND, type Vocabulary } from './vocabulary';

/** How far two statements match. Of one topic is the least that is said. */
export function gradeOf(pair: PairMatch): Grade {
  if (isSameClaim(pair)) return 'same-claim';
  return pair.score >= CLUSTERS.related && pair.shared > 0 ? 'related' : 'same-topic';
}

/** Words given for one reason. */
const MOST_WORDS = 5;

/** Own keys of a bag of some kinds, the most telling first. */
function keysOf(bag: Bag, kinds: readonly number[], vocabulary: Vocabulary): number[] {
  return bag
    .filter(isMember)
    .map(keyIn)
    .filter((key) => kinds.includes(vocabulary.kindOf(key)))
    .sort((a, b) => vocabulary.weightOf(b) - vocabulary.weightOf(a) || a - b);
}

/** A key in the words of the other side: itself, or a word of its concept. */
function partnerOf(key: number, bag: Bag, vocabulary: Vocabulary): number {
  if (memberIn(bag, key) !== null) return key;
  const concept = vocabulary.conceptOf(key);
  const near = concept > 0 ? bag.find((entry) => vocabulary.conceptOf(keyIn(entry)) === concept) : undefined;
  return near === undefined ? 0 : keyIn(near);
}

/**
 * What decided how two statements match, in words for a reader, the weightiest first: words, names and figures
 * that both have, then what sets them apart.
 */
export function explainPair(a: Unit, b: Unit, pair: PairMatch, vocabulary: Vocabulary): string[] {
  const reasons: string[] = [];
  const list = (name: string, kinds: readonly number[]): void => {
    const met = keysOf(a.bag, kinds, vocabulary).flatMap((key) => {
      const partner = partnerOf(key, b.bag, vocabulary);
      if (partner === 0) return [];
      const [here, there] = [vocabulary.shownAs(key), vocabulary.shownAs(partner)];
      return [partner === key ? here : `${here} / ${there}`];
    });
    if (met.length > 0) reasons.push(`${name}: ${met.slice(0, MOST_WORDS).join(', ')}`);
  };
  const both = (kinds: readonly number[]): string =>
    [a, b]
      .map(({ bag }) =>
        keysOf(bag, kinds, vocabulary)
          .map((key) => vocabulary.shownAs(key))
          .slice(0, MOST_WORDS)
          .join(', ')
      )
      .join(' and ');
  list('words in both', [KIND.word, KIND.light]);
  list('names in both', [KIND.actor]);
  list('figures in both', [KIND.number, KIND.year, KIND.day]);
  if (pair.sharedCounts > 0) reasons.push('both count the same thing');
  if (pair.sameMembers) reasons.push('both tell who belonged to it at the start');
  if (pair.seconded) reasons.push('close in meaning as a whole');
  if (pair.otherActors) reasons.push(`other names: ${both([KIND.actor])}`);
  if (pair.otherYear) reasons.push(`other years: ${both([KIND.year])}`);
  if (a.denied !== b.denied) reasons.push('one affirms it, one denies it');
  return reasons;
}
