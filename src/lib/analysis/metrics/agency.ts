import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Evidence } from '../audit-schema';
import type { TokenRange } from '$lib/text/document';
import type { Reading, Segment } from '../reading';
import { clausesOf } from '../voice/clauses';
import { readDeeds, type Deed } from './agency-deeds';
import { readPassives, type Passive } from './agency-passives';
import type { Measurement, Metric, Sums } from './metric';

interface AgencySums extends Sums {
  /** Deeds told without their doer. */
  value: number;
  agentless: number;
  nominalised: number;
}

interface Found {
  /** By the token of the participle. */
  readonly passives: ReadonlyMap<number, Passive>;
  /** By the token of the noun. */
  readonly deeds: ReadonlyMap<number, Deed>;
}

const read = new WeakMap<Reading, Found>();

function findIn(reading: Reading, knowledge: Knowledge): Found {
  let found = read.get(reading);
  if (!found) {
    const passives = readPassives(reading.document, knowledge).map((item) => [item.head, item] as const);
    const deeds = readDeeds(reading.document, reading.hits('deeds')).map(
      (item) => [item.firstToken, item] as const
    );
    read.set(reading, (found = { passives: new Map(passives), deeds: new Map(deeds) }));
  }
  return found;
}

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
    const { passives, deeds } = findIn(reading, knowledge);
    const { groups, groupAt } = clausesOf(reading.document);
    const { tokens, text } = reading.document;
    const sums: AgencySums = { base: 0, value: 0, agentless: 0, nominalised: 0 };
    const evidence: Evidence[] = [];
    const add = (part: TokenRange, rule: string, note: string): void => {
      const { start } = tokens[Math.max(part.firstToken, segment.firstToken)]!;
      const { end } = tokens[Math.min(part.tokenEnd, segment.tokenEnd) - 1]!;
      const { voice, holder } = segment;
      evidence.push({ start, end, quote: text.slice(start, end), rule, note, voice, holder });
    };
    for (let k = segment.firstToken; k < segment.tokenEnd; k++) {
      const group = groups[groupAt[k]!];
      const passive = passives.get(k);
      const finite = group?.finite === true;
      if (finite && group.head === k) sums.base++;
      if (passive) {
        if (!finite && !groups[groupAt[passive.firstToken]!]?.finite) sums.base++;
        if (passive.agentless) {
          sums.agentless++;
          add(passive, 'agency/agentless-passive', 'Passive, and no agent named: who did it?');
        }
      }
      const deed = deeds.get(k);
      if (!deed) continue;
      sums.base++;
      if (!deed.agentless) continue;
      sums.nominalised++;
      add(deed, deed.match.entry.id, `${deed.match.entry.note} No agent named beside it: who did it?`);
    }
    sums.value = sums.agentless + sums.nominalised;
    return { sums, evidence };
  },
  combine: (sums, series) => (sums.base > 0 ? (100 * (sums[series] ?? 0)) / sums.base : null)
};
