/**
 * Finds word-list hits. All lists of a `Knowledge` are searched in one pass: patterns are indexed by their
 * first word, so a token costs two look-ups however many lists there are. Linear in the number of tokens.
 */
import type { Knowledge, Lexicon, LexiconEntry, Pattern, Term } from '$lib/lexicons/knowledge';
import type { Span, Token, TokenRange } from './document';

/** One hit of a word list. */
export interface Match extends Span, TokenRange {
  readonly entry: LexiconEntry;
}

/** Finds leftmost-longest, non-overlapping hits of one word list, in text order. */
export type Matcher = (tokens: readonly Token[]) => Match[];

interface Candidate {
  readonly list: number;
  readonly entry: LexiconEntry;
  readonly pattern: Pattern;
  /** A hit takes its words out of play and is not reported. */
  readonly exception: boolean;
}

interface Index {
  readonly lists: number;
  /** By a word of the first term; every term is compared with the lower-cased form. */
  readonly forms: ReadonlyMap<string, readonly Candidate[]>;
  /** The same, for terms that are compared with the lemma as well. */
  readonly lemmas: ReadonlyMap<string, readonly Candidate[]>;
  readonly numbers: readonly Candidate[];
}

/** A gap never runs over the end of a sentence or clause. */
const STOPS = new Set(['.', '!', '?', ';', ':', '…']);

function isNumber(token: Token): boolean {
  const first = token.normal.charCodeAt(0);
  return (first >= 48 && first <= 57) || token.pos === 'NUM';
}

function fits(term: Term, token: Token): boolean {
  if (term.pos.length > 0 && !term.pos.includes(token.pos)) return false;
  if (term.number) return isNumber(token);
  if (term.words.length === 0) return token.word;
  return term.words.includes(token.normal) || (!term.exact && term.words.includes(token.lemma));
}

/** Longest end of a match of `pattern` from term `at` on, starting at token `position`; -1 for none. */
function matchFrom(pattern: Pattern, at: number, tokens: readonly Token[], position: number): number {
  for (let i = at; i < pattern.length; i++) {
    const term = pattern[i]!;
    if (term.gap > 0) {
      let longest = -1;
      for (let skipped = 0; skipped <= term.gap; skipped++) {
        longest = Math.max(longest, matchFrom(pattern, i + 1, tokens, position + skipped));
        const token = tokens[position + skipped];
        if (!token || STOPS.has(token.text)) break;
      }
      return longest;
    }
    const token = tokens[position];
    const fit = token !== undefined && fits(term, token);
    if (term.optional) {
      const without = matchFrom(pattern, i + 1, tokens, position);
      return fit ? Math.max(without, matchFrom(pattern, i + 1, tokens, position + 1)) : without;
    }
    if (!fit) return -1;
    position++;
  }
  return position;
}

function guarded(entry: LexiconEntry, before: Token | undefined, after: Token | undefined): boolean {
  return (
    (before !== undefined && entry.notAfter.some((term) => fits(term, before))) ||
    (after !== undefined && entry.notBefore.some((term) => fits(term, after)))
  );
}

function buildIndex(lexicons: readonly Lexicon[]): Index {
  const forms = new Map<string, Candidate[]>();
  const lemmas = new Map<string, Candidate[]>();
  const numbers: Candidate[] = [];
  const put = (map: Map<string, Candidate[]>, word: string, candidate: Candidate): void => {
    const known = map.get(word);
    if (!known) map.set(word, [candidate]);
    else if (known[known.length - 1] !== candidate) known.push(candidate);
  };
  const add = (candidate: Candidate): void => {
    for (const term of candidate.pattern) {
      for (const word of term.words) {
        put(forms, word, candidate);
        if (!term.exact) put(lemmas, word, candidate);
      }
      if (term.number) numbers.push(candidate);
      if (!term.optional) return;
    }
  };
  lexicons.forEach((lexicon, list) => {
    for (const entry of lexicon.entries) {
      for (const pattern of entry.exceptions ?? []) add({ list, entry, pattern, exception: true });
      for (const pattern of entry.patterns) add({ list, entry, pattern, exception: false });
    }
  });
  return { lists: lexicons.length, forms, lemmas, numbers };
}

function search(index: Index, tokens: readonly Token[]): Match[][] {
  const found: Match[][] = Array.from({ length: index.lists }, () => []);
  const free = new Int32Array(index.lists);
  const bestEnd = new Int32Array(index.lists);
  const best: (Candidate | undefined)[] = new Array<undefined>(index.lists).fill(undefined);
  const touched: number[] = [];
  let position = 0;
  const consider = (candidates: readonly Candidate[]): void => {
    for (const candidate of candidates) {
      const { list, entry } = candidate;
      if (position < free[list]!) continue;
      const end = matchFrom(candidate.pattern, 0, tokens, position);
      if (end <= position || end < bestEnd[list]!) continue;
      // Of two equally long matches the exception wins, then the one that stands first in the file.
      if (end === bestEnd[list]! && (!candidate.exception || best[list]!.exception)) continue;
      if (!candidate.exception && guarded(entry, tokens[position - 1], tokens[end])) continue;
      if (best[list] === undefined) touched.push(list);
      best[list] = candidate;
      bestEnd[list] = end;
    }
  };
  for (; position < tokens.length; position++) {
    const token = tokens[position]!;
    const byForm = index.forms.get(token.normal);
    if (byForm) consider(byForm);
    const byLemma = token.lemma === token.normal ? undefined : index.lemmas.get(token.lemma);
    if (byLemma) consider(byLemma);
    if (index.numbers.length > 0 && isNumber(token)) consider(index.numbers);
    for (const list of touched) {
      const { entry, exception } = best[list]!;
      const tokenEnd = bestEnd[list]!;
      free[list] = tokenEnd;
      if (!exception) {
        found[list]!.push({
          start: token.start,
          end: tokens[tokenEnd - 1]!.end,
          firstToken: position,
          tokenEnd,
          entry
        });
      }
      best[list] = undefined;
      bestEnd[list] = 0;
    }
    touched.length = 0;
  }
  return found;
}

/** Builds the matcher of one word list. */
export function compileMatcher(lexicon: Lexicon): Matcher {
  const index = buildIndex([lexicon]);
  return (tokens) => search(index, tokens)[0]!;
}

interface SharedSearch {
  readonly matchers: ReadonlyMap<string, Matcher>;
}

function shareSearch(knowledge: Knowledge): SharedSearch {
  const lexicons = Object.values(knowledge.lexicons);
  const index = buildIndex(lexicons);
  const results = new WeakMap<readonly Token[], Match[][]>();
  const matcher =
    (list: number): Matcher =>
    (tokens) => {
      let found = results.get(tokens);
      if (!found) results.set(tokens, (found = search(index, tokens)));
      return found[list]!;
    };
  return { matchers: new Map(lexicons.map((lexicon, list) => [lexicon.id, matcher(list)])) };
}

const shared = new WeakMap<Knowledge, SharedSearch>();

/**
 * The matcher of a named word list. The first list that is asked for on a token array finds the hits of all
 * lists; the others read them from memory. Throws when there is no such list.
 */
export function matcherOf(knowledge: Knowledge, list: string): Matcher {
  let known = shared.get(knowledge);
  if (!known) shared.set(knowledge, (known = shareSearch(knowledge)));
  const matcher = known.matchers.get(list);
  if (!matcher) throw new Error(`There is no word list called "${list}".`);
  return matcher;
}
