/**
 * What position and tone weigh, fitted together with the lists `target-tone` and `target-plain` on the training part
 * of NewsMTSC (Hamborg & Donnay 2021; MIT): first for good or ill, then for a plain report.
 */
import type { SHAPE } from './target-features';

type Weights = readonly [tone: number, plain: number];

export const BASE: Weights = [-0.164, 0.772];

export const SHAPE_WEIGHTS: Readonly<Record<(typeof SHAPE)[number], Weights>> = {
  toneDeed: [-0.004, 0.008],
  toneSuffered: [0.145, 0.0],
  toneCalled: [0.039, 0.015],
  toneOwned: [0.067, 0.047],
  toneGoverning: [0.089, -0.074],
  toneSaid: [-0.029, -0.131],
  toneBefore: [-0.024, -0.022],
  toneAfter: [0.052, 0.015],
  toneSentence: [0.102, -0.049],
  goodSentence: [0.069, -0.288],
  badSentence: [0.16, 0.106],
  toneSegment: [0.118, -0.031],
  toneStatement: [-0.011, 0.009],
  toneNearest: [0.023, -0.002],
  toneFaded: [0.1, 0.008],
  subject: [0.16, -0.415],
  object: [-0.068, -0.152],
  owner: [-0.198, -0.307],
  afterPreposition: [-0.008, 0.136],
  holder: [0.036, 0.167],
  inQuote: [0.113, -0.23],
  attributed: [-0.117, -0.285],
  quoteBeside: [-0.017, 0.141],
  first: [0.11, 0.016],
  length: [-0.006, -0.112],
  names: [-0.125, 0.189],
  negated: [-0.419, 0.293],
  question: [-0.548, 0.234],
  modal: [-0.046, -0.219],
  listed: [0.249, 0.029],
  heading: [0.255, -0.53]
};
