import { beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase } from '$lib/server/db';
import {
  aboutCollection,
  addDocuments,
  addVersion,
  auditCollection,
  createCollection,
  editDocument,
  emptyTrash,
  findDuplicates,
  listCollections,
  listDocuments,
  listTrash,
  listVersions,
  openCollection,
  putInTrash,
  rawVersion,
  searchLibrary,
  takeFromTrash,
  updateCollection,
  type Collection
} from '$lib/server/library';
import { libraryVersion } from '$lib/server/library/version';
import { imported, useLibrary, wipeLibrary } from '../test-library';

useLibrary();
beforeEach(wipeLibrary);

const BRIDGE = `The bridge over the Orwell opened on Monday, a year late. The mayor said that the delay was caused by floods.
Critics said the council had wasted five million pounds on the bridge, and that nobody had been asked.`;
const SCHOOL = 'The school on Mill Lane will close in July. Parents were told by letter on Friday afternoon.';

const stored = async () => (await listCollections()).filter((one) => one.stored);
const texts = ({ documents }: Collection) => documents.map(({ text }) => text);

describe('a stored collection', () => {
  it('is made with its documents in one step, and opens like a bundled one', async () => {
    const before = libraryVersion();
    const { collection, documents } = await addDocuments({ newTitle: 'Two bridges' }, [
      imported(BRIDGE, { title: 'Bridge opens' }),
      imported(SCHOOL, { name: 'school.txt' })
    ]);
    expect(collection).toMatch(/^two-bridges~[a-z0-9]{5}$/);
    expect(documents).toEqual([
      { id: 'bridge-opens', title: 'Bridge opens' },
      { id: 'school', title: null }
    ]);
    expect(libraryVersion()).not.toBe(before);
    const opened = await openCollection(collection);
    expect(texts(opened)).toEqual([BRIDGE, SCHOOL]);
    expect((await auditCollection(collection)).documents.map(({ id }) => id)).toEqual([
      'bridge-opens',
      'school'
    ]);
    expect(await stored()).toMatchObject([
      { id: collection, title: 'Two bridges', documents: 2, problem: null }
    ]);
  });

  it('says what it is called and asks without being read', async () => {
    const { collection: id } = await addDocuments({ newTitle: 'Short' }, [imported('A text.')]);
    await updateCollection(id, { question: 'Who opened it?' });
    expect(await aboutCollection(id)).toEqual({
      id,
      title: 'Short',
      question: 'Who opened it?',
      description: ''
    });
    const { title } = await openCollection('russia-nato');
    expect(await aboutCollection('russia-nato')).toMatchObject({ id: 'russia-nato', title });
    for (const none of ['none~abcde', 'none'])
      await expect(aboutCollection(none)).rejects.toMatchObject({ status: 404 });
  });

  it('is there again after the database was closed', async () => {
    const { collection } = await addDocuments({ newTitle: 'Bridges' }, [imported(BRIDGE)]);
    await closeDatabase();
    expect(texts(await openCollection(collection))).toEqual([BRIDGE]);
  });

  it('keeps texts and bytes exactly, whatever stands in them', async () => {
    const text = '\uFEFFNUL \0 and a line\r\nend \u{1F600} \u0085 é e\u0301 \uFFFF.';
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const { collection, documents } = await addDocuments({ newTitle: 'Odd\0' }, [imported(text, { bytes })]);
    expect(texts(await openCollection(collection))).toEqual([text]);
    const raw = await rawVersion(collection, documents[0]!.id, 1);
    expect([...raw.raw]).toEqual([...bytes]);
  });

  it('takes all documents or none', async () => {
    const { id } = await createCollection({ title: 'Kept whole' });
    const broken = { ...imported(SCHOOL), text: 'half \ud83d' };
    await expect(addDocuments({ id }, [imported(BRIDGE), broken])).rejects.toMatchObject({ status: 422 });
    await expect(addDocuments({ newTitle: 'New' }, [imported(BRIDGE), broken])).rejects.toThrow(
      'half a character'
    );
    expect(await stored()).toMatchObject([{ title: 'Kept whole', documents: 0 }]);
    await expect(addDocuments({ id: 'gone~abcde' }, [imported(BRIDGE)])).rejects.toMatchObject({
      status: 404
    });
  });

  it('takes nothing that was cancelled, however late', async () => {
    const { id } = await createCollection({ title: 'Before' });
    const gone = new AbortController();
    const texts = Array.from({ length: 30 }, (_, n) => imported(`Text ${n} of thirty.`));
    const last = texts.at(-1)!;
    // Cancelled while the last row is made, when all that is left to do is to write.
    texts.push({
      ...last,
      get text() {
        gone.abort();
        return last.text;
      }
    });
    for (const target of [{ id }, { newTitle: 'New' }])
      await expect(addDocuments(target, texts, { signal: gone.signal })).rejects.toMatchObject({
        code: 'cancelled'
      });
    expect((await listCollections()).filter(({ stored }) => stored)).toMatchObject([
      { title: 'Before', documents: 0 }
    ]);
    const kept = await addDocuments({ id }, texts.slice(0, 2), { signal: new AbortController().signal });
    expect(kept.documents).toHaveLength(2);
  });

  it('gives documents of one title ids of their own, in the order they came', async () => {
    const { collection } = await addDocuments({ newTitle: 'Same' }, [imported('One.', { title: 'News' })]);
    await addDocuments({ id: collection }, [
      imported('Two.', { title: 'News' }),
      imported('Three.', { title: 'Новости' }),
      imported('Four.', { title: 'News' })
    ]);
    expect((await openCollection(collection)).documents.map(({ id }) => id)).toEqual([
      'news',
      'news-2',
      'document',
      'news-3'
    ]);
  });

  it('is renamed, and refuses what is no title', async () => {
    const { id } = await createCollection({ title: ' Old ', question: 'Why?' });
    await updateCollection(id, { title: 'New' });
    expect(await openCollection(id)).toMatchObject({ title: 'New', question: 'Why?' });
    await expect(updateCollection(id, { title: ' ' })).rejects.toThrow('title is empty');
    await expect(updateCollection(id, { owner: 'me' })).rejects.toMatchObject({ status: 400 });
    await expect(updateCollection('none~abcde', { title: 'x' })).rejects.toMatchObject({ status: 404 });
    // Bundled ones are files: that is what is said, and not that there is none.
    for (const change of [
      updateCollection('russia-nato', { title: 'x' }),
      putInTrash({ collection: 'russia-nato', document: null }),
      putInTrash({ collection: 'russia-nato', document: 'none' })
    ])
      await expect(change).rejects.toMatchObject({ status: 409, code: 'bundled' });
    await expect(updateCollection('none', { title: 'x' })).rejects.toMatchObject({ status: 404 });
  });
});

