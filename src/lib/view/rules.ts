/** Where the rules behind findings come from, and the plainer wordings they know. */
import type { Finding } from './highlights';

/** What a rule of a word list says beside a finding; the server describes it. */
export interface RuleInfo {
  /** `list/entry`, as evidence names it. */
  readonly id: string;
  readonly list: string;
  /** A plainer way to say it, where the list has one; a hint, never put into a text. */
  readonly alternative: string | null;
  readonly source: string;
}

export type Rules = ReadonlyMap<string, RuleInfo>;

/** Rules by id. */
export function rulesById(rules: readonly RuleInfo[]): Rules {
  return new Map(rules.map((rule) => [rule.id, rule]));
}

/** Ids of rules as word lists name their entries. */
const LISTED = /^[a-z][a-z-]*\/[a-z0-9][a-z0-9-]*$/u;

/** The rules of some findings that may be entries of a word list, each once, without those known already. */
export function rulesToAsk(findings: readonly Pick<Finding, 'rule'>[], known: Rules): string[] {
  const ids = new Set(findings.map(({ rule }) => rule));
  return [...ids].filter((id) => LISTED.test(id) && !known.has(id)).sort();
}

/** Where a finding's rule comes from: its entry's source, or that of the metric it belongs to; null if neither says. */
export function sourceOfRule(
  finding: Pick<Finding, 'rule' | 'layer'>,
  rules: Rules,
  metrics: readonly { readonly id: string; readonly source: string }[]
): string | null {
  const rule = rules.get(finding.rule);
  return rule?.source ?? metrics.find(({ id }) => id === finding.layer)?.source ?? null;
}

/** The plainer wording a rule knows for a finding; null when it knows none or the note says it already. */
export function plainerFor(finding: Pick<Finding, 'rule' | 'note'>, rules: Rules): string | null {
  // The note has it in the form of the marked word.
  if (finding.note.includes(' Plainer: ')) return null;
  const plainer = rules.get(finding.rule)?.alternative ?? null;
  return plainer === null || finding.note.includes(plainer) ? null : plainer;
}
