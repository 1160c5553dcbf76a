/** What a reader takes away from the bench: the copy as a file, and a list of what was changed and what it did. */
import { formatInterval, plural } from './format';
import type { Range } from './passages';
import type { Copy } from './rewrite';
import { basisWords, differenceWords, moveWords, valueWords, type RewriteRow } from './rewrite-rows';
import type { Source } from './sources';

/** Characters of a name that no file system minds. */
const PLAIN = /[^a-z0-9]+/gu;

/** A name for a file from a document's title: `stormy-relationship-changed.txt`. */
export function rewriteFileName(source: Pick<Source, 'label'>, what: 'copy' | 'changes'): string {
  const plain = source.label.toLowerCase().replace(PLAIN, '-').slice(0, 60).replace(/^-|-$/gu, '');
  return `${plain === '' ? 'text' : plain}-${what}.txt`;
}

/** Every changed sentence as it was and as it is, and every metric that moved, with its interval, as plain text. */
export function rewriteList(
  source: Pick<Source, 'label'>,
  textSha256: string,
  original: string,
  sentences: readonly Range[],
  copy: Copy,
  rows: readonly RewriteRow[]
): string {
  const changes = copy.sentences.flatMap(({ start, end, edited }, index) => {
    const was = sentences[index];
    if (!edited || !was) return [];
    const is = copy.text.slice(start, end).trim();
    return [
      `Sentence ${index + 1}`,
      `  was: ${original.slice(was.start, was.end)}`,
      `  is:  ${is === '' ? '(struck out)' : is}`,
      ''
    ];
  });
  const count = copy.sentences.filter(({ edited }) => edited).length;
  const moved = rows.filter(({ move }) => move !== 'same');
  const figures = moved.map((row) => {
    if (!row.before || !row.after) return `${row.label}: ${row.reason ?? 'not measured'}`;
    const words = [moveWords(row.move), basisWords(row)].filter((part) => part !== '').join(', ');
    const interval = row.differenceInterval ? ` (${formatInterval(row.differenceInterval)})` : '';
    const difference = `${differenceWords(row)}${interval}${words === '' ? '' : `, ${words}`}`;
    return `${row.label}, ${row.unit}: ${valueWords(row.before)}, now ${valueWords(row.after)}; difference ${difference}`;
  });
  return [
    `${plural(count, 'sentence')} changed in a copy of ${source.label}`,
    `Original: SHA-256 ${textSha256}`,
    '',
    ...changes,
    ...(figures.length > 0
      ? ['Metrics that moved, each value with its 95% interval', ...figures, '']
      : ['No metric moved.', ''])
  ].join('\n');
}
