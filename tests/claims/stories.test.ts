import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { f1, precision, recall, scoreStory, type Counts, type Story } from './score-story';

/** What is reached; raise them with the engine. */
const FLOORS = { pairsF1: 0.82, conflictsRecall: 0.67 };

const folder = fileURLToPath(new URL('stories/', import.meta.url));
const names = readdirSync(folder).sort();

function sum(all: readonly Counts[]): Counts {
  return all.reduce((total, { found, right, wanted, met }) => ({
    found: total.found + found,
    right: total.right + right,
    wanted: total.wanted + wanted,
    met: total.met + met
  }));
}

describe('stories told several times, every shared claim and every clash known', () => {
  const stories = names.map((name) => JSON.parse(readFileSync(folder + name, 'utf8')) as Story);
  const scores = stories.map(scoreStory);
  const errors = scores.flatMap((score) => score.errors).join('\n');

  it('quote their documents word for word', () => {
    for (const { documents, claims, conflicts } of stories) {
      const texts = new Map(documents.map(({ id, text }) => [id, text]));
      const quoted = [
        ...claims.flatMap(({ mentions }) => mentions),
        ...conflicts.flatMap(({ between }) => between)
      ];
      expect(quoted.filter(({ document, quote }) => !texts.get(document)!.includes(quote))).toEqual([]);
    }
  });

  it('are joined rightly in nine of ten pairs', () => {
    const pairs = sum(scores.map((score) => score.pairs));
    expect(precision(pairs), errors).toBeGreaterThanOrEqual(0.9);
    expect(f1(pairs), errors).toBeGreaterThanOrEqual(FLOORS.pairsF1);
  });

  it('clash where a reader finds that they clash', () => {
    const conflicts = sum(scores.map((score) => score.conflicts));
    expect(precision(conflicts), errors).toBeGreaterThanOrEqual(0.9);
    expect(recall(conflicts), errors).toBeGreaterThanOrEqual(FLOORS.conflictsRecall);
  });
});
