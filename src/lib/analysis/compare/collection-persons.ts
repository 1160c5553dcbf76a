/** Who is who among the people of a collection: one surname may be that of several. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { ActorFacts } from './actor-name';
import { givenNames, type Given } from './given-names';

const PERSON = 'person:';
/** Between a surname and given names in a key; no name holds it. */
const APART = '|';

/**
 * What an actor of one text is counted by until all texts are known: its id; for a person, the surname with the given
 * names that the text tells (`person:doe|ann`, `person:doe|`).
 */
export function personKey(actor: string, facts: ActorFacts | undefined): string {
  if (!actor.startsWith(PERSON)) return actor;
  const given = facts?.given ?? [];
  const prefix = `${PERSON}${given.join('-')}-`;
  const surname = actor.slice(given.length > 0 && actor.startsWith(prefix) ? prefix.length : PERSON.length);
  return `${PERSON}${surname}${APART}${given.join(' ')}`;
}

interface Person {
  given: Given;
  mentions: number;
  readonly keys: string[];
}

/**
 * The ids of actors in a collection, by their keys. People of one surname are one where their given names can be one
 * person's. A text that gives a surname alone means the one who is named most in the collection, who keeps
 * `person:SURNAME`; the others are `person:GIVEN-SURNAME`. The order of the keys decides nothing but ties.
 *
 * @param mentions how often each key is named in all texts
 */
export function joinPersons(
  mentions: ReadonlyMap<string, number>,
  knowledge: Knowledge
): ReadonlyMap<string, string> {
  const { compatible } = givenNames(knowledge);
  const ids = new Map<string, string>();
  const bySurname = new Map<
    string,
    { readonly key: string; readonly given: Given; readonly mentions: number }[]
  >();
  for (const [key, count] of mentions) {
    const apart = key.startsWith(PERSON) ? key.indexOf(APART) : -1;
    if (apart < 0) {
      ids.set(key, key);
      continue;
    }
    const surname = key.slice(PERSON.length, apart);
    const given = key
      .slice(apart + 1)
      .split(' ')
      .filter(Boolean);
    const list = bySurname.get(surname) ?? [];
    list.push({ key, given, mentions: count });
    bySurname.set(surname, list);
  }
  for (const [surname, list] of bySurname) {
    list.sort((a, b) => b.mentions - a.mentions || (a.key < b.key ? -1 : 1));
    const people: Person[] = [];
    const loose: string[] = [];
    for (const { key, given, mentions: count } of list) {
      if (given.length === 0) {
        loose.push(key);
        continue;
      }
      let person = people.find((known) => compatible(known.given, given));
      if (!person) people.push((person = { given, mentions: 0, keys: [] }));
      person.mentions += count;
      person.keys.push(key);
      if (person.given[0]!.length === 1 && given[0]!.length > 1) person.given = given;
    }
    people.sort((a, b) => b.mentions - a.mentions);
    people.forEach(({ given, keys }, at) => {
      const id = at === 0 ? `${PERSON}${surname}` : `${PERSON}${given.join('-')}-${surname}`;
      for (const key of keys) ids.set(key, id);
    });
    for (const key of loose) ids.set(key, `${PERSON}${surname}`);
  }
  return ids;
}
