/**
 * How positive or negative a stretch of text sounds: VADER's scheme (valences, negation, degree words, "but")
 * with names masked, because "United States" or "Great Britain" is not praise, and with the sum set against
 * the number of content words, because a long sentence holds more of everything.
 */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { PartOfSpeech, Token, TokenRange } from '$lib/text/document';
import { bytePerTypeOf } from '$lib/text/type-codes';
import { perTypeOf } from '$lib/text/word-type';
import type { Reading } from '../reading';
import { wordSet } from '../word-kinds';
import { oncePer } from './once-per';

/** Step of a degree word and its fading with distance, as in VADER. */
const DEGREE = 0.12;
const FADING = [1, 0.95, 0.9];
/** Chosen together with the valences, on the same sentence ratings. */
const NEGATION = -0.6;
const BEFORE_BUT = 0.7;
const AFTER_BUT = 1.3;
/** Added to the number of content words, so that one word in a fragment does not decide its score alone. */
const LENGTH_PRIOR = 3;
/** The larger, the slower the score nears its ends of -1 and 1. */
const NORMALISER = 4;

/** Tokens on either side that show whether a line writes its words small. */
const NAME_REACH = 8;

const CONTENT: ReadonlySet<PartOfSpeech> = new Set(['NOUN', 'VERB', 'ADJ', 'ADV', 'INTJ']);

/** The senses without a tone of `words-plain-senses`, by part of speech. */
const PLAIN_SENSES: Partial<Record<PartOfSpeech, string>> = { NOUN: 'noun', CCONJ: 'joint', ADP: 'joint' };

/** @throws Error when `knowledge` has no list of valences */
const valenceOf = perTypeOf((knowledge: Knowledge, { normal, lemma, pos, word }): number => {
  const valences = knowledge.valences?.['sentiment-valences'];
  if (!valences) throw new Error('There is no list of sentiment valences.');
  if (!word || pos === 'PROPN') return 0;
  const plain = PLAIN_SENSES[pos];
  if (plain !== undefined && wordSet(knowledge, 'words-plain-senses', plain).has(normal)) return 0;
  return valences.get(normal) ?? valences.get(lemma) ?? 0;
});

/** A word written with a capital, as names are. */
const CAPITAL = /^\p{Lu}\p{Ll}/u;
/** A word of weight written small, as most are where a line is no headline. */
const SMALL = /^\p{Ll}{4}/u;

/** What a word does to the score, whatever stands around it, as bits. */
const WORD = {
  rated: 1,
  content: 2,
  stronger: 4,
  weaker: 8,
  negates: 16,
  turns: 32,
  capital: 64,
  name: 128
} as const;
/** What bears on a rated word after it. */
const MODIFIES = WORD.stronger | WORD.weaker | WORD.negates;

const wordOf = bytePerTypeOf((knowledge: Knowledge, type): number => {
  const { text, normal, lemma, pos, word } = type;
  const capital = CAPITAL.test(text);
  const rated = valenceOf(knowledge)(type) !== 0;
  const negators = wordSet(knowledge, 'words-tone-negators', 'negator');
  const degree = (category: string): boolean => wordSet(knowledge, 'words-degrees', category).has(normal);
  return (
    (rated ? WORD.rated : 0) |
    (rated || (word && CONTENT.has(pos)) ? WORD.content : 0) |
    (degree('stronger') ? WORD.stronger : degree('weaker') ? WORD.weaker : 0) |
    (negators.has(normal) || negators.has(lemma) ? WORD.negates : 0) |
    (normal === 'but' ? WORD.turns : 0) |
    (capital ? WORD.capital : 0) |
    (capital && pos === 'PROPN' ? WORD.name : 0)
  );
});

/** The words that move a score, in text order: their tokens, and how far each moves it on a scale of -5 to 5. */
export interface SentimentHits {
  readonly tokens: number[];
  readonly valences: number[];
}

/** Scores ranges of tokens by what one knowledge holds. */
class Scorer {
  private readonly wordOf: ReturnType<typeof wordOf>;
  private readonly valenceOf: ReturnType<typeof valenceOf>;

  constructor(knowledge: Knowledge) {
    this.wordOf = wordOf(knowledge);
    this.valenceOf = valenceOf(knowledge);
  }

