import { listRate } from './list-rate';
import type { Metric } from './metric';

export const boosters: Metric = {
  ...listRate('boosters'),
  id: 'boosters',
  label: 'Boosters',
  version: 1,
  question: 'How often does it insist?',
  method:
    'Words that raise certainty or force beyond the plain statement ("clearly", "of course", "must be"), per 1,000 words.',
  limits:
    'A booster says how a thing is put, not whether it is so. Strength that lies in the choice of noun or verb counts under loaded language instead.',
  source: 'Category after Hyland 2005; original word list.',
  minimumWords: 50
};
