/** Two versions of a text side by side: what one has and the other has not. */

/** A stretch of one version; changed stretches have no counterpart in the other. */
export interface VersionRun {
  readonly text: string;
  readonly changed: boolean;
}

/** A stretch of both versions laid into one text. */
export interface TogetherRun {
  readonly text: string;
  /** `gone`: only the earlier version has it. `come`: only the later one. */
  readonly kind: 'same' | 'gone' | 'come';
}

export interface VersionPair {
  readonly before: readonly VersionRun[];
  readonly after: readonly VersionRun[];
  /** Both in one text, what is gone before what came in its place. */
  readonly together: readonly TogetherRun[];
  /** False when the texts were too long to compare word by word: then whole paragraphs are. */
  readonly byWord: boolean;
}

/** Steps of the comparison; beyond it a text is compared by paragraphs, then shown as changed throughout. */
const MOST_EDITS = 2_000;

/** Words with the white space after them, so that the pieces make up the text. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|^\s+/gu) ?? [];
}

function paragraphsOf(text: string): string[] {
  return text.match(/[^\n]*\n+|[^\n]+$/gu) ?? [];
}

/**
 * Which pieces of either list belong to a shortest list of changes (Myers' greedy algorithm, time in proportion to
 * length times changes); null when there are more changes than that is worth.
 */
function changes(a: readonly string[], b: readonly string[]): { a: boolean[]; b: boolean[] } | null {
  const key = (piece: string): string => piece.trim();
  const [x, y] = [a.map(key), b.map(key)];
  const most = Math.min(MOST_EDITS, x.length + y.length);
  const furthest = new Int32Array(2 * most + 3);
  const offset = most + 1;
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d++) {
    trace.push(furthest.slice(offset - d - 1, offset + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && furthest[offset + k - 1]! < furthest[offset + k + 1]!);
      let i = down ? furthest[offset + k + 1]! : furthest[offset + k - 1]! + 1;
      let j = i - k;
      while (i < x.length && j < y.length && x[i] === y[j]) {
        i++;
        j++;
      }
      furthest[offset + k] = i;
      if (i >= x.length && j >= y.length) return backtrack(x.length, y.length, trace, d);
    }
  }
  return null;
}

function backtrack(
  fromA: number,
  fromB: number,
  trace: readonly Int32Array[],
  edits: number
): { a: boolean[]; b: boolean[] } {
  const marks = { a: new Array<boolean>(fromA).fill(false), b: new Array<boolean>(fromB).fill(false) };
  let [i, j] = [fromA, fromB];
  for (let d = edits; d > 0; d--) {
    const row = trace[d]!;
    const at = (k: number): number => row[k + d + 1]!;
    const k = i - j;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const before = down ? at(k + 1) : at(k - 1);
    const beforeB = before - (down ? k + 1 : k - 1);
    if (down) marks.b[beforeB] = true;
    else marks.a[before] = true;
    [i, j] = [before, beforeB];
  }
  return marks;
}

function runs(pieces: readonly string[], marks: readonly boolean[]): VersionRun[] {
  const joined: { text: string; changed: boolean }[] = [];
  pieces.forEach((text, index) => {
    const changed = marks[index] ?? false;
    const last = joined.at(-1);
    if (last?.changed === changed) last.text += text;
    else joined.push({ text, changed });
  });
  return joined;
}

function togetherOf(
  a: readonly string[],
  b: readonly string[],
  marks: { readonly a: readonly boolean[]; readonly b: readonly boolean[] }
): TogetherRun[] {
  const joined: { text: string; kind: TogetherRun['kind'] }[] = [];
  const add = (text: string, kind: TogetherRun['kind']): void => {
    const last = joined.at(-1);
    if (last?.kind === kind) last.text += text;
    else joined.push({ text, kind });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (marks.a[i]) add(a[i++]!, 'gone');
    else if (marks.b[j]) add(b[j++]!, 'come');
    else {
      add(b[j] ?? a[i]!, 'same');
      i++;
      j++;
    }
  }
  return joined;
}

/** Compares two versions of a text. The runs of each make up its text to the letter. */
export function compareVersions(before: string, after: string): VersionPair {
  for (const [split, byWord] of [
    [wordsOf, true],
    [paragraphsOf, false]
  ] as const) {
    const [a, b] = [split(before), split(after)];
    const marks = changes(a, b);
    if (marks) {
      const together = togetherOf(a, b, marks);
      return { before: runs(a, marks.a), after: runs(b, marks.b), together, byWord };
    }
  }
  return {
    before: [{ text: before, changed: true }],
    after: [{ text: after, changed: true }],
    together: [
      { text: before, kind: 'gone' },
      { text: after, kind: 'come' }
    ],
    byWord: false
  };
}
