import type { Document } from '$lib/text/document';
import type { Keyness } from '../audit-schema';
import type { ComparedDocument } from '../claims/compare-claims';
import { falseDiscovery, normalTails } from '../statistics/quantiles';

/** Words shown for each document. */
const TOP = 30;
/** A word that stands only once says nothing about the document. */
const FEWEST = 2;
/** Share of false finds that is allowed among the significant ones. */
const FALSE_DISCOVERY_RATE = 0.05;
/** The prior weighs as much as this share of all words counted. */
const PRIOR_SHARE = 0.1;

const CONTENT = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ']);

/** Content lemmas of the body sentences, counted. */
function countLemmas(document: Document): { counts: Map<string, number>; total: number } {
  const counts = new Map<string, number>();
  let total = 0;
  for (const sentence of document.sentences) {
    for (let i = sentence.firstToken; i < sentence.tokenEnd; i++) {
      const { word, pos, lemma } = document.tokens[i]!;
      if (!word || !CONTENT.has(pos) || !/\p{L}.*\p{L}/u.test(lemma.slice(0, 40))) continue;
      counts.set(lemma, (counts.get(lemma) ?? 0) + 1);
      total++;
    }
  }
  return { counts, total };
}

function logOddsOf(count: number, total: number, prior: number, priorTotal: number): number {
  return Math.log((count + prior) / (total + priorTotal - count - prior));
}

/**
 * Words that one document uses more than all the others together do.
 *
 * Log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008) on content lemmas. The
 * prior spreads its weight as the whole collection spreads its words, and weighs a tenth of it: it pulls the
 * ratio of rare words toward 0. Significant after Benjamini-Hochberg at .05 over the words of the document.
 * At most 30 words a document, by z, then by log-odds, then by the alphabet; documents in their order.
 */
export function compareWords(documents: readonly ComparedDocument[]): Keyness[] {
  if (documents.length < 2) return [];
  const counted = documents.map(({ reading }) => countLemmas(reading.document));
  const everywhere = new Map<string, number>();
  let all = 0;
  for (const { counts, total } of counted) {
    all += total;
    for (const [term, count] of counts) everywhere.set(term, (everywhere.get(term) ?? 0) + count);
  }
  const priorTotal = PRIOR_SHARE * all;
  return documents.flatMap(({ id }, index) => {
    const { counts, total } = counted[index]!;
    if (total === 0 || total === all) return [];
    const rows = [...counts]
      .filter(([, count]) => count >= FEWEST)
      .map(([term, count]) => {
        const elsewhere = everywhere.get(term)! - count;
        const prior = PRIOR_SHARE * (count + elsewhere);
        const logOdds =
          logOddsOf(count, total, prior, priorTotal) - logOddsOf(elsewhere, all - total, prior, priorTotal);
        const z = logOdds / Math.sqrt(1 / (count + prior) + 1 / (elsewhere + prior));
        return { term, document: id, logOdds, z, count, elsewhere };
      });
    const passed = falseDiscovery(
      rows.map(({ z }) => normalTails(z)),
      FALSE_DISCOVERY_RATE
    );
    return rows
      .map((row, position): Keyness => ({ ...row, significant: passed[position]! }))
      .filter(({ logOdds }) => logOdds > 0)
      .sort((a, b) => b.z - a.z || b.logOdds - a.logOdds || (a.term < b.term ? -1 : 1))
      .slice(0, TOP);
  });
}
