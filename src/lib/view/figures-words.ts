/** Figures as they are printed, and what they are figures of. */
import type { FigureAudit } from '$lib/analysis/audit-schema';
import { formatDate, formatNumber } from './format';

const SCALES: readonly (readonly [number, string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million']
];
const DAY_MINUTES = 24 * 60;

/** 65,000,000 as "65 million", 1,250 as "1,250": nothing is rounded. */
function numberWords(value: number): string {
  const scale = SCALES.find(([size]) => Math.abs(value) >= size);
  const [scaled, name] = scale ? [value / scale[0], ` ${scale[1]}`] : [value, ''];
  const decimals = Math.min(3, /\.(\d+)/u.exec(String(scaled))?.[1]?.length ?? 0);
  return formatNumber(scaled, decimals) + name;
}

/** Minutes of the day as "06:42". */
function clockWords(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor((minutes % DAY_MINUTES) / 60))}:${two(minutes % 60)}`;
}

/** "1980/1989" as "1980s", "--05-04" as "4 May", "2014-05" as "May 2014". */
function dateWords(date: string): string {
  const [from = '', to] = date.split('/');
  if (to !== undefined) {
    const decade = /^\d{3}0$/u.test(from) && Number(to) === Number(from) + 9;
    return decade ? `${from}s` : `${dateWords(from)} to ${dateWords(to)}`;
  }
  // A date without a year is one of any year.
  return from.startsWith('--') ? formatDate(`0000${from.slice(1)}`).replace(/ 0000$/u, '') : formatDate(from);
}

/** A figure by itself: "35", "65 million", "4 May", "06:42", "31 to 18". What it counts stands beside it. */
export function figureWords({
  kind,
  unit,
  low,
  high,
  date
}: Pick<FigureAudit, 'kind' | 'unit' | 'low' | 'high' | 'date'>): string {
  if (date !== null) return dateWords(date);
  if (low === null || high === null) return '–';
  if (kind === 'votes') return low < 0 ? 'unanimous' : `${numberWords(low)} to ${numberWords(high)}`;
  if (kind === 'time') return low === high ? clockWords(low) : `${clockWords(low)} or ${clockWords(high)}`;
  const figure = low === high ? numberWords(low) : `${numberWords(low)} to ${numberWords(high)}`;
  return kind === 'share' && unit === '%' ? `${figure}%` : figure;
}

const CURRENCIES: Readonly<Record<string, string>> = {
  USD: 'US dollars',
  CAD: 'Canadian dollars',
  AUD: 'Australian dollars',
  GBP: 'pounds',
  EUR: 'euros',
  JPY: 'yen',
  CNY: 'yuan',
  INR: 'rupees',
  RUB: 'roubles',
  KRW: 'won',
  UAH: 'hryvnias',
  CHF: 'francs',
  MXN: 'pesos',
  PLN: 'złoty'
};

/**
 * The unit as the texts write it, in the plural where one of them does: the last word of "30 member countries". Where
 * they use several words of one meaning it is the first that is close to the unit's own.
 */
function writtenUnit(unit: string, quotes: readonly string[]): string {
  const written = quotes
    .map(
      (quote) =>
        quote
          .split(/[^\p{L}]/u)
          .at(-1)
          ?.toLowerCase() ?? ''
    )
    .filter((word) => word !== '');
  const own = written.filter((word) => word.slice(0, 3) === unit.slice(0, 3));
  const words = own.length > 0 ? own : written;
  return words.find((word) => word.endsWith('s')) ?? words[0] ?? unit;
}

/**
 * What figures of one unit are figures of: "people", "US dollars", "kilometres"; '' where a kind has no units.
 *
 * @param quotes how the texts write them
 */
export function unitWords(kind: FigureAudit['kind'], unit: string | null, quotes: readonly string[]): string {
  if (unit === null || (kind === 'share' && unit === '%')) return '';
  if (kind === 'money') return CURRENCIES[unit] ?? unit;
  if (unit === 'pp') return 'percentage points';
  return unit === 'person' ? 'people' : writtenUnit(unit, quotes);
}
