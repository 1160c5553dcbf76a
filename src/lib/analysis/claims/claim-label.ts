import type { Span, Token, TokenRange } from '$lib/text/document';
import type { Reading, Statement } from '../reading';
import type { Stretch } from './figure';
import { afterDateline } from './dateline';

/** A stretch of text that could be a claim's label, and how well it stands as a sentence of its own. */
export interface LabelCandidate extends Span {
  readonly clarity: number;
  /** Whom or what the stretch speaks of, where that stands further up: "the consultation … drew 1,140 responses". */
  readonly lead?: Span;
}

/** The wordings of one statement as numbers, five each: where it starts and ends, its clarity, and its lead. */
export type PackedLabels = readonly number[];

/** Wordings as they are kept: objects for each of a collection's statements would take three times the room. */
export function packLabels(candidates: readonly LabelCandidate[]): PackedLabels {
  const packed: number[] = [];
  for (const { start, end, clarity, lead } of candidates)
    packed.push(start, end, clarity, lead?.start ?? 0, lead?.end ?? 0);
  return packed.slice();
}

/** The wordings that were packed. */
export function unpackLabels(packed: PackedLabels): LabelCandidate[] {
  const found: LabelCandidate[] = [];
  for (let i = 0; i + 4 < packed.length; i += 5) {
    const [start, end, clarity, from, to] = packed.slice(i, i + 5) as [
      number,
      number,
      number,
      number,
      number
    ];
    found.push({ start, end, clarity, ...(to > from ? { lead: { start: from, end: to } } : {}) });
  }
  return found;
}

