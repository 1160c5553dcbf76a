import { beforeAll, describe, expect, it } from 'vitest';
import { describeMetrics } from '$lib/analysis/metrics';
import { auditCollection, openCollection } from '$lib/server/library';
import { evidenceInMemory } from '$lib/view/evidence-in-memory';
import type { EvidenceTarget, PassageGroup } from '$lib/view/evidence';
import { evidenceSheet, type EvidenceContext } from '$lib/view/evidence-sheet';
import { metricMarks } from '$lib/view/metrics';
import { overviewSlice } from '$lib/view/slices';

/** Words as a reader counts them; a token of the engine may be a part of one. */
const wordsIn = ({ passages }: PassageGroup) =>
  passages.reduce(
    (sum, { quote }) => sum + quote.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
    0
  );

describe('every number of the overview of the bundled documents', () => {
  let context: EvidenceContext;
  beforeAll(async () => {
    const { documents } = await openCollection('russia-nato');
    const audit = await auditCollection('russia-nato');
    context = {
      overview: overviewSlice(audit, documents),
      metrics: describeMetrics(),
      contested: [],
      source: evidenceInMemory(audit, documents)
    };
  }, 60_000);

  const open = async (target: EvidenceTarget): Promise<PassageGroup> =>
    (await evidenceSheet(target, context)).groups[0]!;

  it('is the number of passages that its evidence lists, where it counts words or clauses', async () => {
    let marks = 0;
    for (const document of context.overview.documents) {
      for (const { id: metric, unit } of context.metrics) {
        const per = /^per ([\d,]+) /u.exec(unit)?.[1];
        const [mark] = metricMarks({ ...context.overview, documents: [document] }, metric, 'all');
        if (per === undefined || !mark || mark.value === null || mark.base === null) continue;
        const { passages } = await open({ kind: 'metric', metric, document: document.id, voice: null });
        const counted = (mark.value * mark.base) / Number(per.replace(',', ''));
        expect(counted, `${metric} in ${document.id}`).toBeCloseTo(passages.length, 1);
        marks++;
      }
    }
    expect(marks).toBeGreaterThan(20);
  });

  it('is the uses, mentions, clauses and passages that its evidence lists, where it is about words or people', async () => {
    const { keyness, wordDivergence, actors, speakers } = context.overview;
    for (const { term, document, count } of keyness)
      expect((await open({ kind: 'term', term, document })).passages, term).toHaveLength(count);
    for (const { a: document, b, contributions } of wordDivergence) {
      if (b !== null) continue;
      for (const { term, a } of contributions.filter((word) => word.a > 0))
        expect((await open({ kind: 'term', term, document })).passages, term).toHaveLength(a);
    }
    for (const { id: actor, documents } of actors) {
      for (const { document, mentions, agent, patient, sentimentBase } of documents) {
        const target = { kind: 'actor', actor, document } as const;
        expect((await open(target)).passages, actor).toHaveLength(mentions);
        const roles = await open({ ...target, aspect: 'roles' });
        expect(roles.passages, actor).toHaveLength(agent + patient);
        for (const aspect of ['author', 'attributed'] as const)
          expect((await open({ ...target, aspect })).passages, actor).toHaveLength(sentimentBase![aspect]);
      }
    }
    for (const { id: speaker, documents } of speakers) {
      for (const { document, words, passages } of documents) {
        const group = await open({ kind: 'speaker', speaker, document });
        expect(group.passages, speaker).toHaveLength(passages);
        expect(Math.abs(wordsIn(group) - words), speaker).toBeLessThanOrEqual(Math.max(1, words * 0.02));
      }
      const { groups } = await evidenceSheet({ kind: 'speaker', speaker, document: null }, context);
      expect(groups.map(({ passages }) => passages.length).sort(), speaker).toEqual(
        documents.map(({ passages }) => passages).sort()
      );
    }
  });

  it('is the shared claims that its evidence lists, where it is about a pair', async () => {
    const claims = new Map(context.overview.documents.map(({ id, claims }) => [id, claims.all]));
    for (const { a, b, shared, jaccard } of context.overview.overlap) {
      const { groups } = await evidenceSheet({ kind: 'overlap', a, b }, context);
      const listed = new Set(groups.flatMap(({ passages }) => passages.map(({ note }) => note)));
      expect(listed.size, `${a} and ${b}`).toBe(shared);
      expect(jaccard).toBeCloseTo(shared / (claims.get(a)! + claims.get(b)! - shared), 5);
    }
  });
});
