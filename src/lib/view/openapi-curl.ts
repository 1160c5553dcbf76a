/** A command for each endpoint that a shell takes as it stands, its body made up from the schema where no example is given. */
import type { OpenApi, Operation, Schema } from './openapi-types';

type Schemas = Readonly<Record<string, Schema>>;

/** How deep a made-up body goes; schemas that hold themselves end there. */
const DEEPEST = 6;
/** Stands where a reader puts text of their own. */
const WORDS = '…';

/** A schema with its reference followed and its parts put together. */
function resolved(schema: Schema, schemas: Schemas): Schema {
  if (schema.$ref !== undefined) {
    return schemas[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)] ?? {};
  }
  if (schema.allOf === undefined) return schema;
  const parts = schema.allOf.map((part) => resolved(part, schemas));
  return {
    type: 'object',
    required: parts.flatMap((part) => part.required ?? []),
    properties: Object.assign({}, ...parts.map((part) => part.properties ?? {})) as Schemas
  };
}

function sampleObject(schema: Schema, schemas: Schemas, depth: number): unknown {
  const fields = Object.entries(schema.properties ?? {});
  const required = fields.filter(([name]) => schema.required?.includes(name));
  // Where everything may be left out, one field shows how the others are written.
  const shown = required.length > 0 || depth > 0 ? required : fields.slice(0, 1);
  return Object.fromEntries(shown.map(([name, field]) => [name, sampleOf(field, schemas, depth + 1)]));
}

/** The smallest value that has the shape of a schema: what must be there, and of choices the first. */
export function sampleOf(schema: Schema, schemas: Schemas, depth = 0): unknown {
  if (depth > DEEPEST) return null;
  const whole = resolved(schema, schemas);
  if (whole.const !== undefined) return whole.const;
  if (whole.enum !== undefined) return whole.enum[0];
  const choices = whole.anyOf ?? whole.oneOf;
  if (choices?.[0] !== undefined) return sampleOf(choices[0], schemas, depth);
  if (whole.prefixItems !== undefined)
    return whole.prefixItems.map((item) => sampleOf(item, schemas, depth + 1));
  const type = Array.isArray(whole.type) ? (whole.type as readonly string[])[0] : whole.type;
  if (type === 'array') return whole.items ? [sampleOf(whole.items, schemas, depth + 1)] : [];
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'boolean') return true;
  if (type === 'string') return WORDS;
  return sampleObject(whole, schemas, depth);
}

/** Quotes for a POSIX shell. */
function shellQuoted(text: string): string {
  return `'${text.replace(/'/gu, `'\\''`)}'`;
}

/** The fields of a form, those of its example where it has one: files as `-F file=@FILE`, everything else as JSON. */
function formLines(schema: Schema, schemas: Schemas, example?: Readonly<Record<string, unknown>>): string[] {
  const fields = Object.entries(resolved(schema, schemas).properties ?? {});
  const wanted = example ? fields.filter(([name]) => name in example) : fields;
  return wanted.map(([name, field]) => {
    const inner = field.items ? field.items : field;
    const isFile = inner.contentMediaType !== undefined || inner.format === 'binary';
    if (isFile) return `  -F ${shellQuoted(`${name}=@${String(example?.[name] ?? 'FILE')}`)}`;
    const sample = example?.[name] ?? sampleOf(field, schemas);
    // form-string, since -F reads a semicolon and a leading @ as orders.
    return `  --form-string ${shellQuoted(`${name}=${typeof sample === 'string' ? sample : JSON.stringify(sample)}`)}`;
  });
}

function bodyLines(operation: Operation, schemas: Schemas): string[] {
  const content = operation.requestBody?.content ?? {};
  const json = content['application/json'];
  if (json !== undefined) {
    const body = json.example ?? sampleOf(json.schema ?? {}, schemas);
    return [`  -H 'content-type: application/json'`, `  -d ${shellQuoted(JSON.stringify(body, null, 2))}`];
  }
  const form = content['multipart/form-data'];
  return form?.schema === undefined
    ? []
    : formLines(form.schema, schemas, form.example as Readonly<Record<string, unknown>> | undefined);
}

/**
 * A command for one operation.
 * @param method in lower case, as OpenAPI writes it
 * @param origin where the server listens
 */
export function curlOf(
  api: OpenApi,
  method: string,
  path: string,
  operation: Operation,
  origin: string
): string {
  const parameters = operation.parameters ?? [];
  // What changes something is never aimed at what is there. In capitals and not in braces: curl takes those for a list.
  const valueOf = (name: string) =>
    (method === 'get' ? parameters.find((item) => item.name === name)?.example : undefined) ??
    name.toUpperCase();
  const place = path.replace(/\{(\w+)\}/gu, (_, name: string) => valueOf(name));
  const query = parameters.filter((item) => item.in === 'query' && item.required);
  const asked = query.map(({ name }) => `${name}=${valueOf(name)}`).join('&');
  const address = shellQuoted(`${origin}${place}${asked === '' ? '' : `?${asked}`}`);
  if (method === 'get') return `curl ${address}`;
  return [
    `curl -X ${method.toUpperCase()} ${address}`,
    ...bodyLines(operation, api.components?.schemas ?? {})
  ].join(' \\\n');
}
