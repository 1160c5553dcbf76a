/** Asks the endpoints of the API as a server would, through what stands before every one of them. */
import type { RequestEvent } from '@sveltejs/kit';
import { expect } from 'vitest';
import { openApiDocument } from '$lib/server/http/openapi';
import { handle } from '../../src/hooks.server';
import type { Schema } from './json-schema';

type Endpoint = Record<string, ((event: RequestEvent) => Promise<Response>) | undefined>;
type Content = Record<string, { readonly schema?: Schema }>;
export interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: 'path' | 'query';
    readonly example?: string;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}
/** What stands in the place of the parameters of a path. */
export type Parameters = Readonly<Record<string, string>>;

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const modules = import.meta.glob<Endpoint>('../../src/routes/api/v1/**/+server.ts');

/** The description as it is sent. */
export const { paths, components } = JSON.parse(JSON.stringify(openApiDocument())) as Described;

/** Every operation of the description. */
export const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    operation
  }))
);

export interface Sent {
  readonly parameters?: Parameters;
  readonly query?: string;
  readonly body?: BodyInit | null;
  readonly headers?: Record<string, string>;
  readonly from?: string;
}

export async function ask(method: string, path: string, sent: Sent = {}): Promise<Response> {
  const { parameters = {}, query = '', body = null, headers = {}, from = '127.0.0.1' } = sent;
  const fixed = path.endsWith('/exports/{file}') && parameters.file === 'report.html';
  const route = (fixed ? path.replace('{file}', 'report.html') : path).replace(/\{(\w+)\}/g, '[$1]');
  const load = modules[`../../src/routes${route}/+server.ts`];
  expect(load, `there is no endpoint at ${route}`).toBeDefined();
  const endpoint = await load!();
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent((parameters[name] ?? '-').toWellFormed())
  );
  const url = new URL(`${filled}${query}`, 'http://localhost');
  const event = {
    url,
    params: parameters,
    route: { id: route },
    locals: {},
    getClientAddress: () => from,
    request: new Request(url, {
      method,
      headers: { host: 'localhost', ...headers },
      ...(body === null ? {} : { body })
    })
  } as unknown as RequestEvent;
  return handle({ event, resolve: async (at) => endpoint[method]!(at as RequestEvent) });
}

export const json = (value: unknown): Sent => ({ body: JSON.stringify(value) });

export function form(fields: Readonly<Record<string, string | File>>): Sent {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return { body };
}
