/** Where a browser says which part could not be fetched. */
const ADDRESS = /https?:\/\/[^\s?#]+/u;

/**
 * A part of the app that is fetched when it is first needed, and can be asked for again when that failed. Some browsers
 * remember that an address could not be fetched and never ask again, so that only another address of the same part
 * helps.
 *
 * @param load the import of the part
 * @returns fetches the part, once for all who ask; rejects with what the import rejected with
 */
export function fetchedPart<T>(load: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  let failures = 0;
  const fetched = async (): Promise<T> => {
    try {
      return await load();
    } catch (problem) {
      const address = ADDRESS.exec(String(problem))?.[0];
      if (failures === 0 || address === undefined) throw problem;
      return (await import(/* @vite-ignore */ `${address}?again=${failures}`)) as T;
    }
  };
  return () => {
    asked ??= fetched().catch((problem: unknown) => {
      failures += 1;
      asked = null;
      throw problem;
    });
    return asked;
  };
}
