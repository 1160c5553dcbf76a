// Made by `fit target`. Do not edit.
import type { SHAPE } from './target-features';

type Weights = readonly [tone: number, plain: number];

/**
 * What position and tone weigh, fitted together with the lists `target-tone` and `target-plain` on the training part
 * of NewsMTSC (Hamborg & Donnay 2021; MIT): first for good or ill, then for a plain report.
 */
export const BASE: Weights = [-0.132, 0.904];

export const SHAPE_WEIGHTS: Readonly<Record<(typeof SHAPE)[number], Weights>> = {
  toneDeed: [-0.039, 0.005],
  toneSuffered: [0.136, -0.003],
  toneCalled: [0.037, 0.022],
  toneOwned: [0.055, 0.023],
  toneGoverning: [0.089, -0.067],
  toneSaid: [-0.172, -0.098],
  toneBefore: [-0.049, -0.027],
  toneAfter: [0.06, 0.005],
  toneSentence: [0.148, -0.127],
  goodSentence: [0.035, -0.398],
  badSentence: [0.112, 0.271],
  toneSegment: [0.153, -0.042],
  toneStatement: [-0.034, 0.013],
  toneNearest: [0.014, -0.005],
  toneFaded: [0.278, 0.015],
  subject: [0.172, -0.448],
  object: [-0.065, -0.078],
  owner: [-0.145, -0.342],
  afterPreposition: [-0.037, 0.146],
  holder: [-0.022, 0.275],
  inQuote: [0.127, -0.24],
  attributed: [-0.191, -0.293],
  quoteBeside: [-0.016, 0.151],
  first: [0.087, 0.016],
  length: [0.059, -0.045],
  names: [-0.13, 0.212],
  negated: [-0.176, 0.24],
  question: [-0.242, 0.1],
  modal: [-0.037, -0.113],
  listed: [0.136, 0.01],
  heading: [0.019, -0.057]
};
