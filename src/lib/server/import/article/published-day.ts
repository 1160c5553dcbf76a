const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function day(year: number, month: number, date: number): string | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return year >= 1000 && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/**
 * The ISO 8601 day that a date states, in the time zone it is written in. Dates of digits alone that may be read
 * two ways, such as 03/04/2019, state none.
 */
export function publishedDay(text: string | null): string | null {
  if (text === null) return null;
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
