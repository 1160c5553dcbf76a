// Made by `fit target`. Do not edit.
import type { SHAPE } from './target-features';

type Weights = readonly [tone: number, plain: number];

/**
 * What position and tone weigh, fitted together with the lists `target-tone` and `target-plain` on the training part
 * of NewsMTSC (Hamborg & Donnay 2021; MIT): first for good or ill, then for a plain report.
 */
export const BASE: Weights = [-0.13, 0.906];

export const SHAPE_WEIGHTS: Readonly<Record<(typeof SHAPE)[number], Weights>> = {
  toneDeed: [-0.04, 0.003],
  toneSuffered: [0.133, -0.006],
  toneCalled: [0.037, 0.023],
  toneOwned: [0.045, 0.022],
  toneGoverning: [0.087, -0.069],
  toneSaid: [-0.181, -0.093],
  toneBefore: [-0.048, -0.026],
  toneAfter: [0.061, 0.006],
  toneSentence: [0.151, -0.128],
  goodSentence: [0.036, -0.4],
  badSentence: [0.115, 0.272],
  toneSegment: [0.13, -0.056],
  toneStatement: [-0.028, 0.021],
  toneNearest: [0.014, -0.006],
  toneFaded: [0.277, 0.01],
  subject: [0.172, -0.45],
  object: [-0.064, -0.079],
  owner: [-0.144, -0.343],
  afterPreposition: [-0.037, 0.145],
  holder: [-0.025, 0.266],
  inQuote: [0.126, -0.222],
  attributed: [-0.193, -0.302],
  quoteBeside: [0.001, 0.188],
  first: [0.088, 0.016],
  length: [0.06, -0.044],
  names: [-0.13, 0.212],
  negated: [-0.176, 0.243],
  question: [-0.241, 0.101],
  modal: [-0.036, -0.113],
  listed: [0.134, 0.009],
  heading: [0.019, -0.057]
};
