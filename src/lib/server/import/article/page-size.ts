/** How much of a page there is to parse, told from its source alone: parsers take far too long over some pages. */

/** Elements that have no end tag, or whose end tag may be left out, in which case the next one ends them. */
const NEVER_NEST: ReadonlySet<string> = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd option optgroup tr td th thead tbody tfoot colgroup rp rt path'
  ).split(' ')
);
/** Elements whose content is not markup. */
const RAW: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title']);

export interface PageSize {
  readonly elements: number;
  /** Deepest nesting of elements that are not closed. */
  readonly depth: number;
  /** Pieces that a parser makes of text: it begins a new one at every entity and at every `<` that begins no tag. */
  readonly pieces: number;
  /** Most attributes of one element. */
  readonly attributes: number;
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** Where the name that begins at `start` ends. */
function nameEnd(html: string, start: number): number {
  let end = start;
  while (end < html.length && end < start + 30 && /[A-Za-z0-9:-]/.test(html[end]!)) end++;
  return end;
}

/** Where a tag ends whose name ends at `start`, and how many attributes it seems to have. */
function tagEnd(html: string, start: number): { end: number; attributes: number } {
  let attributes = 0;
  let quote = '';
  let at = start;
  for (; at < html.length; at++) {
    const letter = html[at]!;
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '>') break;
    else if (letter === '"' || letter === "'") quote = letter;
    // Attributes are apart by blanks; a few blanks too many do no harm.
    else if (letter <= ' ') attributes++;
  }
  return { end: at, attributes };
}

function countOf(text: string, letter: string): number {
  let count = 0;
  for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) count++;
  return count;
}

/** Counts tags in one pass; comments, scripts and styles are passed over. */
export function pageSize(html: string): PageSize {
  let elements = 0;
  let open = 0;
  let depth = 0;
  let pieces = countOf(html, '&');
  let most = 0;
  let at = html.indexOf('<');
  while (at >= 0 && at < html.length - 1) {
    const closes = html[at + 1] === '/';
    const start = at + (closes ? 2 : 1);
    if (html.startsWith('!--', start)) {
      const end = html.indexOf('-->', start);
      if (end < 0) break;
      at = html.indexOf('<', end);
      continue;
    }
    if (!isLetter(html.charCodeAt(start))) {
      pieces++;
      at = html.indexOf('<', start);
      continue;
    }
    const end = nameEnd(html, start);
    const name = html.slice(start, end).toLowerCase();
    const tag = tagEnd(html, end);
    most = Math.max(most, tag.attributes);
    if (closes) {
      if (!NEVER_NEST.has(name)) open = Math.max(0, open - 1);
    } else {
      elements++;
      if (RAW.has(name)) {
        const closing = html.indexOf(`</${html.slice(start, end)}`, end);
        if (closing < 0) break;
        at = html.indexOf('<', closing + 1);
        continue;
      }
      if (!NEVER_NEST.has(name)) open++;
      depth = Math.max(depth, open);
    }
    at = html.indexOf('<', tag.end);
  }
  return { elements, depth, pieces, attributes: most };
}
