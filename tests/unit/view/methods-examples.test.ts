import { describe, expect, it } from 'vitest';
import { audit } from '$lib/analysis/audit';
import { AuditRequestSchema } from '$lib/analysis/audit-schema';
import { knowledge } from '$lib/lexicons/generated';
import * as v from 'valibot';
import { MISSED_PAIRS, MISTAKES } from '$lib/view/methods-examples';

const check = (texts: readonly string[]) =>
  audit(
    v.parse(AuditRequestSchema, { documents: texts.map((text, index) => ({ id: `t${index}`, text })) }),
    knowledge,
    (text) => `${text.length}`
  );

/** All sentences in one text: a metric says nothing of a text of one sentence. */
const sentences = MISTAKES.map(({ sentence }) => sentence.join(''));
const padding = 'The town has a hall, a school, a river and a bridge over it.';
const [all] = check([[...sentences, ...Array.from({ length: 12 }, () => padding)].join('\n\n')]).documents;

describe('the mistakes that the Methods page shows', () => {
  for (const { metric, sentence, kind } of MISTAKES) {
    it(`still happen: ${sentence.join('')}`, () => {
      const text = sentences.slice(0, sentences.indexOf(sentence.join(''))).join('\n\n');
      const start = (text === '' ? 0 : text.length + 2) + sentence[0].length;
      const end = start + sentence[1].length;
      const result = all!.metrics[metric];
      expect(result?.status).toBe('ok');
      const found = result?.status === 'ok' ? result.evidence : [];
      const flagged = found.some((item) => item.start < end && item.end > start);
      expect(flagged).toBe(kind === 'flagged');
    });
  }

  for (const { a, b } of MISSED_PAIRS) {
    it(`still happen between two texts: ${a}`, () => {
      const { claims } = check([a, b]).comparison;
      expect(claims.length).toBeGreaterThanOrEqual(2);
      for (const claim of claims) {
        expect(new Set(claim.mentions.map(({ document }) => document)).size).toBe(1);
        expect(claim.conflicts).toEqual([]);
      }
    });
  }
});
