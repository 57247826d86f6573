// Reads the unit after a number, and tells whether one stands there.
import { toNumber } from './decimal';
import { wordClass } from './lexicon';
import { scaleAfterDigits } from './scales';
import type { Token } from './tokens';
import { NAMES, SYMBOLS, type Unit } from './units-table';
import { words } from './words';

const NAME_STARTS = wordClass([...NAMES.keys()].map(firstWord));
const SYMBOL_STARTS = wordClass([...SYMBOLS.keys()].map(symbol => firstWord(symbol.toLowerCase())));
/** Every word with which a unit can begin. */
export const UNIT_STARTS = NAME_STARTS | SYMBOL_STARTS;

/** By the first word of names: the unit that it names alone, and the most words in one. */
const BY_FIRST = new Map<string, { readonly alone: Unit | undefined; readonly most: number }>();
for (const name of NAMES.keys()) {
  const first = firstWord(name);
  const most = Math.max(BY_FIRST.get(first)?.most ?? 0, name.split(/[ -]/).length);
  BY_FIRST.set(first, { alone: NAMES.get(first), most });
}

function firstWord(text: string): string {
  return /^[\p{L}\d²³]+/u.exec(text)?.[0] ?? text;
}

/** Symbols too weak to stand alone after a space: "2021 c", "50,000 in 2024", "10 a day", "5 d". */
const WEAK = new Set(
  words(`
  C in a d y s pt PS sf cf bar min mo kn cal bu gig F a We mt mil ac fps`),
);

export interface UnitReading {
  readonly unit: Unit;
  /** As written. */
  readonly text: string;
  readonly to: number;
}

/**
 * The unit at a token: the longest of a symbol ("km/h", "°C", "m²") and a name ("square feet", "kilowatt-hours").
 * `glued` tells that nothing stands between the number and it.
 */
export function readUnit(tokens: readonly Token[], at: number, glued: boolean): UnitReading | undefined {
  const first = tokens[at];
  if (!first || (first.kind !== 'word' && first.kind !== 'mark')) return undefined;
  const degrees =
    first.text === '°' || first.text === 'º' ? NAMES.get(`degrees ${tokens[at + 1]?.lower}`) : undefined;
  if (degrees && tokens[at + 1]?.spaced) return { unit: degrees, text: first.text, to: at + 2 };
  let best: UnitReading | undefined;
  if (first.kind === 'mark' || first.is(SYMBOL_STARTS)) best = readSymbol(tokens, at, glued);
  return (first.is(NAME_STARTS) ? readName(tokens, at) : undefined) ?? best;
}

function readSymbol(tokens: readonly Token[], at: number, glued: boolean): UnitReading | undefined {
  let best: UnitReading | undefined;
  let text = '';
  for (let i = at; i < tokens.length && i < at + 3; i++) {
    const token = tokens[i];
    if (!token || (i > at && token.spaced) || token.kind === 'wall') break;
    text += token.text;
    const found = SYMBOLS.get(text);
    if (found && !tooWeak(tokens, i, text, glued)) best = { unit: found, text, to: i + 1 };
  }
  return best;
}

const FEET = new Set(['ft', 'feet', 'foot']);

function tooWeak(tokens: readonly Token[], last: number, text: string, glued: boolean): boolean {
  const next = tokens[last + 1];
  if (text === 'in' && FEET.has(tokens[last - 2]?.lower ?? '')) return false;
  if (text === 'in')
    return !(glued || (next?.text === '.' && !next.spaced)) || next?.kind === 'number' || next?.text === '-';
  if (text === 'a') return true;
  if (text.length === 1 && next?.text === '-' && !next.spaced && tokens[last + 2]?.kind === 'number')
    return true;
  if (next !== undefined && !next.spaced && (next.kind === 'word' || next.kind === 'number')) return true;
  return WEAK.has(text) && !glued && !['min', 'mt', 'kn'].includes(text);
}

const NONE = { alone: undefined, most: 0 };

function readName(tokens: readonly Token[], at: number): UnitReading | undefined {
  let name = tokens[at]?.lower ?? '';
  const { alone, most } = BY_FIRST.get(name) ?? NONE;
  let best = alone && { unit: alone, text: name, to: at + 1 };
  for (let i = at + 1, words = 1; words < most; i++) {
    const token = tokens[i];
    if (token?.kind === 'word') {
      name += name.endsWith('-') ? token.lower : ` ${token.lower}`;
      const found =
        NAMES.get(name) ?? (name.includes('-') ? NAMES.get(name.replaceAll('-', ' ')) : undefined);
      if (found) best = { unit: found, text: name, to: i + 1 };
      words++;
    } else if (token?.kind !== 'mark' || token.spaced) break;
    else if (token.text === '-' || token.text === '‑') name += '-';
    else if (token.text !== '.' || !tokens[i - 1]?.is(NAME_STARTS)) break;
  }
  return best;
}

/** The unit of a symbol or name alone, as in a header: "GWh", "thousand tonnes" without its scale. */
export function unitNamed(text: string): Unit | undefined {
  return SYMBOLS.get(text) ?? NAMES.get(text.toLowerCase());
}

/** True for the symbol of a unit, with its capitals: "GWh", "Mt". */
export function isUnitSymbol(text: string): boolean {
  return SYMBOLS.has(text);
}

/** Words for money, and for things that are counted in thousands without a separator: "2000 people". */
const COUNTED_OR_PAID = wordClass(
  words(`
  dollars euros yuan yen rupees pounds cents pence percent per pct basis francs rubles roubles
  people persons employees workers jobs staff men women children members customers students soldiers
  troops stores shops homes houses households units shares vehicles cars seats rooms points times`),
);

/** True when the token at `at` makes the number before it a quantity: a scale, a unit, a currency or something counted. */
export function followsAsUnit(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind === 'mark') return '%％‰€£°℃'.includes(token.text);
  if (token?.kind !== 'word') return false;
  const glued = !token.spaced;
  if (token.is(COUNTED_OR_PAID)) return true;
  if (
    token.lower === 'year' &&
    /^end/.test(tokens[tokens[at + 1]?.text === '-' ? at + 2 : at + 1]?.lower ?? '')
  )
    return false;
  if (scaleAfterDigits(token, glued, false) !== undefined && token.text !== 'tr') return true;
  if (token.text.length < 2 && !glued) return false;
  const found = readUnit(tokens, at, glued);
  return found !== undefined && !(found.unit.kind === 'duration' && found.text === 'quarters');
}

/** True when a unit's factor is a power of ten, so that rates over it convert to the base unit exactly. */
export function isMetric(unit: Unit): boolean {
  const factor = toNumber(unit.factor);
  return unit.divisor === 1 && factor === Number(`1e${Math.round(Math.log10(factor))}`);
}
