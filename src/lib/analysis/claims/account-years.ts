/** The years that a clause is told of. */
import type { TokenRange } from '$lib/text/document';
import type { Place } from './account-phrases';
import { isYearKey } from './terms';

/**
 * The years of a clause and of what its sentence sets around it without a verb of its own: "in 2019, the firm
 * employed". "Founded in 1874" tells the year of another deed.
 */
export function yearsOf(
  { reading, terms }: Place,
  clause: TokenRange,
  { firstToken, tokenEnd }: TokenRange
): readonly string[] {
  const { tokens } = reading.document;
  const found = new Set<string>();
  let opens = firstToken;
  for (let i = firstToken; i <= tokenEnd; i++) {
    const ends = i === tokenEnd || tokens[i]!.pos === 'PUNCT';
    if (!ends) continue;
    const inside = opens < clause.tokenEnd && clause.firstToken < i;
    const told = tokens.slice(opens, i).some(({ pos }) => pos === 'VERB');
    for (let k = opens; k < i; k++) {
      if (!isYearKey(terms.plain[k]!)) continue;
      if (
        (inside && clause.firstToken <= k && k < clause.tokenEnd) ||
        (!told && !inside) ||
        (inside && !told)
      )
        found.add(terms.plain[k]!);
    }
    opens = i + 1;
  }
  return [...found].sort();
}
