/** An audit as exports read it: a part at a time, wherever it is kept. */
import type { Audit, DocumentAudit } from '$lib/analysis/audit-schema';
import { auditJson } from './audit-request';

/** Lists of what is said of documents together. */
export type ComparedList = Exclude<keyof Audit['comparison'], 'overlapCurve' | 'speakers' | 'wordUses'>;

export interface AuditSource {
  readonly engine: Audit['engine'];
  readonly overlapCurve: Audit['comparison']['overlapCurve'];
  /** Every document in full, some at a time. */
  documents(): AsyncIterable<readonly DocumentAudit[]>;
  /** Members of one list, some at a time. */
  compared<List extends ComparedList>(list: List): AsyncIterable<Audit['comparison'][List]>;
  /** Contested claims, some at a time. */
  contested(): AsyncIterable<Audit['contested']>;
  /** Its JSON, the bytes of `auditJson`. */
  json(): AsyncIterable<string>;
}

/** What comes some at a time, together. */
export async function together<Item>(some: AsyncIterable<readonly Item[]>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const items of some) for (const item of items) all.push(item);
  return all;
}

async function* once<Value>(value: Value): AsyncGenerator<Value> {
  yield await Promise.resolve(value);
}

/** An audit that is in memory. */
export function inMemory(audit: Audit): AuditSource {
  return {
    engine: audit.engine,
    overlapCurve: audit.comparison.overlapCurve,
    documents: () => once(audit.documents),
    compared: (list) => once(audit.comparison[list]),
    contested: () => once(audit.contested),
    json: () => once(auditJson(audit))
  };
}
