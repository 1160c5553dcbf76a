/** One claim with everything that is known of it: whose words, what clashes, who leaves it out and what is near. */
import type { Audit, Conflict, Grade, StatementParts } from '$lib/analysis/audit-schema';
import {
  claimAt,
  claimEntries,
  statementsById,
  type ClaimEntry,
  type ClaimMaker,
  type ClaimStatement
} from './claims-entries';
import { sortClaimEntries } from './claims-filter';
import type { ClaimLink } from './claims-against';
import { passageOf } from './claims-page';
import { wordsAround } from './claims-clashes';
import type { Passage } from './evidence';
import { repeatedIn, repetitions, type Repetition } from './repetition';
import type { SourceInput } from './sources';
import { shownParts, type ShownPart } from './statement-parts';

/** How far a statement matches, in words. */
const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  'same-claim': 'the same claim',
  related: 'a related claim',
  'same-topic': 'only the same topic'
};

export function gradeWords(grade: Grade): string {
  return GRADE_WORDS[grade];
}

/** A statement of the claim, how far it matches the one that gives the label, and why. */
export interface ClaimPassage extends Passage {
  readonly grade: Grade | null;
  readonly because: readonly string[];
  /** Who, did what, to whom, when, where and how many, as far as they could be read. */
  readonly parts: readonly ShownPart[];
  /** True for the statement that gives the label. */
  readonly named: boolean;
}

export interface ConflictDetail extends Pick<Conflict, 'kind' | 'verdict' | 'rule'> {
  readonly values: readonly (Passage & { readonly value: string })[];
}

/** A source that leaves the claim out, with the nearest thing it says. */
export interface ClaimOmission {
  readonly document: string;
  readonly nearest: (ClaimPassage & { readonly score: number }) | null;
}

export interface ClaimDetail {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly makers: readonly ClaimMaker[];
  readonly passages: readonly ClaimPassage[];
  readonly conflicts: readonly ConflictDetail[];
  readonly omissions: readonly ClaimOmission[];
  /** Where several of its sources use the same words or name the same origin. */
  readonly repeated: readonly Repetition[];
  /** Its neighbours in the list of all claims, those of most sources first. */
  readonly before: ClaimLink | null;
  readonly after: ClaimLink | null;
}

/** The parts of the statement at a place. */
type PartsOf = (place: { document: string; start: number; end: number }) => StatementParts | null;

/** Looks the parts of a claim's statements up by their place; documents are read when they are first asked for. */
function partsFinder(audit: Audit): PartsOf {
  const byDocument = new Map<string, Map<string, StatementParts>>();
  return ({ document, start, end }) => {
    let places = byDocument.get(document);
    if (!places) {
      const statements = audit.documents.find(({ id }) => id === document)?.statements ?? [];
      places = new Map(
        statements.flatMap((item) => (item.parts ? [[`${item.start}-${item.end}`, item.parts]] : []))
      );
      byDocument.set(document, places);
    }
    return places.get(`${start}-${end}`) ?? null;
  };
}

function inItsSentence(
  statement: ClaimStatement,
  texts: ReadonlyMap<string, string>,
  parts: PartsOf,
  named: boolean
): ClaimPassage {
  const passage = passageOf(statement, texts.get(statement.document) ?? '');
  return {
    ...passage,
    grade: statement.grade,
    because: statement.because,
    parts: shownParts(parts(statement)),
    named
  };
}

function conflictsOf(entry: ClaimEntry, texts: ReadonlyMap<string, string>): ConflictDetail[] {
  return entry.conflicts.map(({ kind, verdict, rule, values }) => ({
    kind,
    verdict,
    rule,
    values: values.map(({ document, value, start, end, quote }) => {
      const said = entry.statements.find(
        (item) => item.document === document && item.start <= start && item.end >= end
      );
      return {
        document,
        value,
        start,
        end,
        quote,
        ...wordsAround(texts.get(document) ?? '', { document, start, end }, entry.statements),
        voice: said?.voice ?? null,
        holder: said?.holder ?? null,
        certainty: said?.certainty ?? null,
        polarity: said?.polarity ?? null,
        rule: null,
        note: null
      };
    })
  }));
}

function omissionsOf(
  audit: Audit,
  entry: ClaimEntry,
  texts: ReadonlyMap<string, string>,
  parts: PartsOf
): ClaimOmission[] {
  const made = new Set(entry.makers.map(({ document }) => document));
  const nearest = audit.comparison.claims.find(({ id }) => id === entry.id)?.nearest ?? [];
  const all = nearest.length > 0 ? statementsById(audit) : new Map<string, never>();
  return audit.documents.flatMap(({ id: document }): ClaimOmission[] => {
    if (made.has(document)) return [];
    const near = nearest.find((item) => item.document === document);
    const said = near && all.get(near.statement);
    if (!near || !said) return [{ document, nearest: null }];
    const { score, grade, because } = near;
    return [
      {
        document,
        nearest: { ...inItsSentence({ ...said, score, grade, because }, texts, parts, false), score }
      }
    ];
  });
}

function linkOf(entry: ClaimEntry | undefined): ClaimLink | null {
  if (!entry) return null;
  const { key, label, makers } = entry;
  return { key, label, documents: makers.map(({ document }) => document) };
}

/** The claim at an address (see `claimAt`); null when there is none. */
export function claimDetail(
  audit: Audit,
  documents: readonly SourceInput[],
  address: string
): ClaimDetail | null {
  const entries = sortClaimEntries(
    claimEntries(audit),
    'sources',
    audit.documents.map(({ id }) => id)
  );
  const entry = claimAt(entries, address);
  if (!entry) return null;
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  const parts = partsFinder(audit);
  const at = entries.indexOf(entry);
  const { id, key, label, makers } = entry;
  return {
    id,
    key,
    label,
    makers,
    passages: entry.statements.map((item) => inItsSentence(item, texts, parts, item === entry.named)),
    conflicts: conflictsOf(entry, texts),
    omissions: omissionsOf(audit, entry, texts, parts),
    repeated: repeatedIn(repetitions(audit, documents), entry.statements),
    before: linkOf(entries[at - 1]),
    after: linkOf(entries[at + 1])
  };
}
