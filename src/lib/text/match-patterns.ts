/**
 * Finds word-list hits. What a token may begin depends on its word type alone and is looked up once for each
 * type; most types begin nothing. Linear in the number of tokens.
 */
import type { Knowledge, Lexicon, LexiconEntry } from '$lib/lexicons/knowledge';
import type { Span, Token, TokenRange } from './document';
import {
  fits,
  indexLists,
  LISTS,
  rankOf,
  type Candidate,
  type Facts,
  type Slot,
  type Start
} from './match-index';
import { perType, type WordType } from './word-type';

/** One hit of a word list. */
export interface Match extends Span, TokenRange {
  readonly entry: LexiconEntry;
}

/** Finds leftmost-longest, non-overlapping hits of one word list, in text order. */
export type Matcher = (tokens: readonly Token[]) => Match[];

/** Longest end of a match of the slots from `at` on, starting at token `position`; -1 for none. */
function matchFrom(slots: readonly Slot[], at: number, facts: readonly Facts[], position: number): number {
  for (let i = at; i < slots.length; i++) {
    const slot = slots[i]!;
    if (slot.gap > 0) {
      let longest = -1;
      for (let skipped = 0; skipped <= slot.gap; skipped++) {
        longest = Math.max(longest, matchFrom(slots, i + 1, facts, position + skipped));
        const passed = facts[position + skipped];
        if (!passed || passed.stop) break;
      }
      return longest;
    }
    const found = facts[position];
    const fit = found !== undefined && fits(slot, found);
    if (slot.optional) {
      const without = matchFrom(slots, i + 1, facts, position);
      return fit ? Math.max(without, matchFrom(slots, i + 1, facts, position + 1)) : without;
    }
    if (!fit) return -1;
    position++;
  }
  return position;
}

/** Whether any of the words that may not stand beside a match is the one that does. */
function guarded(guards: readonly Slot[], beside: Facts | undefined): boolean {
  if (beside === undefined) return false;
  for (const slot of guards) if (fits(slot, beside)) return true;
  return false;
}

/** The best candidate at one position: the longest, of these the one of the lowest rank. */
class Best {
  candidate: Candidate | null = null;
  end = 0;
  private rank = 0;

  constructor(private readonly facts: readonly Facts[]) {}

  /** Looks at all candidates that may begin at a token. */
  find(start: Start, position: number): Candidate | null {
    this.candidate = null;
    this.end = position;
    this.consider(start.alone, position, false);
    const next = this.facts[position + 1];
    if (next && start.pairs.size > 0) {
      this.consider(start.pairs.get(next.form), position, false);
      if (next.lemma !== next.form) this.consider(start.pairs.get(next.lemma), position, true);
    }
    return this.candidate;
  }

  private consider(candidates: readonly Candidate[] | undefined, position: number, byLemma: boolean): void {
    if (candidates === undefined) return;
    const { facts } = this;
    for (const candidate of candidates) {
      const end = matchFrom(candidate.slots, candidate.filled, facts, position + candidate.filled);
      if (end <= position || end < this.end) continue;
      const rank = rankOf(candidate, byLemma);
      if (end === this.end && rank > this.rank) continue;
      if (!candidate.exception) {
        if (position > 0 && guarded(candidate.notAfter, facts[position - 1])) continue;
        if (guarded(candidate.notBefore, facts[end])) continue;
      }
      this.candidate = candidate;
      this.end = end;
      this.rank = rank;
    }
  }
}

/** What the lists of an index ask about a word type, and the place of each list among them. */
interface Index {
  readonly factsOf: (type: WordType) => Facts;
  readonly places: ReadonlyMap<string, number>;
}

/** An array of tokens made ready for the search, and what was found in it. */
export class Search {
  private readonly facts: readonly Facts[];
  /** The tokens at which a pattern of any list may begin, in order, and how many there are. */
  private readonly openers: Int32Array;
  private count = 0;
  /** For each of them the lists of these patterns, `width` numbers of a `ListSet`. */
  private readonly begins: Int32Array;
  private readonly width: number;
  private readonly found: (Match[] | undefined)[] = [];

