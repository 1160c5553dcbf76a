import { expect, test } from 'vitest';
import { IMPORT_LIMITS } from '$lib/server/import';
import { fileProblem, folderProblem, LARGEST_IMPORT } from '$lib/view/import-files';

test('a page refuses before sending what the server would refuse for its size, and nothing else', () => {
  expect(LARGEST_IMPORT).toBe(IMPORT_LIMITS.file);
  expect(fileProblem({ name: 'a.txt', size: IMPORT_LIMITS.file })).toBeNull();
  expect(fileProblem({ name: 'a.txt', size: IMPORT_LIMITS.file + 1 })).toContain('50 MB are possible');
  expect(fileProblem({ name: 'a.txt', size: 0 })).toContain('a.txt is empty');
  expect(folderProblem('stories')).toContain('stories is a folder');
});
