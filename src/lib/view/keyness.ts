/** Distinctive words by the voice they stand in. */
import type { KeynessSlice } from './slices-words';
import type { VoiceChoice } from './url-state';

/** Whether the counts were made by voice; results of older versions have none. */
export function knowsVoices(words: readonly KeynessSlice[]): boolean {
  return words.length > 0 && words.every(({ voices }) => voices !== undefined);
}

/** The words that the chosen voice uses at least once; all of them for both voices, or where voices are not known. */
export function keynessInVoice(words: readonly KeynessSlice[], choice: VoiceChoice): readonly KeynessSlice[] {
  if (choice === 'all' || choice === 'both' || !knowsVoices(words)) return words;
  return words.filter(({ voices }) => (voices?.[choice] ?? 0) > 0);
}

/** How often a word stands here and elsewhere: "8 of 12 here in the author’s own words, 3 elsewhere". */
export function usesWords({ count, elsewhere, voices }: KeynessSlice, choice: VoiceChoice): string {
  const others = `${elsewhere} elsewhere`;
  if (!voices || choice === 'all') return `${count} here, ${others}`;
  if (choice === 'author') return `${voices.author} of ${count} here in the author’s own words, ${others}`;
  if (choice === 'attributed') return `${voices.attributed} of ${count} here attributed, ${others}`;
  return `${count} here: ${voices.author} own, ${voices.attributed} attributed; ${others}`;
}
