/** The registry of contested claims as the page that edits it needs it. */
import type { Audit, CreditCell, CreditParty, Proposal, Stance } from '$lib/analysis/audit-schema';
import { stanceWords } from './stances';

/** A registry entry with everything that can be edited. */
export interface RegistryClaim {
  readonly id: string;
  readonly statement: string;
  readonly counterStatement: string | null;
  readonly whyContested: string;
  readonly positions: readonly { readonly view: string; readonly references: readonly string[] }[];
  readonly cues: readonly (readonly string[])[];
  readonly denials: readonly (readonly string[])[];
  readonly aliases: readonly (readonly string[])[];
  readonly years: readonly [number, number] | null;
  readonly credits: readonly string[];
}

/** What a reader found a text to do with a claim, beside what the machine said then. */
export interface Judgement {
  readonly claim: string;
  readonly document: string;
  readonly stance: Stance;
  readonly machine: Stance;
  readonly reason: string;
}

/** One change to the registry. */
export type RegistryChange =
  | { readonly kind: 'add'; readonly claim: RegistryClaim; readonly proposal?: string | null }
  | { readonly kind: 'edit'; readonly claim: RegistryClaim }
  | { readonly kind: 'withdraw'; readonly claim: string; readonly reason: string }
  | ({ readonly kind: 'judge' } & Omit<Judgement, 'machine'> & { readonly machine?: Stance })
  | { readonly kind: 'unjudge'; readonly claim: string; readonly document: string }
  | { readonly kind: 'dismiss'; readonly proposal: string; readonly reason: string }
  | { readonly kind: 'undo'; readonly of: number };

export interface HistoryItem {
  readonly n: number;
  /** When, as ISO 8601 in UTC. */
  readonly at: string;
  readonly change: RegistryChange;
  readonly undone: boolean;
}

/** A share of checked cells, with its 95 % interval; null when none was checked that counts. */
export interface CheckedShare {
  readonly hits: number;
  readonly of: number;
  readonly interval: readonly [number, number] | null;
}

/** How often the machine agreed with readers, over the cells they checked. */
export interface Agreement {
  readonly checked: number;
  readonly same: CheckedShare;
  /** Of the cells where the machine found the claim, those where readers find it too. */
  readonly precision: CheckedShare;
  /** Of the cells where readers find the claim, those where the machine found it. */
  readonly recall: CheckedShare;
}

/** A cell of the matrix that says something else than before; null: the claim was not, or is not, looked for. */
export interface ChangedCell {
  readonly claim: string;
  readonly document: string;
  readonly from: Stance | null;
  readonly to: Stance | null;
}

export interface RegistrySlice {
  readonly claims: readonly RegistryClaim[];
  readonly withdrawn: readonly { readonly claim: RegistryClaim; readonly reason: string }[];
  readonly judgements: readonly Judgement[];
  readonly edited: readonly string[];
  readonly history: readonly HistoryItem[];
  readonly undo: number | null;
  readonly redo: number | null;
  readonly agreement: Agreement;
}

/** A proposal with the words it rests on. */
export interface ProposalSlice extends Omit<Proposal, 'cells'> {
  readonly cells: readonly {
    readonly document: string;
    readonly stance: Stance;
    readonly quotes: readonly { readonly start: number; readonly end: number; readonly quote: string }[];
  }[];
}

/** How far stances part: a denial is a dispute; a hedge less of one; a report may repeat what all agree on. */
const PARTING: readonly Proposal['reasons'][number][] = ['disputed', 'hedged', 'attributed'];

/** Proposals that nobody dismissed, with their words; what parts the sources most comes first. */
export function proposalSlices(audit: Audit, dismissed: readonly string[]): ProposalSlice[] {
  const statements = new Map(
    audit.documents.flatMap(({ statements }) => statements.map((item) => [item.id, item] as const))
  );
  const parting = ({ reasons }: Proposal) =>
    Math.min(...reasons.map((reason) => PARTING.indexOf(reason)), PARTING.length);
  return audit.proposals
    .filter(({ id }) => !dismissed.includes(id))
    .sort((a, b) => parting(a) - parting(b))
    .map((proposal) => ({
      ...proposal,
      cells: proposal.cells.map(({ document, stance, statements: ids }) => ({
        document,
        stance,
        quotes: ids.flatMap((id) => {
          const found = statements.get(id);
          return found ? [{ start: found.start, end: found.end, quote: found.quote }] : [];
        })
      }))
    }));
}

/** One line of a ledger: what a party is, and the words that say so. */
export interface CreditLine {
  readonly document: string;
  readonly agents: readonly CreditParty[];
  readonly affected: readonly CreditParty[];
  readonly unnamed: CreditCell['unnamed'];
  readonly absent: readonly string[];
}

/** The ledger of a claim, without the documents that say nothing of it; null when nobody credits anybody. */
export function creditLines(
  audit: Audit,
  claim: string
): { credited: readonly string[]; lines: CreditLine[] } | null {
  const credit = audit.contested.find(({ id }) => id === claim)?.credit;
  if (!credit) return null;
  const lines = credit.cells.filter(
    ({ agents, affected, unnamed }) => agents.length + affected.length + unnamed.length > 0
  );
  return lines.length === 0 ? null : { credited: credit.credited, lines };
}

/** How a deed can be told without its doer, in words. */
export const TELLINGS: Readonly<Record<CreditCell['unnamed'][number]['telling'], string>> = {
  passive: 'passive, and nobody is named',
  happening: 'told as if it happened by itself',
  noun: 'a noun, and nobody is named'
};

/** How the ids that a change speaks of are shown. */
export interface ChangeNames {
  readonly claim: (id: string) => string;
  readonly document: (id: string) => string;
}

/**
 * A change in one sentence.
 *
 * @param history all changes, to say what an undo took back
 */
export function describeChange(
  change: RegistryChange,
  history: readonly HistoryItem[],
  names: ChangeNames
): string {
  const quoted = (text: string): string => `“${text}”`;
  switch (change.kind) {
    case 'add':
      return `Added ${quoted(change.claim.statement)}${change.proposal ? ', which was proposed' : ''}`;
    case 'edit':
      return `Edited ${quoted(change.claim.statement)}`;
    case 'withdraw':
      return `Withdrew ${quoted(names.claim(change.claim))}: ${change.reason}`;
    case 'judge': {
      const cell = `${names.document(change.document)} on ${quoted(names.claim(change.claim))}`;
      const stance = stanceWords(change.stance).name;
      return change.stance === change.machine
        ? `Checked ${cell}: “${stance}”, as the machine says`
        : `Overruled ${cell}: “${stance}”, not “${change.machine ?? 'unknown'}”. ${change.reason}`;
    }
    case 'unjudge':
      return `Took back a reading of ${names.document(change.document)} on ${quoted(names.claim(change.claim))}`;
    case 'dismiss':
      return `Dismissed the proposal ${change.proposal}: ${change.reason}`;
    case 'undo': {
      const of = history.find(({ n }) => n === change.of)?.change;
      return of?.kind === 'undo' ? `Brought back change ${of.of}` : `Took back change ${change.of}`;
    }
  }
}
