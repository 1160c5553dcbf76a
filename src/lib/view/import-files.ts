/** Files before they are sent: which can be read, and what is refused without sending it. */

/** What a choice of files offers, as an `accept` attribute. */
export const READABLE_FILES =
  '.txt,.text,.md,.markdown,.html,.htm,.xhtml,.pdf,.docx,.csv,.tsv,.json,.jsonl,.ndjson,.zip';

/** The largest file that the server takes, in bytes. */
export const LARGEST_IMPORT = 50 * 1024 * 1024;

/** Why a file is not worth sending, as a sentence; null when it is. */
export function fileProblem({ name, size }: { readonly name: string; readonly size: number }): string | null {
  if (size === 0) return `${name} is empty: there is nothing to read.`;
  if (size <= LARGEST_IMPORT) return null;
  const megabytes = Math.round(size / 1024 ** 2);
  return `${name} has ${megabytes} MB, and ${LARGEST_IMPORT / 1024 ** 2} MB are possible: cut it into parts.`;
}

/** What to do with a folder, which a browser gives to no page. */
export function folderProblem(name: string): string {
  return `${name} is a folder: drop the files in it, or pack it as a ZIP archive.`;
}
