import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest, summary } from '../../../src/cli/test-results.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one }))
});

describe('vitest', () => {
  test('tests are counted', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 2,
      testResults: [file('failed', 'failed', 'failed')]
    };
    expect(countVitest(JSON.stringify(report), 1)).toEqual({ passed: 7, failed: 2 });
  });

  test('a file that does not load is a failure', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 0,
      testResults: [file('passed', 'passed'), file('failed')]
    };
    expect(countVitest(JSON.stringify(report), 1)).toEqual({ passed: 7, failed: 1 });
  });

  test('a run that breaks down is a failure, with a report or without', () => {
    expect(countVitest('', 1)).toEqual({ passed: 0, failed: 1 });
    expect(countVitest('{"numPassedTests":', 0)).toEqual({ passed: 0, failed: 1 });
    const report = { numPassedTests: 7, numFailedTests: 0, testResults: [] };
    expect(countVitest(JSON.stringify(report), 1)).toEqual({ passed: 7, failed: 1 });
  });
});

describe('Playwright', () => {
  test('tests and errors outside of tests are counted, skipped ones are not', () => {
    const stats = { expected: 5, flaky: 1, unexpected: 2, skipped: 4 };
    expect(countPlaywright(JSON.stringify({ stats, errors: [{}] }), 1)).toEqual({ passed: 6, failed: 3 });
  });

  test('a run that breaks down is a failure', () => {
    expect(countPlaywright('', 0)).toEqual({ passed: 0, failed: 1 });
    const stats = { expected: 5, flaky: 0, unexpected: 0, skipped: 0 };
    expect(countPlaywright(JSON.stringify({ stats, errors: [] }), 143)).toEqual({ passed: 5, failed: 1 });
  });
});

describe('the last line', () => {
  test('adds up', () => {
    expect(
      summary([
        { passed: 5, failed: 0 },
        { passed: 2, failed: 0 }
      ])
    ).toEqual({
      line: '7 passed, 0 failed',
      exitCode: 0
    });
    expect(
      summary([
        { passed: 5, failed: 1 },
        { passed: 2, failed: 0 }
      ]).exitCode
    ).toBe(1);
  });

  test('nothing run is no success', () => {
    expect(summary([{ passed: 0, failed: 0 }])).toEqual({ line: '0 passed, 0 failed', exitCode: 1 });
  });
});
