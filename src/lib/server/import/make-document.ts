import { createHash } from 'node:crypto';
import { composeText } from './blocks';
import { readByline } from './byline';
import { importError } from './import-error';
import type {
  ImportedBlock,
  ImportedDocument,
  ImportedMetadata,
  ImportNotice,
  ImportOrigin,
  RawBytes
} from './imported-document';
import { LIMITS } from './limits';
import { countTurning, plainLine } from './hidden-characters';
import { readsAsEnglish } from './reads-as-english';
import { storable } from './storable';

/** Lower-case hexadecimal SHA-256 of bytes. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export const NOTHING_KNOWN: ImportedMetadata = {
  title: null,
  author: null,
  publisher: null,
  published: null,
  canonical: null,
  language: null
};

/** Under this many words an audit has little to say. */
const FEW_WORDS = 50;
/** Longest title, author or other statement that is kept; longer ones are no such thing. */
const LONGEST_STATEMENT = 500;

/** What a reader asked about: where a document came from, as an error names it. */
export function placeOf({ name, row }: ImportOrigin): string {
  return row === null ? name : `${name}, row ${row}`;
}

function statement(text: string | null): string | null {
  if (text === null) return null;
  const clean = plainLine(storable(text).text);
  return clean === '' ? null : clean.slice(0, LONGEST_STATEMENT);
}

/**
 * Puts a document together and checks that it can be audited and stored.
 *
 * @throws DomainError when no text is left, or too much
 */
export function makeDocument(parts: {
  readonly raw: Omit<RawBytes, 'sha256'>;
  readonly origin: ImportOrigin;
  readonly blocks: readonly ImportedBlock[];
  readonly metadata?: ImportedMetadata;
  readonly notices?: readonly ImportNotice[];
}): ImportedDocument {
  const { raw, origin, metadata = NOTHING_KNOWN } = parts;
  let replaced = 0;
  const blocks = parts.blocks.map((block) => {
    const clean = storable(block.text);
    replaced += clean.replaced;
    return clean.replaced === 0 ? block : { ...block, text: clean.text };
  });
  const { text, dropped } = composeText(blocks);
  const place = placeOf(origin);
  if (text.trim() === '') {
    throw importError('no-text', `${place} holds no text to read: check that it is the right file.`);
  }
  if (text.length > LIMITS.documentCharacters) {
    throw importError(
      'too-large',
      `${place} has ${text.length} characters of text, and ${LIMITS.documentCharacters} are possible: cut it into parts.`,
      413
    );
  }
  const notices = [...(parts.notices ?? [])];
  if (replaced > 0) {
    notices.push({
      code: 'characters-replaced',
      message: `${replaced} ${replaced === 1 ? 'character' : 'characters'} that no text can hold ${replaced === 1 ? 'is' : 'are'} shown as \uFFFD.`
    });
  }
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (words < FEW_WORDS) {
    notices.push({
      code: 'little-text',
      message: `Only ${words} ${words === 1 ? 'word was' : 'words were'} found: most measures need more.`
    });
  }
  if (!readsAsEnglish(text)) {
    notices.push({
      code: 'not-english',
      message:
        'This does not read as English, and the word lists and rules are for English alone: its numbers will mean little.'
    });
  }
  // What stands at the head of the text is shown by it, whatever the file says or leaves out of itself.
  const byline = metadata.author !== null && metadata.published !== null ? null : readByline(blocks);
  const turning = countTurning(text);
  if (turning > 0) {
    notices.push({
      code: 'hidden-characters',
      message: `${turning} hidden ${turning === 1 ? 'character' : 'characters'} of the text ${turning === 1 ? 'turns' : 'turn'} the direction of writing: what you see may not stand in the order you see it in.`
    });
  }
  return {
    title: statement(metadata.title),
    author: statement(metadata.author ?? byline?.author ?? null),
    publisher: statement(metadata.publisher),
    published: metadata.published ?? byline?.published ?? null,
    canonical: metadata.canonical,
    language: metadata.language,
    raw: { ...raw, sha256: sha256Of(raw.bytes) },
    origin,
    text,
    blocks,
    dropped,
    notices
  };
}
