/** What the shape of one line says about it, without looking at its neighbours. */

const ENDS_SENTENCE = /[.!?\u2026]["'\u201D\u2019)\]*_]*$/;
const ENDS_OPEN = /[,;:\u2013\u2014-]["'\u201D\u2019)\]*_]*$/;
const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-H])[.):]\s+\S/;
const BULLET = /^[\u2022\u00B7\u25AA\u25AB\u25CF\u25E6\u2023\u2043\u2013*+-]\s+(?=\S)/;
const NUMBER_MARK = /^(?:\(?\d{1,3}[.)]|\(?[a-zA-Z][)])\s+(?=\S)/;
const MARKDOWN = /^#{1,6}\s+(?=\S)/;
const ALL_BOLD = /^(\*\*|__)(?!\s)[^*_]{1,120}\1:?$/;
const OPENS_SPEECH = /^["'\u201C\u2018([]/;
const RUNNING_ON = /^(?:but|and|so|or|because|which|then|yet)\s/i;

const MAX_HEADING = 120;
const MAX_HEADING_WORDS = 14;

/** True when a line ends as a sentence does, closing quotes and brackets aside. */
export function endsSentence(line: string): boolean {
  return ENDS_SENTENCE.test(line.length > 40 ? line.slice(-40) : line);
}

/** Length of a list marker and the space after it; 0 when the line is no list item. */
export function listMarker(line: string): number {
  const head = line.slice(0, 16);
  return (BULLET.exec(head) ?? NUMBER_MARK.exec(head))?.[0].length ?? 0;
}

/** Length of the number sign mark of a Markdown heading and the space after it. */
export function markdownMarker(line: string): number {
  return MARKDOWN.exec(line.slice(0, 16))?.[0].length ?? 0;
}

function wordCount(line: string): number {
  return line.split(/\s+/).length;
}

/** True when a line carries the mark of a heading: Markdown, bold from end to end, or a number and no full stop. */
export function isMarkedHeading(line: string): boolean {
  if (line.length > MAX_HEADING + 8) return false;
  if (MARKDOWN.test(line) || ALL_BOLD.test(line)) return true;
  if (!NUMBERED.test(line) || wordCount(line) > MAX_HEADING_WORDS + 2) return false;
  return !/[.!;,:]$/.test(line) && /^\S+\s+["\u201C]?\p{Lu}/u.test(line);
}

/** True when a line could be a heading, if it stands as one among its neighbours. */
export function couldBeHeading(line: string): boolean {
  if (isMarkedHeading(line)) return true;
  if (line.length > MAX_HEADING || BULLET.test(line)) return false;
  const words = wordCount(line);
  if (words > MAX_HEADING_WORDS || !/\p{L}/u.test(line)) return false;
  if (line.endsWith('?')) return words >= 3 && /^\p{Lu}/u.test(line) && !RUNNING_ON.test(line);
  if (/:$/.test(line)) return words === 1 && /^\p{Lu}/u.test(line);
  if (endsSentence(line) || ENDS_OPEN.test(line)) return false;
  if (OPENS_SPEECH.test(line)) return /^["'\u201C\u2018].*["'\u201D\u2019]/.test(line) && words <= 10;
  return /^[\p{Lu}\p{N}]/u.test(line);
}

/** A line of two to four capitalised words and nothing else, as a name stands under an article. */
export function looksLikeName(line: string): boolean {
  return /^(?:[-\u2013\u2014]\s*)?\p{Lu}[\p{L}'\u2019.-]*(?:\s+(?:\p{Lu}[\p{L}'\u2019.-]*|de|van|von|der|bin|al|el)){1,3}$/u.test(
    line.slice(0, 80)
  );
}
