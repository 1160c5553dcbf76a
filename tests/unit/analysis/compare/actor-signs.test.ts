import { describe, expect, it } from 'vitest';
import { readText } from '$lib/analysis/read';
import { readTerms } from '$lib/analysis/claims/terms';
import { readActorNames } from '$lib/analysis/compare/actor-names';
import { knowledge } from '$lib/lexicons/generated';

/** Who is named in a text, as "kind name". */
function named(text: string): string[] {
  const { names, facts } = readActorNames(readText(text, knowledge), knowledge);
  return [...new Set(names.map(({ actor }) => `${facts.get(actor)?.kind} ${facts.get(actor)?.name}`))];
}

describe('who is an actor', () => {
  it.each([
    ['The dam broke, said Ingvild Aas, 34, who saw it.', 'person Ingvild Aas'],
    ['The dam broke, said Ingvild Aas, who heads the mill.', 'person Ingvild Aas'],
    ['Margaret Holm, the member for roads, said it would open.', 'person Margaret Holm']
  ])('is somebody who is told to be a person, though named once: %s', (text, name) =>
    expect(named(text)).toContain(name)
  );

  it('is matched by the words of the name where it is named once: another text may give the surname alone', () => {
    const keysOf = (text: string) => readTerms(readText(text, knowledge), knowledge).keys;
    const once = 'The dam broke, said Ingvild Aas, 34, who saw it.';
    expect(keysOf(once)).toContain('aas');
    expect(keysOf(`${once} Aas ran.`).filter((key) => key === '@person:aas')).toHaveLength(2);
  });

  it.each([
    'Two Norvian guards died. The Norvian side fired. Norvian guards fled.',
    'Who fired first on the lake?',
    'LONDON, March 3 - The mill burned down on Monday.',
    'They played Real Alvira. Real Alvira have won, wrote the paper O Dia de Alvira.'
  ])('is no number, question, dateline or club: %s', (text) => expect(named(text)).toEqual([]));

  it('is still a place that a sentence opens with', () => {
    expect(named('London said it would wait. LONDON was angry.')).toHaveLength(1);
  });
});
