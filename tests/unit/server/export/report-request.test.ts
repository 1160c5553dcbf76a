import { expect, test } from 'vitest';
import { aboutOf, parseReportRequest } from '$lib/server/export/html/report-request';
import { openCollection, requestOf } from '$lib/server/library';

const documents = [{ id: 'a', text: 'The bridge opened.' }];

test('an audit’s own request is a request for a report', () => {
  const { request, about } = parseReportRequest({ documents });
  expect(request.documents[0]!.title).toBeNull();
  expect(about).toEqual({ title: '', question: '', description: '', documents: [], contested: [] });
});

test.each([
  [{ documents: [] }, 'documents'],
  [{ documents, about: { title: 3 } }, 'about.title'],
  [{ documents, about: { titel: 'A bridge' } }, 'about.titel'],
  [{ documents, about: [] }, 'about'],
  [
    { documents, about: { contested: [{ id: 'x', positions: [{ view: 'One' }] }] } },
    'about.contested[0].positions[0].references'
  ],
  [{ documents, about: { documents: [{ note: 'x' }] } }, 'about.documents[0].id']
])('what is wrong is named by its place: %j', (raw, path) => {
  expect(() => parseReportRequest(raw)).toThrow(expect.objectContaining({ path, status: 400 }));
});

test('a collection says everything its report needs through the request', async () => {
  const collection = await openCollection('russia-nato');
  const { about } = parseReportRequest({ ...requestOf(collection), about: aboutOf(collection) });
  expect(about.question).toBe(collection.question);
  expect(about.contested.map(({ id, positions }) => [id, positions])).toEqual(
    collection.contested.map(({ id, positions }) => [id, positions])
  );
  expect(about.documents.map(({ note, shown }) => [note, shown])).toEqual(
    collection.documents.map(({ note, shown }) => [note, shown])
  );
});
