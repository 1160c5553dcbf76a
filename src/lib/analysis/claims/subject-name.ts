/** Who does a deed, by name: "Garrick has not conceded", "Garrick, who has been mayor since 2013, conceded". */
import type { TokenRange } from '$lib/text/document';
import { accountWords, type Place } from './account-phrases';

/** Longest aside between a name and its verb. */
const LONGEST_ASIDE = 12;

/** The last name right before a verb and its auxiliaries, in lower case; '' for none. */
export function subjectName({ reading, knowledge }: Place, verb: number, { firstToken }: TokenRange): string {
  const { tokens } = reading.document;
  let at = verb - 1;
  const carries = (i: number): boolean =>
    /^(?:AUX|ADV|PART)$/.test(tokens[i]!.pos) ||
    // "Refused to apologise".
    (tokens[i]!.pos === 'VERB' && tokens[i + 1]?.normal === 'to');
  while (at >= firstToken && carries(at)) at--;
  // "Garrick, who has not conceded": who that is stands before.
  if (/^(?:who|which)$/.test(tokens[at]?.normal ?? '')) at -= tokens[at - 1]?.text === ',' ? 2 : 1;
  if (tokens[at]?.text === ',') {
    let open = at - 1;
    while (open > Math.max(firstToken, at - LONGEST_ASIDE) && tokens[open]!.text !== ',') open--;
    if (tokens[open]?.text !== ',') return '';
    at = open - 1;
  }
  const token = tokens[at];
  if (!token || at < firstToken || token.pos !== 'PROPN' || !/^\p{Lu}\p{Ll}/u.test(token.text)) return '';
  return accountWords(knowledge, 'days').has(token.normal) ? '' : token.normal;
}
