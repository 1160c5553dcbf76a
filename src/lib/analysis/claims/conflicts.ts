import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Conflict } from '../audit-schema';
import type { ComparedDocument } from './compare-claims';
import type { Rarity } from './score-pair';
import type { Unit } from './units';

/** Where members of one claim contradict each other. */
export function findConflicts(
  _units: readonly Unit[],
  _documents: readonly ComparedDocument[],
  _rarity: Rarity,
  _knowledge: Knowledge
): Conflict[] {
  return [];
}
