import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Actor } from '../audit-schema';
import type { ComparedDocument } from '../claims/compare-claims';
import type { Reading } from '../reading';
import type { ActorName, NameKind } from './actor-name';
import { readActorNames } from './actor-names';
import { countPlaces, mergePlaces, type ActorPlace } from './actor-places';
import { roleOf } from './actor-roles';
import { joinPersons, personKey } from './collection-persons';
import { targetSentimentOf } from './target-sentiment';

/** Actors shown; the rest are named too seldom to compare. */
const MOST_ACTORS = 20;

/** Regions of the world and peoples are places that act only by way of speaking. */
const SKIPPED_KIND: NameKind = 'people';

interface Collected {
  readonly aliases: Map<string, number>;
  readonly byDocument: Map<number, ActorPlace[]>;
  total: number;
  name: string;
  kind: Actor['kind'];
}

/** "Russians" is an actor, the adjective in "Russian borders" is not. */
function isCounted(name: ActorName, next: string | undefined): boolean {
  return name.kind !== SKIPPED_KIND || (next !== 'NOUN' && next !== 'PROPN' && next !== 'ADJ');
}

function collect(
  reading: Reading,
  index: number,
  knowledge: Knowledge,
  actors: Map<string, Collected>
): void {
  const { document, segments } = reading;
  const { tokens, text } = document;
  const { names, facts } = readActorNames(reading, knowledge);
  let segment = 0;
  for (const name of names) {
    while (segment < segments.length && segments[segment]!.tokenEnd <= name.firstToken) segment++;
    const here = segments[segment];
    // Headings are shown apart and counted by nothing.
    if (!here || here.firstToken > name.firstToken) continue;
    if (!isCounted(name, tokens[name.tokenEnd]?.pos)) continue;
    const known = facts.get(name.actor);
    const key = personKey(name.actor, known);
    let actor = actors.get(key);
    if (!actor) {
      actor = { aliases: new Map(), byDocument: new Map(), total: 0, name: '', kind: 'place' };
      actors.set(key, actor);
    }
    if (known) [actor.name, actor.kind] = [actor.name || known.name, known.kind];
    const { start } = tokens[name.firstToken]!;
    const { end } = tokens[name.tokenEnd - 1]!;
    const alias = text.slice(start, end).replace(/\s+/gu, ' ').replace(/^The /u, 'the ');
    actor.aliases.set(alias, (actor.aliases.get(alias) ?? 0) + 1);
    let places = actor.byDocument.get(index);
    if (!places) actor.byDocument.set(index, (places = []));
    actor.total++;
    const sentence = document.sentences[here.sentence]!;
    const role = roleOf(tokens, name, sentence.firstToken, sentence.tokenEnd);
    places.push({
      start,
      end,
      sentence: here.sentence,
      voice: here.voice,
      role: role === 'none' ? null : role,
      tone: targetSentimentOf(reading, name, knowledge)?.score ?? null
    });
  }
}

/** Tallies of one actor under several keys, as one; the name is that of the key with most mentions that is a full name. */
function together(parts: readonly Collected[]): Collected {
  const [first, ...rest] = [...parts].sort(
    (a, b) => Number(/\s/u.test(b.name)) - Number(/\s/u.test(a.name)) || b.total - a.total
  );
  if (rest.length === 0) return first!;
  const sum = { ...first!, aliases: new Map(first!.aliases), byDocument: new Map(first!.byDocument) };
  for (const { aliases, byDocument, total } of rest) {
    sum.total += total;
    for (const [alias, count] of aliases) sum.aliases.set(alias, (sum.aliases.get(alias) ?? 0) + count);
    for (const [index, places] of byDocument)
      sum.byDocument.set(index, mergePlaces(sum.byDocument.get(index) ?? [], places));
  }
  return sum;
}

/** Actors by their ids in the whole collection. */
function joined(actors: ReadonlyMap<string, Collected>, knowledge: Knowledge): Map<string, Collected> {
  const ids = joinPersons(new Map([...actors].map(([key, { total }]) => [key, total])), knowledge);
  const parts = new Map<string, Collected[]>();
  for (const [key, actor] of actors) {
    const id = ids.get(key)!;
    const known = parts.get(id);
    if (known) known.push(actor);
    else parts.set(id, [actor]);
  }
  return new Map([...parts].map(([id, list]) => [id, together(list)]));
}

function nameOf(id: string, actor: Collected): string {
  if (actor.name !== '') return actor.name;
  const [mostUsed] = [...actor.aliases].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return mostUsed?.[0] ?? id;
}

/**
 * People, organisations and places by how often, how warmly and in which role each document names them. Documents are
 * taken in one by one; of their readings only the places of names are kept.
 */
export class ActorTallies {
  readonly #actors = new Map<string, Collected>();
  #count = 0;

  constructor(private readonly knowledge: Knowledge) {}

  add(reading: Reading): void {
    collect(reading, this.#count++, this.knowledge, this.#actors);
  }

  /**
   * The 20 actors named most so far, most first; ties by id.
   *
   * `sentiment` is the mean of the sentiment aimed at the actor (-1 to 1) over its mentions in one voice, null below
   * three of them; its interval treats the mentions of one sentence as one observation. The voice is that of the
   * words that name it, though the sentence around may mix voices. `agent` and `patient` count the mentions whose
   * role word order gives away. All of these can be worked out again from `places`.
   *
   * @param ids of the documents, in the order in which they came
   */
  list(ids: readonly string[]): Actor[] {
    return [...joined(this.#actors, this.knowledge)]
      .sort(([a, x], [b, y]) => y.total - x.total || (a < b ? -1 : 1))
      .slice(0, MOST_ACTORS)
      .map(([id, actor]) => {
        const name = nameOf(id, actor);
        return {
          id,
          name,
          aliases: [...actor.aliases]
            .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
            .map(([alias]) => alias)
            .filter((alias) => alias !== name),
          kind: actor.kind,
          documents: ids.map((document, index) => countPlaces(document, actor.byDocument.get(index) ?? []))
        };
      });
  }
}

/** The actors of documents that are all at hand; see `ActorTallies`. */
export function compareActors(documents: readonly ComparedDocument[], knowledge: Knowledge): Actor[] {
  const tallies = new ActorTallies(knowledge);
  for (const { reading } of documents) tallies.add(reading);
  return tallies.list(documents.map(({ id }) => id));
}
