/** Who wrote an article and when, where a line at its head says so: "By Anna Brown, Harbour correspondent · 5 March 2024". */
import { isDateLine } from '$lib/text/date-line';
import { wordsOfLine } from '$lib/text/line-words';
import { publishedDay } from './article/published-day';
import type { ImportedBlock } from './imported-document';

export interface Byline {
  readonly author: string | null;
  /** ISO 8601 day. */
  readonly published: string | null;
  /** Blocks that are a byline and nothing else. */
  readonly places: ReadonlySet<number>;
}

/** A byline stands among the first lines: under the headline, the line below it and a picture. */
const HEAD_LINES = 8;
/** A line of more words is running text, and no line about the article. */
const MOST_WORDS = 18;
/** Fewest words of a sentence that begins the article. */
const SENTENCE_WORDS = 10;

const BY = /^(?:(?:story|words|text|report|reporting|written) )?by:? {1,3}(?=\p{Lu})/iu;
/** What ends the names of a byline: a separator, a place, a paper, a figure. */
const AFTER_NAMES = /[|·•–—(/\d]|\s-|\b(?:in|for|at|on)\b/iu;
/** Small words within a name. */
const PARTICLES: ReadonlySet<string> = new Set('de da del di du van von der den al bin el la le'.split(' '));
/** Words of no person's name: what a writer does or writes for, and how other lines go on that begin with "By". */
const NO_NAMES =
  /\b(?:correspondents?|editors?|reporters?|writers?|staff|desk|bureau|agenc(?:y|ies)|press|news|the|an?|our|my|your|his|her|their|its|all|any|no)\b/i;

/** What parts the statements of one line. */
const PARTS = / ?[|·•] ?| [–—-] /u;
/** Days that are not the one of publication. */
const OTHER_DAY = /\b(?:updated|modified|edited|printed|retrieved|accessed|copied)\b/i;

/** A line of the head of an article, with the block it is in. */
interface HeadLine {
  readonly text: string;
  readonly place: number;
}

function isRunning(line: string): boolean {
  const words = wordsOfLine(line).length;
  return line.length > 400 || words > 30 || (words >= SENTENCE_WORDS && /[.!?]["”’)]?$/u.test(line));
}

/** A day right beside the author is that of the article, and not the one that a page was opened on. */
function besideAuthor(blocks: readonly ImportedBlock[], place: number): boolean {
  if (!isDateLine(wordsOfLine(blocks[place]!.text))) return false;
  return [place - 1, place + 1].some((beside) => {
    const { text, reason } = blocks[beside] ?? { text: '', reason: null };
    return reason === 'byline' && authorOf(text) !== null;
  });
}

/** The lines above the running text; what is navigation or advertising on a page is not about the article. */
function headOf(blocks: readonly ImportedBlock[]): HeadLine[] {
  const head: HeadLine[] = [];
  for (const [place, { text, kept, reason }] of blocks.slice(0, 60).entries()) {
    if (!kept && reason !== 'byline' && reason !== 'title' && !besideAuthor(blocks, place)) continue;
    for (const line of text.slice(0, 2_000).split('\n')) {
      const trimmed = line.replace(/\s+/gu, ' ').trim();
      if (trimmed === '') continue;
      if (isRunning(trimmed) || head.length === HEAD_LINES) return head;
      head.push({ text: trimmed, place });
    }
  }
  return head;
}

function isName(text: string): boolean {
  const words = text.trim().split(' ');
  if (words.length < 2 || words.length > 5 || text.length > 60 || NO_NAMES.test(text)) return false;
  return words.every((word) => PARTICLES.has(word) || /^\p{Lu}[\p{L}.'’-]*$/u.test(word));
}

/** A name as printed, without the capitals that a designer set: "ANNA O'BRIEN" is Anna O'Brien. */
function inSmallLetters(name: string): string {
  if (/\p{Ll}/u.test(name)) return name;
  return name.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}

function authorOf(line: string): string | null {
  const by = BY.exec(line)?.[0];
  if (by === undefined || wordsOfLine(line).length > MOST_WORDS) return null;
  const rest = line.slice(by.length);
  const end = AFTER_NAMES.exec(rest)?.index ?? rest.length;
  const names = rest.slice(0, end).replace(/[ ,.;:]{1,4}$/u, '');
  const all = names.split(/, ?| (?:and|&) /iu);
  // What follows a comma may be what the writer does: "By Anna Brown, Harbour Correspondent".
  const known = all.every(isName) && / (?:and|&) /iu.test(names) ? all : all.slice(0, 1);
  return known.every(isName) ? known.map((name) => inSmallLetters(name.trim())).join(', ') : null;
}

function daysOf(line: string): string[] {
  return line.split(PARTS).flatMap((part) => {
    if (OTHER_DAY.test(part)) return [];
    // The day may stand after a comma, behind what the author does.
    for (const from of [part, part.slice(part.indexOf(',') + 1)]) {
      if (isDateLine(wordsOfLine(from))) return publishedDay(from.trim()) ?? [];
    }
    return [];
  });
}

/** Reads the lines at the head of what was imported; nothing is taken from running text. Days that differ state none. */
export function readByline(blocks: readonly ImportedBlock[]): Byline {
  const head = headOf(blocks);
  const about = head.map(({ text, place }) => ({ place, author: authorOf(text), days: daysOf(text) }));
  const days = new Set(about.flatMap((line) => line.days));
  const whole = (place: number): boolean => {
    const lines = about.filter((line) => line.place === place);
    return (
      lines.length > 0 && lines.every(({ author, days: stated }) => author !== null || stated.length > 0)
    );
  };
  return {
    author: about.find(({ author }) => author !== null)?.author ?? null,
    published: days.size === 1 ? [...days][0]! : null,
    places: new Set(about.map(({ place }) => place).filter(whole))
  };
}
