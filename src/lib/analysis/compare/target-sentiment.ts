/** How a text speaks of one target: well, ill, or without taking a side. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Span, TokenRange } from '$lib/text/document';
import type { Reading } from '../reading';
import { readTargetFeatures, SHAPE } from './target-features';
import { tokensAt } from './target-place';
import { ZONES } from './target-roles';
import { BASE, SHAPE_WEIGHTS } from './target-weights';

export interface TargetSentiment {
  /** Probability of good less probability of ill, -1 to 1. */
  readonly score: number;
  readonly label: 'negative' | 'neutral' | 'positive';
}

/** The lists hold fifths. */
const FIFTH = 0.2;

/** By word: for each zone its weight for tone and for a plain report. */
type Weights = ReadonlyMap<string, Float64Array>;
const remembered = new WeakMap<Knowledge, Weights>();

function weightsOf(knowledge: Knowledge): Weights {
  const known = remembered.get(knowledge);
  if (known) return known;
  const weights = new Map<string, Float64Array>();
  ['target-tone', 'target-plain'].forEach((list, offset) => {
    const entries = knowledge.valences?.[list];
    if (!entries) throw new Error(`There is no list "${list}".`);
    for (const [key, weight] of entries) {
      const dash = key.indexOf('-');
      const zone = (ZONES as readonly string[]).indexOf(key.slice(0, dash));
      if (zone < 0) throw new Error(`The list "${list}" names an unknown place: "${key}".`);
      const word = key.slice(dash + 1);
      let row = weights.get(word);
      if (!row) weights.set(word, (row = new Float64Array(ZONES.length * 2)));
      row[zone * 2 + offset] = weight * FIFTH;
    }
  });
  remembered.set(knowledge, weights);
  return weights;
}

/**
 * The sentiment aimed at the target that these tokens name, from its sentence alone.
 *
 * A linear model in the manner of the baselines of NewsMTSC (Hamborg & Donnay 2021), with the roles of
 * connotation frames (Rashkin et al. 2016) as its places. It reads no name, so exchanging one name for another
 * does not change its words. Whose words they are is not its question: ask the segment. Null when the
 * target's words are not measured.
 */
export function targetSentimentOf(
  reading: Reading,
  target: TokenRange,
  knowledge: Knowledge
): TargetSentiment | null {
  const features = readTargetFeatures(reading, target, knowledge);
  if (!features) return null;
  let [tone, plain] = BASE;
  SHAPE.forEach((key, index) => {
    const value = features.shape[index]!;
    if (value === 0) return;
    tone += SHAPE_WEIGHTS[key][0] * value;
    plain += SHAPE_WEIGHTS[key][1] * value;
  });
  const weights = weightsOf(knowledge);
  for (const [word, zones] of features.words) {
    const row = weights.get(word);
    if (!row) continue;
    for (let zone = 0; zone < ZONES.length; zone++) {
      if ((zones & (1 << zone)) === 0) continue;
      tone += row[zone * 2]!;
      plain += row[zone * 2 + 1]!;
    }
  }
  // The three classes sum to nothing: ill is what the two others leave.
  const good = tone - plain / 2;
  const ill = -tone - plain / 2;
  const most = Math.max(good, ill, plain);
  const [g, i, p] = [Math.exp(good - most), Math.exp(ill - most), Math.exp(plain - most)];
  const label = most === plain ? 'neutral' : most === ill ? 'negative' : 'positive';
  return { score: (g - i) / (g + i + p), label };
}

/**
 * The sentiment aimed at the target that a span of the raw text names; see `targetSentimentOf`. Neutral, with
 * score 0, when the span holds no measured word.
 */
export function targetSentiment(reading: Reading, span: Span, knowledge: Knowledge): TargetSentiment {
  const target = tokensAt(reading.document, span);
  return (target && targetSentimentOf(reading, target, knowledge)) ?? { score: 0, label: 'neutral' };
}
