// Turns the LaTeX of BibTeX fields into plain text: accents, dashes, and the braces that only protect capitals.

/** Combining characters, by the command of each accent; the letter and the accent are then composed (Unicode NFC). */
const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030A',
  H: '\u030B',
  v: '\u030C',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
};

const SYMBOLS: Readonly<Record<string, string>> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  aa: 'å',
  AA: 'Å',
  l: 'ł',
  L: 'Ł',
  i: 'i',
  j: 'j',
  euro: '€',
  pounds: '£',
  textendash: '–',
  textemdash: '—',
  textquoteright: '’',
  textquoteleft: '‘',
};

const ACCENTED =
  /\\(?:([`'^~=."])\s{0,3}|([uvHcdkr])(?:\s{1,3}|(?=\{)))(?:\{(?:\\([ij])|(\p{L}?))\}|\\([ij])(?![a-zA-Z])|(\p{L}))/gu;

/** A field's value as a reader would see it, on one line. */
export function plainLatex(value: string): string {
  return value
    .replace(ACCENTED, (_, sign, letter, ...rest: (string | undefined)[]) => {
      const base = rest.slice(0, 4).find(Boolean) ?? '';
      return base + (ACCENTS[sign ?? letter] ?? '');
    })
    .replace(/\\([a-zA-Z]{1,30})\*?(?:\s|\{\})?/g, (_, name: string) => SYMBOLS[name] ?? '')
    .replace(/\\([&%$#_{}])/g, (_, sign: string) => (sign === '{' || sign === '}' ? '' : sign))
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/[{}]/g, '')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/(?<!\/)~/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}

/** The names of an author field in reading order; a name all in braces is that of a body. */
export function namesInLatex(value: string): readonly string[] {
  return splitOutsideBraces(value, /^\s+and\s+/i).flatMap(name => {
    const written = name.trim();
    if (/^others$/i.test(written)) return [];
    const [family = '', ...given] = splitOutsideBraces(written, /^,\s*/);
    const plain = plainLatex(given.length === 0 ? family : `${given.at(-1)} ${family}`);
    return plain === '' ? [] : [plain];
  });
}

/** The parts of a value between the separators that stand outside braces. */
function splitOutsideBraces(value: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < value.length; i++) {
    const character = value[i] ?? '';
    if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (depth === 0 && /[\s,]/.test(character)) {
      const found = separator.exec(value.slice(i, i + 100))?.[0];
      if (found) {
        parts.push(value.slice(start, i));
        start = i + found.length;
        i = start - 1;
      }
    }
  }
  return [...parts, value.slice(start)];
}
