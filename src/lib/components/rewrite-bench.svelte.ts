import { tick } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { copyOf, NO_EDITS, withEdit } from '$lib/view/rewrite';
import { rewriteList } from '$lib/view/rewrite-export';
import {
  changed,
  EMPTY_HISTORY,
  readEdits,
  redone,
  settled,
  storedEdits,
  undone,
  type History
} from '$lib/view/rewrite-history';
import { findingChanges, sentenceHints, stanceChanges } from '$lib/view/rewrite-reading';
import { rewriteRows, type RewriteVoice } from '$lib/view/rewrite-rows';
import type { RewriteRequest, RewriteView } from '$lib/view/rewrite-view';
import { rulesById, rulesToAsk, type RuleInfo } from '$lib/view/rules';
import type { MetricInfo } from '$lib/view/slices';
import type { Source } from '$lib/view/sources';
import { CopyAudit } from './rewrite-audit.svelte';
import { rulesFromApi } from './rules-from-api';
import type { PageKey } from './single-keys';

/** What the page hands down. */
export interface BenchFrame {
  readonly text: string;
  readonly view: RewriteView;
  readonly metrics: readonly MetricInfo[];
  readonly request: RewriteRequest;
  readonly rules: readonly RuleInfo[];
  readonly voice: RewriteVoice;
}

/** A copy on the bench: its edits with the way back, what the engine reads in it, and where the reader is. */
export class RewriteBench {
  history = $state.raw<History>(EMPTY_HISTORY);
  /** The sentence that is open, or none. */
  open = $state<number | null>(null);
  /** The sentence that has the keyboard. */
  current = $state(0);
  /** The copy as it was last copied or saved; leaving with anything else is asked about. */
  private taken = $state<string | null>(null);
  private readonly fetched = new SvelteMap<string, RuleInfo>();

  readonly audit = new CopyAudit(
    () => this.frame.text,
    () => this.frame.request,
    () => this.frame.metrics
  );
  readonly edits = $derived.by(() => this.history.now);
  readonly copy = $derived.by(() => copyOf(this.text, this.sentences, this.edits));
  readonly untouched = $derived.by(() => this.copy.text === this.text);
  /** Edits that would be lost with the tab. */
  readonly unsaved = $derived.by(() => !this.untouched && this.copy.text !== this.taken);
  /** The copy's reading, while it is that of the copy as it stands. */
  readonly fresh = $derived.by(() =>
    this.audit.reading?.text === this.copy.text ? this.audit.reading.reading : null
  );
  /** The copy has changed since the figures were read. */
  readonly stale = $derived.by(() => !this.untouched && this.fresh === null);
  readonly rows = $derived.by(() => {
    const { metrics, view, voice } = this.frame;
    const after = this.untouched ? view.reading : (this.fresh ?? this.audit.reading?.reading ?? null);
    return rewriteRows(metrics, view.reading, after, voice);
  });
  readonly changes = $derived.by(() => {
    const { view } = this.frame;
    return this.fresh
      ? findingChanges(view.reading, this.fresh, view.sentences, this.copy)
      : { gone: [], come: [], voiced: [] };
  });
  readonly stances = $derived.by(() => {
    const { view } = this.frame;
    return this.fresh ? stanceChanges(view.reading, this.fresh) : [];
  });
  /** What is found in every sentence of the original. */
  readonly hints = $derived.by(() => {
    const { view } = this.frame;
    return sentenceHints(view.reading, view.sentences);
  });
  /** The same of the copy; null until it has been read. */
  readonly freshHints = $derived.by(() =>
    this.fresh ? sentenceHints(this.fresh, this.copy.sentences) : null
  );
  readonly rules = $derived.by(() => rulesById([...this.frame.rules, ...this.fetched.values()]));

  /** @param frame read anew whenever it changes, part by part */
  constructor(private readonly frame: BenchFrame) {}

