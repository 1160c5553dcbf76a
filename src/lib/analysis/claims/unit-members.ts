/** Who belonged to something at its start: "founded by nine states, Kenya among them", "at first limited to a few European states". */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Span, TokenRange } from '$lib/text/document';
import { lowerBound } from '../lower-bound';
import type { ActorName } from '../compare/actor-name';
import { readActorNames } from '../compare/actor-names';
import type { Reading } from '../reading';
import { claimWords } from './claim-words';
import type { Roles } from './part-auxiliary';
import { regionsOf } from './regions';
import type { ToldTerms } from './told-deeds';

/** A state named as a member, by the regions it lies in. */
export interface NamedMember extends Span {
  readonly actor: string;
  readonly regions: ReadonlySet<string>;
}

/** What a statement says of the first members of an organisation. */
export interface Membership {
  /** The organisation. */
  readonly of: string;
  /** The part of the world that all members are from, where the statement leaves no room for others. */
  readonly limit: (Span & { readonly region: string }) | null;
  readonly named: readonly NamedMember[];
  /** Where the members are told. */
  readonly members: Span;
}

/** The key that verbs and nouns of founding have in `claim-deeds`. */
const FOUNDING = 'found';
/** Words that put a statement at the start of what it speaks of. */
const AT_FIRST = new Set(['originally', 'initially', 'first']);
/** What opens a list of some of them. */
const EXAMPLES = new Set(['including', 'namely', 'like', 'such']);
/** Tokens of the sentence behind the verb in which members are looked for. */
const REACH = 40;

/** "Founded", "formed", "set up". */
function isFounding({ keys, words }: ToldTerms, at: number): boolean {
  const concept = words.conceptOf(FOUNDING);
  return keys[at] === FOUNDING || (concept !== '' && words.conceptOf(keys[at]!) === concept);
}

/** The organisation that a statement is about: its subject or, in the passive, what was founded. */
function organisationIn(reading: Reading, knowledge: Knowledge, roles: Roles, resolved: string): string {
  const { names, facts } = readActorNames(reading, knowledge);
  for (const phrase of [roles.whom, roles.who]) {
    if (!phrase) continue;
    const at = lowerBound(names, phrase.firstToken, ({ firstToken }) => firstToken);
    const name = names[at];
    if (name && name.tokenEnd <= phrase.tokenEnd && facts.get(name.actor)?.kind === 'organisation')
      return name.actor;
    const alone = phrase.tokenEnd - phrase.firstToken === 1;
    if (alone && reading.document.tokens[phrase.firstToken]!.normal === 'it') {
      const actor = resolved.slice(1);
      if (facts.get(actor)?.kind === 'organisation') return actor;
    }
  }
  return '';
}

/** Names behind a token, in order. */
function namesAfter(names: readonly ActorName[], from: number, end: number): ActorName[] {
  const found: ActorName[] = [];
  for (let at = lowerBound(names, from, ({ firstToken }) => firstToken); at < names.length; at++) {
    if (names[at]!.tokenEnd > end) break;
    found.push(names[at]!);
  }
  return found;
}

/** "Western European countries": the part of the world that the members are from. */
function limitOf(reading: Reading, names: readonly ActorName[], knowledge: Knowledge): Membership['limit'] {
  const { tokens } = reading.document;
  for (const { actor, kind, firstToken, tokenEnd } of names) {
    const noun = tokens[tokenEnd];
    const regions = regionsOf(knowledge, actor);
    if (kind !== 'people' || regions.size !== 1 || !noun || !claimWords(knowledge, 'member').has(noun.lemma))
      continue;
    return { region: [...regions][0]!, start: tokens[firstToken]!.start, end: noun.end };
  }
  return null;
}

/**
 * Reads who belonged to an organisation when it began, where a stretch tells its founding with members, or says
 * that it was at first limited to some. Null for any other statement.
 *
 * @param resolved key of the actor that a pronoun stands for most likely; '' for none
 */
export function readMembership(
  reading: Reading,
  terms: ToldTerms,
  knowledge: Knowledge,
  stretch: TokenRange & { readonly sentence: number },
  roles: Roles,
  resolved: string
): Membership | null {
  const { did } = roles;
  if (!did || did.firstToken < stretch.firstToken || did.tokenEnd > stretch.tokenEnd) return null;
  const { tokens, sentences } = reading.document;
  let founding = false;
  let limits = false;
  for (let i = did.firstToken; i < did.tokenEnd; i++) {
    founding ||= isFounding(terms, i);
    limits ||= claimWords(knowledge, 'limiting').has(tokens[i]!.normal);
  }
  let first = founding;
  for (let i = stretch.firstToken; i < stretch.tokenEnd && !first; i++)
    first = AT_FIRST.has(tokens[i]!.normal);
  if (!first || !(founding || limits)) return null;
  const end = Math.min(sentences[stretch.sentence]!.tokenEnd, did.tokenEnd + REACH);
  const openers = claimWords(knowledge, 'opens-members');
  let opener = did.tokenEnd;
  while (opener < end && !openers.has(tokens[opener]!.normal)) opener++;
  let examples = opener;
  while (examples < end && !EXAMPLES.has(tokens[examples]!.normal)) examples++;
  if (opener === end) return null;
  const of = organisationIn(reading, knowledge, roles, resolved);
  if (of === '') return null;
  const { names } = readActorNames(reading, knowledge);
  const listed = namesAfter(names, founding && tokens[opener]!.normal === 'by' ? opener : examples, end);
  const named = listed.flatMap(({ actor, kind, firstToken, tokenEnd }): NamedMember[] => {
    const regions = regionsOf(knowledge, actor);
    if (kind !== 'name' || regions.size === 0) return [];
    return [{ actor, regions, start: tokens[firstToken]!.start, end: tokens[tokenEnd - 1]!.end }];
  });
  const limit = limits ? limitOf(reading, namesAfter(names, opener, end), knowledge) : null;
  if (!limit && named.length === 0) return null;
  const last = limit ? limit.end : named[named.length - 1]!.end;
  return { of, limit, named, members: { start: tokens[opener]!.start, end: last } };
}
