import { parseMarked, type Marked } from '$lib/view/brush';

/** Tells which source or claim is pointed at or focused, wherever it stands in the element; null when none is. */
export function pointing(onpoint: (marked: Marked | null) => void) {
  return (root: HTMLElement) => {
    const show = (target: EventTarget | null) => {
      const place = target instanceof Element ? target.closest<HTMLElement>('[data-mark]') : null;
      onpoint(parseMarked(place?.dataset['mark'] ?? null));
    };
    const point = (event: Event) => show(event.target);
    const leave = () => show(null);
    // A focused link that a redrawing takes away loses its focus in the middle of that.
    const blur = () => queueMicrotask(() => show(document.activeElement));
    root.addEventListener('pointerover', point);
    root.addEventListener('pointerleave', leave);
    root.addEventListener('focusin', point);
    root.addEventListener('focusout', blur);
    return () => {
      root.removeEventListener('pointerover', point);
      root.removeEventListener('pointerleave', leave);
      root.removeEventListener('focusin', point);
      root.removeEventListener('focusout', blur);
    };
  };
}

/** Lays out the rest of the page once there is time, so that scrolling, searching and pictures find all of it. */
export function laidOut(root: HTMLElement) {
  const lay = () => root.classList.add('laid-out');
  // Safari has no idle callback.
  const wait = 'requestIdleCallback' in window ? requestIdleCallback(lay, { timeout: 3000 }) : null;
  const timer = wait === null ? setTimeout(lay, 1000) : undefined;
  return () => {
    if (wait !== null) cancelIdleCallback(wait);
    clearTimeout(timer);
  };
}
