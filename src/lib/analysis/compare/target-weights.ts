// Made by `fit target`. Do not edit.
import type { SHAPE } from './target-features';

type Weights = readonly [tone: number, plain: number];

/**
 * What position and tone weigh, fitted together with the lists `target-tone` and `target-plain` on the training part
 * of NewsMTSC (Hamborg & Donnay 2021; MIT): first for good or ill, then for a plain report.
 */
export const BASE: Weights = [-0.131, 0.904];

export const SHAPE_WEIGHTS: Readonly<Record<(typeof SHAPE)[number], Weights>> = {
  toneDeed: [-0.04, 0.005],
  toneSuffered: [0.137, -0.001],
  toneCalled: [0.037, 0.023],
  toneOwned: [0.055, 0.023],
  toneGoverning: [0.088, -0.067],
  toneSaid: [-0.169, -0.098],
  toneBefore: [-0.048, -0.027],
  toneAfter: [0.06, 0.005],
  toneSentence: [0.149, -0.126],
  goodSentence: [0.035, -0.398],
  badSentence: [0.113, 0.272],
  toneSegment: [0.136, -0.059],
  toneStatement: [-0.028, 0.021],
  toneNearest: [0.014, -0.005],
  toneFaded: [0.275, 0.011],
  subject: [0.172, -0.45],
  object: [-0.064, -0.077],
  owner: [-0.145, -0.342],
  afterPreposition: [-0.037, 0.146],
  holder: [-0.023, 0.266],
  inQuote: [0.127, -0.227],
  attributed: [-0.195, -0.298],
  quoteBeside: [0.006, 0.183],
  first: [0.088, 0.017],
  length: [0.06, -0.044],
  names: [-0.13, 0.212],
  negated: [-0.176, 0.243],
  question: [-0.241, 0.1],
  modal: [-0.037, -0.113],
  listed: [0.137, 0.012],
  heading: [0.019, -0.057]
};
