import type { Audit, Conflict, MetricResult } from '$lib/analysis/audit-schema';

const STANCE_MARKS = { asserts: 'A', disputes: 'D', hedges: 'h', attributes: 'r', silent: '·' } as const;
const MAX_STATEMENT = 60;

/** A text table: the first column to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)
        )
        .join('  ')
        .trimEnd()
    )
    .join('\n');
}

function metricCell(result: MetricResult | undefined): string {
  if (!result) return '-';
  if (!('value' in result)) return result.status;
  const [low, high] = result.interval;
  const digits = Math.max(Math.abs(low), Math.abs(high)) < 2 ? 2 : 1;
  const text = (value: number): string => value.toFixed(digits).replace(/^-(0\.?0*)$/, '$1');
  return `${text(result.value)} [${text(low)}, ${text(high)}]`;
}

function metricTable({ documents }: Audit): string {
  const ids = [...new Set(documents.flatMap(({ metrics }) => Object.keys(metrics)))];
  const unit = (id: string): string => {
    for (const { metrics } of documents) {
      const result = metrics[id];
      if (result && 'unit' in result) return ` (${result.unit})`;
    }
    return '';
  };
  return table([
    ['', ...documents.map((_, index) => `[${index + 1}]`)],
    ...ids.map((id) => [`${id}${unit(id)}`, ...documents.map(({ metrics }) => metricCell(metrics[id]))])
  ]);
}

function short(text: string): string {
  return text.length > MAX_STATEMENT ? `${text.slice(0, MAX_STATEMENT - 1).trimEnd()}…` : text;
}

function stanceTable({ documents, contested }: Audit): string {
  return table([
    ['', ...documents.map((_, index) => `[${index + 1}]`)],
    ...contested.map(({ statement, cells }) => [
      short(statement),
      ...cells.map(({ stance, mixed }) => `${STANCE_MARKS[stance]}${mixed ? '±' : ''}`)
    ])
  ]);
}

/** Rows of the ranking that are shown; ties beyond them are in the JSON. */
const MOST_RANKED = 6;

/** What separates the documents most, with the places that each row may have. */
function separationTable({ comparison }: Audit): string {
  const rows = comparison.separation.filter(({ separates }) => separates);
  if (rows.length === 0) return 'Nothing separates them more than chance would.';
  return table([
    ['', 'share', '95 % interval', 'place'],
    ...rows
      .slice(0, MOST_RANKED)
      .map(({ id, effect, interval: [low, high], ranks: [first, last] }) => [
        id === 'words' ? 'choice of words' : id,
        effect.toFixed(2),
        `[${low.toFixed(2)}, ${high.toFixed(2)}]`,
        first === last ? `${first}` : `${first}-${last}`
      ])
  ]);
}

/** What is repeated rather than found twice; empty when nothing is. */
function repetition({ comparison: { chains, duplicates } }: Audit): string {
  const of = (kind: string): number => chains.filter((chain) => chain.kind === kind).length;
  const found = [
    [of('quotation'), 'quotation'],
    [of('origin'), 'origin'],
    [duplicates.length, 'near-duplicate passage']
  ] as const;
  const said = found.filter(([number]) => number > 0).map(([number, one]) => count(number, one));
  return said.length === 0
    ? ''
    : `Carried by several documents, which is repetition and no corroboration: ${said.join(', ')}`;
}

/** Conflicts that are told one by one; the others are in the tables and the report. */
const MOST_CONFLICTS = 5;
/** What differs, in the words of the pages. */
const DIFFERS: Readonly<Record<Conflict['kind'], string>> = {
  number: 'figures',
  date: 'dates',
  polarity: 'whether it is so',
  agent: 'who did it',
  outcome: 'how it ended'
};
/** What cannot both be so comes first; figures of other things are no conflict. */
const VERDICTS = [
  ['clash', 'cannot both be so as they stand'],
  ['may-differ-by-date', 'may differ by date']
] as const;

/** The conflicts between claims: how many of each kind, and who says what in the first of them. */
function conflictList({ comparison: { claims }, documents }: Audit): string {
  const places = new Map(documents.map(({ id }, index) => [id, `[${index + 1}] ${id}`]));
  const all = claims.flatMap(({ conflicts }) => conflicts);
  const told = VERDICTS.flatMap(([verdict, words]) =>
    all
      .filter((conflict) => conflict.verdict === verdict)
      .map(({ kind, values }) => {
        const sides = values.map(({ document, quote }) => {
          const said = quote.replace(/\s+/gu, ' ').trim();
          return `    ${places.get(document) ?? document}: "${short(said)}"`;
        });
        return `  ${DIFFERS[kind]}: these ${words}\n${sides.join('\n')}`;
      })
  );
  const more = told.length - MOST_CONFLICTS;
  return [
    ...told.slice(0, MOST_CONFLICTS),
    ...(more > 0 ? [`  and ${more} more: --csv DIR or --html FILE has all of them`] : [])
  ].join('\n');
}

/** How many conflicts of each verdict there are, to be read after "with". */
function conflictCounts({ comparison: { claims } }: Audit): string {
  const all = claims.flatMap(({ conflicts }) => conflicts);
  const counted = VERDICTS.map(([verdict, words]) => {
    const number = all.filter((conflict) => conflict.verdict === verdict).length;
    return number === 0 ? [] : [`${count(number, 'conflict')} that ${words}`];
  }).flat();
  return counted.length === 0 ? 'no conflict found' : counted.join(' and ');
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}

/** An audit in a screenful of plain text. It shows how the documents differ, and judges none. */
export function summaryText(audit: Audit): string {
  const { documents, comparison, contested, engine } = audit;
  const list = documents.map(({ id, words, sentences, notices }, index) => {
    const notes = notices.map(({ message }) => `\n      note: ${message}`).join('');
    return `  [${index + 1}] ${id}: ${count(words, 'word')} in ${count(sentences, 'sentence')}${notes}`;
  });
  const parts = [
    `Documents\n${list.join('\n')}`,
    `Metrics, with 95 % intervals for the variation within each document\n${metricTable(audit)}`
  ];
  if (contested.length > 0) {
    parts.push(
      `Contested claims: A asserts, D disputes, h hedges, r reports as somebody else's, · silent, ± mixed\n${stanceTable(audit)}`
    );
  }
  if (documents.length > 1) {
    const shared = comparison.claims.filter(
      ({ mentions }) => new Set(mentions.map(({ document }) => document)).size > 1
    );
    const conflicts = conflictList(audit);
    parts.push(
      `Shared claims: ${shared.length}, with ${conflictCounts(audit)}${conflicts === '' ? '' : `\n${conflicts}`}`,
      `What separates them: share of the variation that goes with the document, chance taken off\n${separationTable(audit)}`
    );
    const repeated = repetition(audit);
    if (repeated !== '') parts.push(repeated);
  }
  parts.push(`Engine ${engine.version}, word lists ${engine.knowledge}, seed ${engine.seed}`);
  return `${parts.join('\n\n')}\n`;
}
