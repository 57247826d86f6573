// So many things at a price each, and what they cost together: "14 boats at $22 million each, $308 million in all".
import { spellLike } from '../figures';
import { multiply } from '../figures/interval';
import { isAmount, overlap, valuesOf } from './amounts';
import { KIND } from './kinds';
import type { Found } from './rule';
import { mayNameTotal, opensTotal, sayTotal } from './sentence-sums';
import { type Part, type Sentence, wordsAfter, wordsBefore, wordsBetween } from './sentences';

/** "launches at", "ships of the class for about". */
const AT = /^ (?:[\p{L}-]+ ){0,5}(?:at|for)(?: about| some)? $/iu;
const EACH = /^ ?(?:each|apiece|a piece|(?:a|an|per) [\p{L}-]+)\b/iu;
/** What leads from a price to what all cost: nothing but what makes it a total. */
const LEADS = /^[^;:.()\d]{0,60}$/;
const MAKES = /\b(?:makes?|making|comes? to|coming to|amounts? to|adds? up to)\b[^,;:.]{0,30}$/i;

/** The amount of a sentence that its number and price do not make. */
export function productFound(sentence: Sentence): Found | undefined {
  if ((sentence.kinds & KIND.count) === 0 || (sentence.several & KIND.money) === 0) return undefined;
  for (const [i, count] of sentence.parts.entries()) {
    const [price, total] = [sentence.parts[i + 1], sentence.parts[i + 2]];
    if (!price || !total || !isProduct(sentence, count, price, total)) continue;
    const product = multiply(valuesOf(count.mention), valuesOf(price.mention));
    if (!overlap(product, valuesOf(total.mention))) return found(count, price, total);
  }
  return undefined;
}

function isProduct(sentence: Sentence, count: Part, price: Part, total: Part): boolean {
  const { kind, range } = count.mention.figure.quantity;
  if (kind !== 'count' || count.mention.money || range.low <= 1 || !isAmount(count.mention)) return false;
  if (!price.mention.money || !total.mention.money || !isAmount(total.mention)) return false;
  if (!AT.test(wordsBetween(sentence, count, price))) return false;
  const between = wordsBetween(sentence, price, total);
  const isEach = EACH.test(between) || price.mention.figure.quantity.unit.includes('/');
  if (!isEach || !LEADS.test(between)) return false;
  if (MAKES.test(between)) return true;
  return (
    mayNameTotal(sentence) &&
    (sayTotal(wordsAfter(sentence, total)) || opensTotal(wordsBefore(sentence, total)))
  );
}

function found(count: Part, price: Part, { mention: { figure } }: Part): Found {
  const [a, b] = [count.mention.figure, price.mention.figure];
  const newText = spellLike(Number((a.quantity.value * b.quantity.value).toPrecision(4)), figure);
  return {
    span: figure.span,
    message: `“${a.text}” at “${b.text}” each are ${newText}, not “${figure.text}”.`,
    related: [
      { span: a.span, message: 'How many' },
      { span: b.span, message: 'The price of each' },
    ],
    fixes: [
      {
        kind: 'edits',
        title: `Write ${newText}, the price of all`,
        edits: [{ span: figure.core, newText }],
        certain: false,
      },
    ],
  };
}
