/** What can be marked in a text, layer by layer, and which layers a reader has switched on. */
import type { Audit, Conflict, DocumentAudit, Voice } from '$lib/analysis/audit-schema';
import { joinWords } from './format';
import { byPlace, type Range } from './passages';
import { letterOf } from './sources';
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
  'tint' | 'dotted' | 'double' | 'solid' | 'dashed' | 'wavy' | 'box' | 'bracket' | 'over' | 'ring';

const CONTESTED = 'contested';
const SHARED = 'shared-claims';
const CONFLICTS = 'conflicts';
const STATEMENTS = 'statements';

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
  [CONTESTED]: 'box',
  [SHARED]: 'solid',
  [CONFLICTS]: 'ring',
  [STATEMENTS]: 'bracket'
};

/** Switched on when an address says nothing: the layers a first-time reader understands unaided. */
export const DEFAULT_LAYERS: readonly string[] = ['loaded-language', 'attribution', CONTESTED];

/** What a conflict between two documents comes to, in a reader’s words; no verdict on who is right. */
export const CONFLICT_WORDS: Readonly<Record<Conflict['verdict'], string>> = {
  clash: 'As worded, the two don’t go together.',
  'may-differ-by-date': 'Both may hold, each for its date.',
  'different-referents': 'They speak of different things.'
};

/** Statements less likely than this to be checkable are not marked as such. */
const CHECKABLE = 0.5;

function lookOf(layer: string): LayerLook {
  return LOOKS[layer] ?? 'over';
}

function metricFindings(document: DocumentAudit, names: readonly MetricName[]): Finding[] {
  return names.flatMap(({ id }) => {
    const result = document.metrics[id];
    if (!result || !('evidence' in result)) return [];
    return result.evidence.map(({ start, end, rule, note, voice, holder }) => ({
      start,
      end,
      layer: id,
      rule,
      note,
      voice,
      holder
    }));
  });
}

function contestedFindings(audit: Audit, document: DocumentAudit): Finding[] {
  return audit.contested.flatMap((claim) => {
    const cell = claim.cells.find((candidate) => candidate.document === document.id);
    return (cell?.mentions ?? []).map(({ start, end, voice, holder, polarity, certainty }) => ({
      start,
      end,
      layer: CONTESTED,
      rule: `contested/${claim.id}`,
      note: `${polarity === 'deny' ? 'Denies' : 'Affirms'}${certainty === 'hedged' ? ', with a hedge' : ''}: “${claim.statement}”`,
      voice,
      holder
    }));
  });
}

/** The letters by which a page names documents, by id. */
function lettersOf(audit: Audit): ReadonlyMap<string, string> {
  return new Map(audit.documents.map(({ id }, index) => [id, letterOf(index)]));
}

function sharedFindings(audit: Audit, document: DocumentAudit): Finding[] {
  const statements = new Map(document.statements.map((statement) => [statement.id, statement]));
  const letters = lettersOf(audit);
  return audit.comparison.claims.flatMap((claim) => {
    const makers = new Set(claim.mentions.map((mention) => mention.document));
    if (!makers.delete(document.id) || makers.size === 0) return [];
    const others = joinWords([...makers].map((id) => letters.get(id) ?? id).sort());
    return claim.mentions.flatMap((mention) => {
      const statement = mention.document === document.id ? statements.get(mention.statement) : undefined;
      if (!statement) return [];
      const { start, end, voice, holder } = statement;
      const note = `Also in ${others}${claim.label === statement.quote ? '.' : `: “${claim.label}”`}`;
      return [{ start, end, layer: SHARED, rule: `claim/${claim.id}`, note, voice, holder }];
    });
  });
}

function conflictFindings(audit: Audit, document: DocumentAudit): Finding[] {
  const letters = lettersOf(audit);
  return audit.comparison.claims.flatMap((claim) =>
    claim.conflicts.flatMap(({ values, verdict }) =>
      values
        .filter((value) => value.document === document.id)
        .map(({ start, end }) => {
          const others = values
            .filter((value) => value.document !== document.id)
            .map((value) => `${letters.get(value.document) ?? value.document} has “${value.quote}”`);
          const spoken = document.statements.find(
            (statement) => statement.start <= start && statement.end >= end
          );
          return {
            start,
            end,
            layer: CONFLICTS,
            rule: `claim/${claim.id}`,
            note: `${joinWords(others)}. ${CONFLICT_WORDS[verdict]}`,
            voice: spoken?.voice ?? ('author' as const),
            holder: spoken?.holder ?? null
          };
        })
    )
  );
}

