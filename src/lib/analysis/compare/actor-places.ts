/** Where a document names an actor, and what is counted from those places. */
import type { Actor, Voice } from '../audit-schema';
import { AimedTone } from './aimed-tone';

type Named = Actor['documents'][number];

/** One mention of an actor: all that is said of the actor in its document is worked out from these. */
export interface ActorPlace {
  /** Span of the name, UTF-16 offsets into the raw text. */
  readonly start: number;
  readonly end: number;
  /** Number of its sentence in the document. */
  readonly sentence: number;
  readonly voice: Voice;
  /** Null where word order gives no role away. */
  readonly role: 'agent' | 'patient' | null;
  /** Tone aimed at the actor there, -1 to 1; null where none was measured. */
  readonly tone: number | null;
}

/** Places of one document under two names that turned out to be one actor's, in text order. */
export function mergePlaces(a: readonly ActorPlace[], b: readonly ActorPlace[]): ActorPlace[] {
  return [...a, ...b].sort((x, y) => x.start - y.start || x.end - y.end);
}

/**
 * What a document says of an actor: counts, the mean tone of each voice with its interval, and the places that they
 * are worked out from.
 *
 * @param places in text order
 */
export function countPlaces(document: string, places: readonly ActorPlace[]): Named {
  const tone: Record<Voice, AimedTone> = { author: new AimedTone(), attributed: new AimedTone() };
  let agent = 0;
  let patient = 0;
  for (const place of places) {
    if (place.role === 'agent') agent++;
    else if (place.role === 'patient') patient++;
    if (place.tone !== null) tone[place.voice].add(place.sentence, place.tone);
  }
  return {
    document,
    mentions: places.length,
    sentiment: { author: tone.author.mean, attributed: tone.attributed.mean },
    sentimentInterval: { author: tone.author.interval(), attributed: tone.attributed.interval() },
    ...(places.length > 0 && {
      sentimentBase: { author: tone.author.count, attributed: tone.attributed.count }
    }),
    agent,
    patient,
    ...(places.length > 0 && { places: places.map(({ sentence: _sentence, ...place }) => place) })
  };
}
