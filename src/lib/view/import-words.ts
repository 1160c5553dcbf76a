/** An import in words: where a document came from, what was noticed, how far the reading is. */
import { formatNumber, plural } from './format';
import type { ImportDraft, ImportNotice, ImportSource, KnownDocument } from './import';
import { wordCount } from './import-blocks';

const KINDS: Readonly<Record<string, string>> = {
  'text/plain': 'text',
  'text/markdown': 'Markdown',
  'text/html': 'web page',
  'application/pdf': 'PDF',
  'text/csv': 'table',
  'application/jsonl': 'JSON Lines',
  'application/json': 'JSON'
};

/** What a file is, in words: "PDF", "web page"; its media type where there is no better word. */
export function kindOf(mediaType: string): string {
  return KINDS[mediaType] ?? (mediaType.includes('wordprocessingml') ? 'Word' : mediaType);
}

/** Where a document came from, and how much it is: "report.pdf · PDF · 812 words in all". */
export function originText(draft: ImportDraft): string {
  const { name, row, address, mediaType, encoding } = draft.preview;
  const kind = kindOf(mediaType);
  const parts = [row === null ? (address ?? name) : `${name}, row ${formatNumber(row)}`, kind];
  if (encoding !== null && encoding !== 'utf-8') parts.push(encoding);
  return [...parts, `${plural(wordCount(draft), 'word')} in all`].join(' · ');
}

/** What a reader should know of a document that the library holds already. */
export function knownText(known: KnownDocument): string {
  const name = `“${known.title ?? known.document}” in ${known.collectionTitle}`;
  if (known.kind === 'same-bytes') return `This very document is in the library already: ${name}.`;
  if (known.kind === 'same-text') return `The same text is in the library already: ${name}.`;
  return `The library holds nearly the same text: ${name} shares ${Math.round(known.share * 100)}% of its runs of five words.`;
}

/** What a document of many is called within its file: the path in an archive, the row of a table. */
export function nameWithin(source: ImportSource, { preview: { name, row } }: ImportDraft): string {
  const path = name.startsWith(`${source.name}/`) ? name.slice(source.name.length + 1) : name;
  return row === null ? path : `${path}, row ${formatNumber(row)}`;
}

/** What is said of a file of many documents as a whole; the server says it with the first of them. */
export function noticesOfSource({ drafts }: ImportSource): ImportNotice[] {
  if (drafts.length === 1 && drafts[0]!.preview.row === null) return [];
  const notices = drafts[0]?.preview.notices ?? [];
  return notices.filter(({ code, refused }) => refused !== undefined || code === 'encoding-guessed');
}

/** What is said of one document, with what the library and the rest of the import know of it. */
export function noticesOfDraft(draft: ImportDraft, twin: string | null, source: ImportSource): string[] {
  const { notices, known } = draft.preview;
  const whole = noticesOfSource(source);
  return [
    ...notices.filter((notice) => !whole.includes(notice)).map(({ message }) => message),
    ...(known ? [knownText(known)] : []),
    ...(twin === null ? [] : [twin])
  ];
}

/** How far the reading of a source is, in words. */
export function stateText({ kind, state, sent }: ImportSource): string {
  if (state === 'waiting') return 'Waiting for its turn …';
  if (kind === 'page') return 'Fetching the page …';
  return sent !== null && sent < 1 ? `Sending: ${Math.floor(sent * 100)}%` : 'Reading …';
}
