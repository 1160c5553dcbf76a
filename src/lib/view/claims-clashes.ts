/** The conflicts between claims as a reader meets them first: who says what, in its sentence, and what the rule makes of it. */
import type { Conflict } from '$lib/analysis/audit-schema';
import type { ClaimEntry, ClaimStatement } from './claims-entries';
import { conflictRuleWords } from './claims-rules';
import { contextOf } from './evidence';

/** One side of a clash: the words that differ, in their sentence. */
export interface ClashSide {
  readonly document: string;
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

export interface Clash extends Pick<Conflict, 'kind' | 'verdict'> {
  /** Address of the claim. */
  readonly key: string;
  readonly label: string;
  readonly sides: readonly ClashSide[];
  /** What the rule asked for, in a sentence; null for a rule that has none. */
  readonly because: string | null;
}

/** Whether words that begin at this place leave out the beginning of their sentence. */
function cutsSentence(text: string, from: number): boolean {
  const left = text.slice(Math.max(0, from - 8), from);
  const said = left.trimEnd();
  const newLine = /[\r\n]/u.test(left.slice(said.length));
  return left !== '' && !newLine && !/[.?!…:]["”’')\]]{0,3}$/u.test(said);
}

/** The words around a value of a conflict: its sentence, and never less than the statement that holds it. */
export function wordsAround(
  text: string,
  value: Pick<ClaimStatement, 'document' | 'start' | 'end'>,
  statements: readonly ClaimStatement[]
): { before: string; after: string } {
  const { document, start, end } = value;
  const { before, after } = contextOf(text, { start, end });
  const said = statements.find(
    (item) => item.document === document && item.start <= start && item.end >= end
  );
  const from = Math.min(start - before.length, said?.start ?? start);
  return {
    before: `${cutsSentence(text, from) ? '… ' : ''}${text.slice(from, start)}`,
    after: text.slice(end, Math.max(end + after.length, said?.end ?? end))
  };
}

/** Clashes that head the page; the rest is one link away. */
export const MOST_CLASHES = 6;

const RANK: Readonly<Record<Conflict['verdict'], number>> = {
  clash: 0,
  'may-differ-by-date': 1,
  'different-referents': 2
};

/**
 * The conflicts that head the page of claims: what cannot both be so comes first, otherwise in the audit's order.
 * Pairs that probably speak of different things are left to the list.
 */
export function headClashes(entries: readonly ClaimEntry[], texts: ReadonlyMap<string, string>): Clash[] {
  return entries
    .flatMap(({ key, label, conflicts, statements }) =>
      conflicts.map((conflict) => ({ key, label, conflict, statements }))
    )
    .filter(({ conflict }) => conflict.verdict !== 'different-referents')
    .map((item, index) => ({ ...item, index }))
    .sort((a, b) => RANK[a.conflict.verdict] - RANK[b.conflict.verdict] || a.index - b.index)
    .slice(0, MOST_CLASHES)
    .map(({ key, label, statements, conflict: { kind, verdict, rule, values } }) => ({
      key,
      label,
      kind,
      verdict,
      because: conflictRuleWords(rule),
      sides: values.map((value) => ({
        document: value.document,
        quote: value.quote,
        ...wordsAround(texts.get(value.document) ?? '', value, statements)
      }))
    }));
}
