import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The built file of a worker thread, beside the build that this code runs from; null when it runs from its sources,
 * where the build may be an older one and a test must test what is written.
 */
export function threadEntry(name: string, from = fileURLToPath(import.meta.url)): string | null {
  if (!from.includes(`${sep}build${sep}`)) return null;
  for (let folder = dirname(from); folder !== dirname(folder); folder = dirname(folder)) {
    const places = [join(folder, name), join(folder, 'build', 'engine', name)];
    const found = places.find((entry) => existsSync(entry));
    if (found !== undefined) return found;
  }
  return null;
}
