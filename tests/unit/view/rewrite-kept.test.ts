import { describe, expect, it } from 'vitest';
import { describeMetrics } from '$lib/analysis/metrics';
import { runAudit } from '$lib/server/library';
import { rewriteView } from '$lib/view/rewrite-view';

const documents = [
  {
    id: 'a',
    text: 'The mayor opened the bridge on Monday. Critics, she said, had slammed a ruthless plan. It cost 30 million. The regime may never admit that the ferry was better, according to officials.'
  },
  {
    id: 'b',
    text: 'The bridge was opened on Monday by the mayor. It cost 45 million, the builders claim. Nobody denies that the ferry was slow. Clearly the plan was a disaster for the town.'
  }
].map(({ id, text }) => ({
  id,
  text: text.concat(' ').repeat(8),
  title: null,
  publisher: null,
  author: null,
  published: null
}));
const claims = [{ id: 'ferry', statement: 'The ferry was better than the bridge.' }];

describe('the original on the bench', () => {
  it('reads the same from the audit of its collection as by itself', () => {
    const together = runAudit({ documents, claims, seed: 1 });
    const metrics = describeMetrics();
    for (const document of documents) {
      const alone = runAudit({ documents: [document], claims, seed: 1 });
      const view = rewriteView(together, document.id, document.text, metrics);
      expect(view?.reading.findings.length).toBeGreaterThan(0);
      expect(view).toEqual(rewriteView(alone, document.id, document.text, metrics));
    }
  });
});
