/** How a document is cited: only with what the text itself shows, and with what it does not show said so. */
import { formatDate } from './format';
import { absentWords, METADATA_FIELDS } from './labels';
import type { Source } from './sources';

export interface Citation {
  /** One line to copy. */
  readonly text: string;
  /** What the line lacks because the text does not show it; null when it lacks nothing. */
  readonly absent: string | null;
}

const closed = (part: string) => (/[.?!…]["”’]?$/u.test(part) ? part : `${part}.`);

/** A title in quotation marks with a stop of its own, unless it ends with one. */
const titled = (title: string) => `“${closed(title)}”`;

/**
 * A citation of a document: author, title, publisher, date, date of the copy, and a fingerprint of the text that
 * says which version was read. A text without a title is cited by its first words, in brackets.
 *
 * @param textSha256 SHA-256 of the text, hexadecimal
 * @param shownTitle the title as the text shows it above its body, for a document that carries none beside it
 */
export function citationOf(source: Source, textSha256: string, shownTitle: string | null = null): Citation {
  const { author, publisher, published, retrieved, label } = source;
  const title = source.title ?? shownTitle;
  const issued = [publisher, published && formatDate(published)].filter((part) => part).join(', ');
  const parts = [
    author,
    title ? titled(title.trim()) : `[${label}]`,
    issued === '' ? null : issued,
    retrieved && `Copy of ${formatDate(retrieved)}`,
    `Text SHA-256 ${textSha256.slice(0, 16)}`
  ];
  const absent = METADATA_FIELDS.filter((field) => source[field] === null && field !== 'retrieved');
  const lacking = [...(title ? [] : ['title']), ...(absent.length > 0 ? [absentWords(absent)] : [])];
  return {
    text: parts.flatMap((part) => (part ? [closed(part)] : [])).join(' '),
    absent: lacking.length > 0 ? lacking.join(', ') : null
  };
}
