/** People of one surname in one text, told apart by their given names and titles. */
import type { Given, GivenNames } from './given-names';

/** One place where a text names somebody of a surname. */
export interface Naming {
  /** Empty for a surname alone. */
  readonly given: Given;
  /** False where what stands before the surname may be no name: it tells nobody apart. */
  readonly sure: boolean;
  /** "Mr." and "Mrs." tell two people of one surname apart; null where no such title stands. */
  readonly title: 'm' | 'f' | null;
}

/** One of the people who share a surname. */
export interface Namesake {
  given: Given;
  title: 'm' | 'f' | null;
  named: number;
}

export interface Namesakes {
  /** In order of their first naming; the main one first, whom the surname alone means. */
  readonly people: readonly Namesake[];
  /** For each naming, the place in `people`. */
  readonly who: readonly number[];
}

/**
 * Who is meant by a surname alone behind a title: whoever was so titled or has such a given name; else, among those
 * whose title is not known, the main one after "Mr.", the last one named in full after "Mrs.".
 */
function titled(people: readonly Namesake[], title: 'm' | 'f', main: number, last: number): number {
  const known = people.findIndex((person) => person.title === title);
  if (known >= 0) return known;
  const likely = title === 'f' && last >= 0 ? last : main;
  return people[likely]!.title === null ? likely : people.findIndex((person) => person.title === null);
}

/**
 * Tells apart who is named by one surname in a text. Two given names that differ and are no forms of each other are
 * two people; a surname alone means the one named most often in full, the first of them where two are equal; after
 * "Mr." or "Mrs." it means the one with that title.
 */
export function tellApart(
  namings: readonly Naming[],
  { compatible, genderOf }: Pick<GivenNames, 'compatible' | 'genderOf'>
): Namesakes {
  const people: Namesake[] = [];
  const who = namings.map(({ given, sure, title }) => {
    if (given.length === 0 || !sure) return -1;
    let at = people.findIndex(
      (person) =>
        compatible(person.given, given) && (title === null || person.title === null || title === person.title)
    );
    if (at < 0) at = people.push({ given, title: title ?? genderOf(given), named: 0 }) - 1;
    const person = people[at]!;
    person.named++;
    person.title ??= title;
    // "J. Edgar" is told better by "John Edgar".
    if (person.given[0]!.length === 1 && given[0]!.length > 1) person.given = given;
    return at;
  });
  if (people.length === 0) return { people: [{ given: [], title: null, named: 0 }], who: who.map(() => 0) };
  let main = 0;
  people.forEach(({ named }, at) => {
    if (named > people[main]!.named) main = at;
  });
  let last = -1;
  const resolved = namings.map(({ title }, i) => {
    if (who[i]! >= 0) return (last = who[i]!);
    const meant = title === null ? -1 : titled(people, title, main, last);
    if (meant < 0) return main;
    people[meant]!.title ??= title;
    return meant;
  });
  const order = [main, ...people.keys()].filter((at, i) => i === 0 || at !== main);
  return { people: order.map((at) => people[at]!), who: resolved.map((at) => order.indexOf(at)) };
}
