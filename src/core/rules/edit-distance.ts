/**
 * How many letters must be inserted, deleted or replaced to make one word of the other (Levenshtein 1966). Words are
 * compared by their first 40 letters.
 */
export function distance(a: string, b: string): number {
  const [one, other] = [a.slice(0, 40), b.slice(0, 40)];
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
