/**
 * Finds word-list hits. What a token may begin depends on its word type alone and is looked up once for each
 * type; most types begin nothing. Linear in the number of tokens.
 */
import type { Knowledge, Lexicon, LexiconEntry } from '$lib/lexicons/knowledge';
import type { Span, Token, TokenRange } from './document';
import { fits, indexLists, rankOf, type Candidate, type Facts, type Slot, type Start } from './match-index';
import { perType } from './word-type';

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

function guarded(
  { notAfter, notBefore }: Candidate,
  before: Facts | undefined,
  after: Facts | undefined
): boolean {
  return (
    (before !== undefined && notAfter.some((slot) => fits(slot, before))) ||
    (after !== undefined && notBefore.some((slot) => fits(slot, after)))
  );
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
      const end = matchFrom(candidate.slots, 0, facts, position);
      if (end <= position || end < this.end) continue;
      const rank = rankOf(candidate, byLemma);
      if (end === this.end && rank > this.rank) continue;
      if (!candidate.exception && guarded(candidate, facts[position - 1], facts[end])) continue;
      this.candidate = candidate;
      this.end = end;
      this.rank = rank;
    }
  }
}

/** All hits of the list at that place among the lists of the index. */
function search(list: number, facts: readonly Facts[], tokens: readonly Token[]): Match[] {
  const found: Match[] = [];
  const best = new Best(facts);
  for (let position = 0; position < facts.length; position++) {
    const { starts } = facts[position]!;
    if (starts === null) continue;
    const start = starts[list];
    if (start === undefined) continue;
    const candidate = best.find(start, position);
    if (candidate === null) continue;
    const { start: from } = tokens[position]!;
    const tokenEnd = best.end;
    if (!candidate.exception) {
      const { entry } = candidate;
      found.push({ start: from, end: tokens[tokenEnd - 1]!.end, firstToken: position, tokenEnd, entry });
    }
    position = tokenEnd - 1;
  }
  return found;
}

/** Builds the matcher of one word list. */
export function compileMatcher(lexicon: Lexicon): Matcher {
  const factsOf = indexLists([lexicon]);
  return (tokens) =>
    search(
      0,
      tokens.map(({ type }) => factsOf(type)),
      tokens
    );
}

/** What was found in one array of tokens. */
interface Found {
  readonly facts: readonly Facts[];
  /** By the place of the list; filled when the list is first asked for. */
  readonly hits: (Match[] | undefined)[];
}

function shareSearch(knowledge: Knowledge): ReadonlyMap<string, Matcher> {
  const lexicons = Object.values(knowledge.lexicons);
  const factsOf = perType(indexLists(lexicons));
  const known = new WeakMap<readonly Token[], Found>();
  const matcher =
    (list: number): Matcher =>
    (tokens) => {
      let found = known.get(tokens);
      if (!found) known.set(tokens, (found = { facts: tokens.map(({ type }) => factsOf(type)), hits: [] }));
      return (found.hits[list] ??= search(list, found.facts, tokens));
    };
  return new Map(lexicons.map((lexicon, list) => [lexicon.id, matcher(list)]));
}

const shared = new WeakMap<Knowledge, ReadonlyMap<string, Matcher>>();

/**
 * The matcher of a named word list. All lists of a knowledge share what they ask about word types, and a list is
 * searched once in one array of tokens. Throws when there is no such list.
 */
export function matcherOf(knowledge: Knowledge, list: string): Matcher {
  let known = shared.get(knowledge);
  if (!known) shared.set(knowledge, (known = shareSearch(knowledge)));
  const matcher = known.get(list);
  if (!matcher) throw new Error(`There is no word list called "${list}".`);
  return matcher;
}