  /** The score of a range, -1 to 1; its hits are added to `hits`. */
  score(tokens: readonly Token[], { firstToken, tokenEnd }: TokenRange, hits: SentimentHits): number {
    const { wordOf } = this;
    const { valences } = hits;
    const first = valences.length;
    let content = 0;
    /** Where the hits after the last "but" begin; -1 without one. */
    let turn = -1;
    for (let i = firstToken; i < tokenEnd; i++) {
      const word = wordOf(tokens[i]!.type);
      if ((word & WORD.content) !== 0) content++;
      if ((word & WORD.turns) !== 0 && i > firstToken + 1) turn = valences.length;
      if ((word & WORD.rated) === 0) continue;
      if ((word & WORD.capital) !== 0 && this.isNamePart(tokens, i, firstToken, tokenEnd)) continue;
      hits.tokens.push(i);
      valences.push(this.modified(tokens, i, firstToken));
    }
    let sum = 0;
    for (let k = first; k < valences.length; k++) {
      if (turn >= 0) valences[k]! *= k < turn ? BEFORE_BUT : AFTER_BUT;
      sum += valences[k]!;
    }
    const relative = sum / Math.sqrt(content + LENGTH_PRIOR);
    return relative / Math.sqrt(relative * relative + NORMALISER);
  }

  /** "Lady Justice Osborne": a capital between names, where other words are written small. */
  private isNamePart(tokens: readonly Token[], at: number, first: number, end: number): boolean {
    // The first word of a sentence or a quotation has its capital anyway.
    if (at === first || !tokens[at - 1]!.type.word) return false;
    const isName = (i: number): boolean => i < end && (this.wordOf(tokens[i]!.type) & WORD.name) !== 0;
    if (!isName(at - 1) && !isName(at + 1)) return false;
    for (let i = Math.max(first, at - NAME_REACH); i < Math.min(end, at + NAME_REACH); i++) {
      if ((this.wordOf(tokens[i]!.type) & WORD.content) !== 0 && SMALL.test(tokens[i]!.text)) return true;
    }
    return false;
  }

  /** The valence of a rated word after what the words before it do to it. */
  private modified(tokens: readonly Token[], at: number, first: number): number {
    let factor = 1;
    let negated = false;
    for (let distance = 1; distance <= FADING.length && at - distance >= first; distance++) {
      const word = this.wordOf(tokens[at - distance]!.type);
      if ((word & MODIFIES) === 0) continue;
      const degree = (word & WORD.stronger) !== 0 ? DEGREE : (word & WORD.weaker) !== 0 ? -DEGREE : 0;
      factor += degree * FADING[distance - 1]!;
      if ((word & WORD.negates) !== 0) negated = true;
    }
    return this.valenceOf(tokens[at]!.type) * factor * (negated ? NEGATION : 1);
  }
}

const scorerOf = oncePer((knowledge: Knowledge) => new Scorer(knowledge));

/** How positive or negative some words sound, -1 to 1. */
export interface SentimentScore {
  readonly score: number;
}

/**
 * Scores a range of tokens; 0 when no word of it is in the list.
 *
 * @throws Error when `knowledge` has no list of valences
 */
export function scoreSentiment(
  tokens: readonly Token[],
  range: TokenRange,
  knowledge: Knowledge
): SentimentScore {
  return { score: scorerOf(knowledge).score(tokens, range, { tokens: [], valences: [] }) };
}

/** The scores of a document's segments, each read once for all that ask. */
export interface SegmentSentiment {
  readonly hits: SentimentHits;
  /** By the first token of a segment: its score, and the index of its first hit. */
  readonly scores: Float64Array;
  readonly firstHits: Int32Array;
}

/** Scores every segment of a document. Throws as `scoreSentiment` does. */
export const segmentSentiment = oncePer(
  ({ document: { tokens }, segments }: Reading, knowledge: Knowledge): SegmentSentiment => {
    const scorer = scorerOf(knowledge);
    const hits: SentimentHits = { tokens: [], valences: [] };
    const scores = new Float64Array(tokens.length);
    const firstHits = new Int32Array(tokens.length);
    for (const segment of segments) {
      firstHits[segment.firstToken] = hits.tokens.length;
      scores[segment.firstToken] = scorer.score(tokens, segment, hits);
    }
    return { hits, scores, firstHits };
  }
);
