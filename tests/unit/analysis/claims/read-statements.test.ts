import { describe, expect, it } from 'vitest';
import { knowledge } from '$lib/lexicons/generated';
import { readText } from '$lib/analysis/read';

function statements(text: string) {
  return readText(text, knowledge).statements.map((statement) => ({
    quote: text.slice(statement.start, statement.end),
    voice: statement.voice,
    holder: statement.holder,
    certainty: statement.certainty,
    polarity: statement.polarity,
    checkable: statement.checkable
  }));
}

const quotes = (text: string): string[] => statements(text).map((statement) => statement.quote);

describe('statements', () => {
  it('cuts a sentence into its clauses', () => {
    expect(quotes('When the rain stopped, the river fell, and the farmers went home.')).toEqual([
      'When the rain stopped',
      'the river fell',
      'and the farmers went home.'
    ]);
  });

  it('begins and ends at words, whatever marks join the clauses', () => {
    const text =
      'The port, which Lima says is safe, and which earned money; it has grown, and — so they say — will grow; “soon,” said Ana Rojas, “very soon.”';
    for (const quote of quotes(text)) expect(quote).not.toMatch(/^[,;:—–\s]|[,;:—–\s]$/);
  });

  it('lets a long participle clause stand on its own', () => {
    expect(quotes('Chile moved its troops to the border, forming a line of posts around the town.')).toEqual([
      'Chile moved its troops to the border',
      'forming a line of posts around the town.'
    ]);
  });

  it('finds deeds in noun phrases', () => {
    expect(quotes("The talks failed after Chile's occupation of Antofagasta in 1879.")).toContain(
      "Chile's occupation of Antofagasta in 1879"
    );
  });

  it('keeps the content apart from who reports it', () => {
    const [content] = statements('Chile argues that the border was drawn by mistake.');
    expect(content).toMatchObject({
      quote: 'that the border was drawn by mistake.',
      voice: 'attributed',
      holder: 'Chile'
    });
  });

  it('keeps a promise as a deed of whoever made it', () => {
    const found = statements('In 1990, Chile promised that it would not build the dam.');
    expect(found[0]).toMatchObject({ quote: 'In 1990, Chile promised', voice: 'author' });
    expect(found[1]).toMatchObject({ voice: 'attributed', holder: 'Chile', polarity: 'deny' });
  });

  it.each([
    ['The alliance is not merely a trade pact.', 'deny'],
    ['The alliance is not only a trade pact.', 'affirm'],
    ['The alliance has no army.', 'deny'],
    ['The alliance never had an army.', 'deny'],
    ['The alliance has an army.', 'affirm'],
    ['The talks failed to end the war.', 'deny'],
    ['Nobody saw the army.', 'deny'],
    ['None of the twelve ships ever left the port.', 'deny'],
    ['The pact is no longer in force.', 'deny'],
    ['Profits declined to nine million.', 'affirm'],
    ['No matter what it costs, the town will build a dam.', 'affirm']
  ])('%s → %s', (text, polarity) => {
    expect(statements(text)[0]!.polarity).toBe(polarity);
  });

  it('denies what its holder denies, and affirms a denied denial', () => {
    expect(statements('Chile denied that it had moved the border.').at(-1)!.polarity).toBe('deny');
    expect(statements('Chile did not deny that it had moved the border.').at(-1)!.polarity).toBe('affirm');
  });

  it.each([
    ['The dam could fail within a year.', 'hedged'],
    ['The dam failed within a year.', 'plain'],
    ['Did the dam fail within a year?', 'hedged'],
    ['He argues that the dam might fail.', 'hedged'],
    ['Reporters asked whether the dam had failed.', 'hedged']
  ])('%s is %s', (text, certainty) => {
    expect(statements(text).at(-1)!.certainty).toBe(certainty);
  });

  it.each([
    ['Perhaps the dam failed.', 'hedged'],
    ['The dam is now very likely to fail.', 'hedged'],
    ['The dam seems to hold.', 'hedged'],
    ['The town hired a man who might know the dam.', 'plain'],
    ['He worked on the old dam near Ostrava, a job that probably paid well.', 'plain']
  ])('knows whether a hedge touches the clause: %s is %s', (text, certainty) => {
    expect(statements(text)[0]!.certainty).toBe(certainty);
  });

  it('takes no body for a deed', () => {
    expect(quotes("The talks failed after Chile's liberation of Antofagasta.")).toHaveLength(2);
    expect(quotes("The talks failed after Chile's administration of Antofagasta.")).toHaveLength(1);
  });

  it('rates dated facts above opinions and forecasts', () => {
    const score = (text: string): number => statements(text)[0]!.checkable;
    const fact = score('Chile joined the pact with 12 members in 1949.');
    expect(fact).toBeGreaterThan(score('The pact is a wonderful and important idea.'));
    expect(fact).toBeGreaterThan(score('The pact will grow.'));
    expect(fact).toBeGreaterThan(score('Should Chile join the pact?'));
  });
});
