import type { Knowledge } from '$lib/lexicons/knowledge';
import { wordSet } from '../word-kinds';

/** The sets of words that the reader of contested claims asks about, as `words-contested.yaml` names them. */
export type ContestedSet =
  | 'negator'
  | 'headline-negator'
  | 'carrier'
  | 'pointer-near'
  | 'pointer-subject'
  | 'pointer-noun'
  | 'pointer-object'
  | 'pointer-party'
  | 'nobody'
  | 'holding'
  | 'calling'
  | 'catenative'
  | 'earlier'
  | 'later'
  | 'time-frame';

/** One of those sets; empty where the knowledge lacks the list. */
export function contestedWords(knowledge: Knowledge, set: ContestedSet): ReadonlySet<string> {
  return wordSet(knowledge, 'words-contested', set);
}