describe('a stored document', () => {
  it('is corrected field by field', async () => {
    const { collection } = await addDocuments({ newTitle: 'B' }, [imported(BRIDGE, { title: 'Bridge' })]);
    await editDocument(collection, 'bridge', { author: 'A. Reporter', published: '2024-02-29' });
    await editDocument(collection, 'bridge', { title: '' });
    expect(await listDocuments(collection)).toMatchObject([
      { id: 'bridge', title: null, author: 'A. Reporter', published: '2024-02-29' }
    ]);
    await expect(editDocument(collection, 'bridge', { published: '2023-02-29' })).rejects.toThrow(
      'published must be a day'
    );
    await expect(editDocument(collection, 'none', { title: 'x' })).rejects.toMatchObject({ status: 404 });
  });

  it('keeps every version of its text, and any of them can be the one that is audited', async () => {
    const { collection } = await addDocuments({ newTitle: 'B' }, [imported(BRIDGE, { title: 'Bridge' })]);
    const later = `${BRIDGE} Corrected.`;
    expect(await addVersion(collection, 'bridge', imported(later))).toEqual({ version: 2 });
    expect(await addVersion(collection, 'bridge', imported(later))).toEqual({ version: 2 });
    expect(texts(await openCollection(collection))).toEqual([later]);
    await editDocument(collection, 'bridge', { version: 1 });
    expect(texts(await openCollection(collection))).toEqual([BRIDGE]);
    expect(await addVersion(collection, 'bridge', imported(SCHOOL))).toEqual({ version: 3 });
    expect(
      (await listVersions(collection, 'bridge')).map(({ n, text, current }) => [n, text, current])
    ).toEqual([
      [3, SCHOOL, true],
      [2, later, false],
      [1, BRIDGE, false]
    ]);
    await expect(editDocument(collection, 'bridge', { version: 9 })).rejects.toThrow('no version 9');
  });
});

