import type { Knowledge } from '$lib/lexicons/knowledge';
import { isDateLine, LONGEST_DATE } from './date-line';
import type { Exclusion, ExclusionReason } from './document';
import { couldBeHeading, endsSentence, looksLikeName } from './headings';
import { wordsOfLine, wordsUpTo, type LineWord } from './line-words';
import type { Line } from './lines';
import { compileLineMatcher, type LineMatcher } from './match-line';

/** What became of the lines of a text. */
export interface Sorted {
  /** Lines to read, in text order. */
  readonly kept: readonly Line[];
  readonly excluded: readonly Exclusion[];
  /** True when a line says that the text was translated. */
  readonly creditsTranslator: boolean;
}

interface Rules {
  readonly line: LineMatcher;
  readonly ending: LineMatcher;
}

const REASONS: ReadonlySet<string> = new Set<ExclusionReason>([
  'page-chrome',
  'byline',
  'date',
  'caption',
  'comments',
  'teaser',
  'title'
]);

const compiled = new WeakMap<Knowledge, Rules>();

function rulesOf(knowledge: Knowledge): Rules {
  let rules = compiled.get(knowledge);
  if (!rules) {
    rules = {
      line: compileLineMatcher(knowledge.lexicons['page-chrome']),
      ending: compileLineMatcher(knowledge.lexicons['page-endings'])
    };
    compiled.set(knowledge, rules);
  }
  return rules;
}

/** Body text that must stand before a line for it to close the article: a page is not all footer. */
const WORDS_BEFORE_ENDING = 60;
/** Fewest words a line of running text has, when headings and widgets are told from paragraphs. */
const PARAGRAPH_WORDS = 12;

/** The name of a page's picture, shown in its place: "Example Press logo". */
const PICTURE_NAME = /^(?:\S+\s+){0,3}(?:logo|icon|avatar|thumbnail)$/i;

/** A caption with its credit run on, as pages print them: "… at the Capitol.CreditAnna Brown/Agency". */
const CAPTION_CREDIT = /[.…]\s*Credit(?:\.\.\.|…)?\s*\p{Lu}[^.…]{2,60}$/u;

interface Judged {
  readonly line: Line;
  /** Its words, where it is short enough for a rule to ask for them; none in longer lines. */
  readonly words: readonly LineWord[];
  reason: ExclusionReason | null;
}

/**
 * Sets aside what is on the page but not of the article: bylines, dates, captions, widgets, footers, the
 * title and its repeats, teasers for other articles. The lines come from word lists ("page-chrome": lines that
 * are no text wherever they stand; "page-endings": lines after which the article does not go on); what the
 * list cannot know (which line is the title, which name is the signature) is read from position and shape.
 */
export function setAsideChrome(lines: readonly Line[], knowledge: Knowledge): Sorted {
  // One line alone is what somebody wants read, whatever it looks like.
  if (lines.length <= 1) return { kept: lines, excluded: [], creditsTranslator: false };
  const rules = rulesOf(knowledge);
  const longest = Math.max(rules.line.longest, rules.ending.longest, LONGEST_DATE);
  let creditsTranslator = false;
  const judged = lines.map((line): Judged => {
    const short = wordsUpTo(line.text, longest);
    const words = short ?? [];
    const entry = rules.line.find(words);
    if (entry?.id.endsWith('/translator')) creditsTranslator = true;
    let reason: ExclusionReason | null = null;
    if (entry && REASONS.has(entry.category)) reason = entry.category as ExclusionReason;
    else if (short?.length === 0 && sizeOf(line) === 0) reason = 'page-chrome';
    else if (PICTURE_NAME.test(line.text)) reason = 'page-chrome';
    else if (isDateLine(words)) reason = 'date';
    else if (isCaption(line, short)) reason = 'caption';
    return { line, words, reason };
  });
  const end = closeArticle(judged, rules.ending);
  setAsideHeader(judged, end);
  setAsideSignature(judged, end);
  return {
    // What was set aside parts the lines around it.
    kept: judged.flatMap(({ line, reason }, i) =>
      reason !== null ? [] : [i > 0 && judged[i - 1]!.reason !== null ? { ...line, gap: true } : line]
    ),
    excluded: judged
      .filter(({ reason }) => reason !== null)
      .map(({ line, reason }) => ({ start: line.start, end: line.end, reason: reason! })),
    creditsTranslator
  };
}

