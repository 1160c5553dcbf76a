/** Numbers, dates and lists in words. Always English, so that a page reads the same on every machine. */

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** A number with as many decimals as it deserves: 1,234 · 57.9 · 3.42 · 0.08. Null reads "–". */
export function formatNumber(value: number | null, decimals?: number): string {
  if (value === null || !Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const places = decimals ?? (size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2);
  const fixed = size.toFixed(places);
  const [whole = '0', fraction] = fixed.split('.');
  const sign = value < 0 && Number(fixed) !== 0 ? '−' : '';
  return `${sign}${grouped(whole)}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** A signed number, for log-odds and sentiment: +1.20, −0.40. */
export function formatSigned(value: number | null): string {
  const text = formatNumber(value, 2);
  return value !== null && value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** A share between 0 and 1 as a percentage. */
export function formatShare(share: number | null): string {
  if (share === null || !Number.isFinite(share)) return '–';
  const percent = share * 100;
  return `${formatNumber(percent, percent !== 0 && Math.abs(percent) < 1 ? 1 : 0)}%`;
}

/** "8.1 to 16.9"; null reads "no interval". */
export function formatInterval(
  interval: readonly [number, number] | null,
  format: (value: number) => string = formatNumber
): string {
  return interval === null ? 'no interval' : `${format(interval[0])} to ${format(interval[1])}`;
}

/** "1 word", "1,234 words". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count, 0)} ${count === 1 ? one : many}`;
}

/** "A", "A and B", "A, B and C". */
export function joinWords(items: readonly string[], conjunction = 'and'): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items[items.length - 1]}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
];

/** "2019-10-17" as "17 October 2019"; what is no ISO date stays as it is. */
export function formatDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(iso);
  const month = match ? MONTHS[Number(match[2]) - 1] : undefined;
  if (!match || !month) return iso;
  return match[3] ? `${Number(match[3])} ${month} ${match[1]}` : `${month} ${match[1]}`;
}

/** Small counts in words, for sentences: "four of five". */
export function inWords(count: number): string {
  const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
  return words[count] ?? formatNumber(count, 0);
}

/** First letter made a capital, the rest left alone. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A unit such as "-1 to 1" as it is printed. */
export const trueMinus = (unit: string): string => unit.replace(/-(?=\d)/gu, '−');

/** A number with its unit as it is said: "12% of words", "0.12 on a scale of −1 to 1". */
export function withUnit(figure: string, unit: string): string {
  if (unit.startsWith('%')) return `${figure}${unit}`;
  return /^-?\d/u.test(unit) ? `${figure} on a scale of ${trueMinus(unit)}` : `${figure} ${unit}`;
}
