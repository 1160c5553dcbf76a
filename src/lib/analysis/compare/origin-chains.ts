import type { Segment } from '../reading';
import type { ClaimCluster } from '../audit-schema';
import type { QuotingDocument } from './quotation-chains';

/** A statement that is given to somebody, by its document and its place there. */
export interface OriginMention {
  readonly document: number;
  readonly statement: number;
}

/** Statements of one claim that several documents give to the same origin. */
export interface OriginChain {
  /** The claim's label. */
  readonly claim: string;
  readonly mentions: readonly OriginMention[];
}

/** Rules that read minds rather than words: a view that nobody is shown to have uttered has no origin to check. */
const UNSPOKEN = new Set(['voice/perception', 'voice/perceived', 'voice/attitude', 'voice/viewpoint']);

function isUttered({ voice, rule }: Segment): boolean {
  return voice === 'attributed' && !UNSPOKEN.has(rule);
}

/**
 * Claims that several documents give to the same person, body or document, in the order of the claims.
 *
 * @param ids document ids
 * @param claims with mentions whose statements are numbered `id:number`
 */
export function originChains(
  documents: readonly QuotingDocument[],
  ids: readonly string[],
  claims: readonly ClaimCluster[]
): OriginChain[] {
  const numbers = new Map(ids.map((id, index) => [id, index]));
  return claims.flatMap(({ label, mentions }) => {
    if (mentions.length < 2) return [];
    const origins = new Map<string, OriginMention[]>();
    for (const mention of mentions) {
      const document = numbers.get(mention.document)!;
      const statement = Number(mention.statement.slice(mention.document.length + 1));
      const { reading, keyOf } = documents[document]!;
      const segment = reading.segments[reading.statements[statement]!.segment]!;
      const key = isUttered(segment) ? keyOf(segment) : null;
      if (key === null) continue;
      const found = origins.get(key);
      if (found) found.push({ document, statement });
      else origins.set(key, [{ document, statement }]);
    }
    return [...origins.values()]
      .filter((found) => found.some(({ document }) => document !== found[0]!.document))
      .map((found) => ({ claim: label, mentions: found }));
  });
}
