/** The files of a field, for components that act as soon as files are chosen. */
import { untrack } from 'svelte';

/**
 * Hands over what is chosen in a file field, also what was chosen while the page was still waking: of that the
 * browser tells nobody a second time. The field is emptied, so that the same file may be chosen again.
 */
export function chosenFiles(onfiles: (files: readonly File[]) => void) {
  return (input: HTMLInputElement): (() => void) => {
    const take = () => {
      const files = [...(input.files ?? [])];
      input.value = '';
      if (files.length > 0) onfiles(files);
    };
    untrack(take);
    input.addEventListener('change', take);
    return () => input.removeEventListener('change', take);
  };
}