function statementFindings(document: DocumentAudit): Finding[] {
  return document.statements
    .filter((statement) => statement.checkable >= CHECKABLE)
    .map(({ start, end, voice, holder, certainty, polarity }) => {
      const who = voice === 'author' ? 'The author' : (holder ?? 'Somebody not named');
      const how = polarity === 'deny' ? 'denies' : certainty === 'hedged' ? 'holds with doubt' : 'states';
      const note = `${who} ${how} something that could be checked.`;
      return { start, end, layer: STATEMENTS, rule: 'statement', note, voice, holder };
    });
}

/** Everything found in one document, in text order. */
export function findingsOf(audit: Audit, document: DocumentAudit, names: readonly MetricName[]): Finding[] {
  return [
    ...metricFindings(document, names),
    ...contestedFindings(audit, document),
    ...sharedFindings(audit, document),
    ...conflictFindings(audit, document),
    ...statementFindings(document)
  ].sort(byPlace);
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

/** A place a reader can step to, with everything found exactly there. */
export interface Step extends Range {
  readonly findings: readonly Finding[];
}

/** The places of some findings in text order; what shares a place is one step. */
export function stepsOf(findings: readonly Finding[]): Step[] {
  const steps: (Range & { findings: Finding[] })[] = [];
  for (const finding of [...findings].sort(byPlace)) {
    const last = steps.at(-1);
    if (last && last.start === finding.start && last.end === finding.end) last.findings.push(finding);
    else steps.push({ start: finding.start, end: finding.end, findings: [finding] });
  }
  return steps;
}

/** The step after (1) or before (-1) a place, going round at the ends; null when there is none at all. */
export function stepFrom(steps: readonly Step[], from: Range | null, direction: 1 | -1): Step | null {
  if (steps.length === 0) return null;
  if (!from) return (direction === 1 ? steps[0] : steps.at(-1)) ?? null;
  if (direction === 1) return steps.find((step) => byPlace(step, from) > 0) ?? steps[0] ?? null;
  return steps.findLast((step) => byPlace(step, from) < 0) ?? steps.at(-1) ?? null;
}

/** A note for the margin: all that was found at one place, said once for the places that say the same. */
export interface MarginNote extends Range {
  readonly quote: string;
  readonly lines: readonly { readonly layer: string; readonly note: string }[];
  /** "In the words of Moscow."; null when the author speaks or a line says it already. */
  readonly whose: string | null;
  /** How often in this paragraph. */
  readonly times: number;
}

/** Layers whose note already says whose words they are. */
const SAYS_WHOSE: readonly string[] = ['attribution', SHARED, STATEMENTS];

/** "In the words of Moscow."; null when the author speaks or the note has said it. */
export function whoseWords(finding: Pick<Finding, 'layer' | 'voice' | 'holder'>): string | null {
  if (finding.voice === 'author' || SAYS_WHOSE.includes(finding.layer)) return null;
  return `In the words of ${finding.holder ?? 'somebody not named'}.`;
}

/** Layers whose marks say it all: a note beside every one of them would bury the text. */
const UNNOTED: readonly string[] = [STATEMENTS];

/** The margin notes of one block of text from the findings that begin in it. */
export function notesOf(text: string, findings: readonly Finding[]): MarginNote[] {
  const notes = new Map<string, MarginNote>();
  for (const step of stepsOf(findings.filter(({ layer }) => !UNNOTED.includes(layer)))) {
    const quote = text.slice(step.start, step.end);
    const lines = step.findings.map(({ layer, note }) => ({ layer, note }));
    const said = step.findings.some(({ layer }) => SAYS_WHOSE.includes(layer));
    const whose = said ? null : whoseWords(step.findings[0]!);
    const key = JSON.stringify([quote.toLowerCase(), lines, whose]);
    const known = notes.get(key);
    if (known) notes.set(key, { ...known, times: known.times + 1 });
    else notes.set(key, { start: step.start, end: step.end, quote, lines, whose, times: 1 });
  }
  return [...notes.values()];
}

/** Sorts findings, which come in text order, to the blocks in which they begin. */
export function findingsByBlock(blocks: readonly Range[], findings: readonly Finding[]): Finding[][] {
  let next = 0;
  return blocks.map((block) => {
    const inside: Finding[] = [];
    while (next < findings.length && findings[next]!.start < block.end) {
      if (findings[next]!.start >= block.start) inside.push(findings[next]!);
      next += 1;
    }
    return inside;
  });
}
