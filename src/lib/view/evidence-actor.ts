/** Evidence sheets for marks about an actor: the very mentions that a count or a mean was made of. */
import type { Actor, Voice } from '$lib/analysis/audit-schema';
import type { ActorAspect, ActorPlaces, EvidenceSheet, EvidenceTarget } from './evidence';
import { group, nothing, type EvidenceContext, type Found } from './evidence-groups';
import { formatInterval, formatNumber, formatSigned, plural } from './format';

type Named = Actor['documents'][number];
type Place = ActorPlaces[number];

const VOICE_WORDS: Readonly<Record<Voice, string>> = {
  author: 'in the author’s own words',
  attributed: 'in attributed words'
};
const ROLE_WORDS = { agent: 'Does something', patient: 'Undergoes something' } as const;

/** The places that an aspect rests on; of roles those where the actor does something come first. */
function restsOn(places: ActorPlaces, aspect: ActorAspect | undefined): Place[] {
  if (aspect === undefined) return [...places];
  if (aspect === 'roles')
    return [
      ...places.filter(({ role }) => role === 'agent'),
      ...places.filter(({ role }) => role === 'patient')
    ];
  return places.filter(({ voice, tone }) => voice === aspect && tone !== null);
}

/** What was counted at one place: whose words, which part, what tone. */
function placeWords({ voice, role, tone }: Place, aspect: ActorAspect | undefined): string {
  return [
    role !== null && (aspect === undefined || aspect === 'roles') ? ROLE_WORDS[role] : null,
    tone !== null && aspect !== 'roles' ? `Tone ${formatSigned(tone)}` : null,
    voice === 'attributed' && aspect === undefined ? 'Attributed words' : null
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function toneWords(found: Named, voice: Voice): string | null {
  const value = found.sentiment[voice];
  const base = found.sentimentBase?.[voice] ?? 0;
  const mentions = plural(base, 'mention');
  if (value === null) return base === 0 ? null : `Tone ${VOICE_WORDS[voice]}: ${mentions}, too few to say.`;
  const ends = formatInterval(found.sentimentInterval?.[voice] ?? null, (end) => formatNumber(end, 2));
  return `Tone aimed at it ${VOICE_WORDS[voice]}: ${formatSigned(value)}, the mean of ${mentions}, 95% interval ${ends}.`;
}

function rolesWords({ mentions, agent, patient }: Named): string {
  const other = mentions - agent - patient;
  const rest =
    other === 0 ? '' : ` The order of words gives no part away at ${plural(other, 'more mention')}.`;
  return `Does something in ${plural(agent, 'clause')}, undergoes something in ${plural(patient, 'clause')}.${rest}`;
}

function countedWords(found: Named, aspect: ActorAspect | undefined): string {
  if (aspect === 'roles') return rolesWords(found);
  if (aspect !== undefined) return toneWords(found, aspect) ?? `It is not named ${VOICE_WORDS[aspect]}.`;
  const parts = [
    `${plural(found.mentions, 'mention')} counted; not those in headings and parts set aside.`,
    rolesWords(found),
    toneWords(found, 'author'),
    toneWords(found, 'attributed')
  ];
  return parts.filter((part) => part !== null).join(' ');
}

/** Every mention of an actor in one document that a mark rests on, each with what was counted there. */
export async function actorSheet(
  { actor: id, document, aspect }: EvidenceTarget & { kind: 'actor' },
  { overview, source }: EvidenceContext
): Promise<EvidenceSheet> {
  const actor = overview.actors.find((item) => item.id === id);
  const found = actor?.documents.find((item) => item.document === document);
  if (!actor || !found) return nothing(actor?.name ?? 'An actor');
  // A comparison made anew holds its places; of a stored one they are fetched.
  const places = found.places ?? (found.mentions > 0 ? await source.places(document, id) : []);
  const counted = countedWords(found, aspect);
  const remark = places === null ? `${counted} The places were not kept in this result.` : counted;
  const text = await source.text(document);
  const passages = restsOn(places ?? [], aspect).map((place): Found => ({
    start: place.start,
    end: place.end,
    quote: text.slice(place.start, place.end),
    voice: place.voice === 'author' ? place.voice : null,
    note: placeWords(place, aspect) || null
  }));
  return {
    title: actor.name,
    lede: actor.aliases.length > 0 ? `Also counted as ${actor.name}: ${actor.aliases.join(', ')}.` : null,
    groups: [await group(document, passages, source, remark)]
  };
}
