import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** What takes minutes rather than seconds; `npm run soak` runs it, `npm test` does not. */
export default defineConfig({
  root: path('../..'),
  resolve: { alias: { $lib: path('../../src/lib') } },
  test: {
    include: ['tests/soak/*.soak.ts', 'tests/unit/server/import/hostile-*.test.ts'],
    // One after another: each of them measures, or uses all there is.
    fileParallelism: false,
    testTimeout: 3_600_000,
    hookTimeout: 300_000,
    disableConsoleIntercept: true
  }
});
