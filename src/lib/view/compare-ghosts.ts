/** What one document leaves out and those beside it say, and where in it a reader would look for it. */
import type { Audit, DocumentAudit } from '$lib/analysis/audit-schema';
import { followPosition, risingAnchors, type Anchor } from './alignment';
import type { ClaimEntry } from './claims-entries';
import { isTelling, type SharedClaim, type SpokenRange } from './compare-claims';
import type { ReadingBlock } from './document';
import type { Range } from './passages';

/** A claim that a document does not make, drawn as a line between two of its paragraphs. */
export interface Ghost {
  /** The claim's lasting address. */
  readonly key: string;
  /** Where the line stands: behind the block that holds this offset of the text it is missing from. */
  readonly after: number;
  /** The columns that say it, each with the first place; the words are taken from there. */
  readonly by: readonly (SpokenRange & { readonly column: number })[];
  /** Ids of documents beyond the columns that say it too. */
  readonly others: readonly string[];
  /** At least two documents say it; else it is the matter of one. */
  readonly several: boolean;
  /** The nearest thing that the document does say, or none that is near. */
  readonly near: Range | null;
}

interface Chosen {
  readonly document: DocumentAudit;
  readonly text: string;
}

/** Pairs of places in two columns that say the same, with both ends, rising in both. */
function anchorsBetween(shared: readonly SharedClaim[], chosen: readonly Chosen[], from: number, to: number) {
  const ends: Anchor = [chosen[from]!.text.length, chosen[to]!.text.length];
  const pairs = shared.flatMap(({ places }): Anchor[] => {
    const [x, y] = [places[from]?.[0]?.start, places[to]?.[0]?.start];
    return x !== undefined && y !== undefined && x > 0 && y > 0 ? [[x, y]] : [];
  });
  return [[0, 0] as Anchor, ...risingAnchors(pairs), ends];
}

/** The nearest statements of documents that leave claims out, by the claim's id in the result. */
function nearestIn(audit: Audit, document: DocumentAudit): ReadonlyMap<string, Range> {
  const statements = new Map(document.statements.map((item) => [item.id, item]));
  return new Map(
    audit.comparison.claims.flatMap(({ id, nearest }) => {
      const found = nearest?.find((item) => item.document === document.id);
      const statement = found && statements.get(found.statement);
      return statement ? [[id, { start: statement.start, end: statement.end }] as const] : [];
    })
  );
}

/**
 * For every column what it leaves out, in the order of its text. A line stands behind the nearest thing that the
 * document does say, or else where the text would be level with the place that says it.
 */
export function ghostsOf(
  audit: Audit,
  entries: readonly ClaimEntry[],
  shared: readonly SharedClaim[],
  chosen: readonly Chosen[]
): Ghost[][] {
  const columns = new Map(chosen.map(({ document }, index) => [document.id, index]));
  const anchors = new Map<string, Anchor[]>();
  return chosen.map(({ document }, column) => {
    const nearest = nearestIn(audit, document);
    const ghosts = entries.flatMap((entry): Ghost[] => {
      const makers = entry.makers.map((maker) => maker.document);
      if (makers.includes(document.id)) return [];
      if (makers.length < 2 && !entry.statements.some(isTelling)) return [];
      const by = makers.flatMap((maker) => {
        const index = columns.get(maker);
        const said = entry.statements.find((statement) => statement.document === maker);
        if (index === undefined || !said) return [];
        const { start, end, voice, holder } = said;
        return [{ column: index, start, end, voice, holder }];
      });
      const [first] = by;
      if (!first) return [];
      const way = `${first.column} ${column}`;
      const known = anchors.get(way) ?? anchorsBetween(shared, chosen, first.column, column);
      anchors.set(way, known);
      const near = nearest.get(entry.id) ?? null;
      return [
        {
          key: entry.key,
          after: near ? near.end : Math.floor(followPosition(first.start, known)),
          by,
          others: makers.filter((maker) => !columns.has(maker)),
          several: makers.length > 1,
          near
        }
      ];
    });
    return ghosts.sort((x, y) => x.after - y.after);
  });
}

/**
 * The ghosts to draw behind each block: never inside page furniture or between a heading and its text. What
 * stands before all body text goes behind the first paragraph.
 */
export function ghostsByBlock(blocks: readonly ReadingBlock[], ghosts: readonly Ghost[]): Ghost[][] {
  const behind: Ghost[][] = blocks.map(() => []);
  const body = blocks.flatMap(({ kind }, index) => (kind === 'paragraph' ? [index] : []));
  if (body.length === 0) return behind;
  let at = 0;
  for (const ghost of ghosts) {
    while (at + 1 < body.length && blocks[body[at + 1]!]!.start < ghost.after) at += 1;
    behind[body[at]!]!.push(ghost);
  }
  return behind;
}
