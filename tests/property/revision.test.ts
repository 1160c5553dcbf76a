/** Whatever was done to a text, a revision says of both versions what an audit of each by itself says. */
import { describe, expect, it } from 'vitest';
import { audit } from '$lib/analysis/audit';
import { RevisionAudits } from '$lib/analysis/revision-audit';
import { randomStream } from '$lib/analysis/statistics/random-stream';
import { knowledge } from '$lib/lexicons/generated';

const hash = (text: string) => `hash of ${text.length} ${text.slice(0, 20)}`;
const CLAIMS = [
  { id: 'waste', statement: 'The bridge was a waste of money.', cues: [['waste'], ['bridge']] }
];

const SENTENCES = [
  'The mayor opened the bridge over the river on Monday.',
  'Critics say the brutal bridge was a waste of money.',
  '"It cost three million dollars," said Anna Bell, who keeps the books of the town.',
  'Perhaps the ruthless plan was never meant to work.',
  'She added that nobody had asked the people who live beside the road.',
  'A shameful mess was left behind in the valley!',
  'According to the minutes, the council voted for it in March 2019 by 12 votes to 9.',
  'You should ask who paid for it.',
  'The bridge was no waste of money.',
  '“We were warned,” he said. “They laughed.”',
  'It was closed for repairs\nand reopened',
  'Really?'
];

type Random = ReturnType<typeof randomStream>;
const pick = (random: Random, list: readonly string[]): string => list[random.below(list.length)]!;
const drawn = (random: Random, most: number): string[] =>
  Array.from({ length: 1 + random.below(most) }, () => pick(random, SENTENCES));
const laidOut = (random: Random, list: readonly string[]): string =>
  list.map((sentence) => sentence + (random.below(4) === 0 ? '\n\n' : ' ')).join('');

/** A text with one sentence removed, added, changed or moved. */
function edited(random: Random, list: readonly string[]): string[] {
  const next = [...list];
  const at = random.below(next.length);
  const [taken] = next.splice(at, 1);
  const kind = random.below(4);
  if (kind === 1) next.splice(at, 0, taken!, pick(random, SENTENCES));
  if (kind === 2) next.splice(at, 0, taken!.replace(/\b(the|was|said|it)\b/iu, 'some'));
  if (kind === 3) next.splice(random.below(next.length + 1), 0, taken!);
  return next.length > 0 ? next : ['Words.'];
}

const alone = (text: string) =>
  audit(
    {
      documents: [{ id: 'one', text, title: null, publisher: null, author: null, published: null }],
      claims: CLAIMS,
      seed: 1
    },
    knowledge,
    hash
  );

describe('a revision of any text, edited at random', () => {
  it('says of both versions what an audit of each says, and of their difference what lies between', () => {
    const kept = new RevisionAudits(knowledge, hash);
    let [compared, moved] = [0, 0];
    for (let text = 0; text < 7; text++) {
      const random = randomStream(`revision ${text}`);
      let list = drawn(random, 30);
      const before = laidOut(random, list);
      const first = alone(before);
      for (let step = 0; step < 2; step++) {
        list = edited(random, list);
        const after = laidOut(random, list);
        const second = alone(after);
        const revision = kept.of({ before, after, claims: CLAIMS });
        for (const [side, whole] of [
          ['before', first],
          ['after', second]
        ] as const) {
          const document = whole.documents[0]!;
          expect(revision[side]).toEqual({
            textSha256: document.textSha256,
            words: document.words,
            metrics: document.metrics
          });
          const { document: _, ...cell } = revision.contested[0]!.cells.find((one) => one.document === side)!;
          expect(whole.contested[0]!.cells[0]).toMatchObject(cell);
        }
        for (const [id, { all }] of Object.entries(revision.differences)) {
          const [was, is] = [revision.before.metrics[id]!, revision.after.metrics[id]!];
          if (!all || !('value' in was) || !('value' in is)) continue;
          // Values are rounded to six digits each, their difference anew.
          const near = 1e-5 * Math.max(1, Math.abs(was.value), Math.abs(is.value));
          expect(Math.abs(all.difference - (is.value - was.value))).toBeLessThan(near);
          expect(all.changed).toBeLessThanOrEqual(all.sentences);
          if (all.interval) {
            expect(all.interval[0]).toBeLessThanOrEqual(all.difference);
            expect(all.interval[1]).toBeGreaterThanOrEqual(all.difference);
          }
          compared++;
          if (all.difference !== 0) moved++;
        }
      }
    }
    expect(compared).toBeGreaterThan(60);
    expect(moved).toBeGreaterThan(15);
  });

  it('says the same of the way there and back', () => {
    for (let text = 0; text < 4; text++) {
      const random = randomStream(`there and back ${text}`);
      const list = drawn(random, 40);
      const x = laidOut(random, list);
      const y = laidOut(random, edited(random, list));
      const [there, back] = [
        new RevisionAudits(knowledge, hash).of({ before: x, after: y, claims: [] }),
        new RevisionAudits(knowledge, hash).of({ before: y, after: x, claims: [] })
      ];
      expect(there.before.metrics).toEqual(back.after.metrics);
      for (const [id, { all }] of Object.entries(there.differences)) {
        if (!all) continue;
        expect(back.differences[id]!.all!.difference).toBeCloseTo(-all.difference, 6);
      }
    }
  });
});
