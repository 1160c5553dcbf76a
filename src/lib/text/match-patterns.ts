/**
 * Finds word-list hits. What a token may begin depends on its word type and on that of the next one, and is looked
 * up for all lists at once; most tokens begin nothing. Linear in the number of tokens.
 */
import type { Knowledge, Lexicon, LexiconEntry } from '$lib/lexicons/knowledge';
import type { Span, Token, TokenRange } from './document';
import type { AskedTokens } from './match-code';
import { bitOf, ListIndex, type Take } from './match-index';

/** One hit of a word list. */
export interface Match extends Span, TokenRange {
  readonly entry: LexiconEntry;
}

/** Finds leftmost-longest, non-overlapping hits of one word list, in text order. */
export type Matcher = (tokens: readonly Token[]) => Match[];

/** What a list is to be tried at: a token, a candidate, 1 if it was found by its lemma. */
const TRY = 3;

/** An array of tokens made ready for the search, and what was found in it. */
export class Search implements AskedTokens {
  readonly length: number;
  /** Rows of `TRY` numbers, in text order, for every list that is wanted. */
  private readonly tries: (number[] | undefined)[] = [];
  private readonly found: (Match[] | undefined)[] = [];

  /** @param wanted places of the lists that were asked for before; one that is asked for the first time is added */
  constructor(
    private readonly tokens: readonly Token[],
    private readonly index: ListIndex,
    private readonly wanted: number[]
  ) {
    this.length = tokens.length;
    this.collect(wanted);
  }

  formAt(position: number): number {
    return this.index.form(this.tokens[position]!.type);
  }
  lemmaAt(position: number): number {
    return this.index.lemma(this.tokens[position]!.type);
  }
  bitsAt(position: number): number {
    return this.index.bits(this.tokens[position]!.type);
  }

  /** All hits of a list, in text order; they are looked for once. Throws when there is no such list. */
  hits(id: string): Match[] {
    const list = this.index.places.get(id);
    if (list === undefined) throw new Error(`There is no word list called "${id}".`);
    if (!this.tries[list]) {
      this.wanted.push(list);
      this.collect([list]);
    }
    return (this.found[list] ??= this.search(this.tries[list]!));
  }

  /** Notes where which candidates of these lists may begin, as the word and the next one tell. */
  private collect(lists: readonly number[]): void {
    if (lists.length === 0) return;
    const { tokens, index, length } = this;
    const tries = new Array<number[] | null>(index.places.size).fill(null);
    let wanted = 0;
    for (const list of lists) {
      tries[list] = this.tries[list] = [];
      wanted |= bitOf(list);
    }
    let position = 0;
    let byLemma = false;
    const take: Take = (list, candidate, lemma) => {
      tries[list]?.push(position, candidate, lemma || byLemma ? 1 : 0);
    };
    for (; position < length; position++) {
      const { type } = tokens[position]!;
      if ((index.alone(type) & wanted) !== 0) index.takeAlone(index.row(type), take);
      const seconds = index.seconds(type);
      if (seconds === 0 || position + 1 === length) continue;
      const next = tokens[position + 1]!.type;
      if ((seconds & index.own(next)) === 0) continue;
      const row = index.row(type);
      const [form, lemma] = [index.form(next), index.lemma(next)];
      index.takePairs(row, form, take);
      if (lemma === form) continue;
      byLemma = true;
      index.takePairs(row, lemma, take);
      byLemma = false;
    }
  }

  /** Of the candidates at one token the longest wins, of these the one of the lowest rank. */
  private search(tries: readonly number[]): Match[] {
    const { tokens, index } = this;
    const { patterns } = index;
    const found: Match[] = [];
    let free = 0;
    for (let k = 0; k < tries.length;) {
      const first = tries[k]!;
      let best = 0;
      let bestEnd = first;
      let bestRank = 0;
      for (; k < tries.length && tries[k] === first; k += TRY) {
        if (first < free) continue;
        const candidate = tries[k + 1]!;
        const end = patterns.endOf(candidate, this, first);
        if (end <= first || end < bestEnd) continue;
        const rank = patterns.rankOf(candidate, tries[k + 2] === 1);
        if (end === bestEnd && rank > bestRank) continue;
        if (patterns.isGuarded(candidate, this, first, end)) continue;
        best = candidate;
        bestEnd = end;
        bestRank = rank;
      }
      if (best === 0) continue;
      free = bestEnd;
      const entry = patterns.entryOf(best);
      if (entry === null) continue;
      const { start } = tokens[first]!;
      found.push({ start, end: tokens[free - 1]!.end, firstToken: first, tokenEnd: free, entry });
    }
    return found;
  }
}

/** Builds the matcher of one word list. */
export function compileMatcher(lexicon: Lexicon): Matcher {
  const index = new ListIndex([lexicon]);
  return (tokens) => new Search(tokens, index, [0]).hits(lexicon.id);
}

/** The lists of a knowledge, those that were ever asked for, and the search that was asked for last. */
interface Shared {
  readonly index: ListIndex;
  readonly wanted: number[];
  last: { readonly tokens: readonly Token[]; readonly search: Search } | null;
}

const shared = new WeakMap<Knowledge, Shared>();

/** Lists whose names begin so are asked about one word at a time, never searched for in a text. */
const WORD_SETS = 'words-';

/** The search of an array of tokens for the lists of a knowledge; the same one when asked again right after. */
export function searchOf(knowledge: Knowledge, tokens: readonly Token[]): Search {
  let known = shared.get(knowledge);
  if (!known) {
    const index = new ListIndex(
      Object.values(knowledge.lexicons).filter(({ id }) => !id.startsWith(WORD_SETS))
    );
    shared.set(knowledge, (known = { index, wanted: [], last: null }));
  }
  const { index, wanted } = known;
  if (known.last?.tokens !== tokens) known.last = { tokens, search: new Search(tokens, index, wanted) };
  return known.last.search;
}

/** The matcher of a named word list. Throws when there is no such list. */
export function matcherOf(knowledge: Knowledge, list: string): Matcher {
  if (!knowledge.lexicons[list]) throw new Error(`There is no word list called "${list}".`);
  return (tokens) => searchOf(knowledge, tokens).hits(list);
}
