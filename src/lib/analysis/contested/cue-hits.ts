import type { TokenRange } from '$lib/text/document';
import { cueAt } from './align';
import type { Field } from './field';
import type { Cue } from './claim-form';
import { inside } from './sentence-clauses';

/** Sentences that hold a first word of any of these cues. */
function sentencesOfCues(field: Field, group: readonly Cue[]): Map<number, number[]> {
  const { reading, terms } = field;
  const { sentences } = reading.document;
  const found = new Map<number, number[]>();
  for (const cue of group) {
    const lead = cue.findIndex(({ key }) => key !== '');
    const candidates = lead >= 0 ? (terms.sentencesWith.get(cue[lead]!.key) ?? []) : sentences.keys();
    for (const index of candidates) {
      const sentence = sentences[index]!;
      for (let i = sentence.firstToken; i < sentence.tokenEnd; i++) {
        if (cueAt(field, cue, i) === 0) continue;
        const known = found.get(index);
        if (known) known.push(i);
        else found.set(index, [i]);
      }
    }
  }
  return found;
}

/** Cue hits of all groups: which sentences they allow, and how near each group is. */
export interface CueReading {
  readonly groups: readonly ReadonlyMap<number, readonly number[]>[];
  /** The group met in fewest sentences: it must stand in the sentence itself. */
  readonly rarest: number;
}

/** Finds the cues of a claim in a text; null when the claim has none. */
export function readCueHits(field: Field): CueReading | null {
  const { cues } = field.form;
  if (cues.length === 0) return null;
  const groups = cues.map((group) => sentencesOfCues(field, group));
  let rarest = 0;
  groups.forEach((group, i) => {
    if (group.size < groups[rarest]!.size) rarest = i;
  });
  return { groups, rarest };
}

/** Mean nearness of the cue groups to a clause: 1 in it, less in its sentence or the one before; 0 when one is missing. */
export function nearness(cues: CueReading, sentence: number, clause: TokenRange): number {
  let sum = 0;
  for (const group of cues.groups) {
    const here = group.get(sentence);
    if (here) sum += here.some((token) => inside(clause, token)) ? 1 : 0.8;
    else if (group.has(sentence - 1)) sum += 0.4;
    else return 0;
  }
  return sum / cues.groups.length;
}
