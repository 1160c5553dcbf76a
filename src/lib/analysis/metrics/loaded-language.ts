import { listRate } from './list-rate';
import type { Metric } from './metric';

export const loadedLanguage: Metric = {
  ...listRate('loaded-language'),
  id: 'loaded-language',
  label: 'Loaded language',
  version: 1,
  question: 'How often does it use charged words?',
  method:
    'Words and phrases of an original list that judge, dramatise or arouse where a plainer wording exists, per 1,000 words. Each hit counts once. Words inside quotations and reports count for whoever is quoted.',
  limits:
    'Whether a word is loaded depends on context and reader: trained annotators of news sentences agree only weakly (Krippendorff α about .4). A fitting strong word counts like an unfair one. Framing without charged words is not seen.',
  source: 'Original word list; agreement of annotators: Spinde et al. 2021.',
  minimumWords: 50
};
