/** Technical words inside computed sentences, found so that a page can explain them where they stand. */
import type { GlossaryTerm } from './glossary';

/** A stretch of a sentence: words, or a term with the punctuation behind it, which must not begin a line. */
export type ExplainedPart =
  string | { readonly term: GlossaryTerm; readonly text: string; readonly after: string };

/** How computed sentences name what the glossary explains. */
const PHRASES: Readonly<Record<string, GlossaryTerm>> = {
  'Benjamini-Hochberg': 'falseDiscovery',
  '95% interval': 'interval',
  'of the variation': 'separation',
  'Jensen-Shannon divergence': 'jsd',
  bits: 'bits',
  'shuffles of the sentences': 'shuffle',
  'content words': 'content'
};
/** The names in `PHRASES`. */
const PHRASE =
  /\b(?:Benjamini-Hochberg|95% interval|of the variation|Jensen-Shannon divergence|bits|shuffles of the sentences|content words)\b/gu;
const PUNCTUATION = /^[.,;:)]+/u;

/** The sentence in parts; a term is one the first time it stands there. */
export function explained(sentence: string): ExplainedPart[] {
  const parts: ExplainedPart[] = [];
  const seen = new Set<string>();
  let from = 0;
  for (const { 0: text, index } of sentence.matchAll(PHRASE)) {
    const term = PHRASES[text];
    if (!term || seen.has(text)) continue;
    seen.add(text);
    if (index > from) parts.push(sentence.slice(from, index));
    const end = index + text.length;
    const after = PUNCTUATION.exec(sentence.slice(end, end + 4))?.[0] ?? '';
    parts.push({ term, text, after });
    from = end + after.length;
  }
  if (from < sentence.length) parts.push(sentence.slice(from));
  return parts;
}
