import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Evidence } from '../audit-schema';
import type { TokenRange } from '$lib/text/document';
import type { Reading, Segment } from '../reading';
import { clausesOf, verbGroupAt } from '../voice/clauses';
import { readDeeds } from './agency-deeds';
import { readPassives } from './agency-passives';
import { lowerBound } from '../lower-bound';
import type { Measurement, Metric, Sums } from './metric';
import { oncePer } from './once-per';

interface AgencySums extends Sums {
  /** Deeds told without their doer. */
  value: number;
  agentless: number;
  nominalised: number;
}

/** A deed told without its doer, by the token of its participle or noun. */
interface Hidden extends TokenRange {
  readonly at: number;
  readonly series: 'agentless' | 'nominalised';
  readonly rule: string;
  readonly note: string;
}

interface Clauses {
  /** Clauses before each token. */
  readonly before: Int32Array;
  /** In text order. */
  readonly hidden: readonly Hidden[];
}

const clausesIn = oncePer((reading: Reading, knowledge: Knowledge): Clauses => {
  const { document } = reading;
  const map = clausesOf(document);
  const told = new Uint8Array(document.tokens.length);
  const hidden: Hidden[] = [];
  for (const { finite, head } of map.groups) if (finite) told[head] = 1;
  for (const { head: at, firstToken, tokenEnd, agentless } of readPassives(document, knowledge)) {
    if (!verbGroupAt(map, at)?.finite && !verbGroupAt(map, firstToken)?.finite) told[at] = 1;
    if (!agentless) continue;
    const note = 'Passive, and no agent named: who did it?';
    hidden.push({ at, firstToken, tokenEnd, series: 'agentless', rule: 'agency/agentless-passive', note });
  }
  for (const { match, firstToken, tokenEnd, agentless } of readDeeds(
    document,
    reading.hits('deeds'),
    knowledge
  )) {
    told[firstToken]!++;
    if (!agentless) continue;
    const { id, note } = match.entry;
    hidden.push({
      at: firstToken,
      firstToken,
      tokenEnd,
      series: 'nominalised',
      rule: id,
      note: `${note} No agent named beside it: who did it?`
    });
  }
  const before = new Int32Array(told.length + 1);
  for (let k = 0; k < told.length; k++) before[k + 1] = before[k]! + told[k]!;
  return { before, hidden: hidden.sort((a, b) => a.at - b.at) };
});

export const agency: Metric<AgencySums> = {
  id: 'agency',
  label: 'Unnamed agents',
  unit: 'per 100 clauses',
  version: 1,
  kind: 'rate',
  range: [0, 100],
  series: ['value', 'agentless', 'nominalised'],
  question: 'How often does it tell a deed without saying who did it?',
  method:
    'Passives without "by somebody" ("the bridge was bombed") and deeds put as nouns without a doer beside them ("the bombing of the bridge"), per 100 clauses. A clause is a finite verb, any other passive, or a deed put as a noun. Participles that tell a state ("is concerned", "was located") are no deeds.',
  limits:
    'A description, not a fault: the doer may be plain from the sentence before, unknown, or beside the point. Passives without "be" ("the troops sent there") and deeds told by nouns outside the list are not seen. Grammar is guessed without a full parse.',
  source: 'Agentless passives and nominalised deeds; original lists of deeds and states.',
  minimumWords: 50,
  measure(segment: Segment, reading: Reading, knowledge: Knowledge): Measurement<AgencySums> {
    const { before, hidden } = clausesIn(reading, knowledge);
    const { tokens, text } = reading.document;
    const { firstToken, tokenEnd, voice, holder } = segment;
    const sums: AgencySums = {
      base: before[tokenEnd]! - before[firstToken]!,
      value: 0,
      agentless: 0,
      nominalised: 0
    };
    const evidence: Evidence[] = [];
    for (let i = lowerBound(hidden, firstToken, ({ at }) => at); i < hidden.length; i++) {
      const deed = hidden[i]!;
      if (deed.at >= tokenEnd) break;
      sums[deed.series]++;
      const { start } = tokens[Math.max(deed.firstToken, firstToken)]!;
      const { end } = tokens[Math.min(deed.tokenEnd, tokenEnd) - 1]!;
      const { rule, note } = deed;
      evidence.push({ start, end, quote: text.slice(start, end), rule, note, voice, holder });
    }
    sums.value = sums.agentless + sums.nominalised;
    return { sums, evidence };
  },
  combine: (sums, series) => (sums.base > 0 ? (100 * (sums[series] ?? 0)) / sums.base : null)
};
