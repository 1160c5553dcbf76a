/** An OpenAPI document as a page reads it: endpoints with their answers, schemas as lists of fields. */
import { curlOf } from './openapi-curl';
import type { Body, OpenApi, Schema } from './openapi-types';

export type { OpenApi };

/** A type in words; `name` is set where it stands in a schema of its own. */
export interface TypeWords {
  readonly text: string;
  readonly name: string | null;
}

export interface FieldView {
  readonly name: string;
  readonly type: TypeWords;
  readonly required: boolean;
  readonly description: string | null;
}

export interface SchemaView {
  readonly name: string;
  readonly description: string | null;
  readonly fields: readonly FieldView[];
  /** For a schema without fields: what it is. */
  readonly type: TypeWords;
}

export interface AnswerView {
  readonly status: string;
  readonly description: string;
  readonly type: TypeWords | null;
  readonly example: string | null;
}

export interface EndpointView {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string | null;
  readonly parameters: readonly {
    readonly name: string;
    readonly where: string;
    readonly description: string;
  }[];
  readonly body: TypeWords | null;
  readonly answers: readonly AnswerView[];
  /** A command that can be pasted into a shell. */
  readonly curl: string;
}

function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** A schema as a short type: `list of Evidence`, `string or null`, `"author" or "attributed"`. */
export function typeWords(schema: Schema): TypeWords {
  if (schema.$ref) return { text: nameOf(schema.$ref), name: nameOf(schema.$ref) };
  if (schema.const !== undefined) return { text: JSON.stringify(schema.const), name: null };
  if (schema.enum)
    return { text: schema.enum.map((value) => JSON.stringify(value)).join(' or '), name: null };
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    const words = choices.map(typeWords);
    return {
      text: words.map((item) => item.text).join(' or '),
      name: words.find((item) => item.name !== null)?.name ?? null
    };
  }
  if (schema.allOf) {
    const words = schema.allOf.map(typeWords);
    return {
      text: words.map((item) => item.text).join(' with '),
      name: words.find((item) => item.name !== null)?.name ?? null
    };
  }
  if (schema.properties && schema.type === 'object') {
    return { text: `{ ${Object.keys(schema.properties).join(', ')} }`, name: null };
  }
  if (schema.prefixItems) {
    return { text: `[${schema.prefixItems.map((item) => typeWords(item).text).join(', ')}]`, name: null };
  }
  if (schema.items) {
    const inner = typeWords(schema.items);
    return { text: `list of ${inner.text}`, name: inner.name };
  }
  if (typeof schema.additionalProperties === 'object') {
    const inner = typeWords(schema.additionalProperties);
    return { text: `map of ${inner.text}`, name: inner.name };
  }
  if (Array.isArray(schema.type)) return { text: schema.type.join(' or '), name: null };
  return { text: typeof schema.type === 'string' ? schema.type : 'any', name: null };
}

/** How deep fields of fields are listed under their parent's name. */
const DEEPEST = 4;

function fieldsOf(schema: Schema, prefix = '', depth = 0): FieldView[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]): FieldView[] => {
    const list = field.items ? field.items : null;
    const inner = field.properties ? field : list?.properties ? list : null;
    const name = `${prefix}${key}`;
    const own: FieldView = {
      name,
      type: inner ? { text: list ? 'list of objects' : 'object', name: null } : typeWords(field),
      required: schema.required?.includes(key) ?? false,
      description: field.description ?? null
    };
    if (!inner || depth >= DEEPEST) return [own];
    return [own, ...fieldsOf(inner, `${name}${list ? '[]' : ''}.`, depth + 1)];
  });
}

/** Every schema in the document's order. */
export function schemaViews(api: OpenApi): SchemaView[] {
  return Object.entries(api.components?.schemas ?? {}).map(([name, schema]) => ({
    name,
    description: schema.description ?? null,
    fields: fieldsOf(schema),
    type: typeWords(schema)
  }));
}

function jsonBody(body: Body | undefined) {
  return body?.content?.['application/json'];
}

/**
 * Every endpoint in the document's order.
 * @param origin where the server listens, for commands that can be pasted
 */
export function endpointViews(api: OpenApi, origin: string): EndpointView[] {
  return Object.entries(api.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): EndpointView => {
      const schema = (
        jsonBody(operation.requestBody) ?? operation.requestBody?.content?.['multipart/form-data']
      )?.schema;
      return {
        method: method.toUpperCase(),
        path,
        summary: operation.summary ?? path,
        description: operation.description ?? null,
        parameters: (operation.parameters ?? []).map((item) => ({
          name: item.name,
          where: item.in,
          description: item.description ?? ''
        })),
        body: schema ? typeWords(schema) : null,
        answers: Object.entries(operation.responses ?? {}).map(([status, answer]) => {
          const body = jsonBody(answer);
          return {
            status,
            description: answer.description ?? '',
            type: body?.schema ? typeWords(body.schema) : null,
            example: body?.example === undefined ? null : JSON.stringify(body.example, null, 2)
          };
        }),
        curl: curlOf(api, method, path, operation, origin)
      };
    })
  );
}
