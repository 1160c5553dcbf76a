/** How far a statement could be checked against the world: a transparent sum, not a verdict. */
import type { TokenRange } from '$lib/text/document';
import type { ClauseMap, VerbGroup } from '../voice/clauses';
import { FORM } from '../voice/verb-forms';
import { CLASS } from '../voice/word-classes';

const OPINION = new Set(
  'should must ought good bad better best worse worst great terrible wonderful important crucial key natural easy difficult beautiful ugly right wrong fair unfair hopefully unfortunately fortunately sadly clearly obviously'.split(
    ' '
  )
);

/** What each sign adds; the start is what a bare clause gets. */
export const CHECKABLE_WEIGHTS = {
  start: 0.4,
  number: 0.25,
  name: 0.15,
  past: 0.15,
  future: -0.2,
  hedge: -0.15,
  opinion: -0.2,
  question: -0.35,
  condition: -0.2,
  address: -0.15,
  short: -0.1
} as const;

export interface CheckableSigns {
  readonly predicate: VerbGroup | null;
  readonly hedged: boolean;
  readonly question: boolean;
  readonly condition: boolean;
}

/** Score from 0 (nothing to check) to 1. */
export function checkableScore(map: ClauseMap, part: TokenRange, signs: CheckableSigns): number {
  const { tokens, classes } = map;
  const w = CHECKABLE_WEIGHTS;
  let number = false;
  let name = false;
  let opinion = false;
  let address = false;
  let words = 0;
  for (let k = part.firstToken; k < part.tokenEnd; k++) {
    const token = tokens[k]!;
    if (token.word) words++;
    const code = classes[k]!;
    if (code === CLASS.number) number = true;
    else if (code === CLASS.name) name = true;
    else if (OPINION.has(token.normal)) opinion = true;
    else if (token.normal === 'you' || token.normal === 'we' || token.normal === 'i') address = true;
  }
  const { predicate } = signs;
  const past =
    predicate !== null && predicate.modal === null && (predicate.form & (FORM.past | FORM.participle)) !== 0;
  const future = predicate?.modal === 'will' || predicate?.modal === "'ll" || predicate?.modal === 'would';
  const score =
    w.start +
    (number ? w.number : 0) +
    (name ? w.name : 0) +
    (past ? w.past : 0) +
    (future ? w.future : 0) +
    (signs.hedged ? w.hedge : 0) +
    (opinion ? w.opinion : 0) +
    (signs.question ? w.question : 0) +
    (signs.condition ? w.condition : 0) +
    (address ? w.address : 0) +
    (words < 4 ? w.short : 0);
  return Math.min(1, Math.max(0, Math.round(score * 100) / 100));
}
