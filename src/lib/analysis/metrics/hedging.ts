import { listRate } from './list-rate';
import type { Metric } from './metric';

export const hedging: Metric = {
  ...listRate('hedges'),
  id: 'hedging',
  label: 'Hedging',
  version: 1,
  question: 'How often does it hold back from full certainty?',
  method:
    'Words that mark a statement as possible, approximate or a matter of view ("may", "perhaps", "about 50 people"), per 1,000 words.',
  limits:
    'A hedge may be honest caution or a way to suggest what is not known: the number cannot tell which. Uncertainty said in other ways is not seen.',
  source: 'Category after Hyland 2005; original word list.',
  minimumWords: 50
};