/** A label for a claim, and how well it stands as a sentence of its own. */
export interface Label {
  readonly text: string;
  readonly clarity: number;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words after which another clause begins, so that the one before is whole. */
const JOINTS = words('and but or so yet because although though while');
/** Words that tie a sentence to the one before and can go without loss. */
const CONNECTIVES = words(
  'and but or so yet nor however furthermore moreover also then meanwhile thus therefore hence indeed still ' +
    'additionally besides nevertheless nonetheless consequently accordingly instead likewise similarly ' +
    'especially particularly that rather finally firstly secondly lastly notably'
);
/** The same, in several words. */
const PHRASES: readonly (readonly string[])[] = [
  'in addition',
  'for example',
  'for instance',
  'as a result',
  'in contrast',
  'by contrast',
  'in turn',
  'in fact',
  'of course',
  'after all',
  'at the same time',
  'on the other hand',
  'on the one hand',
  'even so'
].map((phrase) => phrase.split(' '));
/** Openings of clauses that tell what is so: without them the clause says the same. */
const FACTUAL = words('although though while whilst whereas because since when as');
/** Openings after which a clause tells nothing on its own. */
const OPEN = words(
  'if unless whether which who whom whose where what why how until before after once following including to by for of with without despite than like'
);
const PRONOUNS = words(
  'it they he she we i you this that these those them him us its their his her there such'
);
const RELATIVES = words('which who whom whose that');
const NO_ENDING = words(
  'and or but the a an of to in on at by for with from as that which who is was are were be'
);
const REPORTING = words(
  'said says say told added asked calling warned argued stated claimed claim claims announced noted reported report reports believe believes'
);

/** Labels are best within this many words. */
const FEWEST_WORDS = 5;
const MOST_WORDS = 25;
/** Up to so many, longer is no worse. */
const EASY_WORDS = 10;
/** The longest label a reader takes in at a glance, in characters. */
const LONGEST_LABEL = 200;
/** Longest stretch looked at, in tokens. */
const LONGEST_STRETCH = 80;

function startsWith(tokens: readonly Token[], at: number, end: number, phrase: readonly string[]): boolean {
  return at + phrase.length < end && phrase.every((word, i) => tokens[at + i]!.normal === word);
}

/** First token after lead-ins that only tie a sentence to what came before. */
function afterLeadIn(tokens: readonly Token[], first: number, end: number): number {
  let at = first;
  for (let before = -1; at < end && before !== at;) {
    before = at;
    const { normal, word } = tokens[at]!;
    if (!word) {
      at++;
      continue;
    }
    const phrase = PHRASES.find((candidate) => startsWith(tokens, at, end, candidate));
    if (phrase && tokens[at + phrase.length]!.text === ',') at += phrase.length;
    // "That promise" points at something; "that the promise …" only opens a clause.
    else if (CONNECTIVES.has(normal) && !(normal === 'that' && first === at && /^T/.test(tokens[at]!.text)))
      at++;
  }
  return at;
}

function isFinite(tokens: readonly Token[], at: number): boolean {
  const { pos, normal } = tokens[at]!;
  if (pos === 'AUX') return !/^(?:be|been|being)$/.test(normal);
  return pos === 'VERB' && !normal.endsWith('ing') && tokens[at - 1]?.normal !== 'to';
}

/** First token of the main verb; -1 where there is none. Verbs of relative clauses are passed over. */
function verbIn(tokens: readonly Token[], first: number, end: number): number {
  for (let i = first; i < end; i++) {
    if (isFinite(tokens, i) && !RELATIVES.has(tokens[i - 1]?.normal ?? '')) return i;
  }
  return -1;
}

/** End of what stands before a dash, where only a fragment without a verb comes after it. */
function beforeLooseEnd(tokens: readonly Token[], first: number, end: number): number {
  for (let i = end - 1; i > first; i--) {
    if (isFinite(tokens, i)) break;
    if (/^[—–]$|^--$/.test(tokens[i]!.text) && verbIn(tokens, first, i) > first) return i;
  }
  return end;
}

/** Words that may stand behind a verb of saying that ends a sentence: "…, a guard told us". */
const MOST_AFTER_TAG = 2;

/** End of what was said, where who said it comes after a comma: "The strike cost 3 million, its chairman, Lee, said". */
function beforeTag(tokens: readonly Token[], first: number, end: number): number {
  let verb = end - 1;
  while (verb > first && !isFinite(tokens, verb)) verb--;
  if (!REPORTING.has(tokens[verb]!.normal) || end - 1 - verb > MOST_AFTER_TAG) return end;
  let cut = end;
  for (let i = verb - 1; i > first && !isFinite(tokens, i); i--) if (tokens[i]!.text === ',') cut = i;
  return cut < end && verbIn(tokens, first, cut) > first ? cut : end;
}

function trimmed(tokens: readonly Token[], range: TokenRange): TokenRange {
  const end = Math.min(range.tokenEnd, range.firstToken + LONGEST_STRETCH);
  let tokenEnd = end;
  let firstToken = afterLeadIn(tokens, afterDateline(tokens, range), end);
  const opening = tokens[firstToken];
  if (opening && FACTUAL.has(opening.normal) && firstToken + 1 < end) {
    const rest = firstToken + 1;
    let comma = false;
    for (let i = rest; i < end; i++) comma ||= tokens[i]!.text === ',';
    // "When it rained, the match was stopped" is not one clause: it stays whole.
    if (!comma && verbIn(tokens, rest, end) > rest) firstToken = rest;
  }
  tokenEnd = beforeLooseEnd(tokens, firstToken, tokenEnd);
  const atWord = (): void => {
    while (
      tokenEnd > firstToken &&
      !tokens[tokenEnd - 1]!.word &&
      !/^[%)\]]$/.test(tokens[tokenEnd - 1]!.text)
    )
      tokenEnd--;
  };
  atWord();
  if (tokenEnd > firstToken) tokenEnd = beforeTag(tokens, firstToken, tokenEnd);
  atWord();
  return { firstToken, tokenEnd };
}

const YEAR = /^(?:1[0-9]|20)\d\d$/u;

