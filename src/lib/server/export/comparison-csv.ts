import type { Audit } from '$lib/analysis/audit-schema';
import { csv, type Cell } from './csv';

type Comparison = Pick<Audit, 'comparison'>;

/** Both ends of an interval, empty when there is none. */
function ends(interval: readonly [number, number] | null | undefined): [Cell, Cell] {
  return [interval?.[0] ?? null, interval?.[1] ?? null];
}

/** Every mention of every claim, and the documents that leave it out as rows without a statement. */
export function claimsCsv({ comparison }: Comparison): string {
  return csv(
    ['claim', 'label', 'document', 'made', 'statement', 'score', 'grade', 'conflicts'],
    comparison.claims.flatMap(({ id, label, mentions, omittedBy, conflicts }) => [
      ...mentions.map(({ document, statement, score, grade }): Cell[] => [
        id,
        label,
        document,
        true,
        statement,
        score,
        grade ?? null,
        conflicts.length
      ]),
      ...(omittedBy ?? []).map((document): Cell[] => [
        id,
        label,
        document,
        false,
        null,
        null,
        null,
        conflicts.length
      ])
    ])
  );
}

/** Every value of every conflict. */
export function conflictsCsv({ comparison }: Comparison): string {
  return csv(
    ['claim', 'conflict', 'kind', 'verdict', 'rule', 'document', 'value', 'start', 'end', 'quote'],
    comparison.claims.flatMap(({ id, conflicts }) =>
      conflicts.flatMap(({ kind, verdict, rule, values }, index) =>
        values.map(({ document, value, start, end, quote }): Cell[] => [
          id,
          index + 1,
          kind,
          verdict,
          rule,
          document,
          value,
          start,
          end,
          quote
        ])
      )
    )
  );
}

/** What each pair shares: Jaccard, and the share of either document's claims that the other makes too. */
export function overlapCsv({ comparison }: Comparison): string {
  return csv(
    [
      'a',
      'b',
      'shared',
      'jaccard',
      'low',
      'high',
      'aInB',
      'aInB low',
      'aInB high',
      'bInA',
      'bInA low',
      'bInA high'
    ],
    comparison.overlap.map(
      ({ a, b, shared, jaccard, interval, aInB, aInBInterval, bInA, bInAInterval }): Cell[] => [
        a,
        b,
        shared,
        jaccard,
        ...ends(interval),
        aInB,
        ...ends(aInBInterval),
        bInA,
        ...ends(bInAInterval)
      ]
    )
  );
}

/** How overlap changes with the threshold: a row for all documents (`a` and `b` empty) and for each pair. */
export function overlapCurveCsv({ comparison }: Comparison): string {
  const { overlap, overlapCurve } = comparison;
  return csv(
    ['threshold', 'in use', 'a', 'b', 'shared', 'claims', 'jaccard'],
    (overlapCurve?.points ?? []).flatMap(({ threshold, shared, jaccard }): Cell[][] => {
      const inUse = threshold === overlapCurve!.threshold;
      return [
        [threshold, inUse, null, null, shared, overlapCurve!.claims, null],
        ...jaccard.map((value, index) => [
          threshold,
          inUse,
          overlap[index]!.a,
          overlap[index]!.b,
          null,
          null,
          value
        ])
      ];
    })
  );
}

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

/** Every place of every chain: the same words or the same origin, which is repetition and no corroboration. */
export function chainsCsv({ comparison }: Comparison): string {
  return csv(
    ['chain', 'kind', 'label', 'documents', 'document', 'start', 'end', 'holder', 'quoted', 'quote'],
    comparison.chains.flatMap(({ id, kind, label, documents, mentions }) =>
      mentions.map(({ document, start, end, holder, quoted, quote }): Cell[] => [
        id,
        kind,
        label,
        documents,
        document,
        start,
        end,
        holder,
        quoted,
        quote
      ])
    )
  );
}

/** Every passage that several documents hold in nearly the same words. */
export function duplicatesCsv({ comparison }: Comparison): string {
  return csv(
    ['duplicate', 'words', 'documents', 'document', 'start', 'end', 'quote'],
    comparison.duplicates.flatMap(({ id, words, documents, passages }) =>
      passages.map(({ document, start, end, quote }): Cell[] => [
        id,
        words,
        documents,
        document,
        start,
        end,
        quote
      ])
    )
  );
}

/** All tables of a comparison by file name. */
export const COMPARISON_TABLES: Readonly<Record<string, (audit: Comparison) => string>> = {
  'claims.csv': claimsCsv,
  'conflicts.csv': conflictsCsv,
  'overlap.csv': overlapCsv,
  'overlap-curve.csv': overlapCurveCsv,
  'separation.csv': separationCsv,
  'word-divergence.csv': wordDivergenceCsv,
  'keyness.csv': keynessCsv,
  'chains.csv': chainsCsv,
  'duplicates.csv': duplicatesCsv
};