describe('the trash', () => {
  it('gives back what was put in it, as it was', async () => {
    const { collection } = await addDocuments({ newTitle: 'B' }, [
      imported(BRIDGE, { title: 'Bridge' }),
      imported(SCHOOL, { title: 'School' })
    ]);
    await putInTrash({ collection, document: 'bridge' });
    expect(texts(await openCollection(collection))).toEqual([SCHOOL]);
    expect(await listTrash()).toMatchObject([{ collection, document: 'bridge', title: 'Bridge' }]);
    await takeFromTrash({ collection, document: 'bridge' });
    expect(texts(await openCollection(collection))).toEqual([BRIDGE, SCHOOL]);
    await putInTrash({ collection, document: null });
    await expect(openCollection(collection)).rejects.toMatchObject({ status: 404 });
    await expect(addDocuments({ id: collection }, [imported(BRIDGE)])).rejects.toMatchObject({ status: 404 });
    expect(await stored()).toEqual([]);
    await takeFromTrash({ collection, document: null });
    expect(texts(await openCollection(collection))).toEqual([BRIDGE, SCHOOL]);
    await expect(takeFromTrash({ collection, document: null })).rejects.toMatchObject({ status: 404 });
  });

  it('is emptied for good, and nothing else goes with it', async () => {
    const { collection } = await addDocuments({ newTitle: 'Kept' }, [
      imported(BRIDGE, { title: 'Bridge' }),
      imported(SCHOOL, { title: 'School' })
    ]);
    const other = await addDocuments({ newTitle: 'Gone' }, [imported(SCHOOL)]);
    await putInTrash({ collection, document: 'school' });
    await putInTrash({ collection: other.collection, document: null });
    expect(await emptyTrash()).toEqual({ collections: 1, documents: 1 });
    expect(await listTrash()).toEqual([]);
    expect((await stored()).map(({ title, documents }) => [title, documents])).toEqual([['Kept', 1]]);
    await expect(listVersions(collection, 'school')).rejects.toMatchObject({ status: 404 });
  });
});

