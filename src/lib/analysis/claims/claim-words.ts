import type { Knowledge } from '$lib/lexicons/knowledge';
import { wordSet } from '../word-kinds';

/** A category of the list `words-claims`. */
export const claimWords = (knowledge: Knowledge, category: string): ReadonlySet<string> =>
  wordSet(knowledge, 'words-claims', category);
