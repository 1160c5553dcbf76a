/** Whether a clause states its content or its opposite. */
import type { TokenRange } from '$lib/text/document';
import type { ClauseMap, VerbGroup } from '../voice/clauses';
import { CLASS } from '../voice/word-classes';

/** "Not only A but B" affirms A. */
const NO_DENIAL_AFTER_NOT = new Set(['only', 'just', 'simply', 'least', 'surprisingly']);
const NEGATIVE = new Set([
  'no',
  'none',
  'nobody',
  'nothing',
  'neither',
  'never',
  'nor',
  'hardly',
  'barely',
  'scarcely'
]);
const FAILING = new Set([
  'fail',
  'refuse',
  'decline',
  'cease',
  'stop',
  'lack',
  'avoid',
  'prevent',
  'deny',
  'reject',
  'forget'
]);

/** True when the clause negates what it says. */
export function isNegated(map: ClauseMap, part: TokenRange, predicate: VerbGroup | null): boolean {
  const { tokens, classes } = map;
  const stop = Math.min(part.tokenEnd, (predicate?.end ?? part.firstToken) + 8);
  for (let k = part.firstToken; k < stop; k++) {
    const { normal } = tokens[k]!;
    const inVerb = predicate !== null && k >= predicate.start && k < predicate.end + 1;
    if (normal === 'not' || normal === "n't") {
      const next = tokens[k + 1]?.normal ?? '';
      if (NO_DENIAL_AFTER_NOT.has(next)) continue;
      // A later "but" sets off the part after it; the part before is what is denied.
      if (inVerb || predicate === null || k < predicate.start || followsDirectly(map, predicate, k))
        return true;
      continue;
    }
    if (!NEGATIVE.has(normal)) continue;
    if (normal === 'no' && tokens[k + 1]?.normal === 'longer') return true;
    if (k < (predicate?.end ?? stop) || followsDirectly(map, predicate, k)) return true;
  }
  if (predicate !== null) {
    const { lemma } = tokens[predicate.head]!;
    if (FAILING.has(lemma) && classes[predicate.end] === CLASS.to) return true;
  }
  return false;
}

/** No noun between the verb and the negative word: "has no …", "is not …", "sees it not as …". */
function followsDirectly(map: ClauseMap, predicate: VerbGroup | null, at: number): boolean {
  if (!predicate) return true;
  for (let k = predicate.end; k < at; k++) {
    const code = map.classes[k]!;
    if (code === CLASS.noun || code === CLASS.name || code === CLASS.comma) return false;
  }
  return true;
}
