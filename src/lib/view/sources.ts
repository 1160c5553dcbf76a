/** Sources as the screen names them: a letter, a colour slot and a label, the same on every page. */

/** A metadata field and the words of the text that show it. */
export interface ShownMetadata {
  readonly field: string;
  readonly quote: string;
}

/** What is known of a document before it is read; null is "not stated". */
export interface SourceInput {
  readonly id: string;
  readonly text: string;
  readonly title?: string | null;
  readonly publisher?: string | null;
  readonly author?: string | null;
  readonly published?: string | null;
  readonly retrieved?: string | null;
  readonly shown?: readonly ShownMetadata[];
  readonly note?: string | null;
}

export interface Source {
  readonly id: string;
  readonly index: number;
  /** A, B, C …; stands beside the colour everywhere, so that colour is never alone. */
  readonly letter: string;
  /** Colour slot, 0 to 7; see `sourceClass`. */
  readonly slot: number;
  /** The title, or the first words in quotation marks. */
  readonly label: string;
  /** The label cut to fit into a sentence or a table head, still different from every other source's. */
  readonly short: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly retrieved: string | null;
  readonly shown: readonly ShownMetadata[];
  readonly note: string | null;
}

/** Okabe and Ito's palette has eight colours; more sources repeat them with another letter. */
export const COLOUR_SLOTS = 8;

/** The letter of the nth source: A to Z, then A2, B2 … */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  const round = Math.floor(index / 26);
  return round === 0 ? letter : `${letter}${round + 1}`;
}

/** The class that sets `--source` and `--source-ink` to a source's colours. */
export function sourceClass(source: { readonly slot: number }): string {
  return `source-${'abcdefgh'.charAt(source.slot)}`;
}

/** Cuts at a word's end and says so with an ellipsis. */
export function shorten(text: string, length: number): string {
  const clean = text.replace(/\s+/gu, ' ').trim();
  const characters = [...clean.slice(0, length * 2 + 2)];
  if (characters.length <= length) return clean;
  const cut = characters.slice(0, length).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–—-]{1,4}$/u, '')}…`;
}

/** The first line that holds words, for a text that shows no title. */
function firstWords(text: string): string {
  const opening = text.slice(0, 2000);
  const line = opening.split(/[\r\n\u2028\u2029]+/u).find((part) => /\p{L}{2,}/u.test(part));
  return (line ?? opening).trim();
}

function labelOf(document: SourceInput, length: number): string {
  const title = document.title?.trim();
  if (title) return shorten(title, length);
  const words = firstWords(document.text);
  return words === '' ? 'Untitled' : `“${shorten(words, length)}”`;
}

/** Lengths tried for a short label until it differs from every other. */
const SHORT_LENGTHS = [30, 44, 60, 80];

/** Letters, colours and labels for documents in their order. */
export function describeSources(documents: readonly SourceInput[]): Source[] {
  const taken = SHORT_LENGTHS.map((length) => {
    const seen = new Map<string, number>();
    for (const document of documents) {
      const label = labelOf(document, length);
      seen.set(label, (seen.get(label) ?? 0) + 1);
    }
    return seen;
  });
  return documents.map((document, index) => {
    const level = taken.findIndex((seen, i) => seen.get(labelOf(document, SHORT_LENGTHS[i]!)) === 1);
    return {
      id: document.id,
      index,
      letter: letterOf(index),
      slot: index % COLOUR_SLOTS,
      label: labelOf(document, 90),
      short: labelOf(document, SHORT_LENGTHS[level] ?? SHORT_LENGTHS[0]!),
      title: document.title ?? null,
      publisher: document.publisher ?? null,
      author: document.author ?? null,
      published: document.published ?? null,
      retrieved: document.retrieved ?? null,
      shown: document.shown ?? [],
      note: document.note ?? null
    };
  });
}

/** Indexes by their list, which every row of a long table asks for again. */
const indexes = new WeakMap<readonly Source[], ReadonlyMap<string, Source>>();

/** Sources by document id. A list is taken as it was when first asked for. */
export function sourceIndex(sources: readonly Source[]): ReadonlyMap<string, Source> {
  const known = indexes.get(sources);
  if (known) return known;
  const index = new Map(sources.map((source) => [source.id, source]));
  indexes.set(sources, index);
  return index;
}
