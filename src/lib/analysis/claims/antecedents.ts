/** Whom a pronoun stands for: the actors that its sentence, or the text before it, named last. */
import type { Token, TokenRange } from '$lib/text/document';

const OF_PERSONS = new Set(['he', 'she', 'him', 'her', 'his', 'hers']);
const OF_THINGS = new Set(['it', 'its']);
const OF_ANY = new Set(['they', 'them', 'their']);

/** Tokens before a pronoun in its sentence that are looked at: a sentence may be a megabyte long. */
const FARTHEST_SUBJECT = 1_000;

/** Actors named last, whom a pronoun may stand for; '' where none was. */
export interface Named {
  readonly person: string;
  readonly other: string;
  readonly any: string;
}

/** Where a text has named nobody yet. */
export const NOBODY_NAMED: Named = { person: '', other: '', any: '' };

function nameLast(named: Named, key: string): Named {
  return key.startsWith('@person') ? { ...named, person: key, any: key } : { ...named, other: key, any: key };
}

const OWNERS = new Set(['his', 'her', 'hers']);

/** "No nurse will lose her job": whoever owns it is named in the stretch itself. */
export function isOwned(tokens: readonly Token[], from: number, at: number): boolean {
  if (!OWNERS.has(tokens[at]!.normal)) return false;
  for (let i = from; i < at; i++) if (tokens[i]!.pos === 'NOUN' || tokens[i]!.pos === 'PROPN') return true;
  return false;
}

/** Whom a pronoun stands for most likely; '' for any other word. */
export function resolve(normal: string, named: Named): string {
  if (OF_PERSONS.has(normal)) return named.person;
  if (OF_THINGS.has(normal)) return named.other;
  return OF_ANY.has(normal) ? named.any : '';
}

/** The first actors of a sentence before a place in it are whom a pronoun there stands for, else those before. */
export function subjectBefore(
  keys: readonly string[],
  sentence: TokenRange,
  { firstToken }: Pick<TokenRange, 'firstToken'>,
  before: Named
): Named {
  let named = before;
  const end = Math.min(firstToken, sentence.tokenEnd);
  const start = Math.max(sentence.firstToken, end - FARTHEST_SUBJECT);
  // Backwards, so that the first of the sentence is noted last.
  for (let i = end - 1; i >= start; i--) {
    if (keys[i]![0] === '@') named = nameLast(named, keys[i]!);
  }
  return named;
}
