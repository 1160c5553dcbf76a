/** An import before it is saved: what was read, what a reader corrected, and what is still in the way. */
import { formatNumber, plural } from './format';

export interface ImportBlock {
  readonly text: string;
  readonly gap: string;
  readonly kept: boolean;
  readonly reason: string | null;
}

export interface KnownDocument {
  readonly kind: 'same-bytes' | 'same-text' | 'near';
  readonly share: number;
  readonly collection: string;
  readonly collectionTitle: string;
  readonly document: string;
  readonly title: string | null;
}

/** Something of a file that was skipped, and why. */
export interface RefusedItem {
  readonly name: string;
  readonly why: string;
}

export interface ImportNotice {
  readonly code: string;
  readonly message: string;
  readonly refused?: readonly RefusedItem[];
}

export const METADATA = ['title', 'author', 'publisher', 'published', 'canonical', 'language'] as const;
export type MetadataField = (typeof METADATA)[number];

/** A document as the server read it. */
export interface ImportPreview extends Readonly<Record<MetadataField, string | null>> {
  readonly key: string;
  readonly name: string;
  readonly row: number | null;
  readonly address: string | null;
  readonly mediaType: string;
  readonly encoding: string | null;
  readonly size: number;
  readonly words: number;
  /** Null when there are too many documents to show their texts. */
  readonly blocks: readonly ImportBlock[] | null;
  readonly notices: readonly ImportNotice[];
  readonly known: KnownDocument | null;
}

/** A document with what the reader changed. */
export interface ImportDraft {
  readonly preview: ImportPreview;
  readonly wanted: boolean;
  /** As typed; empty where nothing is known. */
  readonly fields: Readonly<Record<MetadataField, string>>;
  /** Places of the blocks that the reader switched. */
  readonly switched: ReadonlySet<number>;
}

export type SourceKind = 'file' | 'text' | 'page';

/** Something a reader added: a file, a text or an address. */
export interface ImportSource {
  readonly id: string;
  readonly kind: SourceKind;
  readonly name: string;
  readonly state: 'waiting' | 'reading' | 'ready' | 'failed';
  /** Share of it that has been sent to the server, from 0 to 1; null where nothing is sent. */
  readonly sent: number | null;
  readonly problem: string | null;
  /** What is sent; for a page, what was fetched. Null while it is not there yet. */
  readonly bytes: Blob | null;
  readonly mediaType: string | null;
  readonly address: string | null;
  readonly drafts: readonly ImportDraft[];
}

export const FIELD_LABELS: Readonly<Record<MetadataField, string>> = {
  title: 'Title',
  author: 'Author',
  publisher: 'Publisher',
  published: 'Published',
  canonical: 'Address',
  language: 'Language'
};

const REASONS: Readonly<Record<string, string>> = {
  'page-chrome': 'page furniture',
  navigation: 'navigation',
  related: 'pointers to other pages',
  caption: 'captions',
  comments: 'comments',
  promotion: 'advertising',
  byline: 'byline and date',
  title: 'headline',
  hidden: 'hidden text',
  'by-reader': 'left out by you'
};

/** Why a block is left out, in words. */
export function reasonText(reason: string | null): string {
  return REASONS[reason ?? ''] ?? 'not part of the text';
}

export function draftOf(preview: ImportPreview): ImportDraft {
  const fields = Object.fromEntries(METADATA.map((field) => [field, preview[field] ?? '']));
  return { preview, wanted: true, fields: fields as ImportDraft['fields'], switched: new Set() };
}

/** True when the block at a place is in the text, as the reader has it. */
export function isKept(draft: ImportDraft, place: number): boolean {
  const block = draft.preview.blocks?.[place];
  return block !== undefined && block.kept !== draft.switched.has(place);
}

export function switchBlock(draft: ImportDraft, place: number): ImportDraft {
  const switched = new Set(draft.switched);
  if (!switched.delete(place)) switched.add(place);
  return { ...draft, switched };
}

/** Blocks in a row that were kept, or left out, when they were read. */
export interface BlockRun {
  readonly kept: boolean;
  readonly places: readonly number[];
  /** What was left out, such as "navigation, advertising"; empty for a run that is kept. */
  readonly what: string;
}

