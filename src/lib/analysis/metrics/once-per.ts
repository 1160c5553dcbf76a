/**
 * Works something out once for a document, or for what is known: whoever asks first gets it made, the others
 * find it. What else `work` takes must be the same whenever the key is.
 */
export function oncePer<Key extends object, T extends object, Rest extends unknown[]>(
  work: (key: Key, ...rest: Rest) => T
): (key: Key, ...rest: Rest) => T {
  const known = new WeakMap<Key, T>();
  // Mostly the same is asked for again: comparing is far cheaper than looking up.
  let lastKey: Key | null = null;
  let last: T | null = null;
  return (key, ...rest) => {
    if (key === lastKey) return last!;
    let found = known.get(key);
    if (!found) known.set(key, (found = work(key, ...rest)));
    lastKey = key;
    last = found;
    return found;
  };
}
