import mammoth from 'mammoth';
import { DomainError } from '../../domain-error';
import { plain } from '../article/json-ld';
import { openArchive } from '../archive';
import { textBlocks } from '../blocks';
import { MEDIA_TYPES } from '../detect-kind';
import { withoutBreakMarks } from '../hidden-characters';
import { importError } from '../import-error';
import type { ImportedDocument } from '../imported-document';
import { LIMITS } from '../limits';
import { makeDocument, NOTHING_KNOWN } from '../make-document';
import { titleLine } from '../title-line';
import type { ReadInput } from './read-input';

const broken = (name: string): DomainError =>
  importError('broken', `${name} is broken as a Word file: open it in a word processor and save it again.`);

/** Word never writes these; an entity that names itself is how a small file grows without end. */
function checkXml(name: string, part: string, bytes: Uint8Array): string {
  const xml = Buffer.from(bytes).toString('utf8');
  // An XML file in UTF-16 would hide what is looked for; Word writes UTF-8.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml) || xml.includes('\0')) {
    throw importError(
      'hostile',
      `${name} is refused: "${part}" declares entities, which no word processor writes.`
    );
  }
  return xml;
}

/** What stands between the first tag of that name and its end. */
function property(xml: string, tag: string): string | null {
  const start = xml.indexOf(`<${tag}`);
  const from = start < 0 ? -1 : xml.indexOf('>', start) + 1;
  const to = from <= 0 ? -1 : xml.indexOf(`</${tag}>`, from);
  return to < 0 ? null : plain(xml.slice(from, to));
}

/** A Word file: its paragraphs. Pictures, comments and deleted text are left out. */
export async function readDocx(input: ReadInput): Promise<ImportedDocument[]> {
  const { bytes, name } = input;
  const members = await openArchive(bytes, name, {
    members: LIMITS.officeMembers,
    member: LIMITS.officePart,
    unpacked: LIMITS.officeUnpacked
  });
  let core = '';
  for (const member of members) {
    if (!/\.(?:xml|rels)$/i.test(member.path)) continue;
    const xml = checkXml(name, member.path, await member.read());
    if (member.path.toLowerCase() === 'docprops/core.xml') core = xml;
  }
  let text: string;
  try {
    ({ value: text } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) }));
  } catch (error) {
    throw error instanceof DomainError ? error : broken(name);
  }
  const blocks = textBlocks(withoutBreakMarks(text.trim()));
  return [
    makeDocument({
      raw: { bytes, mediaType: MEDIA_TYPES.docx, encoding: null },
      origin: { name, row: null, address: input.address },
      blocks,
      metadata: {
        ...NOTHING_KNOWN,
        title: property(core, 'dc:title') || titleLine(blocks),
        author: property(core, 'dc:creator'),
        language: property(core, 'dc:language')
      }
    })
  ];
}
