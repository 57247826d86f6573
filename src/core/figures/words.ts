// Word lists as text, so that a list of many words reads like one.

/** The words of a text, split at white space. */
export function words(text: string): string[] {
  return text.split(/\s+/).filter(word => word !== '');
}

/** The words of a text two by two: key and value. */
export function pairs(text: string): [string, string][] {
  const all = words(text);
  return all.flatMap((key, i): [string, string][] => (i % 2 === 0 ? [[key, all[i + 1] ?? '']] : []));
}
