/** How far from the screen, in pixels, a drawing counts as near it. */
const NEAR = 300;

/** Tells when an element comes near the screen and when it goes away; the returned function stops that. */
export function whenNear(element: Element, change: (near: boolean) => void): () => void {
  const observer = new IntersectionObserver((entries) => change(entries.at(-1)?.isIntersecting ?? false), {
    rootMargin: `${NEAR}px`
  });
  observer.observe(element);
  return () => observer.disconnect();
}

/** Runs something before the page is printed and something after; the returned function stops that. */
export function whenPrinted(before: () => void, after: () => void): () => void {
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
  };
}
