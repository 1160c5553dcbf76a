/** Figures of one unit by which texts give different numbers: 30 trains, 90 trains. */
import type { FigureAudit } from '$lib/analysis/audit-schema';

/** A figure and the texts that name it. */
interface NamedRow {
  readonly figure: Pick<FigureAudit, 'kind' | 'unit'>;
  readonly documents: ReadonlySet<string>;
}

/** Kinds that two texts may give different numbers of. */
const DIFFERING: ReadonlySet<FigureAudit['kind']> = new Set([
  'people',
  'count',
  'money',
  'share',
  'size',
  'span',
  'age',
  'votes'
]);
/** A text that names more numbers of a unit speaks of several things. */
const MOST_OF_UNIT = 2;

/** For each row the rows of its unit that other texts name instead, when no text names many. */
export function differingRows(rows: ReadonlyMap<string, NamedRow>): ReadonlyMap<string, readonly string[]> {
  const units = new Map<string, (readonly [key: string, row: NamedRow])[]>();
  for (const [key, row] of rows) {
    const { kind, unit } = row.figure;
    if (!DIFFERING.has(kind)) continue;
    const name = `${kind} ${unit ?? ''}`;
    const known = units.get(name);
    if (known) known.push([key, row]);
    else units.set(name, [[key, row]]);
  }
  const differing = new Map<string, readonly string[]>();
  for (const unit of units.values()) {
    const named = new Map<string, number>();
    for (const [, { documents }] of unit) for (const id of documents) named.set(id, (named.get(id) ?? 0) + 1);
    const few = (documents: ReadonlySet<string>) =>
      [...documents].filter((id) => named.get(id)! <= MOST_OF_UNIT);
    for (const [key, row] of unit) {
      if (few(row.documents).length === 0) continue;
      const others = unit.filter(
        ([other, { documents }]) => other !== key && few(documents).some((id) => !row.documents.has(id))
      );
      // Both ways: whoever names this number does not name the other as well.
      const apart = others.filter(([, { documents }]) => few(row.documents).some((id) => !documents.has(id)));
      if (apart.length > 0)
        differing.set(
          key,
          apart.map(([other]) => other)
        );
    }
  }
  return differing;
}
