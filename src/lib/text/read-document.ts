import type { Knowledge } from '$lib/lexicons/knowledge';
import { linesOf, looksLikeHeading } from './blocks';
import type { Block, Document, Sentence, Token } from './document';
import { forgetWords, tag } from './wink';

/** Reads a raw text into a `Document`. Never throws; linear in the length of the text. */
export function readDocument(text: string, _knowledge: Knowledge): Document {
  const lines = linesOf(text);
  const blocks: Block[] = [];
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const headings: Sentence[] = [];
  let words = 0;
  for (const line of lines) {
    const content = text.slice(line.start, line.end);
    const heading = lines.length > 1 && looksLikeHeading(content);
    const { tokens: found, sentenceEnds } = tag(content, line.start);
    if (found.length === 0) continue;
    const base = tokens.length;
    const firstSentence = sentences.length;
    let from = 0;
    for (const end of heading ? [found.length] : sentenceEnds) {
      if (end <= from) continue;
      const sentence: Sentence = {
        start: found[from]!.start,
        end: found[end - 1]!.end,
        firstToken: base + from,
        tokenEnd: base + end,
        block: blocks.length
      };
      (heading ? headings : sentences).push(sentence);
      from = end;
    }
    for (const token of found) {
      tokens.push(token);
      if (!heading && token.word) words++;
    }
    blocks.push({
      start: line.start,
      end: line.end,
      kind: heading ? 'heading' : 'paragraph',
      firstSentence,
      sentenceEnd: sentences.length
    });
  }
  forgetWords();
  return { text, blocks, tokens, sentences, headings, excluded: [], notices: [], words };
}
