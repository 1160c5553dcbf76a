/** Tables of claims: who makes them, where they clash, and how much of them the documents share. */
import type { Audit } from '$lib/analysis/audit-schema';
import { csv, ends, type Cell } from './csv';

type Comparison = Pick<Audit, 'comparison'>;

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
