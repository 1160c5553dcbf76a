/** Quotation marks: which open, which close, and whether what stands between them is speech. */
import type { Document, Token, TokenRange } from '$lib/text/document';
import { phraseAt, type CueLexicon } from './cue-lexicon';
import { verbGroupAt, type ClauseMap } from './clauses';
import { CLASS } from './word-classes';

/** A stretch in quotation marks, the marks included. */
export interface Quotation extends TokenRange {
  /** False for scare quotes, titles and terms: marks that report nobody's speech by themselves. */
  readonly speech: boolean;
  /** Goes on in the next paragraph, which opens with a mark of its own. */
  readonly open: boolean;
  readonly words: number;
}

export interface Quotations {
  readonly list: readonly Quotation[];
  /** Token to index in `list`; -1 outside. Marks are inside. */
  readonly at: Int32Array;
}

/** The quotation a token stands in; undefined outside. */
export function quotationAt({ list, at }: Quotations, token: number): Quotation | undefined {
  const index = at[token] ?? -1;
  return index < 0 ? undefined : list[index];
}

type Side = 'open' | 'close' | 'either';

/** Quotations of so many words are speech without further signs. */
const SPEECH_WORDS = 6;

/** Last token of the run of straight marks that starts at `at`: '' and the """ of a spreadsheet are one mark. */
function runEnd(tokens: readonly Token[], at: number, end: number): number {
  let last = at;
  const { text } = tokens[at]!;
  if (text !== "'" && text !== '"') return last;
  while (last + 1 < end && tokens[last + 1]!.text === text && tokens[last + 1]!.start === tokens[last]!.end)
    last++;
  return last;
}

function sideOf(tokens: readonly Token[], at: number, from: number, end: number): Side {
  const token = tokens[at]!;
  const last = runEnd(tokens, at, end);
  if (
    token.text === '“' ||
    token.text === '‘' ||
    token.text === '«' ||
    token.text === '``' ||
    token.text === '„'
  )
    return 'open';
  if (token.text === '”' || token.text === '»') return 'close';
  const spaceBefore = at === from || tokens[at - 1]!.end < token.start;
  const spaceAfter = last + 1 >= end || tokens[last + 1]!.start > tokens[last]!.end;
  if (spaceBefore && !spaceAfter) return 'open';
  if (!spaceBefore && spaceAfter) return 'close';
  const before = at > from ? tokens[at - 1]!.text : '(';
  if (!spaceBefore && /^[([—–-]$/.test(before)) return 'open';
  if (!spaceBefore && !spaceAfter) return 'close';
  return 'either';
}

/** A closing mark that nothing opened: an excerpt that begins inside somebody's speech. */
function closesText(tokens: readonly Token[], at: number, from: number, end: number): boolean {
  if (at === from || tokens[at - 1]!.end < tokens[at]!.start) return false;
  return at + 1 >= end || tokens[at + 1]!.start > tokens[at]!.end;
}

/** "“Big time.”": a sentence that is nothing but the quotation, after another sentence of its paragraph. */
function fillsSentence(
  map: ClauseMap,
  document: Document,
  index: number,
  first: number,
  end: number,
  words: number
): boolean {
  const sentence = document.sentences[index];
  if (!sentence || words === 0 || document.sentences[index - 1]?.block !== sentence.block) return false;
  return (
    first === sentence.firstToken &&
    end >= sentence.tokenEnd - 1 &&
    (end >= sentence.tokenEnd || map.classes[end] === CLASS.stop)
  );
}

function describe(
  document: Document,
  map: ClauseMap,
  lexicon: CueLexicon,
  first: number,
  end: number,
  open: boolean,
  sentenceOf: Int32Array
): Quotation {
  const { tokens, classes } = map;
  let words = 0;
  let finite = false;
  let lower = false;
  for (let i = first + 1; i < end; i++) {
    const token = tokens[i]!;
    if (!token.word) continue;
    words++;
    const group = verbGroupAt(map, i);
    if (group?.finite && group.head === i) finite = true;
    if (classes[i] !== CLASS.name && token.text.charCodeAt(0) >= 97 && token.text.length > 3) lower = true;
  }
  const from = sentenceOf[first]!;
  const whole = from >= 0 && from !== sentenceOf[end - 1];
  let named = false;
  // 'the official term, "…"'
  const behind = first > 0 && classes[first - 1] === CLASS.comma ? first - 1 : first;
  for (let back = 1; back <= 3 && behind - back >= 0 && !named; back++) {
    const word = tokens[behind - back]!;
    named = phraseAt(lexicon.naming.get(word.normal), tokens, behind - back, behind) === back;
  }
  const speech =
    whole ||
    fillsSentence(map, document, from, first, end, words) ||
    (!named && words > 0 && ((words >= SPEECH_WORDS && (lower || finite)) || (finite && words >= 3)));
  return { firstToken: first, tokenEnd: end, speech, open, words };
}

/** Pairs the quotation marks of a document, paragraph by paragraph. Linear in the number of tokens. */
export function readQuotations(document: Document, map: ClauseMap, lexicon: CueLexicon): Quotations {
  const { tokens } = document;
  const list: Quotation[] = [];
  const at = new Int32Array(tokens.length).fill(-1);
  const sentenceOf = new Int32Array(tokens.length).fill(-1);
  document.sentences.forEach((sentence, index) =>
    sentenceOf.fill(index, sentence.firstToken, sentence.tokenEnd)
  );
  const keep = (first: number, end: number, open: boolean): void => {
    at.fill(list.length, first, end);
    list.push(describe(document, map, lexicon, first, end, open, sentenceOf));
  };
  for (const block of document.blocks) {
    if (block.firstSentence >= block.sentenceEnd) continue;
    const from = document.sentences[block.firstSentence]!.firstToken;
    const end = document.sentences[block.sentenceEnd - 1]!.tokenEnd;
    let open = -1;
    let first = true;
    for (let i = from; i < end; i++) {
      if (map.classes[i] !== CLASS.quote) continue;
      const side = sideOf(tokens, i, from, end);
      if (open < 0) {
        if (side !== 'close') open = i;
        else if (first && tokens[i]!.text === '”' && closesText(tokens, i, from, end))
          keep(from, i + 1, false);
        first = false;
      } else if (side !== 'open') {
        keep(open, runEnd(tokens, i, end) + 1, false);
        open = -1;
      }
      i = runEnd(tokens, i, end);
    }
    if (open < 0) continue;
    // Never closed: speech that goes on in the next paragraph, or a slip of the pen.
    const next = tokens[end];
    const goesOn =
      next !== undefined && map.classes[end] === CLASS.quote && sideOf(tokens, end, end, end + 2) === 'open';
    const sentence = sentenceOf[open]!;
    const stop = goesOn || open === from ? end : sentence < 0 ? end : document.sentences[sentence]!.tokenEnd;
    keep(open, stop, goesOn);
  }
  return { list, at };
}
