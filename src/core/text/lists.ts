// Lists made of lists.

/** The same as `items.flatMap(make)`, for which engines take several times as long. */
export function flat<T, U>(items: readonly T[], make: (item: T, index: number) => U | readonly U[]): U[] {
  const all: U[] = [];
  let index = 0;
  for (const item of items) {
    const made = make(item, index++);
    if (isList(made)) for (const each of made) all.push(each);
    else all.push(made);
  }
  return all;
}

function isList<U>(made: U | readonly U[]): made is readonly U[] {
  return Array.isArray(made);
}