/** The blocks in reading order, those left out gathered so that they can be folded away. */
export function runsOf(preview: ImportPreview): BlockRun[] {
  const runs: { kept: boolean; places: number[] }[] = [];
  preview.blocks?.forEach(({ kept }, place) => {
    const last = runs.at(-1);
    if (last?.kept === kept) last.places.push(place);
    else runs.push({ kept, places: [place] });
  });
  return runs.map(({ kept, places }) => {
    const reasons = kept ? [] : places.map((place) => reasonText(preview.blocks![place]!.reason));
    return { kept, places, what: [...new Set(reasons)].join(', ') };
  });
}

/** The text as it would be saved; null when the preview does not show it. */
export function textOf(draft: ImportDraft): string | null {
  const { blocks } = draft.preview;
  if (blocks === null) return null;
  let text = '';
  let gap = '';
  blocks.forEach((block, place) => {
    if (!isKept(draft, place)) return;
    text += gap + block.text;
    gap = block.gap;
  });
  return text;
}

export function wordCount(draft: ImportDraft): number {
  const text = draft.switched.size === 0 ? null : textOf(draft);
  return text === null ? draft.preview.words : (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** What is wrong with a field, as a sentence; null when nothing is. */
export function fieldProblem(field: MetadataField, text: string): string | null {
  const value = text.trim();
  if (value === '') return null;
  if (value.length > 500 && field !== 'canonical') return 'Use at most 500 letters.';
  if (field === 'published' && !isDay(value)) return 'Write a day as year-month-day, such as 2024-03-05.';
  if (field === 'canonical' && (!/^https?:\/\//i.test(value) || !URL.canParse(value))) {
    return 'Write an address that begins with https:// or http://.';
  }
  if (field === 'language' && !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(value)) {
    return 'Write a language as a tag, such as en or en-GB.';
  }
  return null;
}

/** The first thing that keeps a document from being saved; null when nothing does. */
export function draftProblem(draft: ImportDraft): string | null {
  if (!draft.wanted) return null;
  for (const field of METADATA) {
    const problem = fieldProblem(field, draft.fields[field]);
    if (problem) return `${FIELD_LABELS[field]}: ${problem}`;
  }
  if (draft.preview.blocks !== null && (textOf(draft) ?? '').trim() === '') {
    return 'Nothing is left of this text: keep at least one block, or leave the document out.';
  }
  return null;
}

/** Those among documents that will be saved and say nothing in a field. */
export function draftsLacking(drafts: readonly ImportDraft[], field: MetadataField): ImportDraft[] {
  return drafts.filter((draft) => draft.wanted && draft.fields[field].trim() === '');
}

/** The documents with a value in a field wherever they say nothing in it. */
export function fillDrafts(
  drafts: readonly ImportDraft[],
  field: MetadataField,
  value: string
): ImportDraft[] {
  const empty = new Set(draftsLacking(drafts, field));
  return drafts.map((draft) =>
    empty.has(draft) ? { ...draft, fields: { ...draft.fields, [field]: value } } : draft
  );
}

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
  return `The library holds nearly the same text: ${name} shares ${Math.round(known.share * 100)} % of its runs of five words.`;
}

/** True for a document that is there already to the letter; one that is nearly the same is the reader's to judge. */
export function isRepeated({ preview }: ImportDraft, twin: { readonly same: boolean } | null): boolean {
  return (preview.known !== null && preview.known.kind !== 'near') || twin?.same === true;
}

/** What a document of many is called within its file: the path in an archive, the row of a table. */
export function nameWithin(source: ImportSource, { preview: { name, row } }: ImportDraft): string {
  const path = name.startsWith(`${source.name}/`) ? name.slice(source.name.length + 1) : name;
  return row === null ? path : `${path}, row ${formatNumber(row)}`;
}

/** Documents that will be saved. */
export function wantedDrafts(sources: readonly ImportSource[]): ImportDraft[] {
  return sources.flatMap(({ drafts }) => drafts.filter(({ wanted }) => wanted));
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
  return sent !== null && sent < 1 ? `Sending: ${Math.floor(sent * 100)} %` : 'Reading …';
}

/** A source with more documents than a preview shows the texts of; it is imported as a whole in the background. */
export function isBulk(source: ImportSource): boolean {
  return source.drafts.some(({ preview }) => preview.blocks === null);
}
