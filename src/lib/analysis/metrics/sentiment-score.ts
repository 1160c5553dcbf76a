/**
 * How positive or negative a stretch of text sounds: VADER's scheme (valences, negation, degree words, "but")
 * with names masked, because "United States" or "Great Britain" is not praise, and with the sum set against
 * the number of content words, because a long sentence holds more of everything.
 */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';

/** A word that moves the score, and how far, on a scale of -5 to 5. */
export interface SentimentHit {
  readonly token: Token;
  readonly valence: number;
}

export interface SentimentScore {
  /** -1 to 1. */
  readonly score: number;
  readonly hits: readonly SentimentHit[];
}

const NEGATORS = new Set(
  "not no never n't cannot without neither nor nobody nothing nowhere none hardly scarcely rarely seldom barely lack fail".split(
    ' '
  )
);
const STRONGER = new Set(
  'absolutely amazingly badly completely considerably deeply enormously entirely especially exceptionally extremely fully greatly highly hugely incredibly intensely more most particularly purely quite really remarkably so substantially thoroughly totally tremendously unusually utterly very'.split(
    ' '
  )
);
const WEAKER = new Set(
  'almost barely hardly less little marginally occasionally partly scarcely slightly somewhat'.split(' ')
);

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

const CONTENT = new Set(['NOUN', 'VERB', 'ADJ', 'ADV', 'INTJ']);

function valenceOf(valences: ReadonlyMap<string, number>, token: Token): number {
  if (!token.word || token.pos === 'PROPN') return 0;
  return valences.get(token.normal) ?? valences.get(token.lemma) ?? 0;
}

function modified(valence: number, tokens: readonly Token[], position: number, first: number): number {
  let factor = 1;
  let negated = false;
  for (let distance = 1; distance <= 3 && position - distance >= first; distance++) {
    const word = tokens[position - distance]!.normal;
    if (STRONGER.has(word)) factor += DEGREE * FADING[distance - 1]!;
    else if (WEAKER.has(word)) factor -= DEGREE * FADING[distance - 1]!;
    if (NEGATORS.has(word) || NEGATORS.has(tokens[position - distance]!.lemma)) negated = true;
  }
  return valence * factor * (negated ? NEGATION : 1);
}

/** Scores a range of tokens. 0 without hits when no word of it is in the list. */
export function scoreSentiment(
  tokens: readonly Token[],
  range: TokenRange,
  knowledge: Knowledge
): SentimentScore {
  const valences = knowledge.valences?.['sentiment-valences'];
  if (!valences) throw new Error('There is no list of sentiment valences.');
  const found: { position: number; valence: number }[] = [];
  let content = 0;
  let but = -1;
  for (let i = range.firstToken; i < range.tokenEnd; i++) {
    const token = tokens[i]!;
    if (token.normal === 'but' && i > range.firstToken + 1) but = i;
    const valence = valenceOf(valences, token);
    if (valence !== 0 || (token.word && CONTENT.has(token.pos))) content++;
    if (valence !== 0) {
      found.push({ position: i, valence: modified(valence, tokens, i, range.firstToken) });
    }
  }
  let sum = 0;
  const hits = found.map(({ position, valence }): SentimentHit => {
    const weighted = but < 0 ? valence : valence * (position < but ? BEFORE_BUT : AFTER_BUT);
    sum += weighted;
    return { token: tokens[position]!, valence: weighted };
  });
  const relative = sum / Math.sqrt(content + LENGTH_PRIOR);
  return { score: relative / Math.sqrt(relative * relative + NORMALISER), hits };
}