/** How well a stretch stands alone: a named subject, a finite verb, both ends at a boundary, a good length. */
function clarityOf(
  tokens: readonly Token[],
  { firstToken, tokenEnd }: TokenRange,
  sentence: TokenRange
): number {
  const first = tokens[firstToken]!;
  const last = tokens[tokenEnd - 1]!;
  let count = 0;
  for (let i = firstToken; i < tokenEnd; i++) if (tokens[i]!.word) count++;
  let clarity = 0;
  const verb = verbIn(tokens, firstToken, tokenEnd);
  clarity += verb > firstToken ? 0.5 : -0.3;
  // "The mayor said on Friday" keeps back what was said.
  if (verb >= 0 && REPORTING.has(tokens[verb]!.normal) && verbIn(tokens, verb + 1, tokenEnd) < 0)
    clarity -= 0.4;
  // A pronoun before the verb has its name elsewhere.
  for (let i = firstToken; i < (verb < 0 ? tokenEnd : verb); i++) {
    if (!PRONOUNS.has(tokens[i]!.normal)) continue;
    // "This law" names something, if not all of it.
    const named = /^(?:NOUN|ADJ|PROPN)$/.test(tokens[i + 1]?.pos ?? '');
    clarity -= i === firstToken && !named ? 0.45 : 0.15;
    break;
  }
  if (OPEN.has(first.normal) || FACTUAL.has(first.normal)) {
    // "After the war, the club …" is a sentence; "after the war ended" is none.
    clarity -= sentence.firstToken === firstToken && sentence.tokenEnd <= tokenEnd + 1 ? 0.1 : 0.8;
  }
  // "That the exits be locked" is asked for, and not told.
  for (let i = firstToken + 1; i < tokenEnd; i++)
    if (tokens[i]!.normal === 'be' && /^(?:NOUN|PROPN|PRON)$/.test(tokens[i - 1]!.pos)) clarity -= 0.5;
  if (first.pos === 'PROPN') clarity += 0.1;
  const before = tokens[firstToken - 1];
  const opens =
    firstToken <= sentence.firstToken ||
    !before?.word ||
    afterLeadIn(tokens, firstToken - 1, firstToken) === firstToken ||
    FACTUAL.has(before.normal) ||
    REPORTING.has(before.normal);
  if (!opens) clarity -= 0.3;
  // "The guard, | Tomas Eklund, was arrested": the name only stands beside the subject.
  const beside =
    before?.text === ',' ? tokens.findIndex(({ text }, i) => i > firstToken && text === ',') : -1;
  if (beside >= 0 && beside < verb && verb - beside <= 2) clarity -= 0.5;
  const next = tokens[tokenEnd];
  // "NATO was formed in 1949 | with twelve members": what is dated is told.
  const dated = YEAR.test(last.text) && next?.pos === 'ADP' && next.normal !== 'of';
  if (tokenEnd < sentence.tokenEnd && next?.word) {
    clarity -= JOINTS.has(next.normal) ? 0.05 : dated ? 0.15 : 0.45;
  }
  if (NO_ENDING.has(last.normal)) clarity -= 0.5;
  if (REPORTING.has(last.normal)) clarity -= 0.4;
  if (count < FEWEST_WORDS) clarity -= 0.15 * (FEWEST_WORDS - count);
  if (count > EASY_WORDS) clarity -= 0.012 * (Math.min(count, MOST_WORDS) - EASY_WORDS);
  if (count > MOST_WORDS) clarity -= Math.min(0.5, 0.03 * (count - MOST_WORDS));
  return clarity;
}

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
  const stands = RELATIVES.has(normal) ? firstToken - who.tokenEnd <= 1 : opening === who.firstToken;
  if (!stands) return null;
  const joined = pos === 'CCONJ' || RELATIVES.has(normal);
  const verb = joined ? firstToken + 1 : firstToken;
  if (verb >= tokenEnd || !isFinite(tokens, verb)) return null;
  if (PRONOUNS.has(tokens[who.firstToken]!.normal)) return null;
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
 */
export function labelCandidates(
  reading: Reading,
  stretch: Stretch,
  statement: Statement,
  who: TokenRange | null
): LabelCandidate[] {
  const { tokens, sentences } = reading.document;
  const sentence = sentences[stretch.sentence]!;
  const size = stretch.tokenEnd - stretch.firstToken;
  const found: LabelCandidate[] = [];
  for (const candidate of [stretch, statement, sentence]) {
    const range = trimmed(tokens, candidate);
    if (range.tokenEnd <= range.firstToken) continue;
    const { start } = tokens[range.firstToken]!;
    const { end } = tokens[range.tokenEnd - 1]!;
    if (found.some((known) => known.start === start && known.end === end)) continue;
    // What else a sentence tells is not the claim.
    const extra = Math.max(0, range.tokenEnd - range.firstToken - size);
    const clarity =
      clarityOf(tokens, range, sentence) - colourOf(reading, range) - Math.min(0.5, 0.025 * extra);
    found.push({ start, end, clarity });
  }
  const led = withSubject(tokens, stretch, who, sentence);
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
