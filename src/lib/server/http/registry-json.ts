import * as v from 'valibot';
import { DomainError } from '../domain-error';
import type { openRegistry } from '../library';

const RequestSchema = v.union([
  v.strictObject({ step: v.picklist(['undo', 'redo']) }),
  v.strictObject({
    change: v.unknown(),
    since: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0)), null)
  })
]);

/**
 * Reads what is asked of the registry: a change, or a step back or forth.
 *
 * @throws DomainError 400 when it is neither
 */
export function parseRegistryRequest(raw: unknown): v.InferOutput<typeof RequestSchema> {
  const result = v.safeParse(RequestSchema, raw);
  if (result.success) return result.output;
  throw new DomainError(
    'invalid-request',
    'The request must be { "change": { "kind": … }, "since": NUMBER_OR_NULL } or { "step": "undo" } or { "step": "redo" }.'
  );
}

/** The registry as the API hands it out. */
export function registryJson({
  registry,
  history,
  undo,
  redo,
  agreement
}: Awaited<ReturnType<typeof openRegistry>>) {
  const { claims, withdrawn, judgements, dismissed, edited } = registry;
  return { claims, withdrawn, judgements, dismissed, edited: [...edited], history, undo, redo, agreement };
}
