import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '$lib/server/domain-error';
import { applyCorrections, documentKeys, importBytes, importText } from '$lib/server/import';
import { composeText, textBlocks } from '$lib/server/import/blocks';
import { docx } from '../../../fixtures/import/docx';
import { linesOf } from '$lib/server/import/files/pdf-lines';
import { page, pdf } from '../../../fixtures/import/pdf';
import { zip } from '../../../fixtures/import/zip';

const utf8 = (text: string) => new TextEncoder().encode(text);
const one = async (bytes: Uint8Array, name: string) => (await importBytes(bytes, { name }))[0]!;
const codes = (document: { notices: readonly { code: string }[] }) =>
  document.notices.map(({ code }) => code);

describe('text is kept to the letter', () => {
  test.each(['a\n\nb', '\n\n a \r\n\r\n\tb  \n', 'a', ' a', 'a\n \n\n b\n\n\n', '\u2028a\u0085\n\nb'])(
    '%j',
    async (text) => {
      expect((await importText(text))[0]?.text).toBe(text);
      expect((await one(utf8(text), 'a.txt')).text).toBe(text);
    }
  );

  test('any text, cut into blocks and put together again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', ' ', '\t', '.') }), (text) => {
        const blocks = textBlocks(text);
        expect(composeText(blocks).text).toBe(text);
        // None but a text of nothing but blanks is a block without words.
        expect(blocks.every((block) => block.text.trim() !== '') || text.trim() === '').toBe(true);
      })
    );
  });

  test('a text whose lines are paragraphs can be switched off line by line, one broken at the margin by paragraph', () => {
    const line =
      'A paragraph that goes on and on until it is far longer than any line that a margin has broken, and on.';
    const texts = (text: string) => textBlocks(text).map((block) => block.text);
    expect(texts(`Head\n${line} ${line}\nShare this`)).toEqual(['Head', `${line} ${line}`, 'Share this']);
    expect(texts('Broken at\nthe margin.\n\nNext.')).toEqual(['Broken at\nthe margin.', 'Next.']);
  });

  test('what no text can hold is replaced, one for one', async () => {
    const [document] = await importText(`${'words '.repeat(100)}\ud800x`);
    expect(document?.text.endsWith('\ufffdx')).toBe(true);
  });

  test('a document keeps the bytes as they came, with their hash', async () => {
    const bytes = utf8('\ufeffText.');
    const document = await one(bytes, '../folder/a.txt');
    expect([document.text, document.origin.name]).toEqual(['Text.', 'a.txt']);
    expect([...document.raw.bytes]).toEqual([...bytes]);
    expect(document.raw.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

test('a text of very many short lines is read in time that grows with its length alone', async () => {
  const document = await one(utf8('word\n'.repeat(400_000)), 'a.txt');
  expect([document.blocks.length, document.text.length]).toEqual([1, 2_000_000]);
});

describe('where a dropped block stood', () => {
  test('is told as a place in the text', async () => {
    const text = 'One.\n\nTwo.\n\nThree.';
    const [document] = await importText(text);
    const key = documentKeys([document!])[0]!;
    const known = {
      title: null,
      author: null,
      publisher: null,
      published: null,
      canonical: null,
      language: null
    };
    const [corrected] = applyCorrections([document!], [{ key, ...known, switched: [1] }]);
    expect(corrected?.text).toBe('One.\n\nThree.');
    expect(corrected?.dropped).toEqual([{ reason: 'by-reader', quote: 'Two.', at: 'One.\n\n'.length }]);
    expect(() => applyCorrections([document!], [{ key, ...known, switched: [0, 1, 2] }])).toThrow(
      'Nothing is left'
    );
  });
});

test('the lines before a Markdown text are about it, not of it', async () => {
  const source = '---\ntitle: "Bridge"\ndate: 2024-03-05\nauthor: Anna\n---\n\n# Head\n\nText **bold**.\n';
  const document = await one(utf8(source), 'a.md');
  expect(document).toMatchObject({
    title: 'Bridge',
    author: 'Anna',
    published: '2024-03-05',
    publisher: null
  });
  expect(document.text).toBe('\n# Head\n\nText **bold**.\n');
  expect((await one(utf8('# The bridge #\n\nText.'), 'b.md')).title).toBe('The bridge');
});

describe('a text without a place for its title', () => {
  const body =
    'The council voted on Monday to merge the two primary schools of the town, by 31 votes to 18.\n\nParents were told by letter.';
  const titleOf = async (text: string) => (await one(utf8(text), 'a.txt')).title;

  test('is called by its first line, where that stands as a heading; the line stays in the text', async () => {
    const text = `Council approves plan to merge two schools\n\n${body}`;
    const document = await one(utf8(text), 'a.txt');
    expect([document.title, document.text]).toEqual(['Council approves plan to merge two schools', text]);
    expect((await importText(`Will the schools close?\n\n${body}`))[0]?.title).toBe(
      'Will the schools close?'
    );
    const [word] = await importBytes(docx(['Two schools to be one', ...body.split('\n\n')]), {
      name: 'a.docx'
    });
    expect(word?.title).toBe('Two schools to be one');
  });

  test.each([
    ['that begins at once', body],
    ['that begins with its author', `By Anna Brown\n\n${body}`],
    ['that begins with its day', `Tuesday, 5 March 2024\n\n${body}`],
    ['that is a list', 'Milk and bread\n\nEggs\n\nButter'],
    ['whose first sentence is short', `It was late.\n\n${body}`],
    ['that is one line', 'Council approves plan']
  ])('one %s has none', async (_what, text) => {
    expect(await titleOf(text)).toBeNull();
  });
});

describe('a PDF', () => {
  const lines = [
    [
      'The new bridge over the harbour opened on Mon-',
      'day. The city paid 30 million for it, and the',
      'work took four years.'
    ],
    ['Ferries will stop in June.']
  ];

  test('has paragraphs, and words cut at the end of a line are whole', async () => {
    const document = await one(
      pdf([page(lines)], { info: '/Title (The bridge) /Author (Anna Brown)' }),
      'a.pdf'
    );
    expect(document.text.trim()).toBe(
      'The new bridge over the harbour opened on Monday. The city paid 30 million for it, and the work took four years.\n\nFerries will stop in June.'
    );
    expect(document).toMatchObject({ title: 'The bridge', author: 'Anna Brown', published: null });
  });

  test('keeps the name of its file out of its title', async () => {
    const document = await one(
      pdf([page(lines)], { info: '/Title (Microsoft Word - bridge.docx)' }),
      'a.pdf'
    );
    expect(document.title).toBeNull();
  });

  test('is read without what repeats on every page, and says which pages hold nothing', async () => {
    const pages = [1, 2, 3, 4].map((number) => [
      { text: 'Harbour Report 2024', y: 820 },
      ...page([[`Words of page ${['one', 'two', 'three', 'four'][number - 1]} alone.`]]),
      { text: `${number}`, y: 30 }
    ]);
    const document = await one(pdf([...pages, []]), 'a.pdf');
    expect(document.text.trim().split('\n\n')).toEqual(
      ['one', 'two', 'three', 'four'].map((word) => `Words of page ${word} alone.`)
    );
    expect(document.dropped.map(({ quote }) => quote)).toContain('Harbour Report 2024');
    expect(codes(document)).toContain('pages-without-text');
  });

  test('of two pages is read without the head and foot of both, and of one without "Page 1 of 1"', async () => {
    const sheet = (number: number, of: number) => [
      { text: 'The Calder Gazette, 14 March 2024', y: 820 },
      ...page([[`Words of page ${['one', 'two'][number - 1]} alone.`]]),
      { text: `Page ${number} of ${of} · www.example.org`, y: 30 }
    ];
    const two = await one(pdf([sheet(1, 2), sheet(2, 2)]), 'a.pdf');
    expect(two.text.trim().split('\n\n')).toEqual(['Words of page one alone.', 'Words of page two alone.']);
    expect((await one(pdf([sheet(1, 1)]), 'a.pdf')).text).not.toContain('Page 1');
  });

  test('is read without the heads of left and right pages, and keeps words that two pages end with', async () => {
    const sheets = [1, 2, 3, 4].map((number) => [
      { text: number % 2 ? 'The Calder Gazette' : 'Environment', y: 820 },
      ...page(
        [[`Words of page ${['one', 'two', 'three', 'four'][number - 1]}.`], ['No comment.']],
        700 + number * 9
      )
    ]);
    const { text } = await one(pdf(sheets), 'a.pdf');
    expect(text).not.toMatch(/Gazette|Environment/);
    const two = await one(pdf(sheets.slice(0, 2)), 'a.pdf');
    expect(two.text.match(/No comment/g)).toHaveLength(2);
  });

  test('of two columns keeps a paragraph whole where a line of the first ends with a sentence', async () => {
    const column = (x: number, texts: readonly string[]) =>
      texts.map((text, index) => ({ text, x, y: 700 - index * 14 }));
    const words = 'Words that fill the whole line of it';
    const left = column(40, [`${words} of the bridge.`, 'Ferries stop in June, and nobody', `${words}.`]);
    const right = column(320, [`Then ${words}`, `${words} and another end.`]);
    const document = await one(pdf([[...left, ...right]]), 'a.pdf');
    expect(document.text.trim().split('\n\n')[0]).toContain('of the bridge. Ferries stop in June');
  });

  test('gives a large first letter back to its word', async () => {
    const opening = (letter: string, first: string) => [
      { text: letter, x: 72, y: 672, size: 40 },
      { text: first, x: 104, y: 700 },
      { text: 'for a dam in the valley on Monday.', x: 104, y: 686 }
    ];
    expect((await one(pdf([opening('C', 'alder council voted')]), 'a.pdf')).text.trim()).toBe(
      'Calder council voted for a dam in the valley on Monday.'
    );
    expect((await one(pdf([opening('A', 'fter the vote,')]), 'a.pdf')).text).toMatch(/^After the vote/);
    expect((await one(pdf([opening('A', 'dam is wanted,')]), 'a.pdf')).text).toMatch(/^A dam is wanted/);
  });

  test('sets a caption with its credit aside, and keeps a sentence that ends with a name', async () => {
    const article = [
      ...lines,
      ['The bridge at dawn. Photograph: L.', 'Brandt'],
      ['The picture was by L. Brandt.']
    ];
    const document = await one(pdf([page(article)]), 'a.pdf');
    expect(document.dropped).toMatchObject([
      { reason: 'caption', quote: expect.stringContaining('at dawn') as string }
    ]);
    expect(document.text).toContain('The picture was by L. Brandt.');
  });

  test('keeps the hyphen of a word that has one, where a line ends at it', async () => {
    const hyphened = [
      [
        'The white-',
        'clawed crayfish is self-',
        'sufficient. The last white-clawed one',
        'left the har-',
        'bour.'
      ]
    ];
    const { text } = await one(pdf([page(hyphened)]), 'a.pdf');
    expect(text.trim()).toBe(
      'The white-clawed crayfish is self-sufficient. The last white-clawed one left the harbour.'
    );
  });

  test('says who wrote it and when, where its byline does, and sets that line aside', async () => {
    const article = [['Bridge opens'], ['BY RUTH ADEYEMI, CORRESPONDENT · 14 MARCH 2024'], ...lines];
    const document = await one(pdf([page(article)]), 'a.pdf');
    expect(document).toMatchObject({ author: 'Ruth Adeyemi', published: '2024-03-14' });
    expect(document.dropped).toMatchObject([{ reason: 'byline' }]);
  });
});

test('words are whole where a page, a Word file or a PDF marks where they may be cut', async () => {
  const words = 'The har\u00ADbour bridge opened on Mon\u00ADday, and the ferries stopped\u200B running.';
  const whole = 'The harbour bridge opened on Monday, and the ferries stopped running.';
  const html = `<article><h1>The har\u00ADbour bridge</h1><p>${words}</p></article>`;
  expect(await one(new TextEncoder().encode(html), 'a.html')).toMatchObject({
    title: 'The harbour bridge',
    text: expect.stringContaining(whole) as string
  });
  expect((await one(docx([words]), 'a.docx')).text).toBe(whole);
  const piece = { text: 'har\u00ADbour', x: 72, y: 700, width: 50, height: 11 };
  expect(linesOf([piece]).map(({ text }) => text)).toEqual(['harbour']);
});

test('a Word file gives its paragraphs and what it says of itself', async () => {
  const core =
    '<dc:title>Bridge &amp; town</dc:title><dc:creator>Anna</dc:creator><dc:language>en-GB</dc:language>';
  const document = await one(docx(['First < second.', 'Third.'], { core }), 'a.docx');
  expect(document.text).toBe('First < second.\n\nThird.');
  expect(document).toMatchObject({ title: 'Bridge & town', author: 'Anna', language: 'en-GB' });
});

describe('a table', () => {
  test.each([
    ['commas', 'Headline,Body,Date,URL\n"A, b","Text, ""one""\nmore",2024-03-05,https://a.test/x\n'],
    ['semicolons', 'Headline;Body;Date;URL\r\n"A, b";"Text, ""one""\nmore";2024-03-05;https://a.test/x\r\n'],
    ['tabs', 'Headline\tBody\tDate\tURL\nA, b\t"Text, ""one""\nmore"\t5 March 2024\thttps://a.test/x\n']
  ])('with %s gives a document a row', async (_name, source) => {
    const document = await one(utf8(source), 'a.csv');
    expect(document).toMatchObject({
      text: 'Text, "one"\nmore',
      title: 'A, b',
      published: '2024-03-05',
      canonical: 'https://a.test/x'
    });
    expect(document.origin).toEqual({ name: 'a.csv', row: 1, address: null });
  });

  test('row by row can be imported again from its own bytes', async () => {
    const documents = await importBytes(utf8('title,text\nA,One\nB,\nC,"Three, four"\n'), { name: 'a.csv' });
    expect(documents.map(({ text, origin }) => [text, origin.row])).toEqual([
      ['One', 1],
      ['Three, four', 3]
    ]);
    expect(codes(documents[0]!)).toContain('rows-skipped');
    const again = await one(documents[1]!.raw.bytes, 'a.csv');
    expect([again.title, again.text]).toEqual(['C', 'Three, four']);
  });

  const dated = (dates: readonly string[]) =>
    utf8(`text,date\n${dates.map((date, index) => `Text ${index},"${date}"`).join('\n')}\n`);
  test.each([
    [
      'a day above twelve',
      ['03/04/2024', '25/03/2024', '5.3.2024'],
      ['2024-04-03', '2024-03-25', '2024-03-05']
    ],
    [
      'a day in the middle',
      ['03/04/2024', '03/25/2024', 'May 5, 2024'],
      ['2024-03-04', '2024-03-25', '2024-05-05']
    ]
  ])('whose dates can be read two ways goes by its other dates: %s', async (_name, dates, days) => {
    const documents = await importBytes(dated(dates), { name: 'a.csv' });
    expect(documents.map(({ published }) => published)).toEqual(days);
    expect(codes(documents[0]!)).not.toContain('dates-unread');
  });

  test('names every date that it could not read', async () => {
    const documents = await importBytes(dated(['03/04/2024', '', 'last week', '2024-03-05']), {
      name: 'a.csv'
    });
    expect(documents.map(({ published }) => published)).toEqual([null, null, null, '2024-03-05']);
    const notice = documents[0]!.notices.find(({ code }) => code === 'dates-unread');
    expect(notice?.message).toContain('2 rows of a.csv');
    expect(notice?.refused).toEqual([
      { name: 'row 1', why: 'the date “03/04/2024”' },
      { name: 'row 3', why: 'the date “last week”' }
    ]);
  });

  test('with its authors under “By” takes them from there', async () => {
    expect((await one(utf8('Headline;By;Body\nA;Ruth Adeyemi;Words\n'), 'a.csv')).author).toBe(
      'Ruth Adeyemi'
    );
  });

  test('whose texts have no name finds them by their length', async () => {
    const text = 'Words of the text. '.repeat(20).trim();
    expect((await one(utf8(`id,what\n1,${text}\n2,${text}\n`), 'a.csv')).text).toBe(text);
  });

  test('without one says what it has and what to call it', async () => {
    await expect(importBytes(utf8('id,name\n1,x\n'), { name: 'a.csv' })).rejects.toThrow('"id", "name"');
  });
});

test.each([
  ['a.jsonl', '{"headline":"A","body":"One","authors":[{"name":"X"},"Y"]}\n\n{"body":"Two"}\n'],
  ['a.json', '[{"headline":"A","body":"One","authors":[{"name":"X"},"Y"]},{"body":"Two"}]'],
  ['a.json', '{"documents":[{"headline":"A","body":"One","authors":[{"name":"X"},"Y"]},{"body":"Two"}]}']
])('%s gives a document an object', async (name, source) => {
  const documents = await importBytes(utf8(source), { name });
  expect(documents.map(({ text, title, author }) => [text, title, author])).toEqual([
    ['One', 'A', 'X, Y'],
    ['Two', null, null]
  ]);
});

describe('an archive', () => {
  test('gives its documents, and names what it could not read', async () => {
    const members = [
      { path: 'a/one.txt', data: 'One.' },
      { path: '__MACOSX/._one.txt', data: 'x' },
      { path: 'b\\two.docx', data: docx(['Two.']) },
      { path: 'photo.png', data: Buffer.from('\x89PNG\r\n', 'latin1') }
    ];
    const documents = await importBytes(zip(members), { name: 'all.zip' });
    expect(documents.map(({ text, origin }) => [text, origin.name])).toEqual([
      ['One.', 'all.zip/a/one.txt'],
      ['Two.', 'all.zip/b/two.docx']
    ]);
    expect(documents[0]?.notices[0]?.message).toContain('photo.png (is a picture)');
  });

  test('is left when the reader cancels', async () => {
    const signal = AbortSignal.abort();
    await expect(
      importBytes(zip([{ path: 'a.txt', data: 'x' }]), { name: 'a.zip', signal })
    ).rejects.toThrow();
  });
});

test('the same bytes give the same documents and the same keys', async () => {
  const bytes = zip([
    { path: 'a.txt', data: 'One.' },
    { path: 'b.csv', data: 'text\nTwo\nThree\n' }
  ]);
  const [first, second] = [
    await importBytes(bytes, { name: 'a.zip' }),
    await importBytes(bytes, { name: 'a.zip' })
  ];
  expect(second).toEqual(first);
  expect(new Set(documentKeys(first)).size).toBe(3);
});

test('any bytes under any name give documents with sound offsets, or one sentence', async () => {
  const names = ['a.txt', 'a.html', 'a.pdf', 'a.docx', 'a.csv', 'a.jsonl', 'a.json', 'a.zip', 'a.md', 'a'];
  const start = fc.constantFrom(
    '',
    'PK\x03\x04',
    '%PDF-1.4\n',
    '<html><p>',
    '---\n',
    '{"text":"',
    'text,title\n',
    '\xff\xfe'
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      start,
      fc.uint8Array({ maxLength: 300 }),
      async (name, head, tail) => {
        const bytes = new Uint8Array(Buffer.concat([Buffer.from(head, 'latin1'), tail]));
        try {
          for (const { text, dropped } of await importBytes(bytes, { name })) {
            expect(text.isWellFormed()).toBe(true);
            expect(dropped.every(({ at }) => at >= 0 && at <= text.length)).toBe(true);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
      }
    ),
    { numRuns: 300, seed: 7 }
  );
});

describe('what a reader should know before saving', () => {
  const noticesOf = async (text: string) => (await importText(text))[0]!.notices.map(({ code }) => code);
  const GERMAN =
    'Die neue Brücke über den Hafen wurde am Montag eröffnet. Die Stadt zahlte dreißig Millionen Euro dafür, und die Arbeiten dauerten vier Jahre.';

  test('a text in another language or script is announced, an English one is not', async () => {
    expect(await noticesOf(GERMAN.repeat(3))).toContain('not-english');
    expect(
      await noticesOf('Мост через гавань открылся в понедельник, сообщили городские власти. '.repeat(3))
    ).toContain('not-english');
    expect(
      await noticesOf(
        'The new bridge over the harbour opened on Monday, and the mayor spoke of it at length. '.repeat(3)
      )
    ).not.toContain('not-english');
  });

  test('characters that turn the direction of writing are counted, kept in the text and left out of a title', async () => {
    const [document] = await importBytes(
      utf8('text,title\n"A \u202Eteertsniam\u202C went on.","Re\u202Etrop"\n'),
      {
        name: 'a\u202Evsc.csv'
      }
    );
    expect(document!.notices.map(({ code }) => code)).toContain('hidden-characters');
    expect([document!.text, document!.title]).toEqual(['A \u202Eteertsniam\u202C went on.', 'Re trop']);
    expect(document!.origin.name).not.toMatch(/\u202E/);
  });

  test('two files of an archive with one path and the same bytes have keys of their own', async () => {
    const twice = zip([
      { path: 'a.txt', data: 'The same.' },
      { path: 'a.txt', data: 'The same.' }
    ]);
    const documents = await importBytes(twice, { name: 'twice.zip' });
    expect(new Set(documentKeys(documents)).size).toBe(2);
  });
});

describe('what could not be read of a file is listed with its reason', () => {
  const refusedOf = (documents: Awaited<ReturnType<typeof importBytes>>) =>
    documents.flatMap(({ notices }) => notices.flatMap(({ refused }) => refused ?? []));

  test('rows without a text, and with too much', async () => {
    const long = 'a'.repeat(5_000_001);
    const documents = await importBytes(utf8(`text,title\nOne.,a\n,b\n${long},c\nTwo.,d\n`), {
      name: 'a.csv'
    });
    expect(documents.map(({ text }) => text)).toEqual(['One.', 'Two.']);
    expect(refusedOf(documents)).toEqual([
      { name: 'row 2', why: 'has no text' },
      { name: 'row 3', why: 'has 5000001 characters of text, and 5000000 are possible' }
    ]);
  });

  test('a broken line among many of JSON', async () => {
    const lines = Array.from({ length: 20 }, (_, index) => JSON.stringify({ text: `Text ${index}.` }));
    lines[7] = '{"text": "cut o';
    const documents = await importBytes(utf8(lines.join('\n')), { name: 'a.jsonl' });
    expect(documents.length).toBe(19);
    expect(refusedOf(documents)).toEqual([{ name: 'line 8', why: 'is not a JSON object' }]);
  });

  test('every file of an archive, however many', async () => {
    const members = Array.from({ length: 9 }, (_, index) => ({
      path: `${index}.png`,
      data: Buffer.from('\x89PNG\r\n', 'latin1')
    }));
    const documents = await importBytes(zip([{ path: 'a.txt', data: 'One.' }, ...members]), {
      name: 'a.zip'
    });
    expect(refusedOf(documents).map(({ name }) => name)).toEqual(members.map(({ path }) => path));
  });
});

test('the line in which a spreadsheet names its delimiter is no header', async () => {
  const table = utf8('sep=;\r\ntitle;text\r\nA, B;"One; two."\r\n');
  const [document] = await importBytes(table, { name: 'a.csv' });
  expect([document!.title, document!.text]).toEqual(['A, B', 'One; two.']);
});

test('a Word file that names pictures and templates elsewhere is read without asking for them', async () => {
  const asked: string[] = [];
  const site = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const { port } = site.address() as AddressInfo;
  const outside = (type: string, target: string) =>
    `<Relationship Id="${type}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;
  const data = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${outside('attachedTemplate', `http://127.0.0.1:${port}/t`)}${outside('image', 'file:///etc/passwd')}</Relationships>`;
  const file = docx(['The bridge opened on Monday.'], {
    more: [{ path: 'word/_rels/document.xml.rels', data }]
  });
  const [document] = await importBytes(file, { name: 'a.docx' });
  site.close();
  expect([document!.text, asked]).toEqual(['The bridge opened on Monday.', []]);
});

test('a paragraph of a PDF that runs over thousands of lines is put together', async () => {
  const lines = Array.from({ length: 5_000 }, (_, index) => ({
    text: index % 2 ? 'cut in ha-' : 'lves and',
    y: 700
  }));
  const [document] = await importBytes(pdf([lines]), { name: 'a.pdf' });
  expect(document!.text.trim().split('cut in halves and').length).toBe(2_500);
});
