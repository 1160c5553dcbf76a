/** What the document page draws: the raw text in blocks, and everything found in it, layer by layer. */
import type { Audit, DocumentAudit, MetricResult, Tone } from '$lib/analysis/audit-schema';
import { documentClaims, type DocumentClaims } from './document-claims';
import { layersOf, type Finding, type Layer, type MetricName } from './highlights';
import { findingsOf } from './highlights-findings';
import { blankLineBefore, linesOf, type Range } from './passages';

/** Why a stretch of text is shown but not measured, in a reader's words. */
export const SET_ASIDE: Readonly<Record<DocumentAudit['excluded'][number]['reason'], string>> = {
  'page-chrome': 'part of the page, not of the text',
  byline: 'byline',
  date: 'date line',
  caption: 'caption or picture credit',
  comments: 'comment counter',
  teaser: 'teaser for another article',
  title: 'title'
};

export type SetAside = DocumentAudit['excluded'][number];

/** One line of the raw text as a page draws it. */
export interface ReadingBlock extends Range {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'aside';
  /** Why an `aside` is not measured. */
  readonly reason: SetAside['reason'] | null;
  /** True when the text has a blank line before it. */
  readonly spaced: boolean;
}

/** One document of a result, as its page needs it: no statement or segment travels twice. */
export interface DocumentView {
  readonly id: string;
  readonly words: number;
  readonly sentences: number;
  readonly textSha256: string;
  readonly headings: readonly Range[];
  readonly excluded: readonly { start: number; end: number; reason: SetAside['reason'] }[];
  readonly notices: DocumentAudit['notices'];
  readonly layers: readonly Layer[];
  /** In text order. */
  readonly findings: readonly Finding[];
  readonly claims: DocumentClaims;
  /** How the tone moves from beginning to end; null in a result that did not measure it. */
  readonly tone: Tone | null;
  readonly unmeasured: readonly { label: string; status: 'too-short' | 'failed'; reason: string }[];
}

function holds(outer: Range, text: string, inner: Range): boolean {
  const before = text.slice(inner.start, Math.max(inner.start, Math.min(outer.start, inner.end)));
  const after = text.slice(Math.min(inner.end, Math.max(outer.end, inner.start)), inner.end);
  return outer.start < inner.end && outer.end > inner.start && !/\S/.test(before) && !/\S/.test(after);
}

/**
 * The lines of a text, each drawn as what it is: the title, a heading, body text, or something that was set
 * aside. Neighbouring lines set aside for one reason are one block. Nothing but white space is left out.
 */
export function blocksOf(
  text: string,
  headings: readonly Range[],
  excluded: readonly (Range & { reason: SetAside['reason'] })[]
): ReadingBlock[] {
  const blocks: ReadingBlock[] = [];
  const asides = [...excluded].sort((a, b) => a.start - b.start);
  const heads = [...headings].sort((a, b) => a.start - b.start);
  let aside = 0;
  let head = 0;
  for (const line of linesOf(text)) {
    while (aside < asides.length && asides[aside]!.end <= line.start) aside += 1;
    while (head < heads.length && heads[head]!.end <= line.start) head += 1;
    const spaced = blankLineBefore(text, line.start);
    const put = asides[aside];
    const heading = heads[head];
    if (put && holds(put, text, line)) {
      const kind = put.reason === 'title' ? 'title' : 'aside';
      const previous = blocks.at(-1);
      if (kind === 'aside' && previous?.reason === put.reason)
        blocks[blocks.length - 1] = { ...previous, end: line.end };
      else blocks.push({ ...line, kind, reason: put.reason, spaced });
      continue;
    }
    const kind = heading && holds(heading, text, line) ? 'heading' : 'paragraph';
    blocks.push({ ...line, kind, reason: null, spaced });
  }
  return blocks;
}

function isUnmeasured(result: MetricResult): result is Extract<MetricResult, { reason: string }> {
  return result.status === 'too-short' || result.status === 'failed';
}

/**
 * The part of a result that one document's page shows; null when the result has no such document.
 *
 * @param names the metrics' labels and questions, in the order they are to be shown
 */
export function documentView(audit: Audit, id: string, names: readonly MetricName[]): DocumentView | null {
  const document = audit.documents.find((candidate) => candidate.id === id);
  if (!document) return null;
  const findings = findingsOf(audit, document, names);
  return {
    id,
    words: document.words,
    sentences: document.sentences,
    textSha256: document.textSha256,
    headings: document.headings.map(({ start, end }) => ({ start, end })),
    excluded: document.excluded.map(({ start, end, reason }) => ({ start, end, reason })),
    notices: document.notices,
    layers: layersOf(findings, names),
    findings,
    claims: documentClaims(audit, id),
    tone: document.tone ?? null,
    unmeasured: names.flatMap(({ id: metric, label }) => {
      const result = document.metrics[metric];
      return result && isUnmeasured(result) ? [{ label, status: result.status, reason: result.reason }] : [];
    })
  };
}
