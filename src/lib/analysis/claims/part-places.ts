/** Where a statement puts what it tells. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { TokenRange } from '$lib/text/document';
import type { ActorName } from '../compare/actor-name';
import { readActorNames } from '../compare/actor-names';
import { lowerBound } from '../lower-bound';
import type { Reading } from '../reading';
import type { ClauseMap } from '../voice/clauses';
import { CLASS } from '../voice/word-classes';
import type { Roles } from './part-auxiliary';
import { opensClause, type Reach } from './part-circumstances';
import { isTime } from './part-phrases';

/** Words that put what is told at a place. */
const PLACING = new Set('in at near across throughout inside outside along around within off'.split(' '));
/** Words of a place phrase before its name: "in the eastern Black Sea". */
const PLACE_REACH = 4;
/** Word classes that go on with a phrase after a name. */
const GOES_ON = new Set<number>([CLASS.possessive, CLASS.hyphen, CLASS.noun, CLASS.name]);

/** Whether a place stands with the deed: behind its verb with no other between, at the head of the clause, or in a part. */
function isBeside(map: ClauseMap, statement: TokenRange, roles: Roles, reach: Reach, at: number): boolean {
  const { did, who, whom } = roles;
  if (at >= (did?.tokenEnd ?? statement.firstToken)) return at <= reach.any;
  return (
    opensClause(map, statement, at) ||
    [who, whom].some((part) => part !== null && part.firstToken <= at && at < part.tokenEnd)
  );
}

/** "Interested in Libya": the place is what somebody is taken up with. */
const TAKEN_UP = new Set(['interested', 'involved', 'invested', 'engaged', 'versed', 'believe', 'lock']);
/** Words that open a phrase whose noun a place behind it belongs to: "worried about the politics in Israel". */
const OF_ANOTHER = new Set('of for about as like with from by over against on'.split(' '));
/** Tokens before a place that are looked at. */
const PHRASE_REACH = 12;

/**
 * Whether a place belongs to a noun beside the deed, not to the deed: "the success of the surge in Iraq", "praised
 * the head of a school in Kenya", or a noun put beside another, "…, a company outside Oslo".
 */
function isOfAnother(map: ClauseMap, at: number): boolean {
  const { classes, tokens } = map;
  let k = at - 1;
  // A statement may begin inside the phrase.
  const end = Math.max(0, at - PHRASE_REACH);
  const inPhrase = (code: number): boolean =>
    code === CLASS.noun ||
    code === CLASS.name ||
    code === CLASS.adjective ||
    code === CLASS.number ||
    code === CLASS.possessive ||
    code === CLASS.conjunction ||
    code === CLASS.hyphen;
  while (k >= end && inPhrase(classes[k]!)) k--;
  if (k >= end && classes[k] === CLASS.determiner) k--;
  if (k < end || k === at - 1) return false;
  if (classes[k] === CLASS.comma) return tokens[k + 1]!.normal === 'a' || tokens[k + 1]!.normal === 'an';
  if (tokens[k]!.normal === 'in' && TAKEN_UP.has(tokens[k - 1]?.normal ?? '')) return true;
  return OF_ANOTHER.has(tokens[k]!.normal) && !isTime(map, k + 1, at);
}

/** The first place that a statement names after a word that puts it there. */
export function placeOf(
  map: ClauseMap,
  statement: TokenRange,
  roles: Roles,
  reach: Reach,
  reading: Reading,
  knowledge: Knowledge
): TokenRange | null {
  const { names, facts } = readActorNames(reading, knowledge);
  const limit = statement.tokenEnd;
  for (
    let at = lowerBound(names, statement.firstToken, ({ firstToken }) => firstToken);
    at < names.length;
    at++
  ) {
    const name = names[at]!;
    if (name.tokenEnd > limit) break;
    if (!isPlace(name, facts.get(name.actor)?.kind)) continue;
    let k = name.firstToken - 1;
    while (
      k > statement.firstToken &&
      k >= name.firstToken - PLACE_REACH &&
      (map.classes[k] === CLASS.determiner ||
        map.classes[k] === CLASS.adjective ||
        map.classes[k] === CLASS.noun)
    )
      k--;
    if (k < statement.firstToken || !PLACING.has(map.tokens[k]!.normal)) continue;
    // "Aimed at Norway", "unlike in Norway".
    const before = map.tokens[k - 1]?.normal ?? '';
    if (map.tokens[k]!.normal === 'at' || before === 'like' || before === 'unlike' || before === 'as')
      continue;
    // "In Norway's north", "in the Norway talks": the place is something else.
    if (name.tokenEnd < limit && GOES_ON.has(map.classes[name.tokenEnd]!)) continue;
    if (TAKEN_UP.has(map.tokens[k - 1]?.lemma ?? '') || TAKEN_UP.has(before)) continue;
    if (!isBeside(map, statement, roles, reach, k) || isOfAnother(map, k)) continue;
    return { firstToken: k + 1, tokenEnd: name.tokenEnd };
  }
  return null;
}

function isPlace({ kind }: ActorName, fact: string | undefined): boolean {
  return kind === 'seat' || (kind === 'name' && fact === 'place');
}
