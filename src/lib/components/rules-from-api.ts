import type { RuleInfo } from '$lib/view/rules';

/** Rules asked for at once, so that the address stays short. */
const AT_ONCE = 60;

/** Fetches what the word lists say of some rules. Hints can be missed: what cannot be fetched is left out. */
export async function rulesFromApi(ids: readonly string[]): Promise<RuleInfo[]> {
  const found: RuleInfo[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const query = new URLSearchParams({ ids: ids.slice(at, at + AT_ONCE).join(',') });
    const response = await fetch(`/api/v1/rules?${query}`).catch(() => null);
    if (response?.ok) found.push(...((await response.json()) as RuleInfo[]));
  }
  return found;
}
