import type { Knowledge } from '$lib/lexicons/knowledge';
import type { MetricResult } from '../audit-schema';
import type { Reading } from '../reading';

/** Runs every metric on one document: ratio, split by voice, interval, "too short", error boundary. */
export function runMetrics(_reading: Reading, _knowledge: Knowledge): Record<string, MetricResult> {
  return {};
}
