import type { Knowledge } from '$lib/lexicons/knowledge';
import { blocksOf } from './blocks';
import type { Block, Document, Sentence, Token } from './document';
import { linesOf } from './lines';
import { noticesOf } from './notices';
import { setAsideChrome } from './page-chrome';
import { repairNames } from './repair-names';
import { repairPos } from './repair-pos';
import { cutSentences } from './sentences';
import { tagText } from './tag-text';

/**
 * Reads a raw text into a `Document`: what is not of the article is set aside, the rest is cut into blocks,
 * sentences and tokens. Every span is an exact UTF-16 range of `text`. Never throws; linear in its length.
 */
export function readDocument(text: string, knowledge: Knowledge): Document {
  const { kept, excluded, creditsTranslator } = setAsideChrome(linesOf(text), knowledge);
  const blocks: Block[] = [];
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const headings: Sentence[] = [];
  let words = 0;
  for (const block of blocksOf(kept)) {
    const heading = block.kind === 'heading';
    const firstSentence = sentences.length;
    let from = tokens.length;
    tagText(text, block.content, block.end, tokens);
    const ends = heading ? [tokens.length] : cutSentences(tokens, from, knowledge);
    for (let i = from; i < tokens.length && !heading; i++) if (tokens[i]!.type.word) words++;
    for (const end of ends) {
      if (end === from) continue;
      (heading ? headings : sentences).push({
        start: tokens[from]!.start,
        end: tokens[end - 1]!.end,
        firstToken: from,
        tokenEnd: end,
        block: blocks.length
      });
      from = end;
    }
    const { kind, start, end } = block;
    blocks.push({ kind, start, end, firstSentence, sentenceEnd: sentences.length });
  }
  repairNames(tokens, sentences, knowledge);
  repairPos(tokens, sentences, knowledge);
  const read = { text, blocks, tokens, sentences, headings, excluded, words };
  return { ...read, notices: noticesOf(read, creditsTranslator, knowledge) };
}
