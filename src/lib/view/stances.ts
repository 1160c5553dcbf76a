/** Stances in words and signs, and how much a contested claim splits the sources. */
import type { Mention, Stance } from '$lib/analysis/audit-schema';
import type { ContestedSlice } from './slices';
import type { StanceSort } from './url-state';

export interface StanceWords {
  readonly name: string;
  /** A sign that can be told apart without colour. */
  readonly glyph: string;
  readonly meaning: string;
}

const WORDS: Readonly<Record<Stance, StanceWords>> = {
  asserts: { name: 'asserts', glyph: '●', meaning: 'says it in the author’s own voice, without a hedge.' },
  disputes: { name: 'disputes', glyph: '✕', meaning: 'denies it in the author’s own voice.' },
  hedges: { name: 'hedges', glyph: '◐', meaning: 'says it in the author’s own voice, but not as certain.' },
  attributes: { name: 'attributes', glyph: '❝', meaning: 'reports that somebody else says or denies it.' },
  silent: { name: 'silent', glyph: '–', meaning: 'does not mention it.' }
};

export const STANCES: readonly Stance[] = ['asserts', 'disputes', 'hedges', 'attributes', 'silent'];

/** The words for a stance. */
export function stanceWords(stance: Stance): StanceWords {
  return WORDS[stance];
}

type Told = Pick<Mention, 'voice' | 'polarity' | 'certainty'>;

/** Whether a mention is of the kind that gives a source its stance. */
const CARRIES: Readonly<Record<Stance, (mention: Told) => boolean>> = {
  asserts: ({ voice, polarity, certainty }) =>
    voice === 'author' && polarity === 'affirm' && certainty === 'plain',
  disputes: ({ voice, polarity }) => voice === 'author' && polarity === 'deny',
  hedges: ({ voice }) => voice === 'author',
  attributes: () => true,
  silent: () => true
};

/** The mentions that a source's stance rests on, then its others, each in text order. */
export function decisiveFirst<One extends Told>(stance: Stance, mentions: readonly One[]): One[] {
  const carries = CARRIES[stance];
  return [...mentions.filter(carries), ...mentions.filter((mention) => !carries(mention))];
}

/** How far apart two stances stand, 0 to 1, for sorting only; it is printed nowhere. */
const DISTANCE: Readonly<Record<Stance, Readonly<Record<Stance, number>>>> = {
  asserts: { asserts: 0, disputes: 1, hedges: 0.4, attributes: 0.6, silent: 0.5 },
  disputes: { asserts: 1, disputes: 0, hedges: 0.8, attributes: 0.6, silent: 0.5 },
  hedges: { asserts: 0.4, disputes: 0.8, hedges: 0, attributes: 0.3, silent: 0.4 },
  attributes: { asserts: 0.6, disputes: 0.6, hedges: 0.3, attributes: 0, silent: 0.3 },
  silent: { asserts: 0.5, disputes: 0.5, hedges: 0.4, attributes: 0.3, silent: 0 }
};

/** Mean distance between the stances of all pairs of sources. */
export function disagreement(claim: ContestedSlice): number {
  const { cells } = claim;
  let sum = 0;
  let pairs = 0;
  for (let i = 0; i < cells.length; i++) {
    for (let j = i + 1; j < cells.length; j++) {
      sum += DISTANCE[cells[i]!.stance][cells[j]!.stance];
      pairs += 1;
    }
  }
  return pairs === 0 ? 0 : sum / pairs;
}

/** Claims in the asked order; the registry's order breaks ties. */
export function sortClaims(claims: readonly ContestedSlice[], sort: StanceSort): readonly ContestedSlice[] {
  if (sort === 'given') return claims;
  return claims
    .map((claim, index) => ({ claim, index, split: disagreement(claim) }))
    .sort((a, b) => b.split - a.split || a.index - b.index)
    .map(({ claim }) => claim);
}

/** The documents of a claim by stance, in document order. */
export function documentsByStance(claim: ContestedSlice): Readonly<Record<Stance, readonly string[]>> {
  const found: Record<Stance, string[]> = {
    asserts: [],
    disputes: [],
    hedges: [],
    attributes: [],
    silent: []
  };
  for (const cell of claim.cells) found[cell.stance].push(cell.document);
  return found;
}
