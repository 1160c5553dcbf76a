/** What each section of an overview comes to, in one line: what a reader sees of it while it is folded. */
import { conflictsOf } from './claims';
import { drawnActors } from './actors';
import { inWords, joinWords, plural } from './format';
import type { OverviewSlice } from './slices';
import { speakerRows } from './speakers';
import { documentsByStance } from './stances';
import { toneSummary } from './tone';

export type FoldedSection = 'contested' | 'overlap' | 'speakers' | 'actors' | 'tone' | 'words';

/** Names in a line. */
const NAMED = 3;

function contestedLine({ contested }: OverviewSlice): string {
  if (contested.length === 0) return 'No claim is looked for yet.';
  const split = contested
    .map(documentsByStance)
    .filter(({ asserts, disputes }) => asserts.length > 0 && disputes.length > 0).length;
  const said = split === 0 ? 'none is' : split === 1 ? 'one is' : `${inWords(split)} are`;
  return `${plural(contested.length, 'claim')}; ${said} stated as its own by one source and denied by another.`;
}

function overlapLine(overview: OverviewSlice): string {
  const conflicts = conflictsOf(overview).length;
  const shared = overview.shared === 0 ? 'No claim' : plural(overview.shared, 'claim');
  return `${shared} made by at least two; ${conflicts === 0 ? 'no possible conflict' : plural(conflicts, 'possible conflict')}.`;
}

function speakersLine(overview: OverviewSlice): string {
  const rows = speakerRows(overview);
  if (rows.length === 0) return 'These texts quote or report nobody.';
  const named = new Set(overview.speakers.flatMap(({ id, name }) => (name === null ? [] : [id])));
  const most = rows.filter(({ id }) => named.has(id)).slice(0, NAMED);
  return `${plural(rows.length, 'speaker')}.${most.length === 0 ? '' : ` Most words: ${joinWords(most.map(({ name }) => name))}.`}`;
}

function actorsLine({ actors }: OverviewSlice): string {
  if (actors.length === 0) return 'No actor was recognised in these texts.';
  const drawn = drawnActors(actors, NAMED).map(({ name }) => name);
  return `${plural(actors.length, 'actor')}${drawn.length === 0 ? ', named too seldom to say how' : `. Named most: ${joinWords(drawn)}`}.`;
}

function wordsLine({ keyness, documents }: OverviewSlice): string {
  if (keyness.length === 0) return 'No word stands out beyond chance.';
  const sources = new Set(keyness.map(({ document }) => document)).size;
  return `Words stand out beyond chance in ${sources} of ${plural(documents.length, 'source')}.`;
}

/** The lines of all sections that can be folded. */
export function sectionLines(overview: OverviewSlice): Readonly<Record<FoldedSection, string>> {
  const waits = overview.part ? 'Fetched when you come near.' : null;
  return {
    contested: contestedLine(overview),
    overlap: overlapLine(overview),
    speakers: speakersLine(overview),
    actors: waits ?? actorsLine(overview),
    tone: waits ?? toneSummary(overview.documents.map(({ tone }) => tone)),
    words: waits ?? wordsLine(overview)
  };
}
