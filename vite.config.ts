import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const lib = fileURLToPath(new URL('./src/lib', import.meta.url));

/** Tests of rooms without files, clock, network or settings. */
const PURE_TESTS = [
  'tests/unit/{analysis,charts,components,lexicons,text,view}/**/*.test.ts',
  'tests/{claims,gold,golden,property}/**/*.test.ts'
];

/**
 * `vite build --mode engine`: one engine build for the command line, worker threads and benches, so that
 * what is measured is what ships. Every `src/cli/*.ts` is an entry; dependencies stay outside the bundle.
 */
function engine(): ViteUserConfig {
  const entries = readdirSync(new URL('./src/cli', import.meta.url)).filter((name) => name.endsWith('.ts'));
  return {
    resolve: { alias: { $lib: lib } },
    publicDir: false,
    build: {
      ssr: true,
      outDir: 'build/engine',
      target: 'node20',
      minify: false,
      reportCompressedSize: false,
      rollupOptions: {
        input: Object.fromEntries(entries.map((name) => [name.replace(/\.ts$/, ''), `src/cli/${name}`])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' }
      }
    }
  };
}

export default defineConfig(({ mode }) =>
  mode === 'engine'
    ? engine()
    : {
        plugins: [sveltekit()],
        build: { reportCompressedSize: false },
        test: {
          projects: [
            // Pure rooms leave nothing behind: their tests share what a process has read, four times as quick.
            { extends: true, test: { name: 'pure', include: PURE_TESTS, isolate: false } },
            {
              extends: true,
              test: {
                name: 'other',
                include: ['tests/**/*.test.ts'],
                exclude: ['tests/e2e/**', ...PURE_TESTS]
              }
            }
          ],
          // Never made: tests that keep something name a folder of their own.
          env: { PARALLAX_DATA: fileURLToPath(new URL('./test-results/no-data', import.meta.url)) },
          testTimeout: 60_000,
          hookTimeout: 120_000
        }
      }
);
