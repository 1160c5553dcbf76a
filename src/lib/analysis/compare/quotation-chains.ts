import { commonKeys } from './origin-reader';
import { plainCopies } from './plain-copies';
import type { QuoteMention, QuotingDocument } from './quoting-document';
import { joinQuotations } from './same-quotation';
import { Unions } from './unions';

/**
 * Quotations that several documents carry, each with its places in text order.
 *
 * Two quotations are the same when they have five words or more in common in the same order, more than half of
 * the shorter one; when both are given to the same person, three words and most of the shorter one will do. The
 * same words outside quotation marks are listed too, from six words in a row on. Quotations are looked up by
 * three words in a row, in at most 32 others, so that cost grows with the length of the texts.
 */
export function quotationChains(documents: readonly QuotingDocument[]): QuoteMention[][] {
  const streams = documents.map(({ stream }) => stream);
  const read = documents.flatMap((quoting, document) =>
    quoting.stretches.map((stretch) => ({ ...stretch, document }))
  );
  const common = commonKeys(read.flatMap(({ key }) => key ?? []));
  const stretches = read.map((stretch) => ({ ...stretch, key: stretch.key && common(stretch.key) }));
  const unions = new Unions(stretches.length);
  joinQuotations(stretches, streams, unions);
  const chains = new Map<number, QuoteMention[]>();
  const put = (stretch: number, mention: QuoteMention): void => {
    const root = unions.rootOf(stretch);
    const chain = chains.get(root);
    if (chain) chain.push(mention);
    else chains.set(root, [mention]);
  };
  stretches.forEach((stretch, index) => put(index, stretch));
  for (const copy of plainCopies(documents, stretches)) put(copy.stretch, copy);
  return [...chains.values()]
    .filter((chain) => chain.some(({ document }) => document !== chain[0]!.document))
    .map((chain) => chain.sort((a, b) => a.document - b.document || a.from - b.from));
}
