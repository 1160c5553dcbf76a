/** Whether two full names with one surname can be one person's: "Bill" and "William", not "Ann" and "Peter". */
import type { Knowledge } from '$lib/lexicons/knowledge';

/** What stands before a surname, in lower case, without full stops: given names and initials. */
export type Given = readonly string[];

/** What is known of given names. */
export interface GivenNames {
  /**
   * Whether two people of one surname can be one person: the same given name, one the short form or another spelling
   * of the other, or one the initial of the other. A surname alone can be anybody's.
   */
  compatible(a: Given, b: Given): boolean;
  /** Whether a word is a frequent given name. */
  isKnown(word: string): boolean;
  /** "m" or "f" for a frequent given name that tells it; null for any other. */
  genderOf(given: Given): 'm' | 'f' | null;
}

const remembered = new WeakMap<Knowledge, GivenNames>();

function build(knowledge: Knowledge): GivenNames {
  const forms = new Map<string, string>();
  const genders = new Map<string, 'm' | 'f'>();
  for (const { id, category, patterns } of knowledge.lexicons['claim-given-names']?.entries ?? []) {
    for (const pattern of patterns) {
      for (const word of pattern[0]?.words ?? []) {
        forms.set(word, id);
        genders.set(word, category === 'of-women' ? 'f' : 'm');
      }
    }
  }
  const same = (x: string, y: string): boolean => x === y || (forms.has(x) && forms.get(x) === forms.get(y));
  return {
    compatible(a, b) {
      const [first, other] = [a[0], b[0]];
      if (first === undefined || other === undefined) return true;
      if ((first.length === 1 || other.length === 1) && first[0] === other[0]) return true;
      // "J. Edgar" and "Edgar", "Mary Ann" and "Ann".
      return a.some((x) => x.length > 1 && b.some((y) => same(x, y)));
    },
    isKnown: (word) => forms.has(word),
    genderOf: (given) => genders.get(given[0] ?? '') ?? null
  };
}

/** The given names of a knowledge; read once. */
export function givenNames(knowledge: Knowledge): GivenNames {
  let names = remembered.get(knowledge);
  if (!names) remembered.set(knowledge, (names = build(knowledge)));
  return names;
}
