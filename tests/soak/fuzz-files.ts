/** Files of every kind to mangle: texts by their bytes; PDF, Word and ZIP whole, and again by what they are packed from. */
import { docx, documentXml } from '../fixtures/import/docx';
import { page, pdf } from '../fixtures/import/pdf';
import { zip, type ZipMember } from '../fixtures/import/zip';
import { mutateBytes } from './mutate';
import type { Random } from './random';

export interface FuzzFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is counted together. */
export interface FuzzKind {
  readonly kind: string;
  make(random: Random): FuzzFile;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

function textFiles(lines: readonly string[]): FuzzFile[] {
  const text = lines.join('. ');
  const html = `<!doctype html><html lang="en"><head><title>A page</title><meta name="author" content="A. Writer"><script type="application/ld+json">{"@type":"NewsArticle","headline":"A page"}</script></head><body><nav><a href="/">Home</a></nav><article><h1>A page</h1>${lines.map((line) => `<p>${line}.</p>`).join('')}</article><footer>Terms</footer></body></html>`;
  const sources: [string, string][] = [
    ['a.txt', text],
    ['a.md', `# A page\n\n${lines.join('.\n\n')}`],
    ['a.html', html],
    ['a.csv', `id,title,text\n${lines.map((line, n) => `${n},"Title ${n}","${line.replaceAll('"', '""')}"`).join('\n')}`],
    ['a.jsonl', lines.map((line, n) => JSON.stringify({ id: n, text: line })).join('\n')],
    ['a.json', JSON.stringify(lines.map((line) => ({ text: line })))]
  ]; // prettier-ignore
  return sources.map(([name, content]) => ({ name, bytes: encode(content) }));
}

/** Lines of a page, short enough for its width. */
function paragraphs(lines: readonly string[]): string[][] {
  return lines.map((line) => line.match(/.{1,80}(?:\s|$)/gu) ?? [line]);
}

function pdfOf(lines: readonly string[]): Uint8Array {
  const pages = [1, 2, 3].map((number) => [
    { text: 'A report', x: 72, y: 820, size: 8 },
    ...page(paragraphs(lines)),
    { text: `${number}`, x: 300, y: 30 }
  ]);
  return pdf(pages, { info: '/Title (A report) /Author (A. Writer)' });
}

const CORE = '<dc:title>A letter</dc:title><dc:creator>A. Writer</dc:creator>';
const NOTES = `<?xml version="1.0"?><w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="1"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>`;

/** The parts of a Word file, with the text of its main one. */
function docxOf(lines: readonly string[], xml: string): Uint8Array {
  return docx(lines, { xml, core: CORE, more: [{ path: 'word/footnotes.xml', data: NOTES }] });
}

/** @param texts what the files say; their first sentences */
export function fuzzKinds(texts: readonly string[]): FuzzKind[] {
  const lines = (texts[0] ?? '').slice(0, 600).split('. ').slice(0, 4);
  const plain = textFiles(lines);
  const report = pdfOf(lines);
  const xml = documentXml(lines);
  const letter = docxOf(lines, xml);
  const members: ZipMember[] = [
    ...plain.map(({ name, bytes }) => ({ path: `texts/${name}`, data: bytes })),
    { path: 'report.pdf', data: report },
    { path: 'letter.docx', data: letter }
  ];
  const packed = zip(members);
  // Stored as they are, so that a changed byte is a changed letter of a member and not the end of unpacking.
  const stored = zip(members.map((member) => ({ ...member, store: true })));
  const all = [...plain.map(({ bytes }) => bytes), report, letter, packed];

  return [
    {
      kind: 'text, Markdown, HTML, CSV, JSON',
      make: (random) => {
        const { name, bytes } = random.pick(plain);
        return { name, bytes: mutateBytes(random, bytes, all) };
      }
    },
    {
      kind: 'PDF',
      make: (random) => ({ name: 'a.pdf', bytes: mutateBytes(random, report, all) })
    },
    {
      // Each letter of a PDF says something: a few changed words of its commands go deeper than changed bytes do.
      kind: 'PDF, its commands',
      make: (random) => ({ name: 'a.pdf', bytes: latin1(mangledCommands(random, report)) })
    },
    {
      kind: 'Word',
      make: (random) => ({ name: 'a.docx', bytes: mutateBytes(random, letter, all) })
    },
    {
      kind: 'Word, its XML',
      make: (random) => {
        const bytes = mutateBytes(random, encode(xml), all);
        return { name: 'a.docx', bytes: docxOf(lines, Buffer.from(bytes).toString('utf8')) };
      }
    },
    {
      kind: 'ZIP',
      make: (random) => ({
        name: 'a.zip',
        bytes: mutateBytes(random, random.below(2) === 0 ? packed : stored, all)
      })
    },
    {
      kind: 'ZIP, its members',
      make: (random) => {
        const at = random.below(members.length);
        const bytes = mutateBytes(random, Buffer.from(members[at]!.data), all);
        const mangled = members.map((member, place) => (place === at ? { ...member, data: bytes } : member));
        return { name: 'a.zip', bytes: zip(mangled) };
      }
    }
  ];
}

const COMMANDS =
  /\/[A-Z]\w*|\b\d+ 0 R|\b\d+\b|\b(?:obj|endobj|stream|endstream|xref|trailer|BT|ET|Tj|Tf|Tm)\b|<<|>>|\[|\]/g;

/** A PDF with some of its commands and numbers put in place of others, left out, or doubled. */
function mangledCommands(random: Random, bytes: Uint8Array): string {
  const source = Buffer.from(bytes).toString('latin1');
  const found = [...source.matchAll(COMMANDS)];
  let text = source;
  for (let turns = 1 + random.below(5); turns > 0; turns--) {
    const { 0: command, index } = random.pick(found);
    const other = random.pick([...found, { 0: '-1' }, { 0: '4294967296' }, { 0: '' }])[0];
    const doubled = random.below(4) === 0 ? `${command} ${other}` : other;
    text = text.slice(0, index) + doubled + text.slice(index + command.length);
  }
  return text;
}
