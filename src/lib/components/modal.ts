/** What had the focus, or what stands where it stood: a page may have been drawn anew meanwhile. */
function returnTo(from: Element | null): HTMLElement | null {
  if (from instanceof HTMLElement && from !== document.body && from.isConnected) return from;
  const href = from?.getAttribute('href');
  const same =
    (from?.id && document.getElementById(from.id)) ||
    (href && document.querySelector(`main a[href="${CSS.escape(href)}"]`));
  return same instanceof HTMLElement ? same : null;
}

/** Opens a dialog when it is put on the page; when it goes, the focus returns to where it came from. */
export function modal(dialog: HTMLDialogElement): () => void {
  const from = document.activeElement;
  dialog.showModal();
  return () => {
    dialog.close();
    returnTo(from)?.focus({ preventScroll: true });
  };
}
