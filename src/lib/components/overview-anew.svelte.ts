import type { OverviewSlice } from '$lib/view/slices';
import type { Source } from '$lib/view/sources';
import { fetchedPart } from './fetched-part';

const engine = fetchedPart(() => import('$lib/view/compare-anew'));

/** Compares some documents by themselves. Rejects with an `Error` whose message can be shown. */
export type CompareAnew = (
  ids: readonly string[],
  sources: readonly Source[],
  signal: AbortSignal
) => Promise<OverviewSlice>;

/** A comparison of the shown sources alone: asked for, waited for, given up or made. */
export class Anew {
  state = $state<'none' | 'running' | 'done' | 'failed'>('none');
  overview = $state.raw<OverviewSlice | null>(null);
  problem = $state('');

  /** Asks for a comparison; the returned function gives it up, or forgets it. */
  ask(compare: CompareAnew, ids: readonly string[], sources: readonly Source[]): () => void {
    const running = new AbortController();
    this.state = 'running';
    this.overview = null;
    compare(ids, sources, running.signal).then(
      (overview) => {
        if (running.signal.aborted) return;
        this.overview = overview;
        this.state = 'done';
      },
      (error: unknown) => {
        if (running.signal.aborted) return;
        this.problem = error instanceof Error ? error.message : 'Something went wrong.';
        this.state = 'failed';
      }
    );
    return () => {
      running.abort();
      this.state = 'none';
      this.overview = null;
    };
  }
}

/** Comparisons of documents of a stored collection: its texts are fetched once, the engine's part is fetched with them. */
export function anewFromApi(collection: string): CompareAnew {
  const address = `/api/v1/collections/${encodeURIComponent(collection)}`;
  return async (ids, sources, signal) => {
    const { auditAnew, overviewAnew, requestAnew } = await engine();
    const answer = await fetch(address, { signal }).catch((error: unknown) => {
      if (signal.aborted) throw error;
      throw new Error('Parallax did not answer. Is it still running?');
    });
    if (!answer.ok) throw new Error(`The texts could not be fetched (status ${answer.status}).`);
    const whole = (await answer.json()) as Parameters<typeof requestAnew>[0];
    const audit = await auditAnew(requestAnew(whole, ids), fetch, signal);
    return overviewAnew(audit, whole.documents, sources);
  };
}