  constructor(
    private readonly tokens: readonly Token[],
    private readonly index: Index
  ) {
    const { length } = tokens;
    const facts: Facts[] = [];
    for (let i = 0; i < length; i++) facts.push(index.factsOf(tokens[i]!.type));
    this.facts = facts;
    this.width = Math.ceil(index.places.size / LISTS);
    this.openers = new Int32Array(length);
    this.begins = new Int32Array(this.width * length);
    for (let i = 0; i < length; i++) this.open(i, facts[i]!, facts[i + 1]);
  }

  /** Notes a token if a pattern may begin at it, as its word and the next one tell. */
  private open(position: number, { alone, pairs, seconds }: Facts, next: Facts | undefined): void {
    const paired = next !== undefined && (seconds & next.ownBits) !== 0;
    const byForm = paired ? pairs.get(next.form) : undefined;
    const byLemma = paired && next.lemma !== next.form ? pairs.get(next.lemma) : undefined;
    const { begins, width, count } = this;
    let any = 0;
    for (let k = 0; k < width; k++) {
      const lists = alone[k]! | (byForm?.[k] ?? 0) | (byLemma?.[k] ?? 0);
      begins[width * count + k] = lists;
      any |= lists;
    }
    if (any !== 0) this.openers[this.count++] = position;
  }

  /** All hits of a list, in text order; they are looked for once. Throws when there is no such list. */
  hits(id: string): Match[] {
    const list = this.index.places.get(id);
    if (list === undefined) throw new Error(`There is no word list called "${id}".`);
    return (this.found[list] ??= this.search(list));
  }

  private search(list: number): Match[] {
    const { tokens, facts, openers, count, begins, width } = this;
    const found: Match[] = [];
    const group = Math.floor(list / LISTS);
    const bit = 1 << (list % LISTS);
    const best = new Best(facts);
    let free = 0;
    for (let k = 0; k < count; k++) {
      if ((begins[width * k + group]! & bit) === 0) continue;
      const position = openers[k]!;
      if (position < free) continue;
      const candidate = best.find(facts[position]!.starts.get(list)!, position);
      if (candidate === null) continue;
      free = best.end;
      if (candidate.exception) continue;
      const { start } = tokens[position]!;
      const { entry } = candidate;
      found.push({ start, end: tokens[free - 1]!.end, firstToken: position, tokenEnd: free, entry });
    }
    return found;
  }
}

/** Builds the matcher of one word list. */
export function compileMatcher(lexicon: Lexicon): Matcher {
  const index: Index = { factsOf: indexLists([lexicon]), places: new Map([[lexicon.id, 0]]) };
  return (tokens) => new Search(tokens, index).hits(lexicon.id);
}

/** The lists of a knowledge, and the search that was asked for last. */
interface Shared {
  readonly index: Index;
  last: { readonly tokens: readonly Token[]; readonly search: Search } | null;
}

const shared = new WeakMap<Knowledge, Shared>();

/** The search of an array of tokens for the lists of a knowledge; the same one when asked again right after. */
export function searchOf(knowledge: Knowledge, tokens: readonly Token[]): Search {
  let known = shared.get(knowledge);
  if (!known) {
    const lexicons = Object.values(knowledge.lexicons);
    const places = new Map(lexicons.map(({ id }, place) => [id, place]));
    shared.set(
      knowledge,
      (known = { index: { factsOf: perType(indexLists(lexicons)), places }, last: null })
    );
  }
  if (known.last?.tokens !== tokens) known.last = { tokens, search: new Search(tokens, known.index) };
  return known.last.search;
}

/** The matcher of a named word list. Throws when there is no such list. */
export function matcherOf(knowledge: Knowledge, list: string): Matcher {
  if (!knowledge.lexicons[list]) throw new Error(`There is no word list called "${list}".`);
  return (tokens) => searchOf(knowledge, tokens).hits(list);
}
