/** From finding to finding, and what the margin says of them. */
import { SHARED, STATEMENTS, type Finding } from './highlights';
import { byPlace, type Range } from './passages';

/** A place a reader can step to, with everything found exactly there. */
export interface Step extends Range {
  readonly findings: readonly Finding[];
}

/** The places of some findings in text order; what shares a place is one step. */
export function stepsOf(findings: readonly Finding[]): Step[] {
  const steps: (Range & { findings: Finding[] })[] = [];
  for (const finding of [...findings].sort(byPlace)) {
    const last = steps.at(-1);
    if (last && last.start === finding.start && last.end === finding.end) last.findings.push(finding);
    else steps.push({ start: finding.start, end: finding.end, findings: [finding] });
  }
  return steps;
}

/** The step after (1) or before (-1) a place, going round at the ends; null when there is none at all. */
export function stepFrom(steps: readonly Step[], from: Range | null, direction: 1 | -1): Step | null {
  if (steps.length === 0) return null;
  if (!from) return (direction === 1 ? steps[0] : steps.at(-1)) ?? null;
  if (direction === 1) return steps.find((step) => byPlace(step, from) > 0) ?? steps[0] ?? null;
  return steps.findLast((step) => byPlace(step, from) < 0) ?? steps.at(-1) ?? null;
}

/**
 * The step that a click on the words at an offset marks: the shortest that holds it, or the next longer one where that
 * is marked already. Null where nothing was found.
 */
export function nextAt<S extends Range>(steps: readonly S[], marked: Range | null, offset: number): S | null {
  const here = steps
    .filter(({ start, end }) => start <= offset && end > offset)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const now = here.findIndex(({ start, end }) => start === marked?.start && end === marked.end);
  return here[(now + 1) % here.length] ?? null;
}

/** A note for the margin: all that was found at one place, said once for the places that say the same. */
export interface MarginNote extends Range {
  readonly quote: string;
  readonly lines: readonly { readonly layer: string; readonly rule: string; readonly note: string }[];
  /** "In the words of Moscow."; null when the author speaks or a line says it already. */
  readonly whose: string | null;
  /** How often in this paragraph. */
  readonly times: number;
}

/** Layers whose note already says whose words they are. */
const SAYS_WHOSE: readonly string[] = ['attribution', SHARED, STATEMENTS];

/** "In the words of Moscow."; null when the author speaks or the note has said it. */
export function whoseWords(finding: Pick<Finding, 'layer' | 'voice' | 'holder'>): string | null {
  if (finding.voice === 'author' || SAYS_WHOSE.includes(finding.layer)) return null;
  return `In the words of ${finding.holder ?? 'somebody not named'}.`;
}

/** Layers whose marks say it all: a note beside every one of them would bury the text. */
const UNNOTED: readonly string[] = [STATEMENTS];

/** The margin notes of one block of text from the findings that begin in it. */
export function notesOf(text: string, findings: readonly Finding[]): MarginNote[] {
  const notes = new Map<string, MarginNote>();
  for (const step of stepsOf(findings.filter(({ layer }) => !UNNOTED.includes(layer)))) {
    const quote = text.slice(step.start, step.end);
    const lines = step.findings.map(({ layer, rule, note }) => ({ layer, rule, note }));
    const said = step.findings.some(({ layer }) => SAYS_WHOSE.includes(layer));
    const whose = said ? null : whoseWords(step.findings[0]!);
    const key = JSON.stringify([quote.toLowerCase(), lines, whose]);
    const known = notes.get(key);
    if (known) notes.set(key, { ...known, times: known.times + 1 });
    else notes.set(key, { start: step.start, end: step.end, quote, lines, whose, times: 1 });
  }
  return [...notes.values()];
}

/** Sorts findings, which come in text order, to the blocks in which they begin. */
export function findingsByBlock(blocks: readonly Range[], findings: readonly Finding[]): Finding[][] {
  let next = 0;
  return blocks.map((block) => {
    const inside: Finding[] = [];
    while (next < findings.length && findings[next]!.start < block.end) {
      if (findings[next]!.start >= block.start) inside.push(findings[next]!);
      next += 1;
    }
    return inside;
  });
}

/** A finding an address can name: its layer and its place, which outlive a new reading of the text. */
export interface FindingAddress extends Range {
  readonly layer: string;
}

/** The id of a finding in its page: `finding-LAYER-START-END`. */
export function findingId({ layer, start, end }: FindingAddress): string {
  return `finding-${layer}-${start}-${end}`;
}

/** Reads what `findingId` wrote, with or without `#` or `finding-` before it; null for anything else. */
export function findingOfAnchor(hash: string): FindingAddress | null {
  const match = /^#?(?:finding-)?([a-z][a-z-]{0,60})-(\d{1,9})-(\d{1,9})$/u.exec(hash);
  const [layer, start, end] = [match?.[1], Number(match?.[2]), Number(match?.[3])];
  return layer !== undefined && layer !== 's' && start < end ? { layer, start, end } : null;
}
