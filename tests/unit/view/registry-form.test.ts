import { describe, expect, it } from 'vitest';
import { acceptedClaim, claimOf, fieldsOf } from '$lib/view/registry-form';
import { CLAIM } from './fixture-registry';

describe('the fields of a form', () => {
  it('give back the entry they were made of', () => {
    expect(claimOf(fieldsOf(CLAIM))).toEqual(CLAIM);
  });

  it('of a new entry begin with its statement alone', () => {
    const fields = fieldsOf(null, 'The sea is deep.');
    expect(claimOf(fields)).toMatchObject({ id: '', statement: 'The sea is deep.', cues: [], years: null });
  });

  it('leave out empty lines and terms, and take one year for both', () => {
    const fields = { ...fieldsOf(null, 'x'), cues: ' a ,, b\n\n , \nc', from: '2004' };
    expect(claimOf(fields)).toMatchObject({ cues: [['a', 'b'], ['c']], years: [2004, 2004] });
  });
});

it('a proposal is accepted with the reason it was made for', () => {
  expect(acceptedClaim({ statement: 'The sea is deep.', reasons: ['disputed', 'hedged'] })).toMatchObject({
    id: '',
    statement: 'The sea is deep.',
    whyContested: 'Proposed because the sources treat it differently: one disputes it, one hedges it.'
  });
});
