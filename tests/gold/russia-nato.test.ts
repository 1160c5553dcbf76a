import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { readContested } from '$lib/analysis/contested/read-contested';
import { scoreGold } from '$lib/analysis/contested/score-gold';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';
import { GoldSchema } from '../../src/cli/score-stances/gold-schema';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const gold = v.parse(GoldSchema, JSON.parse(read('./russia-nato.json')));
const ids = [...new Set(gold.flatMap(({ stance }) => Object.keys(stance)))].sort();
const documents = ids.map((id) => ({
  id,
  reading: readText(read(`../../corpus/russia-nato/documents/${id}.txt`), knowledge)
}));

// Least scores: mentions found (F1), voice, polarity and certainty right, stances right (macro-F1). Raise, never lower.
it('reads the bundled claims with their cues', () => {
  const { mentions, accuracy, stance, mistakes } = scoreGold(gold, readContested(gold, documents, knowledge));
  expect(mentions.f1, mistakes.join('\n')).toBeGreaterThanOrEqual(0.85);
  expect(accuracy.all, mistakes.join('\n')).toBeGreaterThanOrEqual(0.97);
  expect(stance.macroF1, mistakes.join('\n')).toBeGreaterThanOrEqual(0.92);
});

it('reads the bundled claims from their statements alone', () => {
  const claims = gold.map(({ id, statement }) => ({ id, statement }));
  const { mentions, accuracy, stance, mistakes } = scoreGold(
    gold,
    readContested(claims, documents, knowledge)
  );
  expect(mentions.f1, mistakes.join('\n')).toBeGreaterThanOrEqual(0.7);
  expect(accuracy.all, mistakes.join('\n')).toBeGreaterThanOrEqual(0.97);
  expect(stance.macroF1, mistakes.join('\n')).toBeGreaterThanOrEqual(0.83);
});
