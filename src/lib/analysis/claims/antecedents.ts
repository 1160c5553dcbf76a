/** Whom a pronoun stands for: the actors that its sentence, or the text before it, named last. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import { wordKinds } from '../word-kinds';

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

/** Which actors a pronoun can stand for; other words have no kind. */
export const pronounKinds = (knowledge: Knowledge): ReadonlyMap<string, string> =>
  wordKinds(knowledge, 'words-antecedents');

/** Whom a pronoun of a kind stands for most likely; '' where it is no pronoun. */
export function antecedentOf(kind: string | undefined, named: Named): string {
  return kind === 'person' || kind === 'other' || kind === 'any' ? named[kind] : '';
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
