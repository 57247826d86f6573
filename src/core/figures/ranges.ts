// Two numbers that belong together: ranges ("20–30", "from 20 to 30", "between") and changes ("from 5 to 7").

import { type Amount, amountOf, baseValue } from './amounts';
import { wordClass } from './lexicon';
import type { Measure } from './measure';
import type { Token } from './tokens';
import { words } from './words';

export type Link = 'dash' | 'to' | 'and' | 'or';

/** What joins the number that ends before token `at` to the next one; `to` is where the next may begin. */
export function readLink(tokens: readonly Token[], at: number): { link: Link; to: number } | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.kind === 'mark' && '–—-‑~～〜−－'.includes(token.text)) {
    // "a 12- to 15-percent stake", "10-to-15-year terms"
    const hangs = !token.spaced && tokens[at + 1]?.lower === 'to';
    if (!hangs) return { link: 'dash', to: at + 1 };
    return tokens[at + 1]?.spaced ? { link: 'to', to: at + 2 } : toBeforeHyphen(tokens, at + 1);
  }
  const han = token.kind === 'han' ? hanLink(token.text) : undefined;
  if (han) return { link: han, to: at + 1 };
  if (token.kind !== 'word') return undefined;
  if (token.lower === 'to') return toBeforeHyphen(tokens, at) ?? { link: 'to', to: at + 1 };
  if (token.lower === 'through') return { link: 'to', to: at + 1 };
  if (token.lower === 'and' || token.lower === 'or') return { link: token.lower, to: at + 1 };
  return undefined;
}

/** The "to-" of "10-to-15" and of "200,000 to-260,000". */
function toBeforeHyphen(tokens: readonly Token[], at: number): { link: 'to'; to: number } | undefined {
  const hyphen = tokens[at + 1];
  const number = tokens[at + 2];
  const isGlued = hyphen?.text === '-' && !hyphen.spaced && number?.spaced === false;
  return isGlued ? { link: 'to', to: at + 2 } : undefined;
}

/** 到 is a dash, 与 is "and", which takes 之间 behind the second number to make a range. */
export function hanLink(character: string): Link | undefined {
  if (character === '至' || character === '到') return 'dash';
  return character !== '' && '与與和'.includes(character) ? 'and' : undefined;
}

/** The word of the pair before its first amount: "from" or "between". */
export function opener(tokens: readonly Token[], at: number): 'from' | 'between' | undefined {
  const word = tokens[at - 1]?.lower;
  return word === 'from' || word === 'between' ? word : undefined;
}

export interface Shared {
  readonly low: Amount;
  readonly high: Amount;
  readonly measures: readonly [Measure | undefined, Measure | undefined];
  /** Which of the two has its scale or unit from the other. */
  readonly inherits: readonly [boolean, boolean];
}

/** Gives each of two joined amounts the scale and unit of the other where it has none; undefined when they cannot have one. */
export function share(low: Amount, high: Amount): Shared | undefined {
  const [a, b] = [low.measure, high.measure];
  if (a && b && (a.kind !== b.kind || !sameUnit(a, b))) return undefined;
  if (a && b && a.name !== b.name && a.name !== '' && !ascends(low, high)) return undefined;
  // "is now 3.0 million – 20% more": there are no millions of percent.
  if (b?.kind === 'percent' && a === undefined && low.power > 0) return undefined;
  const unit = b ?? a;
  const bare = low.power === 0 && !low.grouped;
  const scaleDown = bare && high.power > 0 && (a === undefined || low.prefixed) && comparable(low, high);
  const scaleUp = high.power === 0 && !high.grouped && low.power > 0 && b === undefined && !high.prefixed;
  return {
    low: scaleDown ? amountOf({ ...low, power: high.power, scale: undefined }) : low,
    high: scaleUp ? amountOf({ ...high, power: low.power, scale: undefined }) : high,
    measures: [a && !(low.prefixed && unit && a.unit !== unit.unit) ? a : unit, unit],
    inherits: [
      scaleDown || (a === undefined && b !== undefined),
      scaleUp || (b === undefined && a !== undefined),
    ],
  };
}