/** Length in words, also of a line too long to be judged as chrome. */
function sizeOf({ text }: Line): number {
  return wordsOfLine(text).length || (text.length > 200 ? text.length / 7 : 0);
}

function isCaption(line: Line, words: readonly LineWord[] | null): boolean {
  if (words?.length === 0 || !line.text.includes('Credit')) return false;
  return CAPTION_CREDIT.test(line.text) && wordsOfLine(line.text).length > 0;
}

/** Finds the line that closes the article and sets aside all below it. Returns its index, or the line count. */
function closeArticle(judged: readonly Judged[], ending: LineMatcher): number {
  // Words in the lines that are kept, counted when a line asks for them: hardly any does.
  const sizes = (from: number, to: number): number => {
    let words = 0;
    for (let i = from; i < to; i++) if (judged[i]!.reason === null) words += sizeOf(judged[i]!.line);
    return words;
  };
  let before = 0;
  let counted = 0;
  let total = -1;
  for (let i = 0; i < judged.length; i++) {
    const { words } = judged[i]!;
    const entry = ending.find(words);
    if (!entry) continue;
    before += sizes(counted, i);
    counted = i;
    if (total < 0) total = before + sizes(i, judged.length);
    // In the middle of a page the same words are more likely a heading of the article itself.
    if (before < WORDS_BEFORE_ENDING || before < total / 2) continue;
    const number = words.find(({ normal }) => /^\d+$/.test(normal))?.normal;
    const comments = entry.category === 'comments' && number !== '0';
    for (let k = i; k < judged.length; k++) {
      const item = judged[k]!;
      if (item.reason !== null) continue;
      if (k === i) item.reason = entry.category === 'comments' ? 'comments' : 'page-chrome';
      else if (comments) item.reason = 'comments';
      else item.reason = announces(judged, k) ? 'teaser' : 'page-chrome';
    }
    return i;
  }
  return judged.length;
}

/** True for running text, and for the headline right above it. */
function announces(judged: readonly Judged[], index: number): boolean {
  const { line } = judged[index]!;
  if (sizeOf(line) >= PARAGRAPH_WORDS) return true;
  const next = judged[index + 1];
  return next !== undefined && sizeOf(next.line) >= 2 * PARAGRAPH_WORDS && couldBeHeading(line.text);
}

function sameWords(a: readonly LineWord[], b: readonly LineWord[]): boolean {
  return a.length === b.length && a.every(({ normal }, i) => normal === b[i]!.normal);
}

/** Sets aside the title, what stands between it and the byline, and every later line that repeats it. */
function setAsideHeader(judged: readonly Judged[], end: number): void {
  let body = 0;
  while (body < end && !isBody(judged[body]!)) body++;
  if (body === end) return;
  let credits = -1;
  for (let i = 0; i < body; i++) {
    const { reason } = judged[i]!;
    if (reason === 'byline' || reason === 'date') credits = i;
  }
  let title: Judged | null = null;
  for (let i = 0; i < body; i++) {
    const item = judged[i]!;
    if (item.reason !== null || !couldBeHeading(item.line.text)) continue;
    if (title !== null && i > credits) break;
    item.reason = 'title';
    title ??= item;
  }
  if (!title) return;
  const short = title.words.length > 0;
  const words = short ? title.words : wordsOfLine(title.line.text);
  if (words.length === 0) return;
  for (let i = 0; i < end; i++) {
    const item = judged[i]!;
    if (item.reason !== null) continue;
    if (sameWords(short ? item.words : wordsOfLine(item.line.text), words)) item.reason = 'title';
  }
}

function isBody({ line, reason }: Judged): boolean {
  if (reason !== null) return false;
  return !couldBeHeading(line.text) || (endsSentence(line.text) && sizeOf(line) >= PARAGRAPH_WORDS);
}

/** A name alone under the last paragraph is who wrote it. */
function setAsideSignature(judged: readonly Judged[], end: number): void {
  let last = end - 1;
  while (last >= 0 && judged[last]!.reason !== null) last--;
  const item = judged[last];
  if (!item || !looksLikeName(item.line.text)) return;
  const above = judged[last - 1];
  if (above && above.reason === null && isBody(above) && endsSentence(above.line.text))
    item.reason = 'byline';
}
