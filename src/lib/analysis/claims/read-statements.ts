import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Document, Span, TokenRange } from '$lib/text/document';
import type { Segment, Statement } from '../reading';
import { clausesOf, verbGroupAt, type ClauseMap } from '../voice/clauses';
import { asks } from '../voice/commitment-signs';
import { isHedged } from '../voice/hedges';
import { FORM } from '../voice/verb-forms';
import { CLASS } from '../voice/word-classes';
import { wordKinds } from '../word-kinds';
import { sentenceScores, type SentenceScores } from './check-worthiness';
import { splitClauses } from './clause-split';
import { checkableScore } from './statement-checkable';
import { nominalStatements } from './statement-nominal';
import { clauseCommitment } from './statement-commitment';

/** Rules whose frame is itself a deed worth a statement ("in 1990 she promised", "he accused them"). */
const DEEDS = new Set(['voice/commitment', 'voice/accusation', 'voice/topic']);

/**
 * The statements of a document, each inside one segment, in text order: finite clauses, participle clauses
 * of some length, what is left of a segment without a verb when it is somebody else's words ("the
 * allegations"), and deverbal noun phrases, which may lie inside a clause. Linear in the number of tokens.
 */
export function readStatements(
  document: Document,
  segments: readonly Segment[],
  knowledge: Knowledge
): Statement[] {
  const map = clausesOf(document);
  const scores = sentenceScores(document, knowledge);
  const statements: Statement[] = [];
  segments.forEach((segment, index) => {
    if (isFrame(map, segment, segments[index - 1], segments[index + 1])) return;
    for (const statement of statementsOf(document, map, knowledge, scores, segment, index))
      statements.push(statement);
  });
  return statements;
}

function statementsOf(
  document: Document,
  map: ClauseMap,
  knowledge: Knowledge,
  scores: SentenceScores,
  segment: Segment,
  index: number
): Statement[] {
  const found: Statement[] = [];
  const question = asks(document, document.sentences[segment.sentence]!);
  const hedgedHolder = segment.certainty === 'hedged' && !isHedged(map, knowledge, segment);
  // Written out property by property: spreading costs several times as much, and this runs for every clause.
  const add = (part: TokenRange, denied: boolean, hedged: boolean): void => {
    found.push({
      start: document.tokens[part.firstToken]!.start,
      end: document.tokens[part.tokenEnd - 1]!.end,
      firstToken: part.firstToken,
      tokenEnd: part.tokenEnd,
      sentence: segment.sentence,
      segment: index,
      voice: segment.voice,
      holder: segment.holder,
      rule: segment.rule,
      certainty: hedged ? 'hedged' : 'plain',
      polarity: (segment.polarity === 'deny') !== denied ? 'deny' : 'affirm',
      checkable: checkableScore(document, part, segment.sentence, knowledge, scores)
    });
  };
  const joints = wordKinds(knowledge, 'clause-joints');
  const clauses = splitClauses(map, knowledge, segment);
  for (const clause of clauses) {
    const { predicate, opener } = clause;
    if (predicate === null) {
      const whole = isWholeSentence(map, document, segment, clause);
      if (segment.voice === 'author' && !whole && !opensWithParticiple(map, clause)) continue;
      if (!hasVerb(map, clause) && contentWords(map, clause) === 0) continue;
    }
    const condition = opener !== null && joints.get(opener) === 'condition';
    const commitment = clauseCommitment(document, map, knowledge, clause, segment);
    const hedged = hedgedHolder || condition || question || commitment.hedged;
    add(clause, commitment.denied, hedged);
  }
  const phrases = nominalStatements(map, knowledge, segment);
  // Clauses come in order.
  if (phrases.length === 0) return found;
  const ends = new Map(found.map(({ firstToken, tokenEnd }) => [firstToken, tokenEnd]));
  for (const phrase of phrases) {
    if (ends.get(phrase.firstToken) === phrase.tokenEnd) continue;
    add(phrase, false, hedgedHolder);
  }
  return found.sort((a, b) => a.firstToken - b.firstToken || b.tokenEnd - a.tokenEnd);
}

/** Two words at least, one of them more than a pronoun or an article. */
function contentWords(map: ClauseMap, part: TokenRange): number {
  let words = 0;
  let content = 0;
  for (let k = part.firstToken; k < part.tokenEnd; k++) {
    if (!map.tokens[k]!.word) continue;
    words++;
    const code = map.classes[k]!;
    if (code === CLASS.noun || code === CLASS.name || code === CLASS.adjective) content++;
  }
  return words < 2 ? 0 : content;
}

/** "forming up a line", "possibly raising the price" */
function opensWithParticiple(map: ClauseMap, part: TokenRange): boolean {
  for (let k = part.firstToken; k < part.tokenEnd && k < part.firstToken + 3; k++) {
    const group = verbGroupAt(map, k);
    if (group) return group.form === FORM.ing;
  }
  return false;
}

/** "The council voted by 31 votes to 18.": the one verb of a sentence is no participle, though "by" follows. */
function isWholeSentence(map: ClauseMap, document: Document, segment: Segment, clause: TokenRange): boolean {
  const { firstToken, tokenEnd } = document.sentences[segment.sentence]!;
  if (clause.firstToken !== firstToken || clause.tokenEnd !== tokenEnd) return false;
  if (map.classes[tokenEnd - 1] !== CLASS.stop) return false;
  for (let k = firstToken; k < tokenEnd; k++) {
    const group = verbGroupAt(map, k);
    if (group) return (group.form & FORM.participle) !== 0 && map.tokens[group.end]?.normal === 'by';
  }
  return false;
}

function hasVerb(map: ClauseMap, part: TokenRange): boolean {
  for (let k = part.firstToken; k < part.tokenEnd; k++) if (map.groupAt[k]! >= 0) return true;
  return false;
}

/** An author's stretch that only names holder and cue ("he said"): its content is stated elsewhere. */
function isFrame(
  map: ClauseMap,
  segment: Segment,
  before: Segment | undefined,
  after: Segment | undefined
): boolean {
  if (segment.voice !== 'author') return false;
  const left = reportedBeside(segment, before);
  const right = reportedBeside(segment, after);
  let words = 0;
  for (let k = segment.firstToken; k < segment.tokenEnd; k++) {
    const token = map.tokens[k]!;
    // "Ann Roe, 34, said": an age is told, and told nowhere else.
    if (map.classes[k] === CLASS.number && map.classes[k - 1] === CLASS.comma && k > segment.firstToken)
      return false;
    if (!token.word || (left && frames(left, token)) || (right && frames(right, token))) continue;
    if (++words > 2) return false;
  }
  return true;
}

/** The neighbour whose frame may stand in a segment; null where it is none of somebody else's words. */
function reportedBeside(segment: Segment, other: Segment | undefined): Segment | null {
  if (other?.voice !== 'attributed' || other.sentence !== segment.sentence) return null;
  return DEEDS.has(other.rule) ? null : other;
}

/** Whether a token belongs to what names the holder of a segment, or to its cue. */
function frames({ holderSpan, cueSpan }: Segment, { start, end }: Span): boolean {
  if (holderSpan && start >= holderSpan.start && end <= holderSpan.end) return true;
  return cueSpan !== null && start >= cueSpan.start && end <= cueSpan.end;
}
