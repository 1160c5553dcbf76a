/** What pg-boss asks the database, also when that is being closed or has gone. */
import type { Database } from '../db';
import { log } from '../log';

type Answer = Awaited<ReturnType<Database['executeSql']>>;

/** How a command ends that says how many jobs it changed, and nothing else. */
const COUNTS = /select count\(\*\) from \w+\s*$/i;

/**
 * The commands of the queue. When a task has been done, pg-boss says so to the database without looking at what becomes
 * of that: an error there would be nobody's and end the process. Such a command changed nothing, then, and the task is
 * begun again the next time.
 */
export class CommandsOfQueue {
  constructor(
    private readonly database: Pick<Database, 'executeSql'>,
    private readonly isEnded: () => boolean
  ) {}

  async executeSql(text: string, values: unknown[]): Promise<Answer> {
    const counts = COUNTS.test(text);
    if (this.isEnded()) return { rows: counts ? [{ count: '0' }] : [] };
    try {
      return await this.database.executeSql(text, values);
    } catch (error) {
      if (!counts) throw error;
      log().error({ error: error instanceof Error ? error.name : 'unknown' }, 'the queue');
      return { rows: [{ count: '0' }] };
    }
  }
}
