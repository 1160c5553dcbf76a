/** Tables of what separates the documents: measures, vocabularies and distinctive words. */
import type { Audit } from '$lib/analysis/audit-schema';
import { csv, ends, type Cell } from './csv';

type Comparison = Pick<Audit, 'comparison'>;

/** What separates the documents, most first, with the documents at both ends where a metric has them. */
export function separationCsv({ comparison }: Comparison): string {
  const ofMetric = new Map(comparison.divergence.map((item) => [item.metric, item]));
  return csv(
    [
      'id',
      'kind',
      'effect',
      'low',
      'high',
      'p',
      'separates',
      'first place',
      'last place',
      'documents',
      'spread',
      'spread low',
      'spread high',
      'highest',
      'lowest'
    ],
    comparison.separation.map(({ id, kind, effect, interval, p, separates, ranks, documents }): Cell[] => {
      const extremes = ofMetric.get(id);
      return [
        id,
        kind,
        effect,
        ...ends(interval),
        p,
        separates,
        ...ranks,
        documents,
        extremes?.spread ?? null,
        ...ends(extremes?.interval),
        extremes?.high.join(' ') ?? null,
        extremes?.low.join(' ') ?? null
      ];
    })
  );
}

/** Vocabularies against all others (`b` empty) and against each other, with what chance gives. */
export function wordDivergenceCsv({ comparison }: Comparison): string {
  return csv(
    [
      'a',
      'b',
      'jsd',
      'words a',
      'words b',
      'chance median',
      'chance low',
      'chance high',
      'permutations',
      'p',
      'beyond chance',
      'effect',
      'effect low',
      'effect high',
      'words that add most'
    ],
    comparison.wordDivergence.map(
      ({ a, b, jsd, words, chance, p, beyondChance, effect, interval, contributions }): Cell[] => [
        a,
        b,
        jsd,
        ...words,
        chance.median,
        ...chance.band,
        chance.permutations,
        p,
        beyondChance,
        effect,
        ...ends(interval),
        contributions.map((item) => `${item.term} ${item.a}:${item.b}`).join(', ')
      ]
    )
  );
}

/** Distinctive words, raw counts and significance side by side. */
export function keynessCsv({ comparison }: Comparison): string {
  return csv(
    [
      'document',
      'term',
      'count',
      'words',
      'elsewhere',
      'words elsewhere',
      'log-odds',
      'low',
      'high',
      'z',
      'log2 ratio',
      'G2',
      'p',
      'q',
      'significant',
      'author',
      'attributed'
    ],
    comparison.keyness.map((row): Cell[] => [
      row.document,
      row.term,
      row.count,
      row.base ?? null,
      row.elsewhere,
      row.elsewhereBase ?? null,
      row.logOdds,
      ...ends(row.interval),
      row.z,
      row.logRatio ?? null,
      row.gSquared ?? null,
      row.p ?? null,
      row.q ?? null,
      row.significant,
      row.voices?.author ?? null,
      row.voices?.attributed ?? null
    ])
  );
}
