import type { DocumentAudit, Evidence, WordUses } from '$lib/analysis/audit-schema';
import { reasonOf } from '$lib/view/ask-audit';
import type { ActorPlaces, EvidenceSource } from '$lib/view/evidence';
import { fetchedPart } from './fetched-part';

const sentences = fetchedPart(() => import('$lib/view/evidence-sentences'));

async function answer<T>(address: string): Promise<T> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch {
    throw new Error('Parallax does not answer. Is it still running?');
  }
  if (response.ok) return (await response.json()) as T;
  const reason = reasonOf(await response.json().catch(() => null));
  throw new Error(reason?.message ?? `Parallax answered with status ${response.status}.`);
}

/** Evidence of a bundled collection, fetched when it is asked for and then kept. A failure is not kept. */
export function evidenceFromApi(collection: string): EvidenceSource {
  const name = encodeURIComponent(collection);
  const base = `/api/v1/collections/${name}`;
  const overview = (what: string, query: Record<string, string>) =>
    `/collections/${name}/overview/${what}?${new URLSearchParams(query).toString()}`;
  const kept = new Map<string, Promise<unknown>>();
  const once = <T>(address: string): Promise<T> => {
    const known = kept.get(address) as Promise<T> | undefined;
    if (known) return known;
    const asked = answer<T>(address);
    kept.set(address, asked);
    asked.catch(() => kept.delete(address));
    return asked;
  };
  const place = (document: string) => `${base}/documents/${encodeURIComponent(document)}`;
  const text = async (document: string) => (await once<{ readonly text: string }>(place(document))).text;
  return {
    metric: (document, metric) =>
      once<Evidence[]>(`${place(document)}/evidence?metric=${encodeURIComponent(metric)}`),
    places: (document, actor) => once<ActorPlaces | null>(overview('places', { actor, document })),
    uses: (document) => once<WordUses[]>(overview('uses', { document })),
    text,
    sentences: async (document) => {
      const { sentencesIn } = await sentences();
      return sentencesIn(await text(document), await once<DocumentAudit>(`${place(document)}/audit`));
    }
  };
}
