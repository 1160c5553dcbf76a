/**
 * Works something out once for a document, or for what is known: whoever asks first gets it made, the others
 * find it. What else `work` takes must be the same whenever the key is.
 */
export function oncePer<Key extends object, T extends object, Rest extends unknown[]>(
  work: (key: Key, ...rest: Rest) => T
): (key: Key, ...rest: Rest) => T {
  const known = new WeakMap<Key, T>();
  return (key, ...rest) => {
    let found = known.get(key);
    if (!found) known.set(key, (found = work(key, ...rest)));
    return found;
  };
}
