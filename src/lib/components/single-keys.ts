/** The single keys of a page: one list says what each does, to the page and to its reader. */

/** What some keys do; any of them will do. */
export interface PageKey {
  /** As the browser names them: `n`, `Escape`, `?`. */
  readonly keys: readonly string[];
  /** For the list of keys: "next finding". */
  readonly does: string;
  readonly act: () => void;
}

/** Fields in which letters are text, and dialogs, which have keys of their own. */
const TYPING = 'textarea, select, dialog, [contenteditable], input:not([type=checkbox])';

/**
 * Does what a key stands for on a page, unless the reader is typing. `Mod+z` is Z with Ctrl or Command; any other key
 * held with one of these is the browser's own.
 *
 * @param single whether keys act that are pressed alone, which readers may switch off
 */
export function actOnKey(event: KeyboardEvent, keys: readonly PageKey[], single: boolean): void {
  if (event.target instanceof Element && event.target.closest(TYPING)) return;
  const held = event.ctrlKey || event.metaKey;
  if (event.altKey || (!held && !single)) return;
  const name = held ? `Mod+${event.shiftKey ? 'Shift+' : ''}${event.key.toLowerCase()}` : event.key;
  const found = keys.find((item) => item.keys.includes(name));
  if (!found) return;
  event.preventDefault();
  found.act();
}

const SHOWN: Readonly<Record<string, string>> = { Escape: 'Esc' };

/** A key as a reader knows it: `Esc`, `Ctrl+Z`. */
export function keyName(key: string): string {
  if (key.startsWith('Mod+')) return `Ctrl+${key.slice(4).replace(/[a-z]$/u, (last) => last.toUpperCase())}`;
  return SHOWN[key] ?? key;
}

const STORE = 'parallax-single-keys';

/** Whether the reader has left single keys on, which they are until somebody switches them off. */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(STORE) !== 'off';
  } catch {
    return true;
  }
}

/** Keeps the choice for all pages, in this browser. */
export function keepSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(STORE);
    else localStorage.setItem(STORE, 'off');
  } catch {
    // A browser that keeps nothing asks again.
  }
}
