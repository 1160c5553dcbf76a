import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { f1, precision, recall, scoreStory, type Counts, type Story } from './score-story';

/** What is reached; raise them with the engine. */
const FLOORS = { pairsF1: 0.86, conflictsRecall: 0.73 };

/** The same for stories that were written, with all that clashes, before the engine read them. */
const FRESH = { conflictsRecall: 0.4 };

const readStories = (name: string): Story[] => {
  const folder = fileURLToPath(new URL(`${name}/`, import.meta.url));
  return readdirSync(folder)
    .sort()
    .map((file) => JSON.parse(readFileSync(folder + file, 'utf8')) as Story);
};

function sum(all: readonly Counts[]): Counts {
  return all.reduce((total, { found, right, wanted, met }) => ({
    found: total.found + found,
    right: total.right + right,
    wanted: total.wanted + wanted,
    met: total.met + met
  }));
}

describe('stories told several times, every shared claim and every clash known', () => {
  const stories = readStories('stories');
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

describe('stories in the words of a stranger', () => {
  const scores = readStories('fresh').map(scoreStory);
  const errors = scores.flatMap((score) => score.errors).join('\n');
  const conflicts = sum(scores.map((score) => score.conflicts));

  it('show no clash and no claim that is none', () => {
    expect(precision(conflicts), errors).toBe(1);
    expect(precision(sum(scores.map((score) => score.pairs))), errors).toBe(1);
  });

  it('have some of their clashes found', () => {
    expect(recall(conflicts), errors).toBeGreaterThanOrEqual(FRESH.conflictsRecall);
  });
});
