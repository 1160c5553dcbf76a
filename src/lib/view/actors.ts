/** How each source speaks of an actor, and whether it has it act or be acted on. */
import type { Actor, Voice } from '$lib/analysis/audit-schema';
import { formatInterval, formatNumber, formatSigned, plural } from './format';
import type { VoiceChoice } from './url-state';

/** The tone aimed at an actor by one source in one voice; without a value where it is named too seldom to say. */
export interface ActorMark {
  readonly document: string;
  readonly voice: Voice;
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  /** Mentions in this voice whose tone was measured. */
  readonly mentions: number;
}

/** The voices of a choice: an actor's tone is only ever measured by voice. */
export function actorVoices(choice: VoiceChoice): readonly Voice[] {
  return choice === 'author' || choice === 'attributed' ? [choice] : ['author', 'attributed'];
}

/** The marks of an actor, source by source; sources that do not name it have none. */
export function actorMarks(actor: Actor, choice: VoiceChoice): ActorMark[] {
  return actor.documents.flatMap((found) =>
    found.mentions === 0
      ? []
      : actorVoices(choice).map((voice) => ({
          document: found.document,
          voice,
          value: found.sentiment[voice],
          interval: found.sentimentInterval?.[voice] ?? null,
          mentions: found.sentimentBase?.[voice] ?? 0
        }))
  );
}

const VOICE_WORDS: Readonly<Record<Voice, string>> = {
  author: 'author’s own words',
  attributed: 'attributed words'
};

/** A mark in words, without its source. */
export function actorMarkWords({ voice, value, interval, mentions }: ActorMark): string {
  if (value === null) return `${VOICE_WORDS[voice]}: too few mentions to say`;
  return `${VOICE_WORDS[voice]}: tone ${formatSigned(value)}, 95% interval ${formatInterval(interval, (end) => formatNumber(end, 2))}, n = ${plural(mentions, 'mention')}`;
}

/** Actors that are drawn: those named most that at least one source names often enough to say how. */
export function drawnActors(actors: readonly Actor[], most: number): readonly Actor[] {
  return actors
    .filter(({ documents }) =>
      documents.some(({ sentiment }) => sentiment.author !== null || sentiment.attributed !== null)
    )
    .slice(0, most);
}

/**
 * The actor in the sources that name it most, in document order.
 *
 * @param from how many of those that name it most are passed over
 */
export function mostMentions(actor: Actor, most: number, from = 0): Actor {
  const named = actor.documents.filter(({ mentions }) => mentions > 0);
  if (named.length <= most) return { ...actor, documents: named };
  const kept = new Set(
    [...named]
      .sort((a, b) => b.mentions - a.mentions)
      .slice(from, from + most)
      .map(({ document }) => document)
  );
  return { ...actor, documents: named.filter(({ document }) => kept.has(document)) };
}

/** Names that a sentence puts "the" before: unions of states, and what is called by a common noun. */
const WITH_THE =
  /^(?:United \p{Lu}.*|(?:European|Soviet|African) Union|White House|Supreme Court|World Bank|Baltic states|Senate|Pentagon|Kremlin|Vatican|West|E\.?U\.?|U\.?[KNS]\.?)$/u;

/** An actor's name as it stands in a sentence: "the United States", "NATO". */
export function nameInSentence(name: string): string {
  return WITH_THE.test(name) ? `the ${name}` : name;
}

/** What a chart of the tone aimed at an actor asks. */
export function toneQuestion({ name }: Pick<Actor, 'name'>): string {
  return `How does each source speak of ${nameInSentence(name)}?`;
}

/** What a chart of an actor's part asks; a person is "they". */
export function rolesQuestion({ name, kind }: Pick<Actor, 'name' | 'kind'>): string {
  return kind === 'person'
    ? `Does ${name} act, or are they acted on?`
    : `Does ${nameInSentence(name)} act, or is it acted on?`;
}
