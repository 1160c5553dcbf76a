import type { TokenRange } from '$lib/text/document';
import type { Finding } from './finding';

/** Kinds of finding that, on their own, are more often the author's words than somebody else's. */
const UNSURE = /^noun-(?:bare:|(?:link|to):.*:free)/;
/** A stand towards something named in a single word says nothing of what its holder thinks of it. */
const NAMED_ONLY = /^noun-link:(?:judge|say):/;
/** Rules strong enough to give words inside somebody's words to yet another holder. */
const NESTING = new Set([
  'voice/reporting-verb',
  'voice/quotation',
  'voice/perception',
  'voice/accusation',
  'voice/according-to',
  'voice/viewpoint'
]);
/** Most enclosing findings looked at for one finding; sentences hold far fewer. */
const ENCLOSING = 12;

const holds = (outer: TokenRange, inner: TokenRange): boolean =>
  outer.firstToken <= inner.firstToken && outer.tokenEnd >= inner.tokenEnd;

/**
 * The findings of one sentence that are more likely somebody's words than not, by place of their cue. Inside
 * another's words only a named holder with a clause of their own counts; wishes and topics stay the outer one's.
 */
export function weighFindings(found: readonly Finding[]): Finding[] {
  if (found.length === 0) return [];
  const sorted = found.filter(
    (finding) => !UNSURE.test(finding.kind) && !(NAMED_ONLY.test(finding.kind) && sizeOf(finding) < 2)
  );
  sorted.sort((a, b) => a.cue.firstToken - b.cue.firstToken);
  const kept: Finding[] = [];
  sorted.forEach((finding, index) => {
    if (finding.rule === 'voice/transcript' || (finding.holder && NESTING.has(finding.rule))) {
      kept.push(finding);
      return;
    }
    const from = Math.max(0, index - ENCLOSING);
    const enclosed = sorted
      .slice(from, index + ENCLOSING)
      .some(
        (other) =>
          other !== finding &&
          isLarger(other, finding) &&
          finding.contents.every((part) => other.contents.some((outer) => holds(outer, part)))
      );
    if (!enclosed) kept.push(finding);
  });
  return kept;
}

/** Larger, or of one size and the better witness: who is named beats nobody, and a verb says more than the noun it takes. */
function isLarger(a: Finding, b: Finding): boolean {
  const more = sizeOf(a) - sizeOf(b);
  if (more === 0 && a.holder !== null && b.holder === null) return true;
  return more > 0 || (more === 0 && b.rule === 'voice/noun' && a.rule !== 'voice/noun');
}

export function sizeOf(finding: Finding): number {
  return finding.contents.reduce((sum, part) => sum + part.tokenEnd - part.firstToken, 0);
}
