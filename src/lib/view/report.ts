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
import type { PassageGroup } from './evidence';
import { evidenceInMemory } from './evidence-in-memory';
import { evidenceSheet } from './evidence-sheet';
import { findings, type Finding } from './findings';
import { plural } from './format';
import { bySeparation } from './metrics';
import {
  overviewSlice,
  type ClaimSlice,
  type ContestedInfo,
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
  readonly conflicts: readonly ConflictView[];
  readonly shared: readonly ClaimSlice[];
  readonly sets: readonly ClaimSet[];
  readonly bySource: readonly SourceClaims[];
  /** All claims, shared or not. */
  readonly claims: number;
}

/** Sources whose words stand under a finding. */
const MOST_GROUPS = 6;
/** Passages of each: what a measure counts is many and small, and one shows what is meant. */
const PASSAGES_EACH = { metric: 1, contested: 2, omission: 1, overlap: 2, conflict: 1 } as const;

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
      .map((group) => ({ ...group, passages: group.passages.slice(0, PASSAGES_EACH[finding.kind]) })),
    passages: speaking.reduce((sum, { passages }) => sum + passages.length, 0)
  };
}

/** Gathers a report. The same audit and description give the same report. */
export async function reportView(
  audit: Audit,
  { documents, ...about }: ReportAbout,
  metrics: readonly MetricInfo[]
): Promise<ReportView> {
  const full = overviewSlice(audit, documents);
  const overview = { ...full, contested: sortClaims(full.contested, 'disagreement') };
  const source = evidenceInMemory(audit, documents);
  const context = { overview, metrics, contested: about.contested, source };
  const entries = claimEntries(audit);
  const order = audit.documents.map(({ id }) => id);
  const sets = claimSets(entries, order);
  return {
    about,
    overview,
    findings: await Promise.all(findings(overview, metrics).map((finding) => withWords(finding, context))),
    sentences: divergenceSentences(overview, metrics),
    separation: separationRows(overview, metrics),
    metrics: bySeparation(overview, metrics),
    conflicts: conflictsOf(overview),
    shared: sharedClaims(overview),
    sets,
    bySource: claimsBySource(sets, order),
    claims: entries.length
  };
}
