/** What a statement says first of all: its verbs, what something is said to be or taken for, and of which things. */
import type { Token, TokenRange } from '$lib/text/document';
import { exactly } from './exact-list';
import type { Pole, SaidOf } from './facts';
import type { ToldTerms } from './told-deeds';
import { isFailing } from './unit-negations';
import type { Vocabulary } from './vocabulary';

const FINITE = new Set(['is', 'are', 'was', 'were']);

/** "Was safe", "is not safe": the adjective is what is said. */
function isPredicate(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.pos !== 'ADJ' || tokens[at + 1]?.pos === 'NOUN') return false;
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    if (tokens[i]!.pos === 'AUX' && tokens[i]!.lemma === 'be') return true;
    if (tokens[i]!.pos !== 'ADV' && tokens[i]!.pos !== 'PART') return false;
  }
  return false;
}

/** "The recalled tins", "state-run": such a participle tells no deed of the statement. */
function isAttributive(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.text === '-') return true;
  return (
    tokens[at - 1]?.pos === 'DET' && tokens[at + 1]?.pos === 'NOUN' && /(?:ed|ing)$/.test(tokens[at]!.normal)
  );
}

/** "As a direct threat", "being a threat": the noun is what something is taken for. */
function isDescription(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.pos !== 'NOUN' || tokens[at + 1]?.pos === 'NOUN') return false;
  let i = at - 1;
  while (i > 0 && i > at - 5 && /^(?:ADJ|NOUN|ADV)$/.test(tokens[i]!.pos)) i--;
  const article = tokens[i]?.normal;
  const before = tokens[i - 1]?.normal;
  return (article === 'a' || article === 'an') && (before === 'as' || before === 'being');
}

const isIn = (ranges: readonly TokenRange[], at: number): boolean =>
  ranges.some(({ firstToken, tokenEnd }) => firstToken <= at && at < tokenEnd);

/**
 * What a stretch says, and of what.
 *
 * @param without runs inside the stretch that are left out
 * @param figures whose words are no things: "300" of "300 patients"
 */
/** "Died while climbing": no end of the story. */
const isByTheWay = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.normal.endsWith('ing') &&
  /^(?:while|when|by|before|after)$/u.test(tokens[at - 1]?.normal ?? '');

/** What a word right before a noun describes: "gains" of "stronger gains"; 0 for a word that describes none. */
function describedBy(tokens: readonly Token[], terms: ToldTerms, at: number, vocabulary: Vocabulary): number {
  if (tokens[at]!.pos !== 'ADJ' || tokens[at + 1]?.pos !== 'NOUN') return 0;
  const key = terms.keys[at + 1]!;
  return key === '' || key[0] === '#' ? 0 : vocabulary.idOf(key);
}

export function saidIn(
  tokens: readonly Token[],
  terms: ToldTerms,
  { firstToken, tokenEnd, without }: TokenRange & { readonly without: readonly TokenRange[] },
  figures: readonly TokenRange[],
  vocabulary: Vocabulary
): SaidOf {
  const { words } = terms;
  const poles: Pole[] = [];
  const names = new Set<number>();
  const things = new Set<number>();
  const verbs = new Set<number>();
  const nouns = new Set<number>();
  let finite = false;
  let describes = false;
  let saysOpposite = false;
  for (let i = firstToken; i < tokenEnd; i++) {
    if (isIn(without, i)) continue;
    const { start, end, pos, normal } = tokens[i]!;
    finite ||= FINITE.has(normal);
    for (const pole of isByTheWay(tokens, i) ? [] : words.polesOf(terms.plain[i]!))
      poles.push({
        key: vocabulary.idOf(`~${pole}`),
        start,
        end,
        of: describedBy(tokens, terms, i, vocabulary)
      });
    const key = terms.keys[i]!;
    if (key === '' || key[0] === '#' || words.isLight(key) || isFailing(tokens, i)) continue;
    const described = isDescription(tokens, i);
    if ((pos === 'VERB' && !isAttributive(tokens, i)) || described || isPredicate(tokens, i)) {
      describes ||= described && verbs.size === 0 && !finite;
      saysOpposite ||= verbs.size === 0 && terms.negative.has(i);
      verbs.add(vocabulary.idOf(key));
    } else if (terms.deeds.has(i)) nouns.add(vocabulary.idOf(key));
    if ((pos !== 'PROPN' && pos !== 'NOUN') || terms.unnamed.has(i) || isIn(figures, i)) continue;
    const id = vocabulary.idOf(key);
    things.add(id);
    if (pos === 'PROPN') names.add(id);
  }
  return {
    poles: exactly(poles),
    names: exactly([...names]),
    things: exactly([...things]),
    saysOpposite,
    describes,
    hasVerb: verbs.size > 0,
    verbs: exactly([...new Set([...verbs, ...nouns])])
  };
}
