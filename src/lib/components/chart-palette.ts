import type { Palette } from '$lib/charts/chart-piece';

/** A colour as the browser resolves it; custom properties may hold `light-dark()`, which Chart.js cannot read. */
function resolved(probe: HTMLElement, property: string): string {
  probe.style.color = `var(${property})`;
  return getComputedStyle(probe).color;
}

/** Reads the colours of the page as they are now. */
export function readPalette(): Palette {
  const probe = document.createElement('span');
  // A transition, however short, would hand out the colour before.
  probe.style.transition = 'none';
  document.body.append(probe);
  const colour = (property: string) => resolved(probe, property);
  const sources = [...'abcdefgh'].map((letter) => {
    probe.className = `source-${letter}`;
    return colour('--source');
  });
  probe.className = '';
  const heat = (colour('--heat').match(/[\d.]+/gu) ?? []).map(Number);
  const palette: Palette = {
    ink: colour('--ink'),
    soft: colour('--ink-soft'),
    rule: colour('--rule'),
    paper: colour('--paper'),
    sources,
    heat: [heat[0] ?? 0, heat[1] ?? 0, heat[2] ?? 0]
  };
  probe.remove();
  return palette;
}

/** Calls back whenever light turns to dark or back, by the switch or by the system; returns what ends it. */
export function watchTheme(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  system.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', changed);
  };
}
