/** Who gets to speak: how many words each document gives to whom. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Speaker } from '../audit-schema';
import { wordsIn } from '../metrics/list-rate';
import { sourceKind } from '../metrics/sources-holders';
import type { Reading, Segment } from '../reading';
import type { ActorName } from './actor-name';
import { readActorNames } from './actor-names';
import { joinPersons, personKey } from './collection-persons';

/** Speakers listed; of the rest the words are told in one sum. */
const MOST_SPEAKERS = 20;
/** Words that the text gives to nobody in particular ("it is expected"). */
const UNNAMED = 'unnamed';
/** What the id of a speaker begins with who is an actor, who is a person among them, and who is neither. */
const ACTOR = 'actor:';
const PERSON = 'actor:person:';
const HOLDER = 'holder:';
/** Words that join two speakers into one that is neither. */
const TWO = /[,&]|\b(?:and|or)\b/iu;

interface Collected {
  readonly holders: Map<string, number>;
  readonly byDocument: Map<number, { words: number; passages: number }>;
  readonly named: string | null;
  words: number;
}

/** First of the names that does not end before a place. */
function firstFrom(names: readonly ActorName[], token: number): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (names[middle]!.firstToken < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The actor that the words naming a holder are a name of: their last words name it, alone ("President Vladimir
 * Putin", "the Kremlin"). "NATO members" and "Putin and many in Russia" are somebody else.
 */
function actorOf(segment: Segment, reading: Reading, knowledge: Knowledge): string | null {
  const { holder, holderSpan } = segment;
  if (holder === null || holderSpan === null || TWO.test(holder)) return null;
  const { tokens } = reading.document;
  const { names } = readActorNames(reading, knowledge);
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < holderSpan.start) low = middle + 1;
    else high = middle;
  }
  let found: string | null = null;
  for (let at = firstFrom(names, low); at < names.length; at++) {
    const name = names[at]!;
    const last = tokens[name.tokenEnd - 1]!;
    if (last.end > holderSpan.end) break;
    if (last.end === holderSpan.end) found = name.actor;
  }
  return found;
}

/** "the experts" and "Experts" are one. */
const keyOf = (holder: string): string => holder.replace(/^(?:the|a|an)\s+/iu, '').toLowerCase();

function collect(
  reading: Reading,
  index: number,
  knowledge: Knowledge,
  speakers: Map<string, Collected>
): void {
  const { facts } = readActorNames(reading, knowledge);
  const attributed = reading.segments.filter(({ voice }) => voice === 'attributed');
  // One way of naming a holder means one speaker in a text, also where the words only point back to it.
  const actors = new Map<string, string>();
  for (const segment of attributed) {
    if (segment.holder === null || actors.has(segment.holder)) continue;
    const actor = actorOf(segment, reading, knowledge);
    if (actor !== null) actors.set(segment.holder, actor);
  }
  for (const segment of attributed) {
    const words = wordsIn(reading, segment);
    if (words === 0) continue;
    const { holder } = segment;
    const actor = holder === null ? null : (actors.get(holder) ?? null);
    const nobody = sourceKind(segment, reading, knowledge) === 'nobody';
    const id =
      nobody || holder === null
        ? UNNAMED
        : actor === null
          ? HOLDER + keyOf(holder)
          : ACTOR + personKey(actor, facts.get(actor));
    let speaker = speakers.get(id);
    if (!speaker) {
      const named = actor === null ? null : (facts.get(actor)?.name ?? null);
      speakers.set(id, (speaker = { holders: new Map(), byDocument: new Map(), named, words: 0 }));
    }
    if (holder !== null) speaker.holders.set(holder, (speaker.holders.get(holder) ?? 0) + words);
    const told = speaker.byDocument.get(index) ?? { words: 0, passages: 0 };
    speaker.byDocument.set(index, { words: told.words + words, passages: told.passages + 1 });
    speaker.words += words;
  }
}

