/** Who does what to whom in a statement that is matched, as keys. */
import type { TokenRange } from '$lib/text/document';
import { exactly } from './exact-list';
import type { Roles } from './part-auxiliary';
import type { Terms } from './terms';
import { KIND, type Vocabulary } from './vocabulary';
import type { Unit, UnitRoles } from './unit';

const NONE: readonly never[] = [];
const NO_ROLES: UnitRoles = { did: 0, who: NONE, whom: NONE };

/** Telling words and actors of a phrase. */
function keysIn(phrase: TokenRange | null, terms: Terms, vocabulary: Vocabulary): readonly number[] {
  if (!phrase) return NONE;
  const found = new Set<number>();
  for (let i = phrase.firstToken; i < phrase.tokenEnd; i++) {
    if (terms.keys[i] === '') continue;
    const id = vocabulary.idOf(terms.keys[i]!);
    const kind = vocabulary.kindOf(id);
    if (kind === KIND.word || kind === KIND.actor) found.add(id);
  }
  return exactly([...found]);
}

/** The roles of a stretch of a statement; none when its verb stands outside the stretch. */
export function unitRoles(
  roles: Roles,
  stretch: TokenRange,
  terms: Terms,
  vocabulary: Vocabulary
): UnitRoles {
  const head = roles.head?.head ?? roles.did?.firstToken ?? -1;
  if (head < stretch.firstToken || head >= stretch.tokenEnd) return NO_ROLES;
  return {
    did: terms.keys[head] === '' ? 0 : vocabulary.idOf(terms.keys[head]!),
    who: keysIn(roles.who, terms, vocabulary),
    whom: keysIn(roles.whom, terms, vocabulary)
  };
}

/** Whether two keys are the same, or of one concept. */
function akin(a: number, b: number, vocabulary: Vocabulary): boolean {
  return a === b || (vocabulary.conceptOf(a) > 0 && vocabulary.conceptOf(a) === vocabulary.conceptOf(b));
}

const meet = (a: readonly number[], b: readonly number[], vocabulary: Vocabulary): boolean =>
  a.some((x) => b.some((y) => akin(x, y, vocabulary)));

/** How the roles of two statements stand to each other. */
export interface RoleMatch {
  /** The same deed, done to the same, and by nobody else as far as either says. */
  readonly same: boolean;
  /** The same deed, done to the same, whoever did it. */
  readonly sameObject: boolean;
  /** The same deed, or none that is told, done to others. */
  readonly otherObject: boolean;
}

/** Holds the roles of two statements against each other. */
export function matchRoles({ roles: a }: Unit, { roles: b }: Unit, vocabulary: Vocabulary): RoleMatch {
  const deed = a.did > 0 && b.did > 0 && akin(a.did, b.did, vocabulary);
  const objects = a.whom.length > 0 && b.whom.length > 0;
  const whom = objects && meet(a.whom, b.whom, vocabulary);
  const doers = a.who.length > 0 && b.who.length > 0;
  const who = doers && meet(a.who, b.who, vocabulary);
  return {
    same: deed && whom && (who || !doers),
    sameObject: deed && whom,
    otherObject: deed && objects && !whom
  };
}
