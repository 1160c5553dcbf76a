import { readText } from '$lib/analysis/read';
import { roundNumbers } from '$lib/analysis/round-numbers';
import { knowledge } from '$lib/lexicons/generated';
import { CURRENT_ENGINE, type SelfAudit } from '$lib/server/library/validity';
import { dropOne } from './drop-one';
import { swapTest } from './swap-test';

/**
 * The instrument tested on given documents: with names exchanged, and with single entries of word lists left
 * out. Deterministic; numbers have six significant digits.
 *
 * @param input how the documents are called together
 */
export function selfAudit(texts: readonly { id: string; text: string }[], input: string): SelfAudit {
  const documents = texts.map(({ id, text }) => ({ id, reading: readText(text, knowledge) }));
  return roundNumbers<SelfAudit>({
    engine: CURRENT_ENGINE,
    input,
    documents: documents.map(({ id }) => id),
    swaps: swapTest(documents, knowledge),
    sensitivity: dropOne(documents, knowledge)
  });
}
