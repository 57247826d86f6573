// A lower and an upper bound told one after the other: "more than 50 and fewer than 250 employees" is one range.
import { tidy } from './decimal';
import type { Level } from './figure';
import { between } from './interval';

const LINKS = new Set([
  ' and ',
  ' to ',
  ' but ',
  ', ',
  ', and ',
  ', but ',
  '，',
  '， ',
  ',',
  '并',
  '且',
  '并且',
  '但',
  '，但',
  '，且',
  '的同时',
  // 大于三十小于五十
  '',
]);

/** The two figures as one range, from the lower bound to the upper; undefined when they are two values. */
export function betweenBounds(text: string, first: Level | undefined, second: Level): Level | undefined {
  if (!first) return undefined;
  const mayBeBetween = text.charCodeAt(first.span.start - 2) === N;
  if (!mayBeBetween && second.quantity.qualifier === undefined) return undefined;
  if (first.ends || second.ends || first.quantity.kind !== second.quantity.kind) return undefined;
  const isBetween = mayBeBetween && text.startsWith('between ', first.span.start - BETWEEN);
  const [a, b] = [first.quantity, second.quantity];
  if (a.unit !== b.unit && a.unit !== '') return undefined;
  const areBounds = boundsBoth(first, second) && LINKS.has(text.slice(first.span.end, second.span.start));
  const areEnds = isBetween && a.value < b.value && joinsEnds(text, first.span.end, second.span.start);
  if (!areBounds && !areEnds) return undefined;
  const range = between(a.value, b.value);
  const span = { start: first.span.start - (isBetween ? BETWEEN : 0), end: second.span.end };
  return {
    ...second,
    span,
    text: text.slice(span.start, span.end),
    core: { start: first.core.start, end: second.core.end },
    numeral: { start: first.numeral.start, end: second.numeral.end },
    quantity: {
      ...b,
      value: tidy((range.low + range.high) / 2),
      range,
      qualifier: 'range',
      stated: undefined,
    },
    ends: [range.low, range.high],
    spelled: first.spelled && second.spelled,
  };
}

const BETWEEN = 'between '.length;
/** The code of its last letter, which tells that most figures stand behind another word. */
const N = 110;
const LONGEST_GAP = 40;

/** "between about 10 and 20", "between 10 percent of sales and up to 15 percent": what the first is of may stand between. */
function joinsEnds(text: string, from: number, to: number): boolean {
  return (
    to - from <= LONGEST_GAP &&
    /^(?: (?!and |in |at |by |for )[\p{L}'’-]+){0,4} and $/u.test(text.slice(from, to))
  );
}

/** One is open above and the other below, and they meet: not "less than 10 and more than 40". */
function boundsBoth({ quantity: a }: Level, { quantity: b }: Level): boolean {
  const [low, high] = isLeast(a.qualifier) ? [a, b] : [b, a];
  return isLeast(low.qualifier) && isMost(high.qualifier) && low.value < high.value;
}

function isLeast(qualifier: Level['quantity']['qualifier']): boolean {
  return qualifier === 'over' || qualifier === 'at-least';
}

function isMost(qualifier: Level['quantity']['qualifier']): boolean {
  return qualifier === 'under' || qualifier === 'at-most';
}
