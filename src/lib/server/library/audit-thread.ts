/** What runs in a thread that audits: the engine, and the texts it read last. */
import { parentPort } from 'node:worker_threads';
import { ENGINE_VERSION } from '$lib/analysis/audit';
import type { AuditRequest } from '$lib/analysis/audit-schema';
import type { RevisionRequest } from '$lib/analysis/audit-schema-revision';
import { RevisionAudits } from '$lib/analysis/revision-audit';
import { knowledge } from '$lib/lexicons/generated';
import { auditJson } from './audit-request';
import { CollectionAudits, type AuditPiece } from './collection-audits';
import { sha256 } from './load-collection';

export interface AuditTask {
  readonly id: number;
  readonly request: AuditRequest | RevisionRequest;
  /** Whether it is handed out piece by piece. */
  readonly inPieces: boolean;
}

export type AuditAnswer =
  /** Sent once, first: what this thread audits with. */
  | { readonly ready: string }
  | { readonly id: number; readonly done: number }
  | { readonly id: number; readonly piece: AuditPiece }
  /** The last answer to a task; empty where it went out in pieces. */
  | { readonly id: number; readonly json: Uint8Array }
  | { readonly id: number; readonly failed: string };

/** Names what an audit is made with; threads of another build are not used. */
export const MADE_WITH = `${ENGINE_VERSION} ${knowledge.hash}`;

/** Answers tasks until the thread is ended. */
export function serveAudits(): void {
  const port = parentPort;
  if (!port) return;
  const audits = new CollectionAudits();
  const revisions = new RevisionAudits(knowledge, sha256);
  const send = (answer: AuditAnswer, transfer: ArrayBuffer[] = []): void =>
    port.postMessage(answer, transfer);
  port.on('message', ({ id, request, inPieces }: AuditTask) => {
    const tell = (done: number): void => send({ id, done });
    try {
      if ('before' in request) {
        const revision = new TextEncoder().encode(JSON.stringify(revisions.of(request)));
        send({ id, json: revision }, [revision.buffer]);
        return;
      }
      if (inPieces) {
        audits.pieces(request, (piece) => send({ id, piece }), tell);
        send({ id, json: new Uint8Array() });
        return;
      }
      const json = new TextEncoder().encode(auditJson(audits.of(request, tell)));
      send({ id, json }, [json.buffer]);
    } catch (error) {
      send({ id, failed: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    }
  });
  send({ ready: MADE_WITH });
}