/** "5 feet 4 inches" and "6-foot-2-inch" are no ranges; "500 MW to 1 GW" is one. */
function ascends(low: Amount, high: Amount): boolean {
  return baseValue(low.value, low.power, low.measure) < baseValue(high.value, high.power, high.measure);
}

/**
 * "$10-15 billion" but not "$900–1.2 billion": the smaller number must stay below the larger, or little above it. With a
 * sign of its own it is likelier to be meant as it stands: "$200 to $4 million".
 */
function comparable(low: Amount, high: Amount): boolean {
  const [a, b] = [baseValue(low.value, 0, undefined), baseValue(high.value, 0, undefined)];
  return a <= b * (low.prefixed && high.prefixed ? 10 : 50);
}

function sameUnit(a: Measure, b: Measure): boolean {
  if (a.unit === b.unit) return true;
  if (a.kind === 'temperature' || a.kind === 'other') return false;
  return b.unit.startsWith(`${a.unit}/`);
}

const CHANGE = wordClass(
  words(`rose rise rises risen rising fell fall falls fallen falling grew grow grows grown growing increase increased increases increasing decrease decreased decreases decreasing up down cut cuts cutting
  drop dropped drops dropping decline declined declines declining climb climbed climbs climbing jump jumped jumps jumping slip slipped slips slipping raise raised raises raising lower lowered lowers
  went go goes gone going moved move moves improve improved improves widen widened narrow narrowed shrink shrank shrunk expand expanded expands extended reduce reduced reduces reducing double doubled triple tripled quadrupled
  halved lengthened shortened soared surged plunged tumbled slid edged advanced swung rebounded recovered accelerated slowed eased change changed changes revised revise upgraded downgraded boosted boost trimmed trim lifted lift
  dipped sank upsized downsized stretch stretched stretches hiked crept swelled ballooned dwindled pared deepened compressed added growth shift shifted upward downward higher pushed brought took taking increasing strengthened weakened rallied retreated gain gained gains lose lost loses firmed ticked
  leap leaps leapt leaped leaping soar soars soaring surge surges surging plunge plunges plunging tumble tumbles tumbling slump slumps slumped rocketed skyrocketed spiked vaulted bounced
  collapse collapses collapsed crashed slashed contracted diminished escalated receded softened drifted inched lengthen lengthens shorten shortens doubles doubling triples tripling halves halving`),
);
const RANGES = wordClass(
  words(`
  range ranged ranges ranging run runs ran running vary varied varies varying span spans spanned
  spanning anywhere anything somewhere band target guidance estimates between`),
);

/** "rose", "reduced", "cuts" */
export function tellsMove(token: Token | undefined): boolean {
  return token?.is(CHANGE) === true;
}

/** "the range is", "ranging": up to three words before token `at`. */
export function namesRange(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > at - 4 && tokens[i]?.kind === 'word'; i--) if (tokens[i]?.is(RANGES)) return true;
  return false;
}

/** "It rose by 30% in the last year of the scheme, from 60,000 to 72,000." */
const MOST_STEPS = 14;

/** "and its staff from 2,150 to 2,900, or by 35%": what follows the two at token `at` tells a change. */
export function leadsToChange(tokens: readonly Token[], at: number): boolean {
  const [comma, next, last] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (comma?.text !== ',' && comma?.text !== '(') return false;
  const word = next?.lower === 'or' ? last : next;
  return word?.lower === 'by' || word?.lower === 'up' || word?.lower === 'down' || word?.text === '+';
}

/** True when "from A to B", or "A to B", at token `at` tells a change over time rather than a range. */
export function tellsChange(tokens: readonly Token[], at: number, descending: boolean): boolean {
  let steps = 0;
  for (let i = at - 1; i >= 0 && steps < MOST_STEPS; i--, steps++) {
    const token = tokens[i];
    if (!token || token.kind === 'wall' || ('.;:'.includes(token.text) && tokens[i + 1]?.spaced)) break;
    // "doubled between 2021 and 2025, from …": the years are no bounds of the values.
    if (token.lower === 'between' && /^(?:19|20)\d\d$/.test(tokens[i + 1]?.text ?? '')) continue;
    if (token.is(RANGES)) return descending && token.lower !== 'between';
    if (token.is(CHANGE)) return true;
  }
  return descending;
}
