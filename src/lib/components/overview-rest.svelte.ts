import { openFirst, withRest, type OverviewFirst, type OverviewRest } from '$lib/view/overview-parts';
import type { OverviewSlice } from '$lib/view/slices';

async function fetchRest(collection: string): Promise<OverviewRest> {
  const answer = await fetch(`/collections/${encodeURIComponent(collection)}/overview`).catch(() => null);
  if (!answer) throw new Error('Parallax did not answer. Is it still running?');
  if (!answer.ok) throw new Error(`Parallax answered with status ${answer.status}.`);
  return (await answer.json()) as OverviewRest;
}

/** An overview that may come in two parts: the second is asked for once, and again only after it failed. */
export class OverviewParts {
  overview: OverviewSlice;
  problem = $state<string | null>(null);
  #asked = false;

  constructor(
    private readonly collection: string,
    sent: OverviewSlice | OverviewFirst
  ) {
    this.overview = $state.raw('packed' in sent ? openFirst(sent) : sent);
  }

  readonly ask = (): void => {
    const first = this.overview;
    if (this.#asked || !first.part) return;
    this.#asked = true;
    this.problem = null;
    fetchRest(this.collection).then(
      (rest) => (this.overview = withRest(first, rest)),
      (error: unknown) => {
        this.problem = error instanceof Error ? error.message : 'Something went wrong.';
        this.#asked = false;
      }
    );
  };
}
