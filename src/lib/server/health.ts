import { ENGINE_VERSION } from '$lib/analysis/audit';
import { knowledge } from '$lib/lexicons/generated';

/** What whoever watches over the server is told: it answers, with this engine and these word lists. */
export function health(): { readonly status: 'ok'; readonly engine: string; readonly knowledge: string } {
  return { status: 'ok', engine: ENGINE_VERSION, knowledge: knowledge.hash };
}
