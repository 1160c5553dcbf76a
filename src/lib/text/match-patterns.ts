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
  /** Place among all patterns. */
  readonly rank: number;
}

/** The patterns that may begin with one word. */
interface Bucket {
  /** To be tried wherever the word stands. */
  readonly alone: Candidate[];
  /** To be tried only before this second word: "in" and "the" begin too many phrases to try them all. */
  readonly bySecond: Map<string, Candidate[]>;
}

interface Index {
  readonly lists: number;
  /** By a word of the first term; every term is compared with the lower-cased form. */
  readonly forms: ReadonlyMap<string, Bucket>;
  /** The same, for terms that are compared with the lemma as well. */
  readonly lemmas: ReadonlyMap<string, Bucket>;
  readonly numbers: readonly Candidate[];
}

/**
 * Of two equally long matches an exception wins, then a pattern that names the very form before one that
 * names its lemma, then the one that stands first. Added to the rank of what was found by its lemma.
 */
const BY_LEMMA = 1 << 24;

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
  const forms = new Map<string, Bucket>();
  const lemmas = new Map<string, Bucket>();
  const numbers: Candidate[] = [];
  let rank = 0;
  const put = (map: Map<string, Bucket>, word: string, candidate: Candidate): void => {
    let bucket = map.get(word);
    if (!bucket) map.set(word, (bucket = { alone: [], bySecond: new Map() }));
    const [first, second] = candidate.pattern;
    if (!second || first!.optional || second.optional || second.words.length === 0) {
      bucket.alone.push(candidate);
      return;
    }
    for (const next of second.words) {
      const known = bucket.bySecond.get(next);
      if (known) known.push(candidate);
      else bucket.bySecond.set(next, [candidate]);
    }
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
      for (const pattern of entry.exceptions ?? []) {
        add({ list, entry, pattern, exception: true, rank: -1 });
      }
      for (const pattern of entry.patterns) add({ list, entry, pattern, exception: false, rank: rank++ });
    }
  });
  return { lists: lexicons.length, forms, lemmas, numbers };
}

function search(index: Index, tokens: readonly Token[]): Match[][] {
  const found: Match[][] = Array.from({ length: index.lists }, () => []);
  const free = new Int32Array(index.lists);
  const bestEnd = new Int32Array(index.lists);
  const bestRank = new Int32Array(index.lists);
  const best: (Candidate | undefined)[] = new Array<undefined>(index.lists).fill(undefined);
  const touched: number[] = [];
  let position = 0;
  const consider = (candidates: readonly Candidate[], byLemma: number): void => {
    for (const candidate of candidates) {
      const { list, entry } = candidate;
      if (position < free[list]!) continue;
      const end = matchFrom(candidate.pattern, 0, tokens, position);
      if (end <= position || end < bestEnd[list]!) continue;
      const rank = candidate.exception ? -1 : candidate.rank + byLemma;
      if (end === bestEnd[list]! && rank > bestRank[list]!) continue;
      if (!candidate.exception && guarded(entry, tokens[position - 1], tokens[end])) continue;
      if (best[list] === undefined) touched.push(list);
      best[list] = candidate;
      bestEnd[list] = end;
      bestRank[list] = rank;
    }
  };
  const open = (bucket: Bucket, byLemma: number): void => {
    if (bucket.alone.length > 0) consider(bucket.alone, byLemma);
    const next = tokens[position + 1];
    if (!next || bucket.bySecond.size === 0) return;
    const secondForm = bucket.bySecond.get(next.normal);
    if (secondForm) consider(secondForm, byLemma);
    const secondLemma = next.lemma === next.normal ? undefined : bucket.bySecond.get(next.lemma);
    if (secondLemma) consider(secondLemma, BY_LEMMA);
  };
  for (; position < tokens.length; position++) {
    const token = tokens[position]!;
    const byForm = index.forms.get(token.normal);
    if (byForm) open(byForm, 0);
    const byLemma = token.lemma === token.normal ? undefined : index.lemmas.get(token.lemma);
    if (byLemma) open(byLemma, BY_LEMMA);
    if (index.numbers.length > 0 && isNumber(token)) consider(index.numbers, 0);
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
