/** Texts so short that measures can hardly tell them apart: what to read in place of charts full of ties. */
import { joinWords } from './format';
import type { OverviewSlice } from './slices';
import { tooLittle } from './too-little';

/** Under so many words in every text most differences are within chance. */
const SHORT = 400;
/** More texts are not named one by one. */
const MOST_NAMED = 4;

/**
 * How long the texts are, in words, when all of them are short and no measure tells any of them apart; null when there
 * is more to see in the charts.
 */
export function shortTexts(overview: Pick<OverviewSlice, 'documents' | 'separation'>): string | null {
  const { documents, separation } = overview;
  const left = new Set(tooLittle(overview));
  const counts = documents.filter(({ id }) => !left.has(id)).map(({ words }) => words);
  if (counts.length < 2 || Math.max(...counts) >= SHORT) return null;
  if (separation.some(({ separates }) => separates)) return null;
  return counts.length > MOST_NAMED
    ? `${Math.min(...counts)} to ${Math.max(...counts)} words`
    : `${joinWords(counts.map(String))} words`;
}
