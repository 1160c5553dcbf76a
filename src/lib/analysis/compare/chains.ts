import type { Knowledge } from '$lib/lexicons/knowledge';
import { quoteOf } from '$lib/text/document';
import type { Chain, ClaimCluster } from '../audit-schema';
import type { Reading } from '../reading';
import { originChains, readOrigins, type OriginsTold } from './origin-chains';
import { originReader } from './origin-reader';
import { quotationChains } from './quotation-chains';
import { readQuotes, type QuoteMention, type QuotingDocument } from './quoting-document';
import { spanOfWords, type WordStream } from './word-stream';

/** Characters of a label. */
const LABEL = 100;
/** Mentions listed of each chain, and chains listed of each kind. */
const MOST_MENTIONS = 50;
const MOST_CHAINS = 200;

type Mention = Chain['mentions'][number];

/** Cut at a word, with an ellipsis. */
function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  if (line.length <= LABEL) return line;
  const cut = line.slice(0, LABEL);
  const space = cut.lastIndexOf(' ');
  return `${space > 0 ? cut.slice(0, space) : cut}…`;
}

/** A stretch as it reads alone: "that the bridge was unsafe," is "the bridge was unsafe". */
function alone(text: string): string {
  const trimmed = text.trim().replace(/^that\s/iu, '');
  return trimmed.replace(/[.,;:]$/u, '').trim();
}

/** The holder that most mentions name, the first of equals. */
function commonHolder(mentions: readonly { readonly holder: string | null }[]): string | null {
  const counts = new Map<string, number>();
  for (const { holder } of mentions) if (holder !== null) counts.set(holder, (counts.get(holder) ?? 0) + 1);
  let best: string | null = null;
  for (const [holder, count] of counts) if (best === null || count > counts.get(best)!) best = holder;
  return best;
}

/** Whether words name a holder already, at least by the last word of the name. */
function names(words: string, holder: string): boolean {
  return words.toLowerCase().includes(holder.toLowerCase().split(/\s+/u).pop()!);
}

function chainOf(kind: Chain['kind'], words: string, mentions: readonly Mention[]): Omit<Chain, 'id'> {
  const holder = commonHolder(mentions);
  return {
    kind,
    label: holder === null || names(words, holder) ? words : `${holder}: ${words}`,
    documents: new Set(mentions.map(({ document }) => document)).size,
    mentions: mentions.slice(0, MOST_MENTIONS)
  };
}

function quotation(
  mentions: readonly QuoteMention[],
  documents: readonly QuotingDocument[],
  ids: readonly string[]
): Omit<Chain, 'id'> {
  const shown = mentions.map(({ document, from, to, holder, quoted }): Mention => {
    const { stream } = documents[document]!;
    const span = spanOfWords(stream, from, to);
    return { document: ids[document]!, ...span, quote: quoteOf(stream, span), holder, quoted };
  });
  const shortest = shown.reduce((best, item) => (item.quote.length < best.quote.length ? item : best));
  return chainOf('quotation', `“${shortened(shortest.quote)}”`, shown);
}

/** Tells whether every place of a chain is one of some chain that was found before. */
function saidAlready(chains: readonly Omit<Chain, 'id'>[]): (chain: Omit<Chain, 'id'>) => boolean {
  const places = new Map<string, { start: number; end: number; chain: number }[]>();
  chains.forEach(({ mentions }, chain) => {
    for (const { document, start, end } of mentions) {
      const known = places.get(document);
      if (known) known.push({ start, end, chain });
      else places.set(document, [{ start, end, chain }]);
    }
  });
  const around = ({ document, start, end }: Mention): Set<number> =>
    new Set(
      (places.get(document) ?? [])
        .filter((known) => known.start < end && start < known.end)
        .map(({ chain }) => chain)
    );
  return ({ mentions }) => {
    let common = around(mentions[0]!);
    for (let i = 1; i < mentions.length && common.size > 0; i++) {
      const here = around(mentions[i]!);
      common = new Set([...common].filter((chain) => here.has(chain)));
    }
    return common.size > 0;
  };
}

/** The chains of one kind, those of most documents first. */
function listed(chains: readonly Omit<Chain, 'id'>[], letter: string): Chain[] {
  return [...chains]
    .sort((a, b) => b.documents - a.documents)
    .slice(0, MOST_CHAINS)
    .map((chain, index) => ({ id: `${letter}${index + 1}`, ...chain }));
}

/**
 * Where several documents carry the same quotation, or give the same claim to the same origin. What is repeated
 * is not corroborated: all of them stand on one source. Which document had it first is not told. Documents are taken
 * in one by one; nothing of their readings is kept but their texts.
 */
export class ChainFinder {
  readonly #quoting: QuotingDocument[] = [];
  readonly #origins: OriginsTold[] = [];

  constructor(private readonly knowledge: Knowledge) {}

  /** @param stream the document's words, read together with those of the others */
  add(reading: Reading, stream: WordStream): void {
    const origins = originReader(reading, this.knowledge);
    this.#quoting.push(readQuotes(reading, stream, origins));
    this.#origins.push(readOrigins(reading, origins));
  }

  /**
   * @param ids of the documents, in the order in which they came
   * @param claims of the same documents
   */
  list(ids: readonly string[], claims: readonly ClaimCluster[]): Chain[] {
    const quoting = this.#quoting;
    const quotations = quotationChains(quoting).map((mentions) => quotation(mentions, quoting, ids));
    const isSaid = saidAlready(quotations);
    const origins = originChains(this.#origins, ids, claims)
      .map(({ about, mentions }) =>
        chainOf(
          'origin',
          shortened(alone(about)),
          mentions.map(({ document, start, end, holder, quoted }): Mention => {
            const quote = quoteOf(quoting[document]!.stream, { start, end });
            return { document: ids[document]!, start, end, quote, holder, quoted };
          })
        )
      )
      .filter((chain) => !isSaid(chain));
    return [...listed(quotations, 'q'), ...listed(origins, 'o')];
  }
}
