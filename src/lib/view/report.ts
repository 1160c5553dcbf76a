/** What a printed report of a comparison says, gathered once: everything on it is computed from one audit. */
import type { Audit } from '$lib/analysis/audit-schema';
import { conflictsOf, sharedClaims, type ConflictView } from './claims';
import { claimEntries } from './claims-entries';
import { claimsBySource, claimSets, type ClaimSet, type SourceClaims } from './claims-sets';
import {
  divergenceSentences,
  separationRows,
  type DivergenceSentence,
  type SeparationRow
} from './divergence';
import type { EvidenceSource, PassageGroup } from './evidence';
import { evidenceInMemory } from './evidence-in-memory';
import { evidenceSheet } from './evidence-sheet';
import { findings, type Finding } from './findings';
import { plural } from './format';
import { bySeparation, separationOf } from './metrics';
import {
  overviewSlice,
  type ClaimSlice,
  type ContestedInfo,
  type ContestedSlice,
  type LeftOut,
  type MetricInfo,
  type OverviewSlice
} from './slices';
import type { Source, SourceInput } from './sources';
import { sortClaims } from './stances';

/** What is known of a comparison beside its audit. */
export interface ReportAbout {
  readonly title: string;
  /** What the texts have in common, as a question; empty where nobody asked one. */
  readonly question: string;
  readonly description: string;
  /** In the order of the audit. */
  readonly documents: readonly SourceInput[];
  readonly contested: readonly ContestedInfo[];
}

/** What a request for a report may say of its texts and claims beside the audit's own request. */
export interface ReportExtras {
  readonly title: string;
  readonly question: string;
  readonly description: string;
  readonly documents: readonly Pick<Source, 'id' | 'title' | 'retrieved' | 'shown' | 'note'>[];
  readonly contested: readonly Omit<ContestedInfo, 'statement'>[];
}

/** A request for a report as what the report is about. */
export function reportAboutOf(
  request: {
    readonly documents: readonly SourceInput[];
    readonly claims: readonly Pick<ContestedInfo, 'id' | 'statement'>[];
  },
  extras: ReportExtras
): ReportAbout {
  const documents = new Map(extras.documents.map((item) => [item.id, item]));
  const contested = new Map(extras.contested.map((item) => [item.id, item]));
  return {
    title: extras.title.trim() || plural(request.documents.length, 'text'),
    question: extras.question,
    description: extras.description,
    documents: request.documents.map((document) => {
      const known = documents.get(document.id);
      return { ...document, ...known, title: document.title ?? known?.title ?? null };
    }),
    contested: request.claims.map(({ id, statement }) => ({
      counterStatement: null,
      whyContested: null,
      positions: [],
      ...contested.get(id),
      id,
      statement
    }))
  };
}

/** A finding with words it rests on. */
export interface ReportFinding extends Finding {
  readonly groups: readonly PassageGroup[];
  /** Passages it rests on in all; the groups hold the first of them. */
  readonly passages: number;
}

export interface ReportView {
  readonly about: Omit<ReportAbout, 'documents'>;
  readonly overview: OverviewSlice;
  readonly findings: readonly ReportFinding[];
  readonly sentences: readonly DivergenceSentence[];
  readonly separation: readonly SeparationRow[];
  /** In the order of the pages: what separates the sources most comes first. */
  readonly metrics: readonly MetricInfo[];
  /** Measures that tell at least two sources apart, or were not compared. */
  readonly told: readonly MetricInfo[];
  /** Measures on which the sources as a whole differ by more than chance, but no two of them can be told apart. */
  readonly blurred: readonly MetricInfo[];
  /** Measures on which every difference between the sources could be chance. */
  readonly tied: readonly MetricInfo[];
  /** Contested claims that at least one source speaks of, the most split first. */
  readonly spoken: readonly ContestedSlice[];
  readonly conflicts: readonly ConflictView[];
  readonly shared: readonly ClaimSlice[];
  readonly sets: readonly ClaimSet[];
  readonly bySource: readonly SourceClaims[];
  /** All claims, shared or not. */
  readonly claims: number;
}

/** Sources whose words stand under a finding. */
const MOST_GROUPS = 4;

async function withWords(
  finding: Finding,
  context: Parameters<typeof evidenceSheet>[1]
): Promise<ReportFinding> {
  const { groups } = await evidenceSheet(finding.target, context);
  // A silent source has no words in this; the sentence that comes nearest is no evidence for a finding.
  const silent = new Set(
    finding.target.kind === 'stance'
      ? context.overview.contested
          .find(({ id }) => finding.target.kind === 'stance' && id === finding.target.claim)
          ?.cells.filter(({ stance }) => stance === 'silent')
          .map(({ document }) => document)
      : []
  );
  const speaking = groups.filter(({ document, passages }) => passages.length > 0 && !silent.has(document));
  return {
    ...finding,
    groups: speaking
      .slice(0, MOST_GROUPS)
      // One shows what is meant; the pages of the app hold them all.
      .map((group) => ({ ...group, passages: group.passages.slice(0, 1) })),
    passages: speaking.reduce((sum, { passages, examples }) => sum + (examples ? 0 : passages.length), 0)
  };
}

/** Which measures tell the sources apart: two of them, all taken together, or not at all. */
function howFarTold(
  overview: OverviewSlice,
  metrics: readonly MetricInfo[]
): Pick<ReportView, 'told' | 'blurred' | 'tied'> {
  const separates = new Set(overview.separation.filter((row) => row.separates).map(({ id }) => id));
  const untold = metrics.filter(({ id }) => separationOf(overview, id)?.told === false);
  return {
    told: metrics.filter((metric) => !untold.includes(metric)),
    blurred: untold.filter(({ id }) => separates.has(id)),
    tied: untold.filter(({ id }) => !separates.has(id))
  };
}

/** Of an audit that comes without its evidence: how much there is, and where it is read. */
export interface LeftOutOfReport {
  readonly counts: LeftOut | null;
  readonly evidence: EvidenceSource['metric'] | null;
}

/** Gathers a report. The same audit and description give the same report. */
export async function reportView(
  audit: Audit,
  { documents, ...about }: ReportAbout,
  metrics: readonly MetricInfo[],
  leftOut: LeftOutOfReport = { counts: null, evidence: null }
): Promise<ReportView> {
  const full = overviewSlice(audit, documents, leftOut.counts);
  const overview = { ...full, contested: sortClaims(full.contested, 'disagreement') };
  const inMemory = evidenceInMemory(audit, documents);
  const source = { ...inMemory, metric: leftOut.evidence ?? inMemory.metric };
  const context = { overview, metrics, contested: about.contested, source };
  const entries = claimEntries(audit);
  const order = audit.documents.map(({ id }) => id);
  const sets = claimSets(entries, order);
  const ranked = bySeparation(overview, metrics);
  return {
    about,
    overview,
    findings: await Promise.all(findings(overview, metrics).map((finding) => withWords(finding, context))),
    sentences: divergenceSentences(overview, metrics),
    separation: separationRows(overview, metrics),
    metrics: ranked,
    ...howFarTold(overview, ranked),
    spoken: overview.contested.filter(({ cells }) => cells.some(({ mentions }) => mentions.length > 0)),
    conflicts: conflictsOf(overview),
    shared: sharedClaims(overview),
    sets,
    bySource: claimsBySource(sets, order),
    claims: entries.length
  };
}
