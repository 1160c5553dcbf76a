import { describe, expect, it } from 'vitest';
import { compareActors } from '$lib/analysis/compare/actors';
import { countPlaces, mergePlaces } from '$lib/analysis/compare/actor-places';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

const actorsOf = (...texts: string[]) =>
  compareActors(
    texts.map((text, i) => ({ id: `d${i}`, reading: readText(text, knowledge) })),
    knowledge
  );
const find = (actors: ReturnType<typeof actorsOf>, id: string) => actors.find((actor) => actor.id === id);

describe('actors', () => {
  it('are one under their names, seats and the nouns that point back to them', () => {
    const actors = actorsOf(
      'India and the African Union met in May. New Delhi praised the bloc. The bloc answered at once.'
    );
    expect(find(actors, 'india')).toMatchObject({ name: 'India', kind: 'place', aliases: ['New Delhi'] });
    expect(find(actors, 'india')!.documents[0]!.mentions).toBe(2);
    expect(find(actors, 'african-union')).toMatchObject({ kind: 'organisation', aliases: ['the bloc'] });
    expect(find(actors, 'african-union')!.documents[0]!.mentions).toBe(3);
  });

  it('leave a noun alone when the text has named no organisation of its kind', () => {
    expect(actorsOf('The alliance of farmers met in Kenya.').map(({ id }) => id)).toEqual(['kenya']);
  });

  it('act, are acted on, or neither', () => {
    const actors = actorsOf(
      'Peru accused Chile of theft. Chile was criticised by Bolivia. The border of Peru is long.'
    );
    expect(find(actors, 'peru')!.documents[0]).toMatchObject({ mentions: 2, agent: 1, patient: 0 });
    expect(find(actors, 'chile')!.documents[0]).toMatchObject({ mentions: 2, agent: 0, patient: 2 });
    expect(find(actors, 'bolivia')!.documents[0]).toMatchObject({ agent: 1, patient: 0 });
  });

  it('are read from the text when they are people', () => {
    const actors = actorsOf(
      'President Amara Diallo spoke on Monday. Diallo promised new roads. The North Valley Museum was closed.'
    );
    const people = actors.filter(({ kind }) => kind === 'person');
    expect(people.map(({ name }) => name)).toEqual(['Amara Diallo']);
    expect(people[0]!.documents[0]!.mentions).toBe(2);
  });

  it('do not take a common word for a name', () => {
    expect(actorsOf('They told us that roast turkey was served on china plates.')).toEqual([]);
  });

  it('are listed for every document, also where they are not named', () => {
    const [kenya] = actorsOf('Kenya won. Kenya sang.', 'It rained.');
    expect(kenya!.documents.map(({ mentions }) => mentions)).toEqual([2, 0]);
    expect(kenya!.documents[1]!.sentiment).toEqual({ author: null, attributed: null });
  });

  it('are spoken of well or ill by the author and by others apart', () => {
    const [first] = actorsOf(
      'Kenya won praise for its great courage. Kenya helped the victims. Kenya deserves thanks for its success. ' +
        'Critics said that Kenya lied about the scandal. Critics said that Kenya failed and should be blamed. ' +
        'Critics said that Kenya was guilty of a shameful fraud.'
    );
    const { author, attributed } = first!.documents[0]!.sentiment;
    expect(author).toBeGreaterThan(0);
    expect(attributed).toBeLessThan(0);
  });

  it('have no tone where they are named too seldom to tell', () => {
    const [kenya] = actorsOf('Kenya lied. Kenya failed.');
    expect(kenya!.documents[0]!.sentiment.author).toBeNull();
  });

  it('are two people where one document names one of a surname and another document the other', () => {
    const actors = actorsOf(
      'We met Thomas Okafor in May. Okafor left. Okafor came back.',
      'We met Ngozi Okafor in June. Okafor left.',
      'President Okafor spoke. Okafor left.'
    ).filter(({ kind }) => kind === 'person');
    expect(actors.map(({ id, name }) => [id, name])).toEqual([
      ['person:okafor', 'Thomas Okafor'],
      ['person:ngozi-okafor', 'Ngozi Okafor']
    ]);
    expect(actors.map(({ documents }) => documents.map(({ mentions }) => mentions))).toEqual([
      [3, 0, 2],
      [0, 2, 0]
    ]);
  });

  it('can be counted again from the places that are handed out with them', () => {
    const text =
      'Kenya won praise for its great courage. Kenya helped Peru, and Kenya was thanked by Peru. ' +
      'Critics said that Kenya lied about the scandal. Kenya’s border is long.';
    for (const { documents, name, aliases } of actorsOf(text, 'It rained.')) {
      const [found, silent] = documents;
      const places = found!.places!;
      expect(places).toHaveLength(found!.mentions);
      expect(places.every(({ start, end }) => [name, ...aliases].includes(text.slice(start, end)))).toBe(
        true
      );
      for (const role of ['agent', 'patient'] as const)
        expect(places.filter((place) => place.role === role)).toHaveLength(found![role]);
      for (const voice of ['author', 'attributed'] as const) {
        const tones = places.flatMap((place) => (place.voice === voice ? (place.tone ?? []) : []));
        const mean = tones.reduce((sum, tone) => sum + tone, 0) / tones.length;
        if (tones.length < 3) expect(found!.sentiment[voice]).toBeNull();
        else expect(found!.sentiment[voice]).toBeCloseTo(mean, 9);
      }
      expect(silent!.places).toBeUndefined();
    }
  });

  it('keep the places of both names of one person, in text order', () => {
    const one = [{ start: 0, end: 4, sentence: 0, voice: 'author', role: null, tone: 0.3 }] as const;
    const other = [
      { start: 9, end: 12, sentence: 1, voice: 'author', role: 'agent', tone: 0.6 },
      { start: 20, end: 23, sentence: 1, voice: 'author', role: 'patient', tone: 0 }
    ] as const;
    const merged = mergePlaces(other, one);
    expect(merged.map(({ start }) => start)).toEqual([0, 9, 20]);
    // Neither name alone comes up often enough to say how it is spoken of.
    expect(countPlaces('d', merged)).toMatchObject({ mentions: 3, agent: 1, patient: 1 });
    expect(countPlaces('d', merged).sentiment.author).toBeCloseTo(0.3, 9);
  });
});