function together(parts: readonly Collected[]): Collected {
  const [first, ...rest] = [...parts].sort(
    (a, b) => Number(/\s/u.test(b.named ?? '')) - Number(/\s/u.test(a.named ?? '')) || b.words - a.words
  );
  if (rest.length === 0) return first!;
  const sum = { ...first!, holders: new Map(first!.holders), byDocument: new Map(first!.byDocument) };
  for (const { holders, byDocument, words } of rest) {
    sum.words += words;
    for (const [holder, count] of holders) sum.holders.set(holder, (sum.holders.get(holder) ?? 0) + count);
    for (const [index, told] of byDocument) {
      const known = sum.byDocument.get(index) ?? { words: 0, passages: 0 };
      sum.byDocument.set(index, {
        words: known.words + told.words,
        passages: known.passages + told.passages
      });
    }
  }
  return sum;
}

/**
 * Whom a full name or a surname means that one text knows as a person: another text may give the same name words and
 * say nothing that tells it to be one. Null for a surname of several.
 */
function personsByName(
  speakers: ReadonlyMap<string, Collected>,
  idOf: (key: string) => string
): Map<string, string | null> {
  const called = new Map<string, string | null>();
  for (const [key, { named }] of speakers) {
    if (!key.startsWith(PERSON) || named === null) continue;
    const full = keyOf(named);
    const id = idOf(key);
    for (const name of [full, full.slice(full.lastIndexOf(' ') + 1)]) {
      const known = called.get(name);
      called.set(name, known === undefined || known === id ? id : null);
    }
  }
  return called;
}

/** Speakers by their ids in the whole collection. */
function joined(speakers: ReadonlyMap<string, Collected>, knowledge: Knowledge): Map<string, Collected> {
  const keys = [...speakers].flatMap(([id, { words }]): [string, number][] =>
    id.startsWith(ACTOR) ? [[id.slice(ACTOR.length), words]] : []
  );
  const ids = joinPersons(new Map(keys), knowledge);
  const idOf = (key: string): string => ACTOR + ids.get(key.slice(ACTOR.length))!;
  const called = personsByName(speakers, idOf);
  const parts = new Map<string, Collected[]>();
  for (const [key, speaker] of speakers) {
    const id = key.startsWith(ACTOR) ? idOf(key) : (called.get(key.replace(HOLDER, '')) ?? key);
    const known = parts.get(id);
    if (known) known.push(speaker);
    else parts.set(id, [speaker]);
  }
  return new Map([...parts].map(([id, list]) => [id, together(list)]));
}

/**
 * Everybody a document lends its columns to, with the words it gives them: reported or quoted speech and named
 * views, as the metric `attribution` counts them. Documents are taken in one by one; nothing of their readings is
 * kept.
 */
export class SpeakerTallies {
  readonly #speakers = new Map<string, Collected>();
  #count = 0;

  constructor(private readonly knowledge: Knowledge) {}

  add(reading: Reading): void {
    collect(reading, this.#count++, this.knowledge, this.#speakers);
  }

  /**
   * The 20 speakers with the most words so far, most first; ties by id. Names of one person, state or body are put
   * together ("Moscow", "the Kremlin"); `name` is null for words whose speaker is not named there.
   *
   * @param ids of the documents, in the order in which they came
   */
  list(ids: readonly string[]): Speaker[] {
    return [...joined(this.#speakers, this.knowledge)]
      .sort(([a, x], [b, y]) => y.words - x.words || (a < b ? -1 : 1))
      .slice(0, MOST_SPEAKERS)
      .map(([id, { holders, byDocument, named }]) => {
        const ways = [...holders].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([way]) => way);
        return {
          id,
          name: id === UNNAMED ? null : (named ?? ways[0] ?? null),
          holders: ways,
          documents: [...byDocument]
            .sort(([a], [b]) => a - b)
            .map(([index, told]) => ({ document: ids[index]!, ...told }))
        };
      });
  }
}
