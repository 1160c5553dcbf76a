const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function day(year: number, month: number, date: number): string | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return year >= 1000 && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** Which number of a date of digits is the day, where the dates around it tell. */
export type DateOrder = 'day-first' | 'month-first';

const DIGITS = /^\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/;

/** The day of a date of digits that ends with its year. With dots the day stands first wherever they are used. */
function dayOfDigits([, first, mark, second, year]: RegExpExecArray, order: DateOrder | null): string | null {
  const dayFirst = day(Number(year), Number(second), Number(first));
  const monthFirst = day(Number(year), Number(first), Number(second));
  if (order !== null) return order === 'day-first' ? dayFirst : monthFirst;
  if (mark === '.') return dayFirst;
  return dayFirst === null || monthFirst === null || dayFirst === monthFirst
    ? (dayFirst ?? monthFirst)
    : null;
}

/**
 * The order that dates of digits share: all can be read that way, and one of them in no other. Null where nothing
 * tells, and where they differ.
 */
export function orderOfDates(texts: readonly (string | null)[]): DateOrder | null {
  const dates = texts.map((text) => DIGITS.exec(text ?? '')).filter((date) => date !== null);
  const all = (order: DateOrder) => dates.every((date) => dayOfDigits(date, order) !== null);
  const [dayFirst, monthFirst] = [all('day-first'), all('month-first')];
  if (dayFirst === monthFirst) return null;
  return dayFirst ? 'day-first' : 'month-first';
}

/**
 * The ISO 8601 day that a date states, in the time zone it is written in. Dates of digits alone that may be read
 * two ways, such as 03/04/2019, state none, unless the dates around them tell.
 */
export function publishedDay(text: string | null, order: DateOrder | null = null): string | null {
  if (text === null) return null;
  const digits = DIGITS.exec(text);
  if (digits) return dayOfDigits(digits, order);
  const iso = /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const compact = /^\s*(\d{4})(\d{2})(\d{2})(?:T|\s|$)/.exec(text);
  if (compact) return day(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?[\s-]([A-Za-z]{3,9})\.?,?[\s-](\d{4})\b/.exec(text);
  if (dayFirst && monthOf(dayFirst[2]!) > 0) {
    return day(Number(dayFirst[3]), monthOf(dayFirst[2]!), Number(dayFirst[1]));
  }
  const monthFirst = /\b([A-Za-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})\b/.exec(text);
  if (monthFirst && monthOf(monthFirst[1]!) > 0) {
    return day(Number(monthFirst[3]), monthOf(monthFirst[1]!), Number(monthFirst[2]));
  }
  return null;
}
