/** Groups of statements that make no claim of their own, because another one already stands for them. */
import type { Unit } from './unit';

/** More than any text has, so that a document and a statement make one number. */
const MOST_STATEMENTS = 2 ** 24;

/**
 * A statement can enter the matching several times, whole and by its core, its brackets or its purpose. What
 * found no partner is no claim of its own when another part of the statement did, or stands for it already; nor
 * is a group whose statements all stand together in another one.
 */
export function withoutRemainders(units: readonly Unit[], groups: readonly number[][]): number[][] {
  const nameOf = (unit: number): number => units[unit]!.document * MOST_STATEMENTS + units[unit]!.statement;
  // Most groups are one statement alone: only the others are looked up.
  const statements = new Map<number, ReadonlySet<number>>();
  const groupsOf = new Map<number, number[]>();
  groups.forEach((members, group) => {
    if (members.length < 2) return;
    const names = new Set(members.map(nameOf));
    if (names.size < 2) return;
    statements.set(group, names);
    for (const name of names) groupsOf.set(name, [...(groupsOf.get(name) ?? []), group]);
  });
  const stoodFor = new Set<number>();
  return groups.filter((members, group) => {
    const names = [...(statements.get(group) ?? [nameOf(members[0]!)])];
    const others = groupsOf.get(names[0]!) ?? [];
    if (names.length > 1) {
      return !others.some((other) => {
        const larger = statements.get(other)!;
        const first = larger.size > names.length || (larger.size === names.length && other < group);
        return other !== group && first && names.every((name) => larger.has(name));
      });
    }
    if (others.length > 0 || stoodFor.has(names[0]!) || members.every((unit) => units[unit]!.quiet))
      return false;
    stoodFor.add(names[0]!);
    return true;
  });
}
