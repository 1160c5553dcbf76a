import type { DocumentAudit, Evidence } from '$lib/analysis/audit-schema';

/** Documents read at a time. */
const BATCH = 25;

interface Wanted {
  readonly metric: string;
  readonly resolve: (evidence: readonly Evidence[]) => void;
  readonly reject: (error: unknown) => void;
}

/** The evidence of one metric of one document. */
export type ReadEvidence = (document: string, metric: string) => Promise<readonly Evidence[]>;

/**
 * Reads evidence of many documents that is asked for piece by piece: a document is read once for all that is wanted of
 * it at a time, and few documents are in memory together.
 *
 * @param read gives documents with all their evidence
 */
export function evidenceReader(
  read: (documents: readonly string[]) => Promise<readonly DocumentAudit[]>
): ReadEvidence {
  const waiting = new Map<string, Wanted[]>();
  let working = false;
  const work = async (): Promise<void> => {
    // Whoever asks for more in the same breath is answered from the same reading.
    await Promise.resolve();
    while (waiting.size > 0) {
      const wanted = [...waiting].slice(0, BATCH);
      for (const [document] of wanted) waiting.delete(document);
      try {
        const found = new Map((await read(wanted.map(([id]) => id))).map((one) => [one.id, one]));
        for (const [document, all] of wanted) {
          for (const { metric, resolve } of all) {
            const measured = found.get(document)?.metrics[metric];
            resolve(measured && 'evidence' in measured ? measured.evidence : []);
          }
        }
      } catch (error) {
        for (const [, all] of wanted) for (const { reject } of all) reject(error);
      }
    }
    working = false;
  };
  return (document, metric) =>
    new Promise((resolve, reject) => {
      const all = waiting.get(document) ?? [];
      waiting.set(document, all);
      all.push({ metric, resolve, reject });
      if (working) return;
      working = true;
      void work();
    });
}
