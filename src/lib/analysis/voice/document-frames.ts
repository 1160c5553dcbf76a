/** Documents and speakers that open a sentence: "In a survey of teachers, …", "Poll: …". */
import type { TokenRange } from '$lib/text/document';
import { isNominal, phraseEnd } from './clauses';
import type { Scene } from './content';
import { phraseAt } from './cue-lexicon';
import { range } from './finding';
import { CLASS } from './word-classes';

/** Most words of a label before a colon. */
const LABEL = 4;

/** "Poll: half the town says yes", "Rojas: “We are ready”": the document or speaker a headline names. */
export function readLabel(scene: Scene, at: number, end: number): TokenRange | null {
  const { map, lexicon } = scene;
  const { tokens, classes } = map;
  let stop = at;
  let names = true;
  while (stop < end && stop <= at + LABEL && isNominal(classes[stop]!)) {
    if (classes[stop] !== CLASS.name) names = false;
    stop++;
  }
  if (stop === at || classes[stop] !== CLASS.colon || stop + 3 >= end) return null;
  const quoted = classes[stop + 1] === CLASS.quote || tokens[stop + 1]!.text === '‘';
  const document = phraseAt(lexicon.documents.get(tokens[stop - 1]!.lemma), tokens, stop - 1, end) > 0;
  return (names && quoted) || document ? range(at, stop) : null;
}

/** "In a survey of teachers, …": the document, when a comma and a clause follow it. */
export function readDocumentFrame(scene: Scene, at: number, end: number): TokenRange | null {
  const { map, lexicon } = scene;
  const stop = phraseEnd(map, at + 1, end);
  if (stop <= at + 1 || map.classes[stop] !== CLASS.comma || stop + 2 >= end) return null;
  const near = phraseEnd(map, at + 1, end, false);
  const head = map.tokens[near - 1]!;
  if (phraseAt(lexicon.documents.get(head.lemma), map.tokens, near - 1, end) === 0) return null;
  // "In an interview, she said …": the cue that follows names the holder.
  const code = map.classes[stop + 1];
  if (code === CLASS.conjunction || code === CLASS.wh) return null;
  return range(at + 1, stop);
}
