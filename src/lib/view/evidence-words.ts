/** Evidence sheets for marks that count words: every place where the words stand. */
import type { EvidenceSheet, PassageGroup } from './evidence';
import { nothing, passage, type EvidenceContext } from './evidence-groups';
import { findWords } from './find-words';
import { plural } from './format';

/** Most places one search for words hands out; what is left out is said. */
const MOST_PLACES = 200;

async function placesOf(
  words: readonly string[],
  document: string,
  { source }: EvidenceContext
): Promise<PassageGroup> {
  const text = await source.text(document);
  const places = findWords(text, words);
  const shown = places.slice(0, MOST_PLACES).map((place) => passage(document, text, place));
  const left = places.length - shown.length;
  const remark =
    places.length === 0
      ? 'The text has this only in another form of the word.'
      : `${plural(places.length, 'place')} in the text${left > 0 ? `, the first ${MOST_PLACES} shown` : ''}.`;
  return { document, remark, passages: shown };
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
