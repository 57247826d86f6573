// Text for a terminal: nothing of a report may steer it.

/** Control characters, and those that turn the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const LONGEST = 160;

/** One line that is safe to print. */
export function safe(text: string): string {
  return text.replace(/\s+/g, ' ').replace(UNSAFE, '\uFFFD');
}

/** Lines that are safe to print, with their tabs and line breaks. */
export function safeLines(text: string): string {
  return text
    .replace(/\r(?!\n)/g, '\uFFFD')
    .replace(UNSAFE, character => ('\t\r\n'.includes(character) ? character : '\uFFFD'));
}

/** The beginning of a text as one safe line. */
export function short(text: string): string {
  const line = safe(text.slice(0, 4 * LONGEST)).trim();
  if (line.length <= LONGEST) return line;
  return `${line
    .slice(0, LONGEST)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue';

const CODES: Readonly<Record<Style, string>> = { bold: '1', dim: '2', red: '31', yellow: '33', blue: '34' };

export type Paint = (style: Style, text: string) => string;

export function painter(color: boolean): Paint {
  return color ? (style, text) => `\u001b[${CODES[style]}m${text}\u001b[0m` : (_, text) => text;
}
