import { textBlocks } from '../blocks';
import { countControls } from '../control-characters';
import { decodeText } from '../decode-text';
import { MEDIA_TYPES } from '../detect-kind';
import { importError } from '../import-error';
import type { ImportedBlock, ImportedDocument, ImportedMetadata } from '../imported-document';
import { LIMITS, sizeText } from '../limits';
import { makeDocument, NOTHING_KNOWN } from '../make-document';
import { publishedDay } from '../article/published-day';
import { titleLine } from '../title-line';
import type { ReadInput } from './read-input';

/** A text has hardly any control characters; a program or a picture is full of them. */
const CONTROL_SHARE = 0.005;

/** @throws DomainError when a file of text is larger than can be read */
export function checkTextSize({ bytes, name }: ReadInput): void {
  if (bytes.length <= LIMITS.textFile) return;
  throw importError(
    'too-large',
    `${name} has ${sizeText(bytes.length)}, and ${sizeText(LIMITS.textFile)} are possible: cut it into parts.`,
    413
  );
}

/** @throws DomainError when what was decoded is no text */
export function checkIsText(text: string, name: string): void {
  const sample = text.slice(0, 100_000);
  const controls = countControls(sample);
  const broken = sample.split('\uFFFD').length - 1;
  if (controls <= sample.length * CONTROL_SHARE && broken <= sample.length * 0.1) return;
  throw importError(
    'not-text',
    `${name} is not text: Parallax reads text, Markdown, HTML, PDF, Word (.docx), CSV, JSON Lines and ZIP.`
  );
}

/** Plain text, kept to the letter. */
export function readText(input: ReadInput): ImportedDocument[] {
  checkTextSize(input);
  const { text, encoding, notices } = decodeText(input.bytes, [input.charset]);
  checkIsText(text, input.name);
  const blocks = textBlocks(text);
  return [
    makeDocument({
      raw: { bytes: input.bytes, mediaType: MEDIA_TYPES.text, encoding },
      origin: { name: input.name, row: null, address: input.address },
      blocks,
      metadata: { ...NOTHING_KNOWN, title: titleLine(blocks) },
      notices
    })
  ];
}

const FRONT_FIELDS: Readonly<Record<string, keyof ImportedMetadata>> = {
  title: 'title',
  author: 'author',
  authors: 'author',
  publisher: 'publisher',
  publication: 'publisher',
  site: 'publisher',
  date: 'published',
  published: 'published',
  url: 'canonical',
  canonical: 'canonical',
  lang: 'language',
  language: 'language'
};

/** The lines between `---` and `---` that may stand before a Markdown text. */
function frontMatter(text: string): { length: number; metadata: ImportedMetadata } | null {
  const head = /^---[ \t]*\r?\n([\s\S]{0,5000}?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!head) return null;
  const metadata: Record<keyof ImportedMetadata, string | null> = { ...NOTHING_KNOWN };
  for (const line of head[1]!.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const field = colon > 0 ? FRONT_FIELDS[line.slice(0, colon).trim().toLowerCase()] : undefined;
    const value = line
      .slice(colon + 1)
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2');
    if (!field || value === '' || metadata[field] !== null) continue;
    if (field === 'published') metadata.published = publishedDay(value);
    else if (field !== 'canonical' || /^https?:\/\//i.test(value)) metadata[field] = value;
  }
  return { length: head[0].length, metadata };
}

/** The heading of the first rank, where a text begins with one; without the marks that may close it. */
function headingTitle(text: string): string | null {
  const line = text.trimStart().split('\n', 1)[0]?.trim() ?? '';
  if (!line.startsWith('# ') || line.length > 300) return null;
  let end = line.length;
  while (line[end - 1] === '#' || line[end - 1] === ' ') end--;
  return line.slice(2, end).trim() || null;
}

/** Markdown, kept to the letter; the lines about the text that may stand before it are set aside. */
export function readMarkdown(input: ReadInput): ImportedDocument[] {
  checkTextSize(input);
  const { text, encoding, notices } = decodeText(input.bytes, [input.charset]);
  checkIsText(text, input.name);
  const front = frontMatter(text);
  const body = text.slice(front?.length ?? 0);
  const head: ImportedBlock[] = front
    ? [{ text: text.slice(0, front.length).trimEnd(), gap: '\n\n', kept: false, reason: 'page-chrome' }]
    : [];
  const metadata = front?.metadata ?? NOTHING_KNOWN;
  return [
    makeDocument({
      raw: { bytes: input.bytes, mediaType: MEDIA_TYPES.markdown, encoding },
      origin: { name: input.name, row: null, address: input.address },
      blocks: [...head, ...textBlocks(body)],
      metadata: { ...metadata, title: metadata.title ?? headingTitle(body) },
      notices
    })
  ];
}
