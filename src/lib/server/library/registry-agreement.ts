import type { Audit, Stance } from '$lib/analysis/audit-schema';
import { studentQuantile, wilsonInterval } from '$lib/analysis/statistics/quantiles';
import type { Judgement } from './registry-change';

/** Two-sided 95 % of the normal distribution. */
const Z = studentQuantile(0.95, Infinity);

function share(hits: number, of: number) {
  return { hits, of, interval: of === 0 ? null : wilsonInterval(hits / of, of, Z) };
}

/**
 * How often the machine, as it answers now, agrees with readers over the cells that readers checked. Cells that
 * nobody checked count for nothing. Intervals are Wilson's, 95 %.
 */
export function agreementOf({ contested }: Pick<Audit, 'contested'>, judgements: readonly Judgement[]) {
  const answers = new Map(
    contested.flatMap(({ id, cells }) =>
      cells.map(({ document, stance }) => [JSON.stringify([id, document]), stance] as const)
    )
  );
  const checked = judgements.flatMap(({ claim, document, stance }): [Stance, Stance][] => {
    const machine = answers.get(JSON.stringify([claim, document]));
    return machine === undefined ? [] : [[machine, stance]];
  });
  const count = (test: (machine: Stance, reader: Stance) => boolean): number =>
    checked.filter(([machine, reader]) => test(machine, reader)).length;
  const both = count((machine, reader) => machine !== 'silent' && reader !== 'silent');
  return {
    checked: checked.length,
    same: share(
      count((machine, reader) => machine === reader),
      checked.length
    ),
    precision: share(
      both,
      count((machine) => machine !== 'silent')
    ),
    recall: share(
      both,
      count((_, reader) => reader !== 'silent')
    )
  };
}
