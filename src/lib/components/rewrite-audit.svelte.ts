import { isAborted } from '$lib/view/ask-audit';
import type { MetricName } from '$lib/view/highlights';
import type { TextReading } from '$lib/view/rewrite-reading';
import { readCopy, type RewriteRequest } from '$lib/view/rewrite-view';

/** How long a reader has to pause before the copy is read again, in milliseconds. */
const PAUSE = 350;

/** Readings of texts seen before, so that undo answers at once. */
const KEPT = 30;

/**
 * Has the engine read the copy whenever typing pauses. One reading at a time: what is typed meanwhile is read when that
 * has come, and only as it stands then.
 */
export class CopyAudit {
  /** What was read last, and the text it was read from. */
  reading = $state.raw<{ readonly text: string; readonly reading: TextReading } | null>(null);
  status = $state<'idle' | 'waiting' | 'reading' | 'failed'>('idle');
  error = $state<string | null>(null);

  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: AbortController | null = null;
  private kept: readonly { readonly text: string; readonly reading: TextReading }[] = [];
  private last = '';

  constructor(
    private readonly original: () => string,
    private readonly request: () => RewriteRequest,
    private readonly names: () => readonly MetricName[]
  ) {}

  /** The copy has changed to `text`. */
  ask(text: string): void {
    clearTimeout(this.timer);
    this.last = text;
    this.error = null;
    const known = this.kept.find((entry) => entry.text === text);
    if (known) {
      this.cancel();
      this.reading = known;
      return;
    }
    this.status = 'waiting';
    this.timer = setTimeout(() => {
      if (this.running === null) void this.read(this.last);
      else this.status = 'reading';
    }, PAUSE);
  }

  /** Reads the last text again, after a failure. */
  again(): void {
    this.cancel();
    void this.read(this.last);
  }

  /** Gives up what is under way; what was read before stays. */
  cancel(): void {
    clearTimeout(this.timer);
    this.running?.abort();
    this.running = null;
    this.status = 'idle';
    this.error = null;
  }

  private async read(text: string): Promise<void> {
    const controller = new AbortController();
    this.running = controller;
    this.status = 'reading';
    try {
      const { signal } = controller;
      const reading = await readCopy(this.original(), text, this.request(), this.names(), fetch, signal);
      if (this.running !== controller) return;
      this.reading = { text, reading };
      this.kept = [...this.kept, this.reading].slice(-KEPT);
      this.running = null;
      if (this.last === text) this.status = 'idle';
      // Typing that has paused is read now; typing that goes on is read when it pauses.
      else if (this.status === 'reading') void this.read(this.last);
    } catch (error) {
      if (this.running !== controller || isAborted(error)) return;
      this.running = null;
      this.status = 'failed';
      this.error = error instanceof Error ? error.message : 'Something went wrong.';
    }
  }
}
