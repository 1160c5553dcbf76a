/** The self-audit as text for a terminal. */
import type { Moved, SelfAudit, Sensitivity, Swap } from '$lib/server/library/validity';

const short = (value: number): string => String(Number(value.toPrecision(4)));
const signed = (value: number): string => (value > 0 ? `+${value}` : String(value));

const VOICES: Readonly<Record<Moved['voice'], string>> = {
  all: 'all words',
  author: "author's own",
  attributed: 'attributed'
};

function movedLines(moved: readonly Moved[]): string[] {
  return moved.map(({ document, metric, voice, before, interval, after, shift, beyond, rules }) => {
    const why = rules.map(({ rule, change }) => `${signed(change)} ${rule}`).join(', ');
    return `  ${beyond ? 'BEYOND ' : ''}${document} ${metric} (${VOICES[voice]}): ${short(before)} [${interval.map(short).join(', ')}] -> ${short(after)}, ${short(shift)} half-widths${why === '' ? '' : `; ${why}`}`;
  });
}

function swapLines({ actors: [a, b], exchanged, compared, moved }: Swap): string[] {
  const names = exchanged.reduce((sum, item) => sum + item.names, 0);
  const beyond = moved.filter((item) => item.beyond).length;
  return [
    `Swap test: ${a.name} and ${b.name}, ${names} names exchanged in ${exchanged.length} documents`,
    `  ${compared} values compared, ${moved.length} moved, ${beyond} beyond the interval`,
    ...movedLines(moved)
  ];
}

function sensitivityLines(item: Sensitivity): string[] {
  const told =
    item.low.length === 0
      ? 'all documents tie'
      : `told apart: ${item.high.join(', ')} highest, ${item.low.join(', ')} lowest`;
  return [
    `Drop one entry: ${item.list} (${item.metric}), ${item.entriesWithHits} of ${item.entries} entries with ${item.hits} hits; ${told}`,
    `  ${item.changeOrder} change the order, ${item.changeFinding} change who is told apart, ${item.beyond} move a value beyond its interval`,
    ...item.carriers.map(({ entry, words, hits, shift, order, finding, beyond }) => {
      const marks = [order && 'order', finding && 'finding', beyond && 'beyond'].filter(Boolean).join(', ');
      return `  ${entry} (${words.join(', ')}): ${hits} hits, farthest shift ${short(shift)} half-widths${marks === '' ? '' : `; changes ${marks}`}`;
    })
  ];
}

/** What a reader at a terminal wants to see: what moved, and which entries carry the result. */
export function summaryOf(result: SelfAudit): string {
  return `${[...result.swaps.flatMap(swapLines), ...result.sensitivity.flatMap(sensitivityLines)].join('\n')}\n`;
}
