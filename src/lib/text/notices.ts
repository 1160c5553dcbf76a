import type { Knowledge } from '$lib/lexicons/knowledge';
import { wordSet } from '$lib/lexicons/word-sets';
import type { Document, DocumentNotice, Sentence } from './document';
import { formSet } from './form-set';
import { endsSentence } from './headings';
import { translationNotice } from './translation';
import { wordPerTypeOf } from './type-codes';

/** A document before its notices. */
export type Unnoticed = Omit<Document, 'notices'>;

/** Under this, an average over a text swings with every single word. */
const SHORT_WORDS = 100;
/** English prose has one word in three on the list and a recipe one in nine; other languages stay under one in twelve. */
const ENGLISH_SHARE = 0.1;
/** Fewer words than this do not show a language. */
const MIN_LANGUAGE_WORDS = 20;
/** Share of letters outside the Latin alphabet that no English text reaches. */
const FOREIGN_LETTERS = 0.3;

/** End of the Latin letters that most European languages use; past it, a letter's script is looked up. */
const LAST_LATIN = 0x24f;
const NOT_LATIN = /[^\P{L}\p{Script=Latin}]/u;

/** What a reader must know about a text before trusting a number from it. Each message says what it means for the numbers. */
export function noticesOf(
  read: Unnoticed,
  creditsTranslator: boolean,
  knowledge: Knowledge
): DocumentNotice[] {
  if (read.words === 0) {
    const message =
      read.headings.length + read.excluded.length === 0
        ? 'The text is empty, so there is nothing to measure.'
        : 'No sentence was found in this text, so there is nothing to measure.';
    return [{ code: 'no-sentences', message }];
  }
  const notices: DocumentNotice[] = [];
  const foreign = notEnglish(read, knowledge);
  if (foreign) {
    notices.push({
      code: 'not-english',
      message:
        'This text, or most of it, does not read as English sentences: it may be in another language, or a table. The word lists and rules are for English only, so its numbers mean little, and what it says about a claim may be missed.'
    });
  }
  const cut = truncatedSentence(read, knowledge);
  if (cut) {
    notices.push({
      code: 'truncated',
      message:
        'The text stops in the middle of a sentence. Whatever came after is in no number here, so a claim that it seems to leave out may only be in the missing part.',
      start: cut.start,
      end: cut.end
    });
  }
  const translated = foreign ? null : translationNotice(read, creditsTranslator, knowledge);
  if (translated) notices.push(translated);
  if (read.words < SHORT_WORDS) {
    notices.push({
      code: 'short',
      message: `The text has ${read.words} ${read.words === 1 ? 'word' : 'words'} in sentences. Under ${SHORT_WORDS}, most numbers swing with every single word: read them as hints, or not at all.`
    });
  }
  return notices;
}

/** What is counted of a word, and then its length. */
const COUNTED = 1;
const FUNCTION = 2;
const FOREIGN = 4;
const LENGTH = 3;

const languageOf = wordPerTypeOf((knowledge: Knowledge, { text, normal, word }) => {
  if (!word) return 0;
  const length = text.length << LENGTH;
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return length;
  const foreign = first > LAST_LATIN && NOT_LATIN.test(text) ? FOREIGN : 0;
  return length | COUNTED | foreign | (formSet(knowledge, 'function-words').has(normal) ? FUNCTION : 0);
});

function notEnglish(read: Unnoticed, knowledge: Knowledge): boolean {
  const language = languageOf(knowledge);
  const { tokens } = read;
  let words = 0;
  let found = 0;
  let letters = 0;
  let foreign = 0;
  for (const { firstToken, tokenEnd } of read.sentences) {
    for (let i = firstToken; i < tokenEnd; i++) {
      const code = language(tokens[i]!.type);
      const length = code >> LENGTH;
      letters += length;
      if ((code & FOREIGN) !== 0) foreign += length;
      if ((code & COUNTED) !== 0) words++;
      if ((code & FUNCTION) !== 0) found++;
    }
  }
  if (letters >= 10 && foreign / letters > FOREIGN_LETTERS) return true;
  return (
    formSet(knowledge, 'function-words').size > 0 &&
    words >= MIN_LANGUAGE_WORDS &&
    found / words < ENGLISH_SHARE
  );
}

/** The last word of a line, with its owner's "'s". */
const LAST_WORD = /(?:^|[^a-z'])([a-z]+(?:'s)?)\W*$/i;

/** Whether a line ends with a word that something must follow: "of the", "France's". */
function hangs(line: string, knowledge: Knowledge): boolean {
  const word = LAST_WORD.exec(line)?.[1]?.toLowerCase() ?? '';
  return word.endsWith("'s") || wordSet(knowledge, 'words-sentences', 'hanging').has(word);
}

/** Whether the last word is a web or e-mail address, which needs no full stop. */
function endsInAddress(tail: string): boolean {
  return /(?:www\.|\/\/|@)\S/.test(tail.slice(tail.lastIndexOf(' ') + 1));
}

/** The sentence a text breaks off in, if it does. */
function truncatedSentence(read: Unnoticed, knowledge: Knowledge): Sentence | null {
  const last = read.sentences[read.sentences.length - 1]!;
  const block = read.blocks[last.block]!;
  if (block.kind !== 'paragraph' || last.block !== read.blocks.length - 1) return null;
  const tail = read.text.slice(Math.max(block.start, block.end - 60), block.end).replaceAll('\u2019', "'");
  if (endsSentence(tail) || /[:)\]][^\w:)\]]*$/.test(tail) || endsInAddress(tail)) return null;
  if (hangs(tail, knowledge)) return last;
  // A text that never minds its full stops did not lose this one.
  let ended = 0;
  let paragraphs = 0;
  for (const { kind, start, end } of read.blocks) {
    if (kind !== 'paragraph') continue;
    paragraphs++;
    if (endsSentence(read.text.slice(Math.max(start, end - 60), end))) ended++;
  }
  const others = block.sentenceEnd - block.firstSentence - 1;
  return others > 0 && (paragraphs === 1 || ended >= 0.8 * (paragraphs - 1)) ? last : null;
}
