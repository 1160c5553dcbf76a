/** What can be marked in a text, layer by layer, and which layers a reader has switched on. */
import type { Voice } from '$lib/analysis/audit-schema';
import type { Range } from './passages';
import type { ViewState } from './url-state';

/** What a page needs to know of a metric to name its layer. */
export interface MetricName {
  readonly id: string;
  readonly label: string;
  readonly question: string;
}

/** One thing found at one place in a text. */
export interface Finding extends Range {
  /** The layer it belongs to: a metric's id, or one of {@link STANDING_LAYERS}. */
  readonly layer: string;
  /** The rule that found it, such as `loaded/encircle`. */
  readonly rule: string;
  /** One or two sentences for the margin. */
  readonly note: string;
  readonly voice: Voice;
  readonly holder: string | null;
}

/** Findings of one kind, switched on and off together. */
export interface Layer {
  readonly id: string;
  readonly label: string;
  /** What switching it on shows. */
  readonly description: string;
  /** Which way of marking text it uses; fixed per layer, so that a legend can be learnt. */
  readonly look: LayerLook;
  readonly count: number;
}

export type LayerLook =
  | 'tint'
  | 'dotted'
  | 'double'
  | 'solid'
  | 'dashed'
  | 'wavy'
  | 'box'
  | 'bracket'
  | 'over'
  | 'ring'
  | 'ghost'
  | 'dagger'
  | 'query'
  | 'bar'
  | 'angle'
  | 'heavy'
  | 'pill'
  | 'overdot';

export const CONTESTED = 'contested';
export const SHARED = 'shared-claims';
export const CONFLICTS = 'conflicts';
export const STATEMENTS = 'statements';

/** Layers that do not come from a metric's evidence. */
export const STANDING_LAYERS: readonly MetricName[] = [
  { id: CONTESTED, label: 'Contested claims', question: 'Where does it speak of a contested claim?' },
  { id: SHARED, label: 'Shared claims', question: 'Which claims do other documents make too?' },
  {
    id: CONFLICTS,
    label: 'Differing figures',
    question: 'Which figures, dates or denials differ from another document’s?'
  },
  { id: STATEMENTS, label: 'Statements', question: 'What does it state that could be checked?' }
];

const LOOKS: Readonly<Record<string, LayerLook>> = {
  'loaded-language': 'tint',
  hedging: 'dotted',
  boosters: 'double',
  sentiment: 'wavy',
  attribution: 'dashed',
  'weasel-sourcing': 'query',
  'sources-cited': 'dagger',
  subjectivity: 'bar',
  checkable: 'angle',
  agency: 'heavy',
  'reader-address': 'pill',
  vocabulary: 'overdot',
  [CONTESTED]: 'box',
  [SHARED]: 'solid',
  [CONFLICTS]: 'ring',
  [STATEMENTS]: 'bracket'
};

/** Who an attribution gives the words to, for the tag before them; undefined for any other finding. */
export function holderTag(finding: Pick<Finding, 'layer' | 'holder'>): string | undefined {
  if (finding.layer !== 'attribution') return undefined;
  return finding.holder ?? 'not named';
}

/** Switched on when an address says nothing: the layers a first-time reader understands unaided. */
export const DEFAULT_LAYERS: readonly string[] = ['loaded-language', 'attribution', CONTESTED];

/** The way of marking that belongs to a layer. */
export function lookOf(layer: string): LayerLook {
  return LOOKS[layer] ?? 'over';
}

/** The layers that have something to show or belong to a metric, metrics first, with their counts. */
export function layersOf(findings: readonly Finding[], names: readonly MetricName[]): Layer[] {
  const counts = new Map<string, number>();
  for (const { layer } of findings) counts.set(layer, (counts.get(layer) ?? 0) + 1);
  return [...names, ...STANDING_LAYERS].map(({ id, label, question }) => ({
    id,
    label,
    description: question,
    look: lookOf(id),
    count: counts.get(id) ?? 0
  }));
}

/** The state of the overview that shows what a finding belongs to; null when it stands for itself. */
export function overviewStateOf(finding: Finding): Partial<ViewState> | null {
  const [kind, ...rest] = finding.rule.split('/');
  const id = rest.join('/');
  if (finding.layer === CONTESTED && kind === 'contested') return { open: id };
  if (kind === 'claim') return { evidence: { kind: 'claim', claim: id } };
  return null;
}

/** Reads the switched-on layers from an address; an address that does not say gets the default. */
export function layersFromUrl(params: URLSearchParams, layers: readonly Layer[]): string[] {
  const asked = params.get('layers');
  const wanted = new Set(asked === null ? DEFAULT_LAYERS : asked.split(','));
  return layers.filter((layer) => wanted.has(layer.id)).map((layer) => layer.id);
}

/** The address parameters with the given layers switched on; the default leaves no trace. */
export function layersToUrl(params: URLSearchParams, on: readonly string[]): URLSearchParams {
  const next = new URLSearchParams(params);
  const isDefault =
    on.length === DEFAULT_LAYERS.length && DEFAULT_LAYERS.every((layer) => on.includes(layer));
  if (isDefault) next.delete('layers');
  else next.set('layers', on.join(','));
  return next;
}
