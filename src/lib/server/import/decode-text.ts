/** Bytes to text: by byte order mark, by what is declared, as UTF-8, or by a guess that is announced. */
import chardet from 'chardet';
import iconv from 'iconv-lite';
import type { ImportNotice } from './imported-document';

export interface DecodedText {
  /** Without the byte order mark, which is not text. */
  readonly text: string;
  /** Name of the encoding by the WHATWG Encoding Standard, such as `windows-1252`. */
  readonly encoding: string;
  readonly notices: readonly ImportNotice[];
}

/** How far into a page its declaration is looked for; the HTML standard says 1,024. */
const DECLARATION_WITHIN = 4_096;
const LONGEST_TAG = 500;
/** More replaced characters than this share speak against what was declared. */
const WRONG_SHARE = 0.001;
const SAMPLE = 200_000;

/** The standard's name for a label, so that `latin1` is read as browsers read it; null for what is no text encoding. */
export function encodingName(label: string | null | undefined): string | null {
  if (!label) return null;
  try {
    const name = new TextDecoder(label.trim().replace(/^["']|["']$/g, '')).encoding;
    return iconv.encodingExists(name) ? name : null;
  } catch {
    return null;
  }
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** The elements of a name that begin in the head of a page, as they are written. */
function tagsIn(head: string, start: string): string[] {
  const lower = head.toLowerCase();
  const tags: string[] = [];
  for (let at = lower.indexOf(start); at >= 0; at = lower.indexOf(start, at + start.length)) {
    const end = lower.indexOf('>', at);
    tags.push(head.slice(at, end < 0 ? undefined : end).slice(0, LONGEST_TAG));
  }
  return tags;
}

/** The encoding that a page or an XML file declares in its first lines. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, DECLARATION_WITHIN)).toString('latin1');
  const labels = [...tagsIn(head, '<meta'), ...tagsIn(head, '<?xml')].map(
    (tag) => /(?:charset|encoding)\s{0,5}=\s{0,5}["']?([\w:.-]{2,40})/i.exec(tag)?.[1]
  );
  const name = encodingName(labels.find((label) => label !== undefined));
  // A declaration that could be read letter by letter was not written in UTF-16.
  return name?.startsWith('utf-16') ? 'utf-8' : name;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 without a mark: in Western text every second byte is zero. */
function looksUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 2_000);
  if (sample.length < 4) return null;
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even++;
    else odd++;
  });
  const half = sample.length / 2;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.7 && odd < half * 0.05 ? 'utf-16be' : null;
}

const replacedIn = (text: string): number => text.split('\uFFFD').length - 1;

function decode(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
}

function guess(bytes: Uint8Array): string {
  const found = encodingName(chardet.detect(bytes.subarray(0, SAMPLE)));
  // Nearly all text that is not UTF-8 and looks like Latin letters was written on Windows.
  return found === null || found === 'utf-8' || found.startsWith('utf-16') ? 'windows-1252' : found;
}

/**
 * Decodes bytes that are text. Never fails: what cannot be read becomes U+FFFD, and a notice says so.
 *
 * @param declared encodings that were declared, the most binding first: of the server, of the file itself
 */
export function decodeText(
  bytes: Uint8Array,
  declared: readonly (string | null | undefined)[] = []
): DecodedText {
  const notices: ImportNotice[] = [];
  const said = declared.map(encodingName).find((name) => name !== null) ?? null;
  let encoding = byMark(bytes) ?? (said !== null && said !== 'utf-8' ? said : null) ?? looksUtf16(bytes);
  if (encoding === null) {
    if (isUtf8(bytes)) encoding = 'utf-8';
    else {
      const asDeclared = said === 'utf-8' ? decode(bytes, 'utf-8') : null;
      const fits = asDeclared !== null && replacedIn(asDeclared) <= asDeclared.length * WRONG_SHARE;
      encoding = fits ? 'utf-8' : guess(bytes);
      if (!fits) {
        notices.push({
          code: 'encoding-guessed',
          message: `The file does not say how its letters are encoded; they were read as ${encoding}. Look for wrong letters.`
        });
      }
    }
  }
  const text = decode(bytes, encoding);
  const replaced = replacedIn(text);
  if (replaced > 0) {
    notices.push({
      code: 'characters-replaced',
      message: `${replaced} ${replaced === 1 ? 'character' : 'characters'} could not be read as ${encoding} and ${replaced === 1 ? 'is' : 'are'} shown as \uFFFD.`
    });
  }
  return { text, encoding, notices };
}
