/** The rules behind the notes of a document: what each found, how often, a plainer wording, and where it comes from. */
import type { Finding, Layer } from './highlights';
import { sourceOfRule, type Rules } from './rules';

/** A rule of the layers that are switched on. */
export interface RuleBehind {
  readonly rule: string;
  /** The layer's name. */
  readonly layer: string;
  readonly times: number;
  /** A plainer wording, where the rule knows one. */
  readonly plainer: string | null;
  /** Null where neither the rule nor its metric names one. */
  readonly source: string | null;
}

/** True for what a finding names in the place of a rule when it points to a claim or a statement. */
export function namesClaim(rule: string): boolean {
  return /^(?:claim|contested)\/|^statement$/u.test(rule);
}

/** The rules behind the findings of some layers, layer by layer, in each the one that found most first. */
export function rulesBehind(
  findings: readonly Finding[],
  on: readonly string[],
  layers: readonly Layer[],
  rules: Rules,
  metrics: readonly { readonly id: string; readonly source: string }[]
): RuleBehind[] {
  const behind = new Map<string, { readonly finding: Finding; times: number }>();
  for (const finding of findings) {
    if (!on.includes(finding.layer) || namesClaim(finding.rule)) continue;
    const key = `${finding.layer} ${finding.rule}`;
    const known = behind.get(key);
    if (known) known.times += 1;
    else behind.set(key, { finding, times: 1 });
  }
  const order = new Map(layers.map(({ id }, index) => [id, index]));
  const place = (finding: Finding) => order.get(finding.layer) ?? layers.length;
  return [...behind.values()]
    .sort(
      (a, b) =>
        place(a.finding) - place(b.finding) ||
        b.times - a.times ||
        (a.finding.rule < b.finding.rule ? -1 : a.finding.rule > b.finding.rule ? 1 : 0)
    )
    .map(({ finding, times }) => ({
      rule: finding.rule,
      layer: layers.find(({ id }) => id === finding.layer)?.label ?? finding.layer,
      times,
      plainer: rules.get(finding.rule)?.alternative ?? null,
      source: sourceOfRule(finding, rules, metrics)
    }));
}
