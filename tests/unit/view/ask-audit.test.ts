import { describe, expect, it } from 'vitest';
import { AskError, askAudit, isAborted } from '$lib/view/ask-audit';
import { fixture } from './fixture-audit';

const request = { documents: [{ id: 'a', text: 'Words.' }], seed: 1 };
const sentences = {
  silent: 'Nobody is there.',
  failed: (status: number) => `It came to nothing (${status}).`
};
const { signal } = new AbortController();

function answering(status: number, body: string) {
  const sent: [string, RequestInit | undefined][] = [];
  const fetcher = (async (address: string, init?: RequestInit) => {
    sent.push([address, init]);
    return new Response(body, { status });
  }) as typeof fetch;
  return { sent, fetcher };
}

const asked = (status: number, body: unknown) =>
  askAudit(request, sentences, answering(status, JSON.stringify(body)).fetcher, signal);

describe('asking for an audit', () => {
  it('sends the request as JSON and hands the audit back', async () => {
    const { sent, fetcher } = answering(200, JSON.stringify(fixture));
    expect(await askAudit(request, sentences, fetcher, signal)).toEqual(fixture);
    const [address, init] = sent[0]!;
    expect(address).toBe('/api/v1/audit');
    expect(init?.method).toBe('POST');
    expect(new Headers(init?.headers).get('content-type')).toBe('application/json');
    expect(JSON.parse(String(init?.body))).toEqual(request);
  });

  it('gives the reason of the server and the place it names', async () => {
    const error = { code: 'x', message: 'documents[0].text is too long.', path: 'documents[0].text' };
    const refused = asked(422, { error });
    await expect(refused).rejects.toBeInstanceOf(AskError);
    await expect(refused).rejects.toMatchObject({
      message: 'documents[0].text is too long.',
      path: 'documents[0].text'
    });
  });

  it('says in the words of its page that nobody answers, or that an answer says nothing', async () => {
    const gone = askAudit(request, sentences, () => Promise.reject(new TypeError('no net')), signal);
    await expect(gone).rejects.toMatchObject({ name: 'AskError', message: 'Nobody is there.', path: null });
    for (const body of ['a proxy', null, { error: 'no' }, { error: { code: 1 } }]) {
      await expect(asked(502, body)).rejects.toThrow('It came to nothing (502).');
    }
    const page = answering(502, '<html>').fetcher;
    await expect(askAudit(request, sentences, page, signal)).rejects.toThrow('It came to nothing (502).');
    await expect(asked(200, {})).rejects.toThrow('It came to nothing (200).');
  });

  it('that is cancelled ends as the browser ends it, before the answer and within it', async () => {
    const stop = () => new DOMException('stopped', 'AbortError');
    const before = askAudit(request, sentences, () => Promise.reject(stop()), signal);
    expect(await before.catch(isAborted)).toBe(true);
    const body = new ReadableStream({ pull: (controller) => controller.error(stop()) });
    const within = askAudit(request, sentences, async () => new Response(body), signal);
    expect(await within.catch(isAborted)).toBe(true);
    expect(isAborted(new Error('AbortError'))).toBe(false);
  });
});
