import type { Audit } from '$lib/analysis/audit-schema';
import { claimsCsv, conflictsCsv, overlapCsv, overlapCurveCsv } from './claims-csv';
import { keynessCsv, separationCsv, wordDivergenceCsv } from './differences-csv';
import { chainsCsv, duplicatesCsv } from './repetition-csv';

type Comparison = Pick<Audit, 'comparison'>;

/** All tables of a comparison by file name. */
export const COMPARISON_TABLES: Readonly<Record<string, (audit: Comparison) => string>> = {
  'claims.csv': claimsCsv,
  'conflicts.csv': conflictsCsv,
  'overlap.csv': overlapCsv,
  'overlap-curve.csv': overlapCurveCsv,
  'separation.csv': separationCsv,
  'word-divergence.csv': wordDivergenceCsv,
  'keyness.csv': keynessCsv,
  'chains.csv': chainsCsv,
  'duplicates.csv': duplicatesCsv
};
