// What has been worked out once is not worked out again.

interface Known<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

/** The value of a key: the known one, or else the one that is made now and known from now on. */
export function remember<K, V>(known: Known<K, V>, key: K, make: () => V): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}
