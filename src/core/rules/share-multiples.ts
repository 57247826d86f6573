// Multiples of a named amount: "€1.9 billion, or 18 times EBITDA of €105 million".
import type { Mention } from '../claims';
import { alike, isAmount } from './amounts';
import type { Reading } from './reading';
import type { Found } from './rule';
import { type Part, type Sentence, wordsAfter, wordsBefore, wordsBetween } from './sentences';
import { isRatio, ratioFound } from './share-ratios';

/** The name of the amount that is counted so many times, up to its value: "last year's EBITDA of", "EBITDA (". */
const NAMED =
  /^(?:\s+(?!(?:more|less|as|higher|greater|larger|what|than|to|from|and|in|on|at)\b)[\p{L}\d'’-]+){1,6}?(?:\s+of|,|\s?\(|, which (?:[\p{L}-]+ ){1,5}at)\s*(?:about |some )?$/u;
/** "for an EV/EBITDA multiple of": the amounts stand before it. */
const MULTIPLE_OF = /\b(?:an?|its|the) (?:[\p{L}/-]+ ){0,3}(?:multiple|ratio) of\s+(?:about |some )?$/iu;

/** "a value of $7.2 billion against EBITDA of $480 million": one is told by the other. */
const AGAINST = /^(?:\s[\p{L}-]+){0,2}? (?:against|over) (?!a year\b|the\b)[^,;.]*$/iu;
/** "On EBITDA of $480 million that is 2.1 times". */
const ON = /(?:^|[.;:]\s)on (?:[\p{L}\d-]+ ){1,5}of (?:about |some )?$/iu;
/** "On net debt of $3.3 billion and EBITDA of $1.1 billion leverage comes to 3.0 times". */
const ON_BOTH = /(?:^|[.;:]\s)(?:on|with) (?:[\p{L}\d-]+ ){1,5}of (?:about |some )?$/iu;
const IS_THAT = /^,? (?:that|this|it) (?:is|was|makes|comes to|gives|equals) (?:about |some )?$/i;
const VALUES = /\b(?:values?|valued|valuing|puts?|putting)\b/i;

/** The multiples that fit none of the amounts that they could stand for. */
export function* multiplesOfAmounts(reading: Reading, sentence: Sentence): Iterable<Found> {
  for (let i = 0; i < sentence.parts.length; i++) {
    const multiple = sentence.parts[i];
    if (multiple?.mention.figure.quantity.kind !== 'multiple' || multiple.mention.figure.ends) continue;
    const next = sentence.parts[i + 1];
    const isNamed = next?.mention.money === true && NAMED.test(wordsBetween(sentence, multiple, next));
    const one = isNamed ? next : (oneBefore(sentence, i) ?? oneCalled(sentence, i));
    if (!one || !isAmount(one.mention)) continue;
    const larger = ({ figure }: Mention) => figure.quantity.value > one.mention.figure.quantity.value;
    const near = reading
      .near(one.mention)
      .filter(other => other.money && isAmount(other) && alike(other, one.mention) && larger(other));
    const before = near.filter(other => other.figure.span.end <= multiple.mention.figure.span.start);
    const whole = before.findLast(
      ({ figure }) => figure.sentence.start === multiple.mention.figure.sentence.start,
    );
    const [single, another] = before;
    const many = whole ?? (another ? undefined : single);
    if (!many || near.some(other => isRatio(multiple.mention, other, one.mention))) continue;
    // "The bid of €310 million for the stake values the whole at 1.4 times": it is the value of another thing.
    if (VALUES.test(reading.report.text.slice(many.figure.span.end, multiple.mention.figure.span.start)))
      continue;
    yield ratioFound(multiple.mention, many, one.mention);
  }
}

/** "€1.9 billion on EBITDA of €105 million, a multiple of 18x": the amount right before the multiple. */
function oneBefore(sentence: Sentence, index: number): Part | undefined {
  const [many, one, multiple] = [-2, -1, 0].map(at => sentence.parts[index + at]);
  if (!one || !multiple || !one.mention.money) return undefined;
  const isOver = many?.mention.money && AGAINST.test(wordsBetween(sentence, many, one));
  const isOnBoth =
    many?.mention.money &&
    ON_BOTH.test(sentence.text.slice(0, many.start)) &&
    / and (?:[\p{L}-]+ ){1,4}of (?:about |some )?$/u.test(wordsBetween(sentence, many, one)) &&
    /^(?: [\p{L}-]+){1,6} (?:about )?$/u.test(wordsBetween(sentence, one, multiple)) &&
    /^\s*(?:[.,;)]|$)/.test(wordsAfter(sentence, multiple, 3));
  if (isOnBoth) return one;
  const isOn = IS_THAT.test(wordsBetween(sentence, one, multiple)) && ON.test(wordsBefore(sentence, one));
  if (!isOver && !isOn && !MULTIPLE_OF.test(wordsBefore(sentence, multiple))) return undefined;
  return /[;:]|\.\s/.test(wordsBetween(sentence, one, multiple)) ||
    /^\s+(?!and\b)\p{L}/u.test(wordsAfter(sentence, multiple, 5))
    ? undefined
    : one;
}

/** Its amounts are among so many figures. */
const FURTHEST = 8;

/** "times earnings", "times its operating profit". */
const TIMES_NOUN =
  /^\s+(?:its |their |the |last year's )?(?:\p{Ll}+ )?(\p{L}{4,})(?=\s*(?:[.,;)]|$| (?:and|but|at|in)\b))/u;

/** "a price of €18.20 and earnings of €1.30, 16 times earnings": the one of two amounts that is called so. */
function oneCalled({ text, parts }: Sentence, index: number): Part | undefined {
  const multiple = parts[index];
  if (index > FURTHEST) return undefined;
  const amounts = parts.slice(0, index).filter(part => part.mention.money);
  if (!multiple || amounts.length !== 2) return undefined;
  const noun = TIMES_NOUN.exec(text.slice(multiple.end, multiple.end + 60))?.[1]?.toLowerCase();
  if (noun === undefined) return undefined;
  const called = amounts.filter(({ start }, i) =>
    text
      .slice(amounts[i - 1]?.end ?? 0, start)
      .toLowerCase()
      .includes(noun),
  );
  return called.length === 1 ? called[0] : undefined;
}
