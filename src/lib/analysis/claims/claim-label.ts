import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import type { Reading, Statement } from '../reading';
import type { Stretch } from './figure';
import { LabelClauses } from './label-clarity';
import type { LabelCandidate } from './packed-labels';

/** A label for a claim, and how well it stands as a sentence of its own. */
export interface Label {
  readonly text: string;
  readonly clarity: number;
}

/** The longest label a reader takes in at a glance, in characters. */
const LONGEST_LABEL = 200;
/** Marks that have lost their partner, and marks around the whole, go. */
function balanced(text: string): string {
  let rest = text;
  if (/^[“"‘'][^“”"]*[”"’']$/u.test(rest)) rest = rest.slice(1, -1);
  const count = (mark: string): number => rest.split(mark).length - 1;
  if (count('"') % 2 === 1) rest = rest.replaceAll('"', '');
  if (count('“') !== count('”')) rest = rest.replace(/[“”]/gu, '');
  if (count('(') !== count(')')) rest = rest.replace(/[()]/gu, '');
  return rest.trim();
}

function shown(text: string, { start, end, lead }: LabelCandidate): string {
  const whole = lead
    ? `${text.slice(lead.start, lead.end)} ${text.slice(start, end)}`
    : text.slice(start, end);
  const plain = balanced(whole.replace(/\s+/gu, ' '));
  const [initial = ''] = plain;
  const label = initial.toUpperCase() + plain.slice(initial.length);
  if (label.length <= LONGEST_LABEL) return label;
  const cut = label.slice(0, LONGEST_LABEL);
  const space = cut.lastIndexOf(' ');
  return `${(space > LONGEST_LABEL / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** A wording that takes its subject from further up stands nearly as well as a sentence. */
const LED = 0.55;

/** "… | and drew 1,140 responses", "Ann Lee, | who has two children": with the subject that stands before it. */
function withSubject(
  clauses: LabelClauses,
  tokens: readonly Token[],
  { firstToken, tokenEnd }: TokenRange,
  who: TokenRange | null,
  sentence: TokenRange
): LabelCandidate | null {
  if (!who || who.tokenEnd > firstToken || who.tokenEnd <= who.firstToken) return null;
  const { normal, pos } = tokens[firstToken]!;
  // The subject of a clause between may be taken for that of the sentence.
  let opening = sentence.firstToken;
  while (opening < who.firstToken && !tokens[opening]!.word) opening++;
  const stands = clauses.words.relatives.has(normal)
    ? firstToken - who.tokenEnd <= 1
    : opening === who.firstToken;
  if (!stands) return null;
  const joined = pos === 'CCONJ' || clauses.words.relatives.has(normal);
  const verb = joined ? firstToken + 1 : firstToken;
  if (verb >= tokenEnd || !clauses.isFinite(verb)) return null;
  if (clauses.words.pronouns.has(tokens[who.firstToken]!.normal)) return null;
  let end = tokenEnd;
  while (end > verb && !tokens[end - 1]!.word && !/^[%)\]]$/.test(tokens[end - 1]!.text)) end--;
  return {
    start: tokens[verb]!.start,
    end: tokens[end - 1]!.end,
    clarity: LED,
    lead: { start: tokens[who.firstToken]!.start, end: tokens[who.tokenEnd - 1]!.end }
  };
}

/** Lists of words that take a side or press a point: a label stands for all who make the claim. */
const COLOURED = ['loaded-language', 'boosters'] as const;
/** What a wording is worth less for each such word, and at most. */
const COLOUR = 0.2;
const MOST_COLOUR = 0.6;

function colourOf(reading: Reading, range: TokenRange): number {
  const found = COLOURED.reduce((sum, list) => sum + reading.hitsIn(list, range).length, 0);
  return Math.min(MOST_COLOUR, COLOUR * found);
}

/**
 * Wordings of a claim in one of its members: the stretch that was matched, its statement, its whole sentence,
 * each without lead-ins and loose ends; and the stretch with the subject that it leaves to what stands before it.
 * At least one.
 *
 * @param who the subject of the statement, wherever it stands
 * @param calledUntrue the words around the stretch say that it is not so, and belong to no wording of it
 */
export function labelCandidates(
  reading: Reading,
  stretch: Stretch,
  statement: Statement,
  who: TokenRange | null,
  knowledge: Knowledge,
  calledUntrue = false
): LabelCandidate[] {
  const { tokens, sentences } = reading.document;
  const clauses = new LabelClauses(reading.document, knowledge);
  const sentence = sentences[stretch.sentence]!;
  const size = stretch.tokenEnd - stretch.firstToken;
  const found: LabelCandidate[] = [];
  for (const candidate of calledUntrue ? [stretch] : [stretch, statement, sentence]) {
    const range = clauses.trimmed(candidate);
    if (range.tokenEnd <= range.firstToken) continue;
    const { start } = tokens[range.firstToken]!;
    const { end } = tokens[range.tokenEnd - 1]!;
    if (found.some((known) => known.start === start && known.end === end)) continue;
    // What else a sentence tells is not the claim.
    const extra = Math.max(0, range.tokenEnd - range.firstToken - size);
    const clarity =
      clauses.clarityOf(range, sentence) - colourOf(reading, range) - Math.min(0.5, 0.025 * extra);
    found.push({ start, end, clarity });
  }
  const led = withSubject(clauses, tokens, stretch, who, sentence);
  if (led) found.push(led);
  if (found.length > 0) return found;
  const { start } = tokens[stretch.firstToken]!;
  return [{ start, end: tokens[stretch.tokenEnd - 1]!.end, clarity: -1 }];
}

/**
 * The clearest of some wordings, as free text for a heading; evidence stays in exact spans. A wording that
 * another claim has already is taken only where nothing else will do.
 *
 * @param unshared how far a wording says what others of the claim do not say, 0 to 1
 */
export function labelOf(
  text: string,
  candidates: readonly LabelCandidate[],
  taken: ReadonlySet<string> = new Set(),
  unshared: (wording: string) => number = () => 0
): Label {
  let best: Label = { text: '', clarity: -Infinity };
  for (const candidate of candidates) {
    const said = shown(text, candidate);
    const clarity = candidate.clarity - (taken.has(said) ? 0.7 : 0) - unshared(said);
    if (clarity > best.clarity) best = { text: said, clarity };
  }
  return best;
}
