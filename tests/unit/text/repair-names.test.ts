import { describe, expect, it } from 'vitest';
import { knowledge } from '$lib/lexicons/generated';
import { readDocument } from '$lib/text/read-document';

/** The words of a text with their part of speech, as "Watch/PROPN". */
function tagged(text: string): string[] {
  return readDocument(text, knowledge).tokens.map(({ text: form, pos }) => `${form}/${pos}`);
}

describe('names that look like verbs', () => {
  it.each([
    ['Human Rights Watch said the road was closed.', 'Watch/PROPN'],
    ['The aid was brought by the Red Cross on Monday.', 'Cross/PROPN'],
    ['The lake belongs to the Ford family and to nobody else.', 'Ford/PROPN'],
    ['The senator told the Associated Press that he would resign.', 'Associated/PROPN'],
    ['Save the Children urged both sides to open a road.', 'Save/PROPN'],
    ['Ted Marlow has resigned as mayor of the town.', 'Ted/PROPN'],
    ['Save Hillside, a campaign group, said it might go to court.', 'Save/PROPN'],
    ['Rob Marlow, who runs the mill, resigned.', 'Rob/PROPN'],
    ['The mill belongs to the town, says Will Marlow of the union.', 'Will/PROPN']
  ])('%s', (text, name) => {
    expect(tagged(text)).toContain(name);
  });

  it.each([
    ['The Committee to Protect Reporters said so.', 'Committee to Protect Reporters'],
    ['The Campaign to End Hunger was closed.', 'Campaign to End Hunger'],
    ['A clerk of the Society to Save the Old Mill resigned.', 'Society to Save the Old Mill']
  ])('joins a body to the aim it is named by: %s', (text, name) => {
    const words = tagged(text);
    for (const word of name.split(' ')) expect(words).toContain(`${word}/PROPN`);
  });

  it.each([
    ['The union asked the Council to repair the road.', 'to/PART'],
    ['They moved the Commission to Geneva in May.', 'Geneva/PROPN']
  ])('does not join it to a deed or a place: %s', (text, word) => {
    expect(tagged(text)).toContain(word);
  });

  it('knows a name at the head of a sentence from another sentence', () => {
    const words = tagged('The town elected Grant on Sunday. Grant, a baker, thanked the voters.');
    expect(words.filter((word) => word.startsWith('Grant'))).toEqual(['Grant/PROPN', 'Grant/PROPN']);
  });

  it.each([
    ['orders', 'Watch the road before you cross it.', 'Watch/VERB'],
    ['participles', 'Citing Peru, the minister closed the road.', 'Citing/VERB'],
    ['what follows a colon', 'The order was plain: Tell the mayor.', 'Tell/VERB'],
    ['headlines', 'Mayor Accuses Council Of Closing Bridge', 'Accuses/VERB'],
    ['states asked for', 'Stay tuned for the results.', 'Stay/VERB']
  ])('leaves %s alone', (_, text, verb) => {
    expect(tagged(text)).toContain(verb);
  });

  it('reads a verb at the head of a sentence as a noun where it has a verb of its own', () => {
    expect(tagged('Hate destroys towns.')).toContain('Hate/NOUN');
  });
});
