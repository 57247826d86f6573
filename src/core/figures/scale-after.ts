// The scale that stands after a number.
import { type Decimal, decimal, plus } from './decimal';
import { readHanMeasure } from './han-measure';
import { hanScale, isHanMore } from './han-numbers';
import { isGluedHyphen } from './measure';
import type { Numeral } from './numerals';
import { mayScale, scaleAfterDigits, scaleWord } from './scales';
import type { Scan } from './scan';
import type { Token } from './tokens';
import { smallOrTens } from './word-tokens';
import { words } from './words';

export interface Scaled {
  readonly to: number;
  readonly power: number;
  readonly text: string | undefined;
  readonly plus: boolean;
}

/** The scale after a number: "billion", "bn", "k", "hundred million", 亿, 万亿; a plus or hyphen may stand between. */
export function readScale({ text, tokens }: Scan, numeral: Numeral, money: boolean): Scaled {
  let to = numeral.to;
  let power = 0;
  let scaleText: string | undefined;
  if (numeral.scaleAt !== undefined)
    scaleText = text.slice(tokens[numeral.scaleAt]?.start, tokens[numeral.to - 1]?.end);
  const open = tokens[to]?.text === '+' && !tokens[to]?.spaced;
  let next = open ? to + 1 : to;
  const more = isHanMore(tokens, next) ? 1 : 0;
  const first = tokens[next + more];
  if (more > 0 || first?.kind === 'han-number') {
    const scaled = first && hanScaleAt(text, first);
    if (!scaled) return { to: open ? next : to, power: 0, text: scaleText, plus: open };
    return { to: next + more + 1, power: scaled, text: first.text, plus: open || more > 0 };
  }
  for (let steps = 0; steps < 3; steps++) {
    const hyphen = isGluedHyphen(tokens, next) ? 1 : 0;
    const token = tokens[next + hyphen];
    if (token?.kind !== 'word' || !mayScale(token)) break;
    const isFirst = steps === 0 && numeral.writing !== 'words';
    const found = isFirst
      ? scaleAfterDigits(
          token,
          (!token.spaced && hyphen === 0) || (isExact(numeral) && 'kMB'.includes(token.text)),
          money || moneyFollows(tokens, next + hyphen + 1),
        )
      : scaleWord(token.lower);
    if (found === undefined || (isFirst && !scaleStands(tokens, next + hyphen, money, found))) break;
    power += found;
    next += hyphen + 1;
    to = next;
    scaleText = scaleText === undefined ? token.text : `${scaleText} ${token.text}`;
    if (!scaleWord(token.lower)) break;
  }
  if (power === 0 && open) return { to: numeral.to, power, text: scaleText, plus: false };
  return { to, power, text: scaleText, plus: open && power > 0 };
}

/**
 * The 50 lakh of "2 crore 50 lakh" and the 21 of "3 hundred and 21": numbers with a lower scale, or below a hundred, right
 * behind a scale in words.
 */
export function lowerWords(
  tokens: readonly Token[],
  at: number,
  power: number,
): { value: Decimal; place: number; to: number } | undefined {
  let value = decimal(0);
  let to = at;
  let above = power;
  let place = power;
  while (above > 0) {
    const joined = above === 2 && tokens[to]?.lower === 'and' ? 1 : 0;
    const small = joined > 0 ? smallOrTens(tokens, to + 1) : undefined;
    const number = small?.number ?? tokens[to + joined]?.digits ?? -1;
    if (number < 1 || number > 999) break;
    const behind = small?.to ?? to + joined + 1;
    const scale = scaleWord(tokens[behind]?.lower ?? '');
    const own = scale ?? (joined > 0 && number < 100 ? 0 : above);
    if (own >= above) break;
    value = plus(value, decimal(number, own));
    to = scale === undefined ? behind : behind + 1;
    above = own;
    place = own;
  }
  return to === at ? undefined : { value, place, to };
}

/** The power of ten of 万 or 亿; undefined for the 千 of a unit such as 千瓦. */
function hanScaleAt(text: string, token: Token): number | undefined {
  const unit = readHanMeasure(text, token.start);
  return unit && unit.to > token.end ? undefined : hanScale(token.text);
}

function moneyFollows(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token?.text === '€' || token?.text === '£' || (token?.kind === 'word' && MONEY_AFTER.has(token.lower))
  );
}

/** "12.5 M users": what is written with decimals or thousands is no name. */
function isExact({ writing, place, grouped }: Numeral): boolean {
  return writing === 'digits' && (place < 0 || grouped);
}

const MONEY_AFTER = new Set(
  words(`
  usd eur gbp dollars euros pounds yuan rmb yen rupees cny jpy inr chf sek nok dkk`),
);

const LENGTHWISE = new Set(
  words(`
  long wide tall deep high thick away apart sprint final relay race hurdles freestyle below above
  underground radius depth tower wave resolution x × telescope dash rotor yacht pool`),
);
const SCREENS = new Set(
  words(`
  tv tvs video resolution display displays screen monitor monitors content streaming ultra uhd camera
  television televisions projector film`),
);

/** "37m (121ft)" gives a length twice. */
function isFeetInBrackets(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.text === '(' && tokens[at + 1]?.kind === 'number' && FEET.has(tokens[at + 2]?.lower ?? '')
  );
}

const FEET = new Set(words('ft feet foot in inches yards yd miles'));

/** "a height of 48m", "the depth is some 12m". */
function isOfDimension(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > at - 5; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (DIMENSIONS.has(token.lower)) return true;
  }
  return false;
}

const DIMENSIONS = new Set(
  words(
    'height length width depth diameter altitude elevation radius outreach draught wingspan distance thickness',
  ),
);

/** No letter is glued behind: the 5 of "10b-5". */
function isBareNumber(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.kind === 'number' && !(tokens[at + 1]?.kind === 'word' && tokens[at + 1]?.spaced === false)
  );
}

/** "5m long" is a length, "4K TV" a name, "5 m people" is not written. */
function scaleStands(tokens: readonly Token[], at: number, money: boolean, power: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || token.text.length > 2) return true;
  if (!money && !token.spaced && isGluedHyphen(tokens, at + 1) && isBareNumber(tokens, at + 2)) return false;
  if (token.text === 'm' && !money) {
    if (tokens[at - 2]?.kind === 'han' || isFeetInBrackets(tokens, at + 1)) return false;
    if (LENGTHWISE.has(next?.lower ?? '') || isOfDimension(tokens, at - 1)) return false;
    return !(next?.text === '/' || next?.text === '²' || next?.text === '-');
  }
  if (token.text === 'K' && SCREENS.has(next?.lower ?? '')) return false;
  if (power === 9 && token.text === 'b' && next?.text === '/') return false;
  return true;
}
