import type { Audit } from '$lib/analysis/audit-schema';
import { describe, expect, it } from 'vitest';
import {
  addClaim,
  addText,
  emptyDrafts,
  fieldOfPath,
  MOST_TEXTS,
  nameOfFile,
  ownTextLinks,
  parseDrafts,
  problemsOf,
  removeText,
  requestOf,
  wordCount,
  type Drafts
} from '$lib/view/drafts';
import { askForAudit, askForReport, FieldError } from '$lib/view/drafts-request';

const two: Drafts = addText(addText(emptyDrafts(), 'One', 'First text.'), '', 'Second text.');

describe('drafts', () => {
  it('fill empty places first, never share an id, and stop at ten', () => {
    let drafts = emptyDrafts();
    for (let i = 0; i < 15; i++) drafts = addText(drafts, `n${i}`, `text ${i}`);
    expect(drafts.texts.length).toBe(MOST_TEXTS);
    expect(new Set(drafts.texts.map(({ id }) => id)).size).toBe(MOST_TEXTS);
    expect(drafts.texts[0]).toMatchObject({ name: 'n0', text: 'text 0' });
    const removed = addText(removeText(drafts, 't3'), 'again', 'text');
    expect(new Set(removed.texts.map(({ id }) => id)).size).toBe(MOST_TEXTS);
  });

  it('leave out where a page that was copied may cut its words', () => {
    const pasted = addText(two, '', 'The har\u00ADbour bridge.');
    expect(requestOf(pasted).documents[2]?.text).toBe('The harbour bridge.');
  });

  it('keep two fields whatever is removed', () => {
    const left = removeText(removeText(two, 't1'), 't2');
    expect(left.texts.length).toBe(2);
    expect(new Set(left.texts.map(({ id }) => id)).size).toBe(2);
  });

  it('say at which field something is missing', () => {
    expect(problemsOf(emptyDrafts())).toMatchObject([{ field: 'text:t1' }]);
    expect(problemsOf(addText(emptyDrafts(), '', 'Only one.'))).toMatchObject([{ field: 'text:t2' }]);
    expect(problemsOf(addText(two, 'Named but empty'))).toMatchObject([{ field: 'text:t3' }]);
    expect(problemsOf(two)).toEqual([]);
    expect(problemsOf(addText(two))).toEqual([]);
  });

  it('become a request without the empty fields, the text untouched', () => {
    const drafts = addClaim(addClaim(addText(two), '  It rained.  '), ' ');
    const padded = {
      ...drafts,
      texts: drafts.texts.map((t) => ({ ...t, text: t.text && `  ${t.text}\r\n` }))
    };
    expect(requestOf(padded)).toEqual({
      documents: [
        { id: 't1', text: '  First text.\r\n', title: 'One' },
        { id: 't2', text: '  Second text.\r\n', title: null }
      ],
      claims: [{ id: 'c1', statement: 'It rained.' }]
    });
  });

  it('survive a reload, and rubbish in the store gives empty fields', () => {
    const drafts = addClaim(two, 'It rained.');
    expect(parseDrafts(JSON.stringify(drafts))).toEqual(drafts);
    for (const rubbish of [null, '', '[]', '{"texts":[{"id":1}],"claims":7}', 'null', '"x"']) {
      expect(parseDrafts(rubbish)).toEqual(emptyDrafts());
    }
  });

  it('count words as a reader would', () => {
    expect(wordCount('It’s 3.5 per cent — no more.')).toBe(6);
    expect(wordCount(' … — ')).toBe(0);
  });
});

describe('files', () => {
  it('lend their name', () => {
    expect(nameOfFile('the_first-report.v2.txt')).toBe('the first report.v2');
  });
});

describe('errors of the API', () => {
  const request = requestOf(addClaim(addText(two, 'x', 'Third.'), 'It rained.'));

  it('find their field', () => {
    expect(fieldOfPath('documents[1].text', request)).toBe('text:t2');
    expect(fieldOfPath('documents[2].title', request)).toBe('name:t3');
    expect(fieldOfPath('claims[0].statement', request)).toBe('claim:c1');
    expect(fieldOfPath('claims[7]', request)).toBe('form');
    expect(fieldOfPath(null, request)).toBe('form');
  });

  it('are said at the field, in words that fit there', async () => {
    const body = {
      error: { code: 'x', message: 'documents[1].text is empty: add it.', path: 'documents[1].text' }
    };
    const answer = async () => new Response(JSON.stringify(body), { status: 400 });
    const asked = askForAudit(two, answer, new AbortController().signal);
    await expect(asked).rejects.toEqual(new FieldError('text:t2', 'This is empty: add it.'));
    await expect(asked).rejects.toHaveProperty('field', 'text:t2');
  });

  it('that are none of ours still say that nothing is lost', async () => {
    const html = async () => new Response('<html>', { status: 502 });
    await expect(askForAudit(two, html, new AbortController().signal)).rejects.toThrow(/502.*still here/);
    const down = () => Promise.reject(new TypeError('fetch failed'));
    await expect(askForAudit(two, down, new AbortController().signal)).rejects.toThrow(/still running/);
  });
});

describe('addresses', () => {
  it('keep the place of a span and every view apart', () => {
    const links = ownTextLinks();
    expect(links.document('t1', { start: 3, end: 9 })).toBe('/your-texts?view=document&document=t1#s-3-9');
    expect(links.overview('')).toBe('/your-texts?view=overview');
    expect(links.overview('?voice=author')).toBe('/your-texts?voice=author&view=overview');
    expect(links.compare('t1', 't2')).toBe('/your-texts?view=compare&a=t1&b=t2');
  });
});

describe('the report of own texts', () => {
  const result = {
    request: { documents: [{ id: 't1', text: 'One.' }], claims: [{ id: 'c', statement: 'One is one.' }] },
    audit: {} as Audit,
    documents: [{ id: 't1', text: 'One.', title: 'As the text shows it' }]
  };

  it('is asked for with the request of the comparison and the titles its pages show', async () => {
    let sent: unknown;
    const answer: typeof fetch = async (_, init) => {
      sent = JSON.parse(String(init?.body));
      return new Response('<!doctype html>');
    };
    expect(await (await askForReport(result, answer)).text()).toBe('<!doctype html>');
    expect(sent).toEqual({
      ...result.request,
      about: { title: 'Your own texts', documents: [{ id: 't1', title: 'As the text shows it' }] }
    });
  });

  it('that cannot be made is said in a sentence', async () => {
    await expect(askForReport(result, async () => new Response('', { status: 500 }))).rejects.toThrow(/500/);
    await expect(askForReport(result, () => Promise.reject(new TypeError('x')))).rejects.toThrow(
      /still running/
    );
  });
});