  private get text(): string {
    return this.frame.text;
  }
  private get sentences(): RewriteView['sentences'] {
    return this.frame.view.sentences;
  }
  private get store(): string {
    return `parallax-rewrite:${this.frame.view.textSha256}`;
  }

  /** Takes up the edits that this tab has kept. Call it when the page stands. */
  resume(): void {
    const kept = readEdits(sessionStorage.getItem(this.store), this.sentences);
    if (kept.size > 0) this.set({ ...EMPTY_HISTORY, now: kept });
  }

  private set(next: History): void {
    this.history = next;
    const words = copyOf(this.text, this.sentences, next.now).text;
    if (words === this.text) this.audit.cancel();
    else this.audit.ask(words);
    try {
      sessionStorage.setItem(this.store, storedEdits(next.now, this.sentences));
    } catch {
      // A browser that keeps nothing still lets the reader work.
    }
  }

  edit(index: number, words: string): void {
    this.set(
      changed(this.history, withEdit(this.history.now, this.text, this.sentences, index, words), index)
    );
  }

  /** Gives one sentence its original words back. */
  restore(index: number): void {
    const sentence = this.sentences[index];
    if (!sentence || !this.history.now.has(index)) return;
    const { start, end } = sentence;
    const edits = withEdit(this.history.now, this.text, this.sentences, index, this.text.slice(start, end));
    this.set(changed(this.history, edits, null));
  }

  /** Gives all of them their original words back. */
  reset(): void {
    this.open = null;
    if (this.history.now.size > 0) this.set(changed(this.history, NO_EDITS, null));
  }

  undo(): void {
    this.set(undone(this.history));
  }
  redo(): void {
    this.set(redone(this.history));
  }

  openSentence(index: number): void {
    this.history = settled(this.history);
    this.current = index;
    this.open = index;
  }

  close(): void {
    this.history = settled(this.history);
    this.open = null;
    this.focus(this.current);
  }

  /** Gives the keyboard to a sentence. */
  focus(index: number): void {
    this.current = Math.max(0, Math.min(this.sentences.length - 1, index));
    void tick().then(() => {
      const sentence = document.querySelector(`[data-sentence="${this.current}"]`);
      if (!(sentence instanceof HTMLElement)) return;
      sentence.focus({ preventScroll: true });
      sentence.scrollIntoView({ block: 'center', behavior: 'instant' });
    });
  }

  /** The copy has left the page: it can be closed without loss. */
  markTaken(): void {
    this.taken = this.copy.text;
  }

  /** What was changed and what it did, as plain text. */
  list(source: Source): string {
    const { view, text } = this.frame;
    return rewriteList(source, view.textSha256, text, view.sentences, this.copy, this.rows);
  }

  /** An edit may bring rules that the original had no need of. */
  async askRules(): Promise<void> {
    const missing = this.fresh ? rulesToAsk(this.fresh.findings, this.rules) : [];
    if (missing.length === 0) return;
    for (const rule of await rulesFromApi(missing)) this.fetched.set(rule.id, rule);
  }

  private get within(): boolean {
    return document.activeElement?.closest('[data-sentence]') != null;
  }

  readonly keys: readonly PageKey[] = [
    {
      keys: ['n', 'j'],
      does: 'next sentence',
      act: () => this.focus(this.within ? this.current + 1 : this.current)
    },
    { keys: ['p', 'k'], does: 'previous sentence', act: () => this.focus(this.current - 1) },
    {
      keys: ['e'],
      does: 'change the sentence; Enter is done with it',
      act: () => this.openSentence(this.current)
    },
    { keys: ['o'], does: 'give the sentence its original words', act: () => this.restore(this.current) },
    { keys: ['u', 'Mod+z'], does: 'take the last edit back', act: () => this.undo() },
    { keys: ['r', 'Mod+Shift+z', 'Mod+y'], does: 'bring it again', act: () => this.redo() }
  ];
}
