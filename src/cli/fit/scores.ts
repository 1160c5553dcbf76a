/** Figures that say how well a fit does. */

/** F1 of the positive class, 0 to 1. */
export function f1(labels: readonly boolean[], answers: readonly boolean[]): number {
  let hits = 0;
  let both = 0;
  labels.forEach((label, index) => {
    if (label && answers[index]) hits++;
    both += Number(label) + Number(answers[index]);
  });
  return both === 0 ? 0 : (2 * hits) / both;
}

/** The score from which calling a row positive gives the best F1. */
export function bestThreshold(labels: readonly boolean[], scores: ArrayLike<number>): number {
  const order = labels.map((_, index) => index).sort((a, b) => scores[b]! - scores[a]! || a - b);
  const positives = labels.filter(Boolean).length;
  let hits = 0;
  let best = { f1: -1, threshold: 0.5 };
  order.forEach((row, place) => {
    if (labels[row]) hits++;
    const next = order[place + 1];
    if (next !== undefined && scores[next] === scores[row]) return;
    const value = (2 * hits) / (place + 1 + positives);
    const below = next === undefined ? scores[row]! : scores[next]!;
    if (value > best.f1) best = { f1: value, threshold: (scores[row]! + below) / 2 };
  });
  return best.threshold;
}

/** Average precision: the mean precision at each positive row, best score first. */
export function averagePrecision(labels: readonly boolean[], scores: ArrayLike<number>): number {
  const order = labels.map((_, index) => index).sort((a, b) => scores[b]! - scores[a]! || a - b);
  let hits = 0;
  let sum = 0;
  order.forEach((row, place) => {
    if (labels[row]) sum += ++hits / (place + 1);
  });
  return hits === 0 ? 0 : sum / hits;
}
