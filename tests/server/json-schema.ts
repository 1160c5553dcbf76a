/** Whether a value is as a schema of the API's description says: of JSON Schema, what the description uses. */
export type Schema = Readonly<{
  $ref?: string;
  type?: string | readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  minProperties?: number;
  items?: Schema | false;
  prefixItems?: readonly Schema[];
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  pattern?: string;
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
  description?: string;
  format?: string;
  default?: unknown;
  contentMediaType?: string;
}>;
type Named = Readonly<Record<string, Schema>>;

/** What a schema may say that is not looked at here, or only there for people. */
const KNOWN: ReadonlySet<string> = new Set([
  ...[
    '$ref',
    'type',
    'properties',
    'required',
    'additionalProperties',
    'propertyNames',
    'minProperties',
    'items'
  ],
  ...['prefixItems', 'minItems', 'maxItems', 'minLength', 'maxLength', 'minimum', 'maximum'],
  ...['exclusiveMinimum', 'pattern', 'enum', 'const', 'anyOf', 'oneOf', 'allOf'],
  ...['description', 'format', 'default', 'contentMediaType']
]);

function isOf(type: string, value: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return value !== null && typeof value === 'object' && !Array.isArray(value);
  return typeof value === type;
}

function inList(schema: Schema, value: readonly unknown[], at: string, check: Check): string[] {
  const { prefixItems = [], items, minItems = 0, maxItems = Infinity } = schema;
  const wrong = value.flatMap((item, index) => {
    const own = prefixItems[index] ?? items;
    if (own === false) return [`${at}[${index}] is one too many`];
    return own === undefined ? [] : check(own, item, `${at}[${index}]`);
  });
  if (value.length < minItems || value.length > maxItems) wrong.push(`${at} has ${value.length} items`);
  return wrong;
}

function inObject(
  schema: Schema,
  value: Readonly<Record<string, unknown>>,
  at: string,
  check: Check,
  closed: boolean
) {
  const { properties = {}, required = [], additionalProperties, minProperties = 0 } = schema;
  const wrong = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => `${at}.${name} is missing`);
  // An answer holds nothing that is not described; what only names a type describes nothing.
  const open = additionalProperties ?? !(closed && schema.properties !== undefined);
  for (const [name, one] of Object.entries(value)) {
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (own !== undefined) wrong.push(...check(own, one, `${at}.${name}`));
    else if (open === false) wrong.push(`${at}.${name} is not described`);
    else if (open !== true) wrong.push(...check(open, one, `${at}.${name}`));
  }
  if (Object.keys(value).length < minProperties) wrong.push(`${at} has too few fields`);
  return wrong;
}

type Check = (schema: Schema, value: unknown, at: string) => string[];

/**
 * What is not as a schema says, each with its place; nothing when all is.
 *
 * @param named the schemas that others refer to
 * @param closed whether a field that is not described is wrong, also where the schema leaves that open
 */
export function wrongIn(schema: Schema, value: unknown, named: Named, closed = false): string[] {
  const check: Check = (schema, value, at) => {
    const strange = Object.keys(schema).filter((word) => !KNOWN.has(word));
    if (strange.length > 0)
      throw new Error(`A schema says ${strange.join(', ')}, which nobody looks at here.`);
    const { $ref, type, anyOf, oneOf, allOf } = schema;
    if ($ref !== undefined) return check(named[$ref.replace('#/components/schemas/', '')]!, value, at);
    const wrong: string[] = [];
    const types = type === undefined ? [] : [type].flat();
    if (types.length > 0 && !types.some((one) => isOf(one, value)))
      return [`${at} is no ${types.join(' or ')}`];
    if (schema.enum && !schema.enum.includes(value)) wrong.push(`${at} is none of ${schema.enum.join(', ')}`);
    if ('const' in schema && schema.const !== value) wrong.push(`${at} is not ${String(schema.const)}`);
    const one = anyOf ?? oneOf;
    const fits = one?.filter((choice) => check(choice, value, at).length === 0).length ?? 1;
    if (fits === 0 || (oneOf && fits > 1)) wrong.push(`${at} fits ${fits} of what it may be`);
    for (const part of allOf ?? []) wrong.push(...check(part, value, at));
    if (typeof value === 'string') {
      const { minLength = 0, maxLength = Infinity, pattern } = schema;
      if (value.length < minLength || value.length > maxLength)
        wrong.push(`${at} has ${value.length} letters`);
      if (pattern !== undefined && !new RegExp(pattern, 'u').test(value))
        wrong.push(`${at} has another form`);
    }
    if (typeof value === 'number') {
      const { minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity } = schema;
      if (value < minimum || value > maximum || value <= exclusiveMinimum) wrong.push(`${at} is ${value}`);
    }
    if (Array.isArray(value)) wrong.push(...inList(schema, value, at, check));
    else if (value !== null && typeof value === 'object')
      wrong.push(...inObject(schema, value as Record<string, unknown>, at, check, closed));
    return wrong;
  };
  return check(schema, value, '');
}
