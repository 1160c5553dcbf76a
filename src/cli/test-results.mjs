// Counts tests from the reports of the runners themselves.

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * A runner that broke down without a failed test of its own still counts as one failure.
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
function withCrash({ passed, failed }, exitCode) {
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed };
}

/** @param {string} text @returns {any} */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Counts from vitest's JSON report. A file that could not even be loaded is one failure.
 * @param {string} text the report; empty when there is none
 * @param {number} exitCode of the runner
 * @returns {Counts}
 */
export function countVitest(text, exitCode) {
  const report = parse(text);
  if (!report) return { passed: 0, failed: 1 };
  const broken = (report.testResults ?? []).filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')
  ).length;
  const counts = { passed: report.numPassedTests ?? 0, failed: (report.numFailedTests ?? 0) + broken };
  return withCrash(counts, exitCode);
}

/**
 * Counts from Playwright's JSON report. Errors outside of tests are failures too.
 * @param {string} text the report; empty when there is none
 * @param {number} exitCode of the runner
 * @returns {Counts}
 */
export function countPlaywright(text, exitCode) {
  const report = parse(text);
  if (!report?.stats) return { passed: 0, failed: 1 };
  const { expected = 0, flaky = 0, unexpected = 0 } = report.stats;
  const counts = { passed: expected + flaky, failed: unexpected + (report.errors ?? []).length };
  return withCrash(counts, exitCode);
}

/**
 * The line a test run ends with.
 * @param {readonly Counts[]} all
 * @returns {{ line: string, exitCode: number }} not 0 when a test failed or none ran
 */
export function summary(all) {
  const passed = all.reduce((sum, counts) => sum + counts.passed, 0);
  const failed = all.reduce((sum, counts) => sum + counts.failed, 0);
  return { line: `${passed} passed, ${failed} failed`, exitCode: failed > 0 || passed === 0 ? 1 : 0 };
}
