/** The text of a new version, read from a file: a draft comes back from its writer as a file, not as words to paste. */
import { plural } from './format';
import type { ImportDraft } from './import';
import { textOf } from './import-blocks';

/** What a file holds for a version, with what a reader should know of it; or why it holds none. */
export type VersionFile =
  { readonly text: string; readonly remarks: readonly string[] } | { readonly problem: string };

/** Takes the one text out of what was read of a file. */
export function versionOfFile(file: string, read: readonly ImportDraft[]): VersionFile {
  const [only] = read;
  if (!only || read.length > 1) {
    return {
      problem: `${file} holds ${plural(read.length, 'document')}, and a version is one text: choose the file of that text, or import this one.`
    };
  }
  const text = textOf(only) ?? '';
  if (text.trim() === '')
    return { problem: `${file} holds no text to read: check that it is the right file.` };
  const left = only.preview.blocks?.filter(({ kept }) => !kept).length ?? 0;
  const remarks = only.preview.notices
    .filter(({ code }) => code !== 'little-text' && code !== 'page-chrome-dropped')
    .map(({ message }) => message);
  return {
    text,
    remarks:
      left === 0
        ? remarks
        : [
            `${plural(left, 'piece')} of the file ${left === 1 ? 'was' : 'were'} left out as not part of the text.`,
            ...remarks
          ]
  };
}
