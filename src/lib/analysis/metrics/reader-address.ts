import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Evidence } from '../audit-schema';
import type { Match } from '$lib/text/match-patterns';
import type { Token } from '$lib/text/document';
import { bytePerType } from '$lib/text/type-codes';
import type { Reading, Segment } from '../reading';
import { evidenceOf, wordsIn } from './list-rate';
import type { Measurement, Metric, Sums } from './metric';
import { wordSet } from '../word-kinds';

const LIST = 'reader-address';
/** Words that may stand before an instruction, and before a call. */
const WORDS = 'words-address';
/** Marks that may stand before an instruction or around a call. */
const PAUSES = new Set([
  '.',
  '!',
  '?',
  '…',
  '...',
  ':',
  ';',
  ',',
  '—',
  '–',
  '-',
  '--',
  '(',
  ')',
  '"',
  '“',
  '”',
  '‘',
  '*',
  '•'
]);

interface AddressSums extends Sums {
  /** All hits. */
  value: number;
  you: number;
  we: number;
  vocatives: number;
  questions: number;
  imperatives: number;
}

const SERIES: Readonly<Record<string, 'you' | 'we' | 'vocatives' | 'imperatives'>> = {
  you: 'you',
  we: 'we',
  vocative: 'vocatives',
  imperative: 'imperatives'
};

/** Whether an instruction may begin here: at the start of a sentence or after a pause that opens a clause. */
function opensClause(
  tokens: readonly Token[],
  at: number,
  first: number,
  leadIns: ReadonlySet<string>
): boolean {
  let k = at - 1;
  while (k >= first && k >= at - 3 && leadIns.has(tokens[k]!.normal)) k--;
  if (k < first) return true;
  const before = tokens[k]!;
  if (before.word || !PAUSES.has(before.text)) return false;
  // After a comma only a greeting, a call or "if …, " leads to an instruction; a list of verbs does not.
  return before.text !== ',' ? before.text !== '-' : k - first <= 3;
}

/** "Hey guys, …", "so, folks, …": a call stands between pauses. */
function isCall(
  tokens: readonly Token[],
  { firstToken, tokenEnd }: Match,
  first: number,
  last: number,
  greetings: ReadonlySet<string>
): boolean {
  const before = tokens[firstToken - 1];
  const after = tokens[tokenEnd];
  if (tokenEnd - firstToken === 1) {
    const open =
      firstToken > first && before !== undefined && (PAUSES.has(before.text) || greetings.has(before.normal));
    if (!open) return false;
  }
  return tokenEnd >= last || after === undefined || PAUSES.has(after.text);
}

function counts(reading: Reading, match: Match, segment: Segment, knowledge: Knowledge): boolean {
  const { tokens, sentences } = reading.document;
  const first = sentences[segment.sentence]!.firstToken;
  const last = sentences[segment.sentence]!.tokenEnd;
  switch (match.entry.category) {
    case 'we':
      return tokens[match.firstToken]!.text !== 'US';
    case 'vocative':
      return isCall(tokens, match, first, last, wordSet(knowledge, WORDS, 'greeting'));
    case 'imperative':
      return opensClause(tokens, match.firstToken, first, wordSet(knowledge, WORDS, 'lead-in'));
    default:
      return true;
  }
}

/** What a token is where questions are looked for. */
const TOKEN = { word: 1, question: 2, stop: 3 } as const;
const tokenCode = bytePerType(({ word, text }) => {
  if (word) return TOKEN.word;
  return text.includes('?') ? TOKEN.question : text === '.' || text === '!' ? TOKEN.stop : 0;
});

/** Where each question mark of the segment ends a question, and the words that it asks. */
function questions(reading: Reading, segment: Segment): Evidence[] {
  const { tokens, text } = reading.document;
  const found: Evidence[] = [];
  let from = segment.firstToken;
  let words = 0;
  for (let k = segment.firstToken; k < segment.tokenEnd; k++) {
    const code = tokenCode(tokens[k]!.type);
    if (code === TOKEN.word) {
      if (words++ === 0) from = k;
    } else if (code === TOKEN.question && words > 0) {
      const { start } = tokens[from]!;
      const { end } = tokens[k]!;
      found.push({
        start,
        end,
        quote: text.slice(start, end),
        rule: 'reader-address/question',
        note: 'A question put to the reader: does the text answer it, or does it suggest an answer?',
        voice: segment.voice,
        holder: segment.holder
      });
      words = 0;
    } else if (code === TOKEN.stop) words = 0;
  }
  return found;
}

export const readerAddress: Metric<AddressSums> = {
  id: 'reader-address',
  label: 'Reader address',
  unit: 'per 1,000 words',
  version: 1,
  kind: 'rate',
  range: [0, Infinity],
  series: ['value', 'you', 'we', 'vocatives', 'questions', 'imperatives'],
  question: 'How often does it speak to the reader?',
  method:
    '"You", "we" and "let’s", calls ("hey folks"), questions, and instructions ("think about it"), per 1,000 words. Calls count between pauses only, instructions only where a clause opens.',
  limits:
    '"We" may mean a group that the reader is not part of. A question in a quotation is put to somebody else: see the split by voice. Headings are not counted. Instructions are found by a list of verbs, so rare ones are missed.',
  source:
    'Engagement markers (reader pronouns, directives, questions) after Hyland 2005; original word list.',
  minimumWords: 50,
  measure(segment, reading, knowledge): Measurement<AddressSums> {
    const asked = questions(reading, segment);
    const sums: AddressSums = {
      base: wordsIn(reading, segment),
      value: asked.length,
      you: 0,
      we: 0,
      vocatives: 0,
      questions: asked.length,
      imperatives: 0
    };
    const evidence = asked;
    for (const match of reading.hitsIn(LIST, segment)) {
      const series = SERIES[match.entry.category];
      if (!series || !counts(reading, match, segment, knowledge)) continue;
      sums[series]++;
      sums.value++;
      evidence.push(evidenceOf(match, segment, reading, knowledge));
    }
    return { sums, evidence };
  },
  combine: (sums, series) => (sums.base > 0 ? (1000 * (sums[series] ?? 0)) / sums.base : null)
};
