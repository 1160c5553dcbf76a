/** What the instrument knows about its own accuracy, as committed beside this file. */
import * as v from 'valibot';
import { ENGINE_VERSION } from '$lib/analysis/audit';
import { knowledge } from '$lib/lexicons/generated';
import accuracyJson from './accuracy.json';
import selfAuditJson from './self-audit.json';

const interval = v.tuple([v.number(), v.number()]);
const ids = v.array(v.string());
/** The engine and the word lists that gave the figures. */
const engine = v.object({ version: v.string(), knowledge: v.string() });

const ReferenceSchema = v.object({
  label: v.string(),
  value: v.number(),
  /** False where it is another measure, to be said in words and not drawn on the same axis. */
  sameScale: v.boolean()
});

const BenchmarkSchema = v.object({
  task: v.string(),
  /** Metric ids, or `voice`, `stance`, `actors`, `across`, `import` for what is no metric. */
  validates: ids,
  /** The set, in words. */
  data: v.string(),
  measure: v.string(),
  /** What people did that the engine's answers are held against. */
  gold: v.string(),
  /** On rows that nothing was fitted on, where `seen` is null or `crossValidated` is true. */
  score: v.number(),
  /** The score on the rows that shipped weights were fitted on; null when none were. */
  seen: v.nullable(v.number()),
  crossValidated: v.boolean(),
  /** 95 %; null where it does not follow from score and n. */
  interval: v.nullable(interval),
  n: v.pipe(v.number(), v.integer()),
  /** What n counts. */
  of: v.string(),
  /** Rows without an answer. */
  missing: v.pipe(v.number(), v.integer()),
  /** What simple methods reach. */
  floor: v.array(ReferenceSchema),
  published: v.array(ReferenceSchema),
  goal: v.nullable(v.number()),
  note: v.nullable(v.string())
});

export const AccuracySchema = v.object({ engine, benchmarks: v.array(BenchmarkSchema) });

const actor = v.object({ id: v.string(), name: v.string() });

const MovedSchema = v.object({
  document: v.string(),
  metric: v.string(),
  voice: v.picklist(['all', 'author', 'attributed']),
  unit: v.string(),
  before: v.number(),
  interval,
  after: v.number(),
  /** How far it moved, in half-widths of the interval before: more than 1 is beyond it. */
  shift: v.number(),
  /** The value after lies outside the interval before. */
  beyond: v.boolean(),
  /** Findings lost (-) and gained (+), by rule, the largest changes first. */
  rules: v.array(v.object({ rule: v.string(), change: v.number() }))
});

const SwapSchema = v.object({
  actors: v.tuple([actor, actor]),
  /** Names exchanged, by document. */
  exchanged: v.array(v.object({ document: v.string(), names: v.number() })),
  /** Values held against each other: every metric of every document, whole and by voice. */
  compared: v.number(),
  /** The farthest first. */
  moved: v.array(MovedSchema)
});

const DroppedSchema = v.object({
  /** `list/entry`. */
  entry: v.string(),
  /** What it was found by, the most frequent first; three at most. */
  words: ids,
  hits: v.number(),
  documents: v.array(v.object({ document: v.string(), hits: v.number(), after: v.number() })),
  /** The farthest that a document's value moves, in half-widths of its interval. */
  shift: v.number(),
  /** Documents from the highest value down, where the order is no longer the same. */
  order: v.nullable(ids),
  /** Which documents are told apart from the others changes. */
  finding: v.boolean(),
  /** A value leaves its interval. */
  beyond: v.boolean()
});

const SensitivitySchema = v.object({
  metric: v.string(),
  list: v.string(),
  unit: v.string(),
  entries: v.number(),
  entriesWithHits: v.number(),
  hits: v.number(),
  /** From the highest value down. */
  documents: v.array(v.object({ document: v.string(), value: v.number(), interval })),
  /** Documents told apart as highest and lowest; both empty when all tie. */
  high: ids,
  low: ids,
  /** How many entries, dropped alone, change the order, change who is told apart, move a value too far. */
  changeOrder: v.number(),
  changeFinding: v.number(),
  beyond: v.number(),
  /** The entries that carry the result: all that change who is told apart, then the farthest shifts. */
  carriers: v.array(DroppedSchema)
});

export const SelfAuditSchema = v.object({
  engine,
  /** The folder's name; the id, when it is a collection. */
  input: v.string(),
  documents: ids,
  swaps: v.array(SwapSchema),
  sensitivity: v.array(SensitivitySchema)
});

export type Benchmark = v.InferOutput<typeof BenchmarkSchema>;
export type Accuracy = v.InferOutput<typeof AccuracySchema>;
export type Moved = v.InferOutput<typeof MovedSchema>;
export type Swap = v.InferOutput<typeof SwapSchema>;
export type Dropped = v.InferOutput<typeof DroppedSchema>;
export type Sensitivity = v.InferOutput<typeof SensitivitySchema>;
export type SelfAudit = v.InferOutput<typeof SelfAuditSchema>;

/** The engine that runs now. */
export const CURRENT_ENGINE: Accuracy['engine'] = {
  version: ENGINE_VERSION,
  knowledge: knowledge.hash
};

export interface Validity {
  readonly accuracy: Accuracy;
  readonly selfAudit: SelfAudit;
  /** True where the figures were made with another engine or other word lists than those that run now. */
  readonly stale: { readonly accuracy: boolean; readonly selfAudit: boolean };
}

function isStale(made: Accuracy['engine']): boolean {
  return made.version !== CURRENT_ENGINE.version || made.knowledge !== CURRENT_ENGINE.knowledge;
}

/**
 * Accuracy on public, human-annotated data and the last self-audit, as they were recorded.
 *
 * @throws v.ValiError when a recorded file has been edited into something else
 */
export function readValidity(): Validity {
  const accuracy = v.parse(AccuracySchema, accuracyJson);
  const selfAudit = v.parse(SelfAuditSchema, selfAuditJson);
  return {
    accuracy,
    selfAudit,
    stale: { accuracy: isStale(accuracy.engine), selfAudit: isStale(selfAudit.engine) }
  };
}
