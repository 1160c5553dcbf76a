/**
 * How positive or negative a stretch of text sounds: VADER's scheme (valences, negation, degree words, "but")
 * on lemmas and with names masked, because "United States" or "Great Britain" is not praise.
 */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';

/** A word that moves the score, and how far, on VADER's scale of -4 to 4. */
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

/** VADER's constants: step of a degree word, its fading with distance, negation, normalisation. */
const DEGREE = 0.12;
const FADING = [1, 0.95, 0.9];
const NEGATION = -0.74;
const NORMALISER = 15;
/** What stands before "but" counts less than what follows it. */
const BEFORE_BUT = 0.5;
const AFTER_BUT = 1.5;

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
  let but = -1;
  for (let i = range.firstToken; i < range.tokenEnd; i++) {
    const token = tokens[i]!;
    if (token.normal === 'but' && i > range.firstToken + 1) but = i;
    const valence = valenceOf(valences, token);
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
  return { score: sum / Math.sqrt(sum * sum + NORMALISER), hits };
}
