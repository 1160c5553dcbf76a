/** Where a document points to a source: somebody it quotes, something written, a figure. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Span } from '$lib/text/document';
import { readQuantities, type Quantity } from '$lib/text/read-quantities';
import type { Reading, Segment } from '../reading';
import { wordSet } from '../word-kinds';
import { hidesHolder, isUttered } from './sources-cues';
import { isDefinite, sourceKind } from './sources-holders';

/** A source pointed to. */
export interface Citation extends Span {
  readonly kind: 'named' | 'unnamed' | 'documents' | 'figures';
  readonly rule: string;
  readonly note: string;
}

/** The source behind a segment's words; null when the segment gives an attitude rather than words. */
function spoken(segment: Segment, reading: Reading, knowledge: Knowledge): Citation | null {
  if (!isUttered(segment, reading, knowledge)) return null;
  const place = segment.holderSpan ?? segment.cueSpan ?? segment;
  const { start, end } = place;
  const { holder } = segment;
  const unnamed = (note: string): Citation => ({
    start,
    end,
    kind: 'unnamed',
    rule: 'sources-cited/unnamed',
    note
  });
  const kind = sourceKind(segment, reading, knowledge);
  if (holder === null || kind === 'nobody') {
    return hidesHolder(segment, reading, knowledge)
      ? unnamed('Somebody’s words, but nobody is named.')
      : null;
  }
  if (kind === 'named') {
    return { start, end, kind, rule: 'sources-cited/named', note: `A source with a name: ${holder}.` };
  }
  if (kind === 'document') {
    return {
      start,
      end,
      kind: 'documents',
      rule: 'sources-cited/document',
      note: `Something written: ${holder}.`
    };
  }
  if (kind === 'described' && isDefinite(holder, knowledge)) {
    const note = `A source told by description: ${holder}.`;
    return { start, end, kind: 'named', rule: 'sources-cited/described', note };
  }
  return unnamed(`A source without a name: ${holder}.`);
}

/** Figures that say how much or how many: dates, years and a lone "one" are none. */
function isFigure(quantity: Quantity, text: string, durations: ReadonlySet<string>): boolean {
  if (quantity.kind === 'date' || quantity.kind === 'year') return false;
  if (durations.has(quantity.unit ?? quantity.counted ?? '')) return false;
  if (quantity.kind !== 'number' && quantity.kind !== 'count') return true;
  const said = text.slice(quantity.start, quantity.end).toLowerCase();
  if (/^(?:the )?(?:one|two|first|second|third)\b/.test(said)) return false;
  return quantity.kind === 'count' || (quantity.unit !== null && quantity.unit !== '');
}

/** Words that lead to a document as to a source: "in its Defence Review of 2010", "under the Treaty of Rome". */
const LEADS = new Set(['in', 'under', 'per', 'by']);
/** Most words between such a lead and the document. */
const NAME_REACH = 6;

/** A document by name, where the sentence rests on it; null when the word is a common noun or the topic. */
function namedDocument(reading: Reading, at: number): Citation | null {
  const { tokens } = reading.document;
  const isName = (k: number): boolean => /^\p{Lu}/u.test(tokens[k]?.text ?? '');
  if (!isName(at) || !isName(at - 1)) return null;
  let first = at;
  for (let k = at - 1; k >= 0 && k >= at - NAME_REACH && tokens[k]!.word; k--) {
    if (LEADS.has(tokens[k]!.normal)) {
      const { start } = tokens[first]!;
      const { end } = tokens[at]!;
      return {
        start,
        end,
        kind: 'documents',
        rule: 'sources-cited/named-document',
        note: 'A document by name.'
      };
    }
    if (isName(k)) first = k;
  }
  return null;
}

/**
 * Every place where the document cites, in text order. One holder and cue count once, however many stretches
 * of words they carry; what overlaps an earlier one does not count again. Linear in the length of the text.
 */
export function readCitations(reading: Reading, knowledge: Knowledge): Citation[] {
  const { document } = reading;
  const found: Citation[] = [];
  for (const segment of reading.segments) {
    const citation = spoken(segment, reading, knowledge);
    if (citation) found.push(citation);
  }
  for (const { start, end, entry, firstToken } of reading.hits('sources-cited')) {
    const byName = entry.category === 'document-word' ? namedDocument(reading, firstToken) : null;
    if (byName) found.push(byName);
    if (entry.category !== 'document') continue;
    found.push({ start, end, kind: 'documents', rule: entry.id, note: entry.note });
  }
  const durations = wordSet(knowledge, 'words-sources', 'duration');
  for (const quantity of readQuantities(document.tokens, document.text)) {
    if (!isFigure(quantity, document.text, durations)) continue;
    const { start, end } = quantity;
    found.push({
      start,
      end,
      kind: 'figures',
      rule: 'sources-cited/figure',
      note: 'A figure: where is it from?'
    });
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end || (a.kind < b.kind ? -1 : 1));
  const kept: Citation[] = [];
  let free = 0;
  for (const citation of found) {
    if (citation.start < free) continue;
    kept.push(citation);
    free = citation.end;
  }
  return kept;
}
