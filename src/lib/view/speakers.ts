/** Who gets to speak in which source, and how much. */
import type { Speaker } from '$lib/analysis/audit-schema';
import type { OverviewSlice } from './slices';

/** What a speaker is called on a page. */
export function speakerName({ name }: Pick<Speaker, 'name'>): string {
  return name ?? 'somebody not named there';
}

/** One source and the share of its words that it gives to one speaker. */
export interface SpokenShare {
  readonly document: string;
  readonly words: number;
  readonly passages: number;
  /** All words of the document. */
  readonly base: number;
  /** Of those, 0 to 1. */
  readonly share: number;
}

/** A speaker with a share for every source, in the order of the sources. */
export interface SpeakerRow {
  readonly id: string;
  readonly name: string;
  /** Other ways in which the texts name this speaker. */
  readonly otherNames: readonly string[];
  readonly words: number;
  readonly shares: readonly SpokenShare[];
}

/** The speakers of the shown sources, those with the most words first; whoever is silent in all of them is left out. */
export function speakerRows(overview: Pick<OverviewSlice, 'documents' | 'speakers'>): SpeakerRow[] {
  return overview.speakers
    .map((speaker): SpeakerRow => {
      const told = new Map(speaker.documents.map((item) => [item.document, item]));
      const shares = overview.documents.map(({ id, words }): SpokenShare => {
        const { words: spoken = 0, passages = 0 } = told.get(id) ?? {};
        return {
          document: id,
          words: spoken,
          passages,
          base: words,
          share: words === 0 ? 0 : spoken / words
        };
      });
      return {
        id: speaker.id,
        name: speakerName(speaker),
        otherNames: speaker.holders.filter((holder) => holder !== speaker.name),
        words: shares.reduce((sum, { words }) => sum + words, 0),
        shares
      };
    })
    .filter(({ words }) => words > 0)
    .sort((a, b) => b.words - a.words || (a.id < b.id ? -1 : 1));
}
