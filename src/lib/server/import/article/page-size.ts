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
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** Where the name that begins at `start` ends. */
function nameEnd(html: string, start: number): number {
  let end = start;
  while (end < html.length && end < start + 30 && /[A-Za-z0-9:-]/.test(html[end]!)) end++;
  return end;
}

/** Counts tags in one pass; comments, scripts and styles are passed over. */
export function pageSize(html: string): PageSize {
  let elements = 0;
  let open = 0;
  let depth = 0;
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
      at = html.indexOf('<', start);
      continue;
    }
    const end = nameEnd(html, start);
    const name = html.slice(start, end).toLowerCase();
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
    at = html.indexOf('<', end);
  }
  return { elements, depth };
}
