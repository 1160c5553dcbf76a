import type { LineWord } from './line-words';

/** Names of months and weekdays, with their usual short forms. */
const MONTHS: readonly string[] = (
  'january february march april may june july august september october november december ' +
  'jan feb mar apr jun jul aug sep sept oct nov dec'
).split(' ');
const WEEKDAYS: readonly string[] =
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun'.split(
    ' '
  );

const CALENDAR: ReadonlySet<string> = new Set([...MONTHS, ...WEEKDAYS]);
const BESIDE_DATES: ReadonlySet<string> = new Set(
  (
    'published updated posted modified last first on at the of date time am pm a.m p.m gmt utc est edt cst cdt mst ' +
    'mdt pst pdt bst cet cest ist local ago hour hours minute minutes min mins day days week weeks month months year ' +
    'years about st nd rd th and'
  ).split(' ')
);
const NUMERIC = /^\d{1,4}(?:[./:-]\d{1,4}){0,2}(?:st|nd|rd|th|am|pm)?$/;
const FULL_DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})$/;

/** Words of the longest line that may be nothing but a date. */
export const LONGEST_DATE = 16;

/** True when a line holds a date, perhaps a time, and nothing else. */
export function isDateLine(words: readonly LineWord[]): boolean {
  if (words.length === 0 || words.length > LONGEST_DATE) return false;
  let numbers = 0;
  let calendar = 0;
  let ago = false;
  let full = false;
  for (const { normal } of words) {
    if (NUMERIC.test(normal)) numbers++;
    else if (CALENDAR.has(normal)) calendar++;
    else if (!BESIDE_DATES.has(normal) && !/^(?:gmt|utc)[+-]?\d*$/.test(normal)) return false;
    if (normal === 'ago') ago = true;
    if (FULL_DATE.test(normal) || /^\d{4}-\d{2}-\d{2}t/.test(normal)) full = true;
  }
  return full || (numbers > 0 && (calendar > 0 || ago));
}