describe('looking through the library', () => {
  it('finds by stem, phrase and title, in stored and bundled documents, and not in the trash', async () => {
    const { collection } = await addDocuments({ newTitle: 'Local' }, [
      imported(BRIDGE, { title: 'Crossing' }),
      imported(SCHOOL, { title: 'Lessons' })
    ]);
    const found = async (query: string) => (await searchLibrary(query)).map(({ document }) => document);
    expect(await found('delays flooding')).toEqual(['crossing']);
    expect(await found('lesson')).toEqual(['lessons']);
    expect(await found('"wasted five million"')).toEqual(['crossing']);
    expect(await found('"five wasted"')).toEqual([]);
    expect(await found('friday or monday -mayor')).toEqual(['lessons']);
    expect((await searchLibrary('"Orange Revolution"')).some((one) => one.collection === 'russia-nato')).toBe(
      true
    );
    // Some words in the title, some in the text.
    expect(await found('crossing delays')).toEqual(['crossing']);
    expect(await found('lesson or floods')).toEqual(expect.arrayContaining(['lessons', 'crossing']));
    expect(await found('floods -crossing')).toEqual([]);
    expect(await found('-crossing -lesson parents')).toEqual([]);
    const [hit] = await searchLibrary('delays');
    expect(hit!.passage.filter((run) => run.hit).map(({ text }) => text)).toEqual(['delay']);
    await putInTrash({ collection, document: 'crossing' });
    expect(await found('delays flooding')).toEqual([]);
  });

  it('looks in the version that stands, and follows a corrected title', async () => {
    const { collection } = await addDocuments({ newTitle: 'Local' }, [
      imported(BRIDGE, { title: 'Crossing' })
    ]);
    const found = async (query: string) => (await searchLibrary(query)).map(({ document }) => document);
    await addVersion(collection, 'crossing', imported(SCHOOL));
    expect(await found('floods delay')).toEqual([]);
    expect(await found('parents letter')).toEqual(['crossing']);
    await editDocument(collection, 'crossing', { title: 'Closing day', author: 'Ada Whistler' });
    expect(await found('crossing parents')).toEqual([]);
    expect(await found('whistler letter')).toEqual(['crossing']);
  });

  it.each([
    '',
    '   ',
    '&',
    "'; drop table documents; --",
    ':*',
    '"',
    '\0',
    '\ud800',
    '-'.repeat(300),
    '- '.repeat(300),
    'or '.repeat(300),
    '"a '.repeat(300),
    "mayor's \\'bridge\\ o'",
    'http://example.org/a?b=c -5.5 c:\\temp'
  ])('takes any query: %j', async (query) => {
    await addDocuments({ newTitle: 'B' }, [imported(BRIDGE)]);
    expect(Array.isArray(await searchLibrary(query))).toBe(true);
  });

  it('takes the largest text, made of as many different words as can be', async () => {
    const words = Array.from(
      { length: 60_000 },
      (_, index) => `語${String.fromCodePoint(0x4e00 + (index % 20_000))}${index.toString(36)}`
    );
    const { collection } = await addDocuments({ newTitle: 'Large' }, [imported(words.join(' '))]);
    expect((await listDocuments(collection))[0]!.words).toBe(60_000);
  });

  it('tells what is there already: the same bytes, the same text, or nearly', async () => {
    const { collection } = await addDocuments({ newTitle: 'B' }, [imported(BRIDGE, { title: 'Bridge' })]);
    const near = BRIDGE.replace('a year late', 'two years late');
    const bundledText = (await openCollection('russia-nato')).documents[0]!.text;
    const sought = [
      imported(BRIDGE),
      imported(BRIDGE, { bytes: new TextEncoder().encode(`<p>${BRIDGE}`) }),
      imported(near),
      imported(SCHOOL),
      imported(bundledText)
    ].map(({ raw, text }) => ({ sha256: raw.sha256, text }));
    const known = await findDuplicates(sought);
    const place = { collection, collectionTitle: 'B', document: 'bridge', title: 'Bridge' };
    expect(known[0]).toEqual({ kind: 'same-bytes', share: 1, ...place });
    expect(known[1]).toEqual({ kind: 'same-text', share: 1, ...place });
    expect(known[2]).toMatchObject({ kind: 'near', ...place });
    // 40 words make 36 runs; a change of two words for three leaves five or six of them out on either side.
    expect(known[2]!.share).toBeGreaterThan(0.6);
    expect(known[2]!.share).toBeLessThan(1);
    expect(known[3]).toBeNull();
    expect(known[4]).toMatchObject({ kind: 'same-bytes', collection: 'russia-nato' });
    await putInTrash({ collection, document: 'bridge' });
    expect((await findDuplicates(sought)).slice(0, 4)).toEqual([null, null, null, null]);
  });
});
