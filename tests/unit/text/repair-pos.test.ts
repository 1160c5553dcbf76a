import { describe, expect, it } from 'vitest';
import { knowledge } from '$lib/lexicons/generated';
import { readDocument } from '$lib/text/read-document';

/** The words of a text with their part of speech, as "close/VERB". */
function tagged(text: string): string[] {
  return readDocument(text, knowledge).tokens.map(({ text: form, pos }) => `${form}/${pos}`);
}

describe('words whose part of speech their neighbours tell', () => {
  it.each([
    ['The trust will close the school in May.', 'close/VERB'],
    ['The bridge might not last the winter.', 'last/VERB'],
    ["The auditor's report of 2022 put the repairs at ten million.", 'put/VERB'],
    ['At the mill, 480 people work in three shifts.', 'work/VERB'],
    ['The rival accused him of theft.', 'accused/VERB'],
    ['I do not doubt that she means well.', 'doubt/VERB'],
    ['Critics claim the count was rushed.', 'claim/VERB'],
    ['The firm said pay had risen.', 'pay/NOUN'],
    ['Doctors said 46 have fallen ill.', 'ill/ADJ'],
    ['The operator Norlink cost 5 million euros.', 'cost/VERB'],
    ['The delay cost Norlink 5 million euros.', 'cost/VERB'],
    ['The delay cost the operator about 5 million euros.', 'cost/VERB'],
    ['Their refusal to move cost it more than 5 million euros.', 'cost/VERB'],
    ['The school will close next year.', 'close/VERB'],
    ['None of the boats was insured, an insider claims.', 'claims/VERB'],
    ['Han Ji-woo won the race.', 'woo/PROPN']
  ])('%s', (text, word) => expect(tagged(text)).toContain(word));

  it.each([
    ['The shop is not open on Sunday.', 'open/ADJ'],
    ['Their work in Lima ended.', 'work/NOUN'],
    ['The cost of 5 million shocked them.', 'cost/NOUN'],
    ['The cost the town bears is 5 million.', 'cost/NOUN'],
    ['The speed alarmed them.', 'speed/NOUN'],
    ['They doubt its estimates were sound.', 'estimates/NOUN']
  ])('leaves the rest alone: %s', (text, word) => expect(tagged(text)).toContain(word));
});
