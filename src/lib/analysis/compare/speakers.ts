/** Who gets to speak: how many words each document gives to whom. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Speaker } from '../audit-schema';
import { wordsIn } from '../metrics/list-rate';
import { sourceKind } from '../metrics/sources-holders';
import type { Reading, Segment } from '../reading';
import { readActorNames, type ActorName } from './actor-names';

/** Speakers listed; of the rest the words are told in one sum. */
const MOST_SPEAKERS = 20;
/** Words that the text gives to nobody in particular ("it is expected"). */
const UNNAMED = 'unnamed';
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
          ? `holder:${keyOf(holder)}`
          : `actor:${actor}`;
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
    return [...this.#speakers]
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
