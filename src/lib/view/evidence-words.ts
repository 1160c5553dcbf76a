/** Evidence sheets for marks that count words: the very uses that were counted. */
import type { EvidenceSheet, PassageGroup } from './evidence';
import { group, inTurns, nothing, type EvidenceContext, type Found } from './evidence-groups';
import { plural } from './format';

/** How often each word was counted. */
type Counted = ReadonlyMap<string, { readonly count: number; readonly shown: string }>;

/** The uses of some words of one document, as they were counted, in text order. */
async function usesOf(
  counted: Counted,
  document: string,
  { overview, source }: EvidenceContext
): Promise<PassageGroup> {
  const all = overview.uses ?? (await source.uses(document));
  const uses = all.filter((item) => item.document === document && counted.has(item.term));
  const several = counted.size > 1;
  const text = await source.text(document);
  const passages = uses
    .flatMap(({ term, places }) =>
      places.map(({ start, end, voice }): Found => {
        const words = [
          several ? `Counted as “${counted.get(term)?.shown ?? term}”` : null,
          voice === 'attributed' ? 'Attributed words' : null
        ].filter((part) => part !== null);
        return {
          start,
          end,
          quote: text.slice(start, end),
          voice: voice === 'author' ? voice : null,
          note: words.join(' · ') || null
        };
      })
    )
    .sort((a, b) => a.start - b.start);
  const counts = [...counted.values()].map(({ count, shown }) =>
    several ? `“${shown}” ${plural(count, 'use')}` : plural(count, 'use')
  );
  const kept = uses.length === 0 ? ' The places were not kept in this result.' : '';
  return group(document, passages, source, `${counts.join(', ')} counted.${kept}`);
}

/** Where a word that sets a document apart stands in it. */
export async function termSheet(
  term: string,
  document: string,
  context: EvidenceContext
): Promise<EvidenceSheet> {
  const { keyness, wordDivergence } = context.overview;
  const distinctive = keyness.find((item) => item.term === term && item.document === document);
  const word =
    distinctive ??
    wordDivergence
      .filter(({ a, b }) => a === document && b === null)
      .flatMap(({ contributions }) => contributions)
      .find((item) => item.term === term);
  if (!word) return nothing(`“${term}”`);
  const count = 'count' in word ? word.count : word.a;
  return {
    title: `“${word.shown}”`,
    lede: 'Every use that was counted, in any form of the word; titles, headings and parts set aside are not counted.',
    groups: [await usesOf(new Map([[term, { count, shown: word.shown }]]), document, context)]
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
  const grouped = await inTurns(
    rows,
    ({ a, contributions }): PassageGroup | Promise<PassageGroup> => {
      const more = contributions.filter((word) => word.more === 'a');
      return more.length > 0
        ? usesOf(new Map(more.map((word) => [word.term, { count: word.a, shown: word.shown }])), a, context)
        : {
            document: a,
            remark: 'What sets it apart most are words of the others that it does not use.',
            passages: []
          };
    },
    context.atOnce
  );
  return {
    title: 'Words that set it apart',
    lede: 'The words that weigh most in how far this choice of words is from all the others’. Every use that was counted, in any form of the word.',
    ...grouped
  };
}
