import { knowledge } from '$lib/lexicons/generated';

/** What a rule of a word list says beside a finding: the plainer wording, and where the rule comes from. */
export interface RuleInfo {
  /** `list/entry`, as evidence names it. */
  readonly id: string;
  /** What the list is called. */
  readonly list: string;
  /** A plainer way to say it, where the list has one. */
  readonly alternative: string | null;
  readonly source: string;
}

/** Most rules that are described at once. */
export const MOST_RULES = 500;

let known: ReadonlyMap<string, RuleInfo> | null = null;

function allRules(): ReadonlyMap<string, RuleInfo> {
  known ??= new Map(
    Object.values(knowledge.lexicons).flatMap(({ title, entries }) =>
      entries.map(({ id, alternative, source }) => [id, { id, list: title, alternative, source }] as const)
    )
  );
  return known;
}

/**
 * The rules of word lists behind some findings, in the order asked for, each once. Rules that are no entry of a
 * list (a reading rule, a sentence score) are left out: their metric says where they come from.
 */
export function describeRules(ids: Iterable<string>): RuleInfo[] {
  const rules = allRules();
  return [...new Set(ids)].slice(0, MOST_RULES).flatMap((id) => rules.get(id) ?? []);
}
