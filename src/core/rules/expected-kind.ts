// The kind of unit that the words around a figure call for, where it has another.

export interface Expected {
  /** What the unit measures, what the words call for, and which words those are. */
  readonly is: string;
  readonly wants: string;
  readonly because: string;
  /** The right symbol, with * for the prefix; undefined where no letter mends it. */
  readonly symbol: string | undefined;
}

/** The words that call for it, as a message names them. */
export function reason(words: string | undefined): string {
  const shown = (words ?? '')
    .replace(/^(?:an?|the|its) /i, '')
    .replace(/\s+(?:is|was|of|at|to|reached|in|from|about|the|a)\s*$/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  return shown === '' ? 'what is meant here' : `“${shown.length > 60 ? `${shown.slice(0, 57)}…` : shown}”`;
}
