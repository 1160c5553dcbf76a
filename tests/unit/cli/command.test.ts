import { describe, expect, test } from 'vitest';
import { checkNode, CommandError, run } from '../../../src/cli/command.mjs';

test.each([
  ['18.20.0', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['22.0.0', true]
])('Node %s: %s', (version, enough) => {
  if (enough) expect(() => checkNode(version)).not.toThrow();
  else expect(() => checkNode(version)).toThrow(CommandError);
});

describe('a program', () => {
  test('hands over its exit code, and one that is not there has its own', async () => {
    expect((await run(process.execPath, ['-e', 'process.exit(3)'], { quiet: true })).code).toBe(3);
    expect((await run('/no/such/program', [], { quiet: true })).code).toBe(127);
  });

  test('that hangs is ended, and its children with it', async () => {
    const spawner = "require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => 0, 1e6)']);";
    const endless = `${spawner} setInterval(() => 0, 1e6);`;
    const { timedOut } = await run(process.execPath, ['-e', endless], { quiet: true, limit: 500 });
    // The pipe of the children is closed as well, or this would not have come to an end.
    expect(timedOut).toBe(true);
  });
});
