/** Folds for cross-validation: near-duplicates stay together, labels are spread evenly, the same every time. */
import { randomStream } from '$lib/analysis/statistics/random-stream';

/** Texts that share so much of their words, as a set, are near-duplicates. */
const SAME = 0.6;
/** A word in more texts than this finds no duplicates: pairs that share only such words are left apart. */
const TOO_COMMON = 1500;

/** By text, the index of the first text it is a near-duplicate of, itself included. */
export function groupDuplicates(texts: readonly (readonly string[])[]): Int32Array {
  const sets = texts.map((words) => new Set(words));
  const count = new Map<string, number>();
  for (const set of sets) for (const word of set) count.set(word, (count.get(word) ?? 0) + 1);
  const parent = Int32Array.from(texts, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root]!;
    parent[index] = root;
    return root;
  };
  const holders = new Map<string, number[]>();
  sets.forEach((set, index) => {
    // Two sets as close as `SAME` share one of the rarest words of each.
    const rarest = [...set].sort((a, b) => count.get(a)! - count.get(b)! || (a < b ? -1 : 1));
    const prefix = rarest.slice(0, set.size - Math.ceil(SAME * set.size) + 1);
    for (const word of prefix) {
      const others = holders.get(word) ?? [];
      if (others.length > TOO_COMMON) continue;
      for (const other of others) {
        const [a, b] = [rootOf(index), rootOf(other)];
        if (a !== b && overlap(set, sets[other]!) >= SAME) parent[Math.max(a, b)] = Math.min(a, b);
      }
      others.push(index);
      holders.set(word, others);
    }
  });
  return parent.map((_, index) => rootOf(index));
}

/** Jaccard index; 0 where the sizes alone rule `SAME` out. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  if (few.size < SAME * many.size) return 0;
  let shared = 0;
  for (const word of few) if (many.has(word)) shared++;
  return shared / (a.size + b.size - shared);
}

/** By row, its fold from 0 up. A group goes where its first row's label sends it. */
export function foldsOf(
  groups: Int32Array,
  labels: readonly boolean[],
  folds: number,
  key: string
): Uint8Array {
  const foldOf = new Map<number, number>();
  for (const label of [true, false]) {
    const firsts = Int32Array.from(
      [...new Set(groups)].filter((group) => labels[group] === label).sort((a, b) => a - b)
    );
    randomStream(`${key}/${label}`).drawToFront(firsts, firsts.length);
    firsts.forEach((group, place) => foldOf.set(group, place % folds));
  }
  return Uint8Array.from(groups, (group) => foldOf.get(group)!);
}

/** Calls `use` with the rows outside and inside each fold. */
export function eachFold(
  folds: Uint8Array,
  use: (rest: readonly number[], held: readonly number[], fold: number) => void
): void {
  const rows = [...folds.keys()];
  for (let fold = 0; fold <= Math.max(...folds); fold++) {
    use(
      rows.filter((row) => folds[row] !== fold),
      rows.filter((row) => folds[row] === fold),
      fold
    );
  }
}
