import { expect, it } from 'vitest';
import type { ChangedCell } from '$lib/view/registry';
import { changedGroups } from '$lib/view/registry-changes';

const cell = (document: number, to: ChangedCell['to'], from: ChangedCell['from'] = null): ChangedCell => ({
  claim: 'c',
  document: `d${document}`,
  from,
  to
});
const many = (count: number, to: ChangedCell['to'], first = 0) =>
  Array.from({ length: count }, (_, index) => cell(first + index, to));

it('a new claim names who speaks of it, and counts the many that do not', () => {
  const [found] = changedGroups([...many(45, 'silent'), cell(50, 'asserts'), ...many(13, 'attributes', 60)]);
  expect(found!.groups.map(({ to, documents, more }) => [to, documents.length, more])).toEqual([
    ['attributes', 12, 1],
    ['asserts', 1, 0],
    ['silent', 0, 45]
  ]);
});

it('a few silent sources are named, and what each said before tells changes apart', () => {
  const cells = [
    cell(1, 'silent', 'asserts'),
    cell(2, 'silent', 'hedges'),
    { ...cell(1, 'hedges'), claim: 'b' }
  ];
  expect(changedGroups(cells)).toEqual([
    {
      claim: 'c',
      groups: [
        { from: 'asserts', to: 'silent', documents: ['d1'], more: 0 },
        { from: 'hedges', to: 'silent', documents: ['d2'], more: 0 }
      ]
    },
    { claim: 'b', groups: [{ from: null, to: 'hedges', documents: ['d1'], more: 0 }] }
  ]);
});
