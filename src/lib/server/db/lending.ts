/** What waits for a connection of a pool, so that nothing waits for ever when the pool is ended. */
import type { Pool, PoolClient } from 'pg';
import { DomainError } from '../domain-error';

type Callback = (error: Error | undefined, client?: PoolClient, release?: PoolClient['release']) => void;
type Connect = (callback: Callback) => void;

/** What whoever asks for something is told while the server ends. */
export function stopping(): DomainError {
  return new DomainError('stopping', 'The server is stopping: try again later.', null, 503);
}

/**
 * Keeps account of who waits for a connection. A pool that is ended forgets them: their queries would be neither
 * answered nor refused.
 *
 * @returns what ends the pool: what runs is finished, and whoever waits or asks later is told that the server stops
 */
export function lendUntilEnded(pool: Pool): () => Promise<void> {
  const waiting = new Set<(error: Error) => void>();
  const connect = pool.connect.bind(pool) as unknown as Connect;
  const lend = (): Promise<PoolClient> =>
    new Promise((resolve, reject) => {
      waiting.add(reject);
      connect((error, client) => {
        waiting.delete(reject);
        if (client) resolve(client);
        else reject(error ?? stopping());
      });
    });
  const use = (lent: Promise<PoolClient>, callback?: Callback): Promise<PoolClient> | undefined => {
    if (!callback) return lent;
    lent.then((client) => callback(undefined, client, client.release.bind(client)), callback);
    return undefined;
  };
  // The pool's own queries come through here too.
  pool.connect = ((callback?: Callback) => use(lend(), callback)) as Pool['connect'];
  return async () => {
    const ended = pool.end();
    pool.connect = ((callback?: Callback) => use(Promise.reject(stopping()), callback)) as Pool['connect'];
    for (const refuse of waiting) refuse(stopping());
    waiting.clear();
    await ended;
  };
}
