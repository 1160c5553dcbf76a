import { describe, expect, it } from 'vitest';
import { SpeakerTallies } from '$lib/analysis/compare/speakers';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

function speakersIn(...texts: string[]) {
  const tallies = new SpeakerTallies(knowledge);
  for (const text of texts) tallies.add(readText(text, knowledge));
  return tallies.list([...'abc']);
}

describe('who gets to speak', () => {
  it('puts the names of one state together and keeps its members apart', () => {
    const speakers = speakersIn(
      'Russia said that the plan failed. Moscow said that the road was closed.',
      'The Kremlin said that nobody came. NATO members said that the plan worked.'
    );
    const russia = speakers.find(({ name }) => name === 'Russia')!;
    expect(russia.documents.map(({ document, passages }) => [document, passages])).toEqual([
      ['a', 2],
      ['b', 1]
    ]);
    expect(speakers.map(({ name }) => name)).toContain('NATO members');
  });

  it('counts the words of a speaker, most first, and none of the author', () => {
    const [first, second] = speakersIn(
      'The road is long. Anna Berg said that the plan failed and that nobody came. Tom Hall said it worked.'
    );
    expect(first!.name).toContain('Berg');
    expect(first!.documents).toEqual([{ document: 'a', words: 8, passages: 1 }]);
    expect(second!.documents[0]!.words).toBeLessThan(8);
  });

  it('puts what is said by nobody in particular together, without a name', () => {
    const speakers = speakersIn('It is expected that prices will rise. It is said that the plan failed.');
    expect(speakers.map(({ id, name }) => [id, name])).toEqual([['unnamed', null]]);
  });

  it('leads a name to the person that another text makes plain, unless two people have it', () => {
    const plain = 'Director Hanna Brandt came. Brandt said that the hall was empty.';
    const bare = 'Brandt said that the hall was empty and cold.';
    expect(speakersIn(plain, bare).map(({ documents }) => documents.map(({ document }) => document))).toEqual(
      [['a', 'b']]
    );
    const other = 'Mayor Tom Brandt came. Tom Brandt said that it was full. Brandt said so twice.';
    expect(
      speakersIn(plain, other, 'Officials met Brandt. Brandt said that it was late.').length
    ).toBeGreaterThan(1);
  });

  it('has no speaker where nobody is quoted', () => {
    expect(speakersIn('The road is long. It goes to the north.')).toEqual([]);
  });
});
