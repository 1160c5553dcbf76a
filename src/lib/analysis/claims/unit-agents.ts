/** Who does what a statement tells, as far as it names them. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import type { ActorName } from '../compare/actor-name';
import { readActorNames } from '../compare/actor-names';
import { roleOf } from '../compare/actor-roles';
import { lowerBound } from '../lower-bound';
import type { Reading } from '../reading';
import { exactly } from './exact-list';
import type { Marked } from './facts';
import type { Terms } from './terms';
import type { Vocabulary } from './vocabulary';

/** Most words of a name. */
const LONGEST_NAME = 5;
/** Tokens between "by" and the name of who did it. */
const DOER_REACH = 5;

/** A stretch of a statement, with the runs inside it that are left out. */
type Broken = TokenRange & { readonly without: readonly TokenRange[] };

const isDone = (token: Token | undefined): boolean => token?.pos === 'VERB' && token.normal.endsWith('ed');

/** "Brokered by the retired judge Helen Corrie", "the mayor, Lucia Brandt, brokered": named beside what they are. */
function isNamedDoer(
  tokens: readonly Token[],
  name: TokenRange,
  { firstToken, tokenEnd, without }: Broken
): boolean {
  // "Ann Lee, a retired judge, brokered".
  const aside = without.find((range) => range.firstToken === name.tokenEnd);
  if (aside && aside.tokenEnd < tokenEnd) return isDone(tokens[aside.tokenEnd]);
  if (tokens[name.firstToken - 1]?.text === ',' && tokens[name.tokenEnd]?.text === ',')
    return name.tokenEnd + 1 < tokenEnd && isDone(tokens[name.tokenEnd + 1]);
  for (let i = name.firstToken - 1; i > Math.max(firstToken, name.firstToken - DOER_REACH); i--) {
    if (tokens[i]!.normal === 'by') return isDone(tokens[i - 1]);
    if (!/^(?:DET|ADJ|NOUN|VERB)$/.test(tokens[i]!.pos)) return false;
  }
  return false;
}

/** The words of a name around one of them. */
function nameAround(tokens: readonly Token[], at: number, { firstToken, tokenEnd }: TokenRange): TokenRange {
  let first = at;
  while (first > Math.max(firstToken, at - LONGEST_NAME) && tokens[first - 1]!.pos === 'PROPN') first--;
  let end = at + 1;
  while (end < Math.min(tokenEnd, at + LONGEST_NAME) && tokens[end]!.pos === 'PROPN') end++;
  return { firstToken: first, tokenEnd: end };
}

/** "A British climber", "one English climber": somebody from there, who acts for nobody else. */
const isOneOfThem = (tokens: readonly Token[], { firstToken }: TokenRange): boolean =>
  /^(?:an?|one|another)$/.test(tokens[firstToken - 1]?.normal ?? '');

/** Whether the actor of a name acts in a stretch. */
function acts(tokens: readonly Token[], name: ActorName, stretch: Broken): boolean {
  const people = name.kind === 'people';
  if (people && (tokens[name.tokenEnd]?.pos !== 'NOUN' || isOneOfThem(tokens, name))) return false;
  // "Chilean rescuers reached …": people named by their country act, and so do their teams.
  const acting = people ? { ...name, tokenEnd: name.tokenEnd + 1 } : name;
  return (
    roleOf(tokens, acting, stretch.firstToken, stretch.tokenEnd) === 'agent' ||
    isNamedDoer(tokens, name, stretch)
  );
}

/** The named actors that do something in a stretch, each where it is first named. */
export function agentsIn(
  reading: Reading,
  knowledge: Knowledge,
  stretch: Broken,
  terms: Terms,
  vocabulary: Vocabulary
): readonly Marked[] {
  const { tokens } = reading.document;
  const { names } = readActorNames(reading, knowledge);
  const found: Marked[] = [];
  const put = (key: number, name: TokenRange): void => {
    if (!found.some((agent) => agent.key === key))
      found.push({ key, start: tokens[name.firstToken]!.start, end: tokens[name.tokenEnd - 1]!.end });
  };
  const first = lowerBound(names, stretch.firstToken, ({ firstToken }) => firstToken);
  for (let at = first; at < names.length; at++) {
    const name = names[at]!;
    if (name.firstToken >= stretch.tokenEnd) break;
    if (acts(tokens, name, stretch)) put(vocabulary.idOf(terms.keys[name.firstToken]!), name);
  }
  // Whoever is named in full is known by the name's key where nothing says what kind of name it is.
  for (let i = stretch.firstToken; i < stretch.tokenEnd; i++) {
    if (!terms.keys[i]!.startsWith('@person:')) continue;
    const name = nameAround(tokens, i, stretch);
    if (isNamedDoer(tokens, name, stretch)) put(vocabulary.idOf(terms.keys[i]!), name);
  }
  return exactly(found);
}
