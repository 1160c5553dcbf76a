/** Fields in which letters are text, and dialogs, which have keys of their own. */
const TYPING = 'textarea, select, dialog, [contenteditable], input:not([type=checkbox])';

/**
 * Does what a single key stands for on a page, unless the reader is typing or holds another key with it. Pages let
 * their readers switch these keys off.
 */
export function actOnKey(event: KeyboardEvent, acts: Readonly<Record<string, () => void>>): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof Element && event.target.closest(TYPING)) return;
  const act = Object.hasOwn(acts, event.key) ? acts[event.key] : undefined;
  if (!act) return;
  event.preventDefault();
  act();
}
