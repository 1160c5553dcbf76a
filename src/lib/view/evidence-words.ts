/** Evidence sheets for marks that count words: every place where the words stand. */
import type { Actor } from '$lib/analysis/audit-schema';
import type { EvidenceSheet, PassageGroup } from './evidence';
import { nothing, passage, type EvidenceContext } from './evidence-groups';
import { findWords } from './find-words';
import { formatInterval, formatNumber, formatSigned, plural } from './format';

/** Most places one search for words hands out; what is left out is said. */
const MOST_PLACES = 200;

async function placesOf(
  words: readonly string[],
  document: string,
  { source }: EvidenceContext,
  remarkOn: (places: number) => string | null = () => null
): Promise<PassageGroup> {
  const text = await source.text(document);
  const places = findWords(text, words);
  const shown = places.slice(0, MOST_PLACES).map((place) => passage(document, text, place));
  const left = places.length - shown.length;
  const found =
    places.length === 0
      ? 'The text has this only in another form of the word.'
      : `${plural(places.length, 'place')} in the text${left > 0 ? `, the first ${MOST_PLACES} shown` : ''}.`;
  const more = remarkOn(places.length);
  return { document, remark: more === null ? found : `${found} ${more}`, passages: shown };
}

/** Where a word that sets a document apart stands in it. */
export async function termSheet(
  term: string,
  document: string,
  context: EvidenceContext
): Promise<EvidenceSheet> {
  const known = context.overview.sources.some((source) => source.id === document);
  if (!known) return nothing(`“${term}”`);
  return {
    title: `“${term}”`,
    lede: 'A word this source uses more than the others do. Found again in the raw text, set-aside parts included.',
    groups: [await placesOf([term], document, context)]
  };
}

const TONES = [
  ['author', 'the author’s own words'],
  ['attributed', 'attributed words']
] as const;

/** What was counted of an actor in one document, and why that may be less than the places of its name. */
function countedWords(
  { mentions, agent, patient, sentiment, sentimentInterval }: Actor['documents'][number],
  places: number
): string {
  const tones = TONES.flatMap(([voice, name]) => {
    const value = sentiment[voice];
    if (value === null) return [];
    const ends = formatInterval(sentimentInterval?.[voice] ?? null, (end) => formatNumber(end, 2));
    return [`Tone aimed at it in ${name}: ${formatSigned(value)}, 95% interval ${ends}.`];
  });
  return [
    `${plural(mentions, 'mention')} counted${
      mentions === places
        ? ''
        : ': not those in headings and parts set aside, nor a people before another noun, as in “Russian borders”'
    }.`,
    `Does something in ${plural(agent, 'clause')}, undergoes something in ${plural(patient, 'clause')}.`,
    ...tones,
    'Which of the mentions those are is not kept: read the places to judge.'
  ].join(' ');
}

/** Where a document names an actor, and what was counted of it there. */
export async function actorSheet(
  id: string,
  document: string,
  context: EvidenceContext
): Promise<EvidenceSheet> {
  const actor = context.overview.actors.find((item) => item.id === id);
  if (!actor) return nothing('An actor');
  const counted = actor.documents.find((item) => item.document === document);
  return {
    title: actor.name,
    lede: 'Every place where the name or one of its other names stands. Found again in the raw text, set-aside parts included.',
    groups: [
      await placesOf([actor.name, ...actor.aliases], document, context, (places) =>
        counted ? countedWords(counted, places) : null
      )
    ]
  };
}

/** Where the words stand that do most to set a document’s vocabulary apart; null for every document in turn. */
export async function vocabularySheet(
  document: string | null,
  context: EvidenceContext
): Promise<EvidenceSheet> {
  const rows = context.overview.wordDivergence.filter(
    ({ a, b }) => b === null && (document === null || a === document)
  );
  if (rows.length === 0) return nothing('Choice of words');
  const groups = await Promise.all(
    rows.map(({ a, contributions }): PassageGroup | Promise<PassageGroup> => {
      const more = contributions.filter((word) => word.more === 'a').map(({ term }) => term);
      return more.length > 0
        ? placesOf(more, a, context)
        : {
            document: a,
            remark: 'What sets it apart most are words of the others that it does not use.',
            passages: []
          };
    })
  );
  return {
    title: 'Words that set it apart',
    lede: 'The words that weigh most in how far this choice of words is from all the others’. Found again in the raw text, set-aside parts included.',
    groups
  };
}
