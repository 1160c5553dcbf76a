/**
 * A headline read as one: it leaves out articles and verbs, says whose story it is after a colon or a dash,
 * and marks doubt by a question mark or a single word.
 */
import type { Knowledge } from '$lib/lexicons/knowledge';
import { quoteOf, type Document, type Sentence, type Token } from '$lib/text/document';
import type { Match } from '$lib/text/match-patterns';
import type { Mention } from '../audit-schema';
import type { Reading } from '../reading';
import { contestedWords } from './contested-words';
import { bestPerTerm, coverage } from './align';
import type { Search } from './search';
import { CONTESTED } from './weights';

/** A headline is no longer than this, in tokens and in sentences. */
const LONGEST = 40;
const MOST_SENTENCES = 3;

/** Whether a text is nothing but a headline: one short block that ends without a full stop. */
export function isHeadline(document: Document): boolean {
  const { blocks, sentences, tokens } = document;
  if (blocks.length !== 1 || sentences.length === 0 || sentences.length > MOST_SENTENCES) return false;
  const last = tokens[tokens.length - 1];
  return last !== undefined && tokens.length <= LONGEST && (last.word || last.text === '?');
}

type Mark = 'denies' | 'reported' | 'open' | 'plain';

/** "Not", "isn't", or a "No" that opens the headline; but not "not only", "why not", "if not". */
function negates(
  tokens: readonly Token[],
  at: number,
  first: number,
  negators: ReadonlySet<string>
): boolean {
  const { normal } = tokens[at]!;
  if (normal === 'no') return at === first;
  if (!negators.has(normal)) return false;
  const before = tokens[at - 1]?.normal;
  const after = tokens[at + 1]?.normal;
  if (after === 'only' || after === 'just' || before === 'why' || before === 'if' || before === 'or')
    return false;
  // "Sacked after not turning up": only a circumstance is negated.
  return (
    !(tokens[at - 1]?.pos === 'ADP' || before === 'after' || before === 'before') || !after?.endsWith('ing')
  );
}

function hits(reading: Reading, knowledge: Knowledge, list: string, sentence: Sentence): readonly Match[] {
  return knowledge.lexicons[list] ? reading.hitsIn(list, sentence) : [];
}

/** "Slams rumours", "denies report": the object of the rebuke stands at most so many tokens after it. */
const OBJECT_REACH = 5;

function denies(reading: Reading, knowledge: Knowledge, sentence: Sentence): boolean {
  const { tokens } = reading.document;
  const negators = contestedWords(knowledge, 'headline-negator');
  for (let i = sentence.firstToken; i < sentence.tokenEnd; i++) {
    if (negates(tokens, i, sentence.firstToken, negators)) return true;
  }
  if (hits(reading, knowledge, 'denials', sentence).length > 0) return true;
  const marks = hits(reading, knowledge, 'claim-headlines', sentence);
  return marks.some(
    ({ entry, tokenEnd }) =>
      entry.category === 'untrue' ||
      (entry.category === 'rebuke' &&
        marks.some(
          (other) =>
            (other.entry.category === 'rumour' || other.entry.category === 'report') &&
            other.firstToken >= tokenEnd &&
            other.firstToken - tokenEnd <= OBJECT_REACH
        ))
  );
}

/** "Customer: I was robbed": a headline speaks of itself in the first person only when it quotes. */
function inFirstPerson(tokens: readonly Token[], sentence: Sentence): boolean {
  for (let i = sentence.firstToken; i < sentence.tokenEnd; i++) {
    const { normal, text } = tokens[i]!;
    if ((normal === 'i' && text === 'I') || normal === 'me' || normal === 'my') return true;
  }
  return false;
}

/** How one sentence of a headline stands to what it tells. */
function markOf(reading: Reading, knowledge: Knowledge, sentence: Sentence): Mark {
  const { tokens } = reading.document;
  const question = tokens[sentence.tokenEnd - 1]?.text === '?';
  if (question) return 'open';
  if (denies(reading, knowledge, sentence)) return 'denies';
  const marks = hits(reading, knowledge, 'claim-headlines', sentence);
  if (marks.some(({ entry }) => entry.category === 'report' || entry.category === 'rumour'))
    return 'reported';
  if (inFirstPerson(tokens, sentence)) return 'reported';
  if (marks.some(({ entry }) => entry.category === 'open')) return 'open';
  return 'plain';
}

/**
 * The mention a headline makes of a claim; null when it shares too little with the claim. A denial anywhere
 * in the headline is about its story, for a headline has only one.
 */
export function readHeadline(search: Search): Mention | null {
  const { field, form, reading, knowledge } = search;
  const { sentences } = reading.document;
  let at = 0;
  let most = 0;
  const whole = new Float64Array(form.terms.length);
  sentences.forEach((_sentence, index) => {
    const best = bestPerTerm(field, search.hits(index), () => true);
    best.forEach((quality, i) => (whole[i] = Math.max(whole[i]!, quality)));
    const score = coverage(field, best);
    if (score > most) [at, most] = [index, score];
  });
  const agreement = coverage(field, whole);
  const met = form.terms.filter((term, i) => !term.light && whole[i]! >= CONTESTED.met).length;
  if (agreement < CONTESTED.headline && met < CONTESTED.tellingWords) return null;
  const sentence = sentences[at]!;
  const marks = sentences.map((item) => markOf(reading, knowledge, item));
  const segments = reading.segments.filter((segment) => segment.voice === 'attributed');
  const statements = reading.statements.filter((statement) => statement.sentence === at);
  const opposed = search.hits(at).some((hit) => hit.opposed && form.terms[hit.term]!.root);
  let denied = marks.includes('denies') || segments.some(({ polarity }) => polarity === 'deny');
  if (opposed) denied = !denied;
  if (form.terms.some((term) => term.root && term.negated)) denied = !denied;
  const attributed = segments.length > 0 || marks[at] === 'reported';
  const hedged =
    marks[at] === 'open' ||
    statements.some(({ certainty }) => certainty === 'hedged') ||
    reading.segments.some(({ certainty }) => certainty === 'hedged');
  return {
    start: sentence.start,
    end: sentence.end,
    quote: quoteOf(reading.document, sentence),
    voice: attributed ? 'attributed' : 'author',
    holder: attributed ? (segments[0]?.holder ?? null) : null,
    polarity: denied ? 'deny' : 'affirm',
    certainty: hedged ? 'hedged' : 'plain',
    score: agreement
  };
}
