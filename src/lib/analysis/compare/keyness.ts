import type { Keyness } from '../audit-schema';
import { adjustedP } from '../statistics/adjusted-p';
import { normalTails } from '../statistics/quantiles';
import { NORMAL_95 } from '../statistics/quantiles';
import type { ContentWords, Vocabulary } from './content-words';

/** Words shown for each document. */
const TOP = 30;
/** A word that stands only once says nothing about the document. */
const FEWEST = 2;
/** Share of false finds that is allowed among the significant ones. */
const FALSE_DISCOVERY_RATE = 0.05;
/** The prior weighs as much as this share of all words counted. */
const PRIOR_SHARE = 0.1;

function logOddsOf(count: number, total: number, prior: number, priorTotal: number): number {
  return Math.log((count + prior) / (total + priorTotal - count - prior));
}

/** The log-likelihood ratio of a 2 × 2 table: twice the sum of O ln(O/E) over its four cells. */
function gSquared(count: number, total: number, elsewhere: number, totalElsewhere: number): number {
  const all = total + totalElsewhere;
  const cell = (observed: number, row: number, column: number): number =>
    observed > 0 ? observed * Math.log((observed * all) / (row * column)) : 0;
  const word = count + elsewhere;
  const others = all - word;
  const sum =
    cell(count, word, total) +
    cell(elsewhere, word, totalElsewhere) +
    cell(total - count, others, total) +
    cell(totalElsewhere - elsewhere, others, totalElsewhere);
  return Math.max(0, 2 * sum);
}

/** Log₂ of the ratio of the two rates; half a use stands for none. */
function logRatio(count: number, total: number, elsewhere: number, totalElsewhere: number): number {
  return Math.log2(Math.max(count, 0.5) / total / (Math.max(elsewhere, 0.5) / totalElsewhere));
}

interface Uses {
  count: number;
  /** Those of them in somebody else's words. */
  attributed: number;
}

/** Uses by term, terms in the order of first use. */
function countTerms({ terms, attributed }: ContentWords): Map<number, Uses> {
  const counts = new Map<number, Uses>();
  for (let i = 0; i < terms.length; i++) {
    let uses = counts.get(terms[i]!);
    if (!uses) counts.set(terms[i]!, (uses = { count: 0, attributed: 0 }));
    uses.count++;
    uses.attributed += attributed?.[i] ?? 0;
  }
  return counts;
}

/**
 * Words that one document uses more than all the others together do.
 *
 * Log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008) on content lemmas. The
 * prior spreads its weight as the whole collection spreads its words, and weighs a tenth of it: it pulls the
 * ratio of rare words toward 0. Beside it the raw counts with what they are out of, the log₂ ratio of the two
 * rates and G². Significant after Benjamini-Hochberg at .05 over the words that the document uses twice or
 * more. At most 30 words a document, by z, then by log-odds, then by the alphabet; documents in their order.
 * Where the vocabulary knows whose words stand where, the count is given by voice as well; the statistics are
 * of both voices together, for a voice alone is too few words to test.
 *
 * @param ids of the documents, in the order of the vocabulary
 */
export function compareWords(ids: readonly string[], vocabulary: Vocabulary): Keyness[] {
  const { terms, documents } = vocabulary;
  if (ids.length < 2) return [];
  const everywhere = new Int32Array(terms.length);
  let all = 0;
  for (const document of documents) {
    all += document.terms.length;
    for (const term of document.terms) everywhere[term]!++;
  }
  const priorTotal = PRIOR_SHARE * all;
  return ids.flatMap((id, index) => {
    const own = documents[index]!;
    const total = own.terms.length;
    const totalElsewhere = all - total;
    if (total === 0 || totalElsewhere === 0) return [];
    const rows = [...countTerms(own)]
      .filter(([, { count }]) => count >= FEWEST)
      .map(([term, { count, attributed }]) => {
        const elsewhere = everywhere[term]! - count;
        const prior = PRIOR_SHARE * everywhere[term]!;
        const logOdds =
          logOddsOf(count, total, prior, priorTotal) -
          logOddsOf(elsewhere, totalElsewhere, prior, priorTotal);
        const error = Math.sqrt(1 / (count + prior) + 1 / (elsewhere + prior));
        const voices = own.attributed && { author: count - attributed, attributed };
        const p = normalTails(logOdds / error);
        return { term: terms[term]!, count, elsewhere, voices, logOdds, error, p };
      });
    const adjusted = adjustedP(rows.map(({ p }) => p));
    return rows
      .map(({ term, count, elsewhere, voices, logOdds, error, p }, position): Keyness => {
        const q = adjusted[position]!;
        return {
          term,
          document: id,
          logOdds,
          z: logOdds / error,
          count,
          elsewhere,
          significant: q <= FALSE_DISCOVERY_RATE,
          base: total,
          elsewhereBase: totalElsewhere,
          interval: [logOdds - NORMAL_95 * error, logOdds + NORMAL_95 * error],
          logRatio: logRatio(count, total, elsewhere, totalElsewhere),
          gSquared: gSquared(count, total, elsewhere, totalElsewhere),
          p,
          q,
          ...(voices ? { voices } : {})
        };
      })
      .filter(({ logOdds }) => logOdds > 0)
      .sort((a, b) => b.z - a.z || b.logOdds - a.logOdds || (a.term < b.term ? -1 : 1))
      .slice(0, TOP);
  });
}
