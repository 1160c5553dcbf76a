/**
 * How positive or negative a stretch of text sounds: VADER's scheme (valences, negation, degree words, "but")
 * with names masked, because "United States" or "Great Britain" is not praise, and with the sum set against
 * the number of content words, because a long sentence holds more of everything.
 */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { PartOfSpeech, Token, TokenRange } from '$lib/text/document';
import { perType } from '$lib/text/word-type';
import { oncePer } from './once-per';

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

const CONTENT: ReadonlySet<PartOfSpeech> = new Set(['NOUN', 'VERB', 'ADJ', 'ADV', 'INTJ']);

/** What a word does to the score, whatever stands around it. */
interface Tone {
  readonly valence: number;
  readonly content: boolean;
  /** Added, near a rated word, to the factor of its valence. */
  readonly degree: number;
  readonly negates: boolean;
  readonly turns: boolean;
}

/** What each word does, by the valences that are known. */
const tones = oncePer((valences: ReadonlyMap<string, number>) =>
  perType(({ normal, lemma, pos, word }): Tone => {
    const rated = word && pos !== 'PROPN';
    const valence = rated ? (valences.get(normal) ?? valences.get(lemma) ?? 0) : 0;
    return {
      valence,
      content: valence !== 0 || (word && CONTENT.has(pos)),
      degree: STRONGER.has(normal) ? DEGREE : WEAKER.has(normal) ? -DEGREE : 0,
      negates: NEGATORS.has(normal) || NEGATORS.has(lemma),
      turns: normal === 'but'
    };
  })
);

/** Scores a range of tokens. 0 without hits when no word of it is in the list. */
export function scoreSentiment(
  tokens: readonly Token[],
  range: TokenRange,
  knowledge: Knowledge
): SentimentScore {
  const valences = knowledge.valences?.['sentiment-valences'];
  if (!valences) throw new Error('There is no list of sentiment valences.');
  const toneOf = tones(valences);
  const first = range.firstToken;
  const modified = (valence: number, position: number): number => {
    let factor = 1;
    let negated = false;
    for (let distance = 1; distance <= 3 && position - distance >= first; distance++) {
      const { degree, negates } = toneOf(tokens[position - distance]!.type);
      factor += degree * FADING[distance - 1]!;
      if (negates) negated = true;
    }
    return valence * factor * (negated ? NEGATION : 1);
  };
  const found: { token: Token; valence: number }[] = [];
  let content = 0;
  /** Hits before the last "but". */
  let before = 0;
  let but = false;
  for (let i = first; i < range.tokenEnd; i++) {
    const token = tokens[i]!;
    const tone = toneOf(token.type);
    if (tone.content) content++;
    if (tone.turns && i > first + 1) {
      but = true;
      before = found.length;
    }
    if (tone.valence !== 0) found.push({ token, valence: modified(tone.valence, i) });
  }
  let sum = 0;
  found.forEach((hit, index) => {
    if (but) hit.valence *= index < before ? BEFORE_BUT : AFTER_BUT;
    sum += hit.valence;
  });
  const relative = sum / Math.sqrt(content + LENGTH_PRIOR);
  return { score: relative / Math.sqrt(relative * relative + NORMALISER), hits: found };
}
