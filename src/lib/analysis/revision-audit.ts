/** Reads two versions of one text and says what the change did to its numbers. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import { engineOf } from './audit';
import type { RequestClaim } from './audit-schema';
import { REVISION_SCHEMA_ID, type Revision, type RevisionRequest } from './audit-schema-revision';
import { readContested } from './contested/read-contested';
import type { Hash } from './document-audit';
import { pairedDifferences } from './metrics/paired-differences';
import { runMetrics } from './metrics/runner';
import { readText } from './read';
import type { Reading } from './reading';
import { roundNumbers } from './round-numbers';

interface ReadVersion {
  readonly text: string;
  readonly reading: Reading;
  readonly version: Revision['before'];
}

/**
 * Revisions of texts, one after the other. The earlier version stays read, so that a reader who goes on changing a
 * copy waits for the reading of the copy alone. What is said of each version is what an audit of it says; nothing
 * is laid side by side as two sources are, because versions are none.
 */
export class RevisionAudits {
  #last: ReadVersion | null = null;

  constructor(
    private readonly knowledge: Knowledge,
    private readonly hash: Hash
  ) {}

  /** The same request gives the same answer, whatever was asked before. Numbers have six significant digits. */
  of({ before, after, claims }: RevisionRequest): Revision {
    const earlier = this.#last?.text === before ? this.#last : this.#read(before);
    this.#last = earlier;
    const later = after === before ? earlier : this.#read(after);
    const { version, knowledge } = engineOf(this.knowledge, 1);
    return {
      schema: REVISION_SCHEMA_ID,
      engine: { version, knowledge },
      before: earlier.version,
      after: later.version,
      differences: roundNumbers(pairedDifferences(earlier.reading, later.reading, this.knowledge)),
      contested: this.#contested(claims, earlier, later)
    };
  }

  #read(text: string): ReadVersion {
    const reading = readText(text, this.knowledge);
    const metrics = roundNumbers(runMetrics(reading, this.knowledge));
    return {
      text,
      reading,
      version: { textSha256: this.hash(text), words: reading.document.words, metrics }
    };
  }

  #contested(
    claims: readonly RequestClaim[],
    earlier: ReadVersion,
    later: ReadVersion
  ): Revision['contested'] {
    const versions = [
      { id: 'before', reading: earlier.reading },
      { id: 'after', reading: later.reading }
    ];
    return roundNumbers(readContested([...claims], versions, this.knowledge));
  }
}
