// Made by `fit target`. Do not edit.
import type { SHAPE } from './target-features';

type Weights = readonly [tone: number, plain: number];

/**
 * What position and tone weigh, fitted together with the lists `target-tone` and `target-plain` on the training part
 * of NewsMTSC (Hamborg & Donnay 2021; MIT): first for good or ill, then for a plain report.
 */
export const BASE: Weights = [-0.133, 0.902];

export const SHAPE_WEIGHTS: Readonly<Record<(typeof SHAPE)[number], Weights>> = {
  toneDeed: [-0.04, 0.005],
  toneSuffered: [0.136, -0.003],
  toneCalled: [0.037, 0.023],
  toneOwned: [0.055, 0.023],
  toneGoverning: [0.089, -0.066],
  toneSaid: [-0.167, -0.104],
  toneBefore: [-0.048, -0.027],
  toneAfter: [0.06, 0.005],
  toneSentence: [0.145, -0.125],
  goodSentence: [0.034, -0.397],
  badSentence: [0.112, 0.272],
  toneSegment: [0.154, -0.048],
  toneStatement: [-0.032, 0.014],
  toneNearest: [0.014, -0.005],
  toneFaded: [0.277, 0.015],
  subject: [0.172, -0.449],
  object: [-0.066, -0.078],
  owner: [-0.145, -0.342],
  afterPreposition: [-0.037, 0.146],
  holder: [-0.023, 0.267],
  inQuote: [0.124, -0.231],
  attributed: [-0.19, -0.29],
  quoteBeside: [0.007, 0.183],
  first: [0.089, 0.017],
  length: [0.059, -0.045],
  names: [-0.13, 0.211],
  negated: [-0.177, 0.242],
  question: [-0.241, 0.1],
  modal: [-0.037, -0.113],
  listed: [0.137, 0.011],
  heading: [0.019, -0.057]
};
