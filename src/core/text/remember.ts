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

/** More than this is not kept: what was known is then found out anew. */
const MOST = 20_000;

/**
 * The same function, which works out only once what it makes of a word, another short text or a number: a report has few
 * different ones, and each of them often. It gives no `undefined`.
 */
export function once<K extends string | number, V extends {}>(make: (of: K) => V): (of: K) => V {
  const known = new Map<K, V>();
  return key => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size === MOST) known.clear();
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
