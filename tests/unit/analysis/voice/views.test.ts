import { describe, expect, it } from 'vitest';
import { knowledge } from '$lib/lexicons/generated';
import { readText } from '$lib/analysis/read';

/** The stretches of somebody else's words as "holder: words". */
function views(text: string): string[] {
  const { segments } = readText(text, knowledge);
  return segments
    .filter((segment) => segment.voice === 'attributed')
    .map(({ holder, start, end }) => `${holder ?? '-'}: ${text.slice(start, end)}`);
}

describe('views in noun phrases', () => {
  it.each([
    [
      "The flood hardened Kenya's perception of the dam as a costly mistake.",
      ['Kenya: the dam as a costly mistake.']
    ],
    ['This view of the canal as a common good is old.', ['-: the canal as a common good']],
    ['The belief that the lake is sacred has kept boats away.', ['-: that the lake is sacred']],
    [
      "Brazil's rhetoric rests on the idea that the forest feeds the world.",
      ['Brazil: that the forest feeds the world.']
    ],
    [
      'The governor gave the town a promise that the mine would stay open.',
      ['The governor: that the mine would stay open.']
    ],
    [
      'Ministers promoted the idea of a shared river, where every village has a say.',
      ['Ministers: the idea of a shared river, where every village has a say.']
    ],
    ['The vote went ahead despite allegations of fraud in the north.', ['-: fraud in the north.']],
    ['Rumours of a coup emptied the shops.', ['-: a coup']]
  ])('%s', (text, expected) => expect(views(text)).toEqual(expected));

  it.each(['The report of the commission ran to ninety pages.', 'The charge of the battery lasts a day.'])(
    'leaves documents and things alone: %s',
    (text) => expect(views(text)).toEqual([])
  );
});

describe('views in relative clauses and passives', () => {
  it('ends a reported relative clause where the main clause goes on', () => {
    expect(views('The new tariffs, which Jakarta says are fair, have hurt farmers.')).toEqual([
      'Jakarta: are fair,'
    ]);
  });

  it('keeps what a thing is seen as with the thing, the holders between them', () => {
    expect(views('The pipeline is seen by Nepal, and above all by its farmers, as a lifeline.')).toEqual([
      'Nepal: The pipeline is seen by Nepal, and above all by its farmers, as a lifeline.'
    ]);
  });

  it('looks for "as" behind an insertion between dashes', () => {
    expect(views('Nepal sees the pact—a promise that dams will be shared—as a burden.').join(' ')).toContain(
      'as a burden'
    );
  });

  it('gives a view to whoever is led to it', () => {
    expect(views('The storm broke the bridge, leading Norway to view it as a hazard.')).toEqual([
      'Norway: it as a hazard.'
    ]);
  });

  it('takes no way of doing things for a holder', () => {
    expect(views('The town is growing in a way that seeks to please everyone.')).toEqual([]);
  });
});

describe('views that a tagger or a list could miss', () => {
  it.each([
    ['He often uses strong language, framing the lake as a prize.', ['He: the lake as a prize.']],
    ['Kenya views the plan with suspicion.', ['Kenya: the plan with suspicion.']],
    [
      'In contrast, Kenya advocates for a shared river, where every village has a say.',
      ['Kenya: a shared river, where every village has a say.']
    ],
    ["The mayor's rhetoric is about the town being ignored.", ['The mayor: the town being ignored.']],
    [
      'It has a port Uganda considers vital and within its sphere of trade.',
      ['Uganda: vital and within its sphere of trade.']
    ]
  ])('%s', (text, expected) => expect(views(text)).toEqual(expected));

  it.each(['Geneva talks of peace failed again.', 'More members mean that the club needs a larger hall.'])(
    'adds nothing: %s',
    (text) => expect(views(text)).toEqual([])
  );
});

describe('holders of a viewpoint', () => {
  it('joins the second holder and keeps both for "they"', () => {
    const text =
      "Mali joined late. From Kenya's perspective, and that of its smaller neighbours, the tax is unfair. They say that it hits traders.";
    expect(views(text)).toEqual([
      'Kenya and its smaller neighbours: the tax is unfair.',
      'Kenya and its smaller neighbours: that it hits traders.'
    ]);
  });

  it('names who stands behind a pronoun joined to others', () => {
    const text = 'President Ana Rojas won. For her and many in Lima, the treaty is a burden.';
    expect(views(text)).toEqual(['President Ana Rojas and many in Lima: the treaty is a burden.']);
  });

  it('shows no bare pronoun where it cannot tell whom it means', () => {
    const text = 'They say the road is closed. It was built by Juan Paz and Ana Rojas.';
    expect(views(text)).toEqual(['-: the road is closed.']);
  });

  it('gives nothing to the one whose eyes the reader is asked to borrow', () => {
    expect(views("Now let's look at the strike from the union's point of view.")).toEqual([]);
    expect(views('It is easy to see how, from a Kenyan viewpoint, the tax is unfair.')).toEqual([
      'Kenyan: the tax is unfair.'
    ]);
  });
});
