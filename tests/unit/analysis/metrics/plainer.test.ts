import { describe, expect, it } from 'vitest';
import { measuredOf, plain } from './measured';

/** The plainer wordings that the notes of a sentence's loaded words offer. */
function offered(text: string): string[] {
  return measuredOf('loaded-language', plain.repeat(5) + text).evidence.flatMap(
    ({ note }) => / Plainer: (.*)\.$/.exec(note ?? '')?.[1] ?? []
  );
}

describe('plainer wordings', () => {
  it.each([
    ['The rivals were humiliated by the result.', 'embarrassed'],
    ['He gushed about the plan.', 'praised'],
    ['The paper peddles a rumour.', 'spreads; says'],
    ['She was slamming the plan all day.', 'criticising'],
    ['The chairman will slam the plan.', 'criticise'],
    ['The mayor rode roughshod over the village.', 'ignored; overrode'],
    ['Prices skyrocketed in May.', 'rose (give the figure)'],
    ['Savers were duped by the broker.', 'misled']
  ])('stand in the form of the marked word: %s', (text, wording) => expect(offered(text)).toContain(wording));

  it.each([
    ['The firm cooked the books for years.', 'say which figures were false'],
    ['The decision was heinous.', 'serious']
  ])('stay as they are where no verb is replaced: %s', (text, wording) =>
    expect(offered(text)).toContain(wording)
  );
});
