import { describeMetrics, openCollection } from '$lib/server/library';
import { readValidity } from '$lib/server/library/validity';
import { describeSources } from '$lib/view/sources';
import { selfAuditSlice } from '$lib/view/validity-self-audit';
import type { PageServerLoad } from './$types';

/** The letter a source has on the pages of its collection; its id when the collection is gone or broken. */
async function sourceNames(collection: string): Promise<(id: string) => string> {
  const documents = await openCollection(collection).then(
    (opened) => opened.documents,
    () => []
  );
  const names = new Map(describeSources(documents).map(({ id, letter }) => [id, letter]));
  return (id) => names.get(id) ?? id;
}

export const load: PageServerLoad = async () => {
  const metrics = describeMetrics();
  const labels = new Map(metrics.map(({ id, label }) => [id, label]));
  const { accuracy, selfAudit, stale } = readValidity();
  return {
    metrics,
    benchmarks: accuracy.benchmarks,
    selfAudit: selfAuditSlice(selfAudit, await sourceNames(selfAudit.input), (id) => labels.get(id) ?? id),
    stale
  };
};
