import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readContested } from '$lib/analysis/contested/read-contested';
import { scoreGold, type GoldClaim } from '$lib/analysis/contested/score-gold';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';
import { GoldSchema } from '../../../../src/cli/score-stances/gold-schema';

const folder = fileURLToPath(new URL('../../../gold/', import.meta.url));

/** Least share of mentions (F1), of right voice, polarity and certainty, and of stances. Raise, never lower. */
const STORIES = [
  { story: 'river', cues: { f1: 0.9, right: 0.9 }, statement: { f1: 0.65, right: 0.9 } },
  { story: 'strike', cues: { f1: 0.9, right: 0.9 }, statement: { f1: 0.75, right: 0.9 } },
  // Labelled before the engine saw it; its first run gave .955 and .919, from the statements alone .606 and .966.
  { story: 'dam', cues: { f1: 0.97, right: 0.95 }, statement: { f1: 0.64, right: 0.95 } }
];

function load(story: string): { gold: GoldClaim[]; documents: { id: string; text: string }[] } {
  const gold = v.parse(GoldSchema, JSON.parse(readFileSync(`${folder}${story}.json`, 'utf8')));
  const ids = [...new Set(gold.flatMap(({ stance }) => Object.keys(stance)))];
  return {
    gold,
    documents: ids.map((id) => ({ id, text: readFileSync(`${folder}${story}/${id}.txt`, 'utf8') }))
  };
}

describe.each(STORIES)('the story of the $story', ({ story, cues, statement }) => {
  const { gold, documents } = load(story);
  const compared = documents.map(({ id, text }) => ({ id, reading: readText(text, knowledge) }));
  const score = (withCues: boolean) =>
    scoreGold(
      gold,
      readContested(
        gold.map((claim) => ({
          id: claim.id,
          statement: claim.statement,
          ...(withCues ? { cues: claim.cues, denials: claim.denials } : {})
        })),
        compared,
        knowledge
      )
    );

  it('has gold that stands in its texts', () => {
    for (const { mentions } of gold) {
      for (const { doc, start, quote } of mentions) {
        const text = documents.find(({ id }) => id === doc)!.text;
        expect(text.slice(start, start + quote.length)).toBe(quote);
      }
    }
  });

  it('is read with cues', () => {
    const { mentions, accuracy, mistakes } = score(true);
    expect(mentions.f1, mistakes.join('\n')).toBeGreaterThanOrEqual(cues.f1);
    expect(accuracy.all, mistakes.join('\n')).toBeGreaterThanOrEqual(cues.right);
  });

  it('is read from the statements alone', () => {
    const { mentions, accuracy, mistakes } = score(false);
    expect(mentions.f1, mistakes.join('\n')).toBeGreaterThanOrEqual(statement.f1);
    expect(accuracy.all, mistakes.join('\n')).toBeGreaterThanOrEqual(statement.right);
  });
});
