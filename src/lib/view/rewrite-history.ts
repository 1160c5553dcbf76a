/** The edits of a rewrite with the way back and forth, and how a browser keeps them while the tab is open. */
import type { Range } from './passages';
import { NO_EDITS, type Edits } from './rewrite';

export interface History {
  readonly past: readonly Edits[];
  readonly now: Edits;
  readonly future: readonly Edits[];
  /** The sentence that is being typed in: its letters are one step, not one each. */
  readonly typing: number | null;
}

/** Steps that can be taken back. */
const MOST_STEPS = 200;

export const EMPTY_HISTORY: History = { past: [], now: NO_EDITS, future: [], typing: null };

/** The next state of the edits. Typing on in the same sentence belongs to the step that began it. */
export function changed(history: History, next: Edits, typing: number | null): History {
  const same = typing !== null && typing === history.typing;
  const past = same ? history.past : [...history.past, history.now].slice(-MOST_STEPS);
  return { past, now: next, future: [], typing };
}

/** Ends the step of the sentence that was typed in. */
export function settled(history: History): History {
  return history.typing === null ? history : { ...history, typing: null };
}

/** One step back; the same when there is none. */
export function undone(history: History): History {
  const now = history.past.at(-1);
  if (!now) return history;
  return { past: history.past.slice(0, -1), now, future: [history.now, ...history.future], typing: null };
}

/** The step that was taken back last, again; the same when there is none. */
export function redone(history: History): History {
  const [now, ...future] = history.future;
  if (!now) return history;
  return { past: [...history.past, history.now], now, future, typing: null };
}

/** The edits as a browser keeps them: with their places, so that another text never gets them. */
export function storedEdits(edits: Edits, sentences: readonly Range[]): string {
  return JSON.stringify(
    [...edits].flatMap(([index, words]) => {
      const sentence = sentences[index];
      return sentence ? [[sentence.start, sentence.end, words]] : [];
    })
  );
}

/** Reads what `storedEdits` wrote; places that are no sentence of this text, and anything unreadable, are left out. */
export function readEdits(json: string | null, sentences: readonly Range[]): Edits {
  let stored: unknown;
  try {
    stored = JSON.parse(json ?? '[]');
  } catch {
    return NO_EDITS;
  }
  if (!Array.isArray(stored)) return NO_EDITS;
  const indexes = new Map(sentences.map(({ start, end }, index) => [`${start}-${end}`, index]));
  return new Map(
    stored.flatMap((item: unknown): [number, string][] => {
      if (!Array.isArray(item)) return [];
      const [start, end, words] = item as unknown[];
      const index = indexes.get(`${String(start)}-${String(end)}`);
      return index !== undefined && typeof words === 'string' ? [[index, words]] : [];
    })
  );
}
