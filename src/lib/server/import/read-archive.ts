/** Archives of documents, and Word files, which are archives as well. */
import { DomainError } from '../domain-error';
import { openArchive, type Member } from './archive';
import { detectKind, extensionOf } from './detect-kind';
import { plainLine } from './hidden-characters';
import { importError, stopIfCancelled } from './import-error';
import type { ImportedDocument, ImportNotice, RefusedItem } from './imported-document';
import { LIMITS } from './limits';
import { readAnywhere } from './read-anywhere';
import { withinTime } from './within-time';

/** What other formats that are archives hold, with what to do instead. */
const PACKAGES: readonly (readonly [path: RegExp, what: string])[] = [
  [/^xl\/workbook\.xml$/i, 'is a spreadsheet: save the sheet as CSV'],
  [/^ppt\/presentation\.xml$/i, 'is a presentation: save it as PDF'],
  [/^content\.xml$/i, 'is an OpenDocument file: save it as .docx or PDF'],
  [/^Index\/Document\.iwa$/i, 'is a Pages, Numbers or Keynote file: export it as .docx, CSV or PDF'],
  [/^META-INF\/container\.xml$/i, 'is an e-book: save its text as .txt or HTML'],
  [/^META-INF\/MANIFEST\.MF$/i, 'is a program, not a document']
];

/** What computers add to archives without being asked. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;
const NAMES_SHOWN = 5;

function skippedNotice(skipped: readonly RefusedItem[]): ImportNotice {
  const shown = skipped.slice(0, NAMES_SHOWN).map(({ name, why }) => `${name} (${why})`);
  const more = skipped.length > NAMES_SHOWN ? `, and ${skipped.length - NAMES_SHOWN} more` : '';
  return {
    code: 'members-skipped',
    message: `${skipped.length} ${skipped.length === 1 ? 'file' : 'files'} of the archive could not be read: ${shown.join(', ')}${more}.`,
    refused: skipped
  };
}

/** What a member's own error says, without the name that stands before it anyway. */
function reasonOf(error: DomainError, name: string): string {
  return error.message
    .replace(name, '')
    .trim()
    .replace(/[.:].*$/su, '');
}

async function readMember(
  member: Member,
  archive: string,
  signal: AbortSignal | undefined
): Promise<ImportedDocument[]> {
  const name = `${archive}/${plainLine(member.path)}`;
  const bytes = await member.read();
  const kind = detectKind(bytes, name);
  const input = { bytes, name, charset: null, address: null };
  if (kind !== 'package') return readAnywhere(kind, input, signal);
  if (extensionOf(name) === 'docx') return readAnywhere('docx', input, signal);
  throw importError('nested', `${name} is an archive inside an archive: unpack it first.`);
}

/** What is made to harm whoever reads it: then the whole archive is refused. */
const HOSTILE: ReadonlySet<string> = new Set([
  'archive-bomb',
  'archive-path',
  'hostile',
  'nested',
  'encrypted',
  // Nobody waits for the rest.
  'cancelled'
]);

function tooSlow(name: string): DomainError {
  return importError(
    'too-slow',
    `${name} took more than ${LIMITS.archiveTime / 60_000} minutes to read and was given up: pack fewer files, or files that hold text alone.`
  );
}

/**
 * Reads every document of an archive. A member that is no document, or broken, is skipped and named.
 *
 * @param name what the sender calls the archive
 * @param signal ends the reading between two members
 * @throws DomainError when the archive is hostile, too large, or holds no document
 */
async function readZip(
  members: readonly Member[],
  name: string,
  signal: AbortSignal | undefined
): Promise<ImportedDocument[]> {
  const wanted = members.filter(({ path }) => !LITTER.test(path));
  const documents: ImportedDocument[] = [];
  const skipped: RefusedItem[] = [];
  for (const member of wanted) {
    stopIfCancelled(signal);
    try {
      documents.push(...(await readMember(member, name, signal)));
    } catch (error) {
      if (!(error instanceof DomainError) || HOSTILE.has(error.code)) throw error;
      const path = plainLine(member.path);
      skipped.push({ name: path, why: reasonOf(error, `${name}/${path}`) });
    }
    if (documents.length > LIMITS.documents) {
      throw importError(
        'too-large',
        `${name} holds more than ${LIMITS.documents} documents: pack fewer.`,
        413
      );
    }
  }
  const [first, ...rest] = documents;
  if (!first) {
    const why = skipped[0] ? ` The first, ${skipped[0].name}, ${skipped[0].why}.` : '';
    throw importError('no-text', `${name} holds no document that can be read.${why}`);
  }
  if (skipped.length === 0) return documents;
  return [{ ...first, notices: [skippedNotice(skipped), ...first.notices] }, ...rest];
}

/**
 * Reads bytes that begin like a ZIP archive, by what they hold.
 *
 * @throws DomainError when they hold no document, or something harmful
 */
export async function readPackage(
  bytes: Uint8Array,
  name: string,
  address: string | null,
  signal?: AbortSignal
): Promise<ImportedDocument[]> {
  const members = await openArchive(bytes, name, {
    members: LIMITS.members,
    member: Math.max(LIMITS.member, LIMITS.officePart),
    unpacked: LIMITS.unpacked
  });
  if (members.some(({ path }) => /^word\/document\d*\.xml$/i.test(path))) {
    return readAnywhere('docx', { bytes, name, charset: null, address }, signal);
  }
  const other = PACKAGES.find(([path]) => members.some((member) => path.test(member.path)));
  if (other) throw importError('unsupported', `${name} ${other[1]}.`);
  // A member alone has its own limit; thousands that stay just under it would hold the reader for hours.
  return withinTime(LIMITS.archiveTime, signal, (ending) => readZip(members, name, ending), tooSlow(name));
}
