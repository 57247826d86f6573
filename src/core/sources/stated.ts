// Whether a document states a figure at all: as it is, rounded, in a range, in plain digits, or by figures that give it.
import type { Stated } from '../claims';
import { add, divide, type Interval, meets, multiply, subtract } from '../figures';
import type { PlacedFigure } from '../report/report';
import { type Amount, amountOf } from './amount';
import type { IndexedDocument } from './index-document';
import type { Library } from './library';

/** Of the first figures of a document, those that keep most company with the report's words are put together. */
const MOST_LOOKED_AT = 2000;
const MOST_INPUTS = 30;

/** False only when nothing in the document could be what the figure rests on. */
export function isStatedIn(
  library: Library,
  document: IndexedDocument,
  mention: Stated & { readonly figure: Pick<PlacedFigure, 'text' | 'inherited'> },
  words: ReadonlySet<string>,
): boolean {
  const amount = amountOf(mention, mention.figure.inherited);
  return (
    library.statedIn(document, amount) ||
    hasDigits(document.document.text, mention.figure.text) ||
    isDerivedIn(document, amount, words)
  );
}

/** The number as written, where it is long enough to be there by no chance: its unit may stand elsewhere. */
function hasDigits(text: string, figure: string): boolean {
  const [digits = ''] = /\d[\d.,]*\d/.exec(figure) ?? [];
  if (digits.replace(/[.,]/g, '').replace(/^0+|0+$/g, '').length < 2) return false;
  for (let at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1)) {
    const isApart =
      !/[\d.,]$/.test(text.slice(0, at).slice(-1)) &&
      !/^[.,]?\d/.test(text.slice(at + digits.length, at + digits.length + 2));
    if (isApart) return true;
  }
  return false;
}

/** True when two figures of the document give it: as a sum, difference, share, change or ratio. */
function isDerivedIn(document: IndexedDocument, amount: Amount, words: ReadonlySet<string>): boolean {
  const inputs = document.mentions
    .slice(0, MOST_LOOKED_AT)
    .map(mention => ({
      amount: amountOf(mention, mention.figure.inherited),
      shared: mention.words.filter(word => words.has(word)).length,
    }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST_INPUTS)
    .map(input => input.amount);
  return inputs.some((a, i) =>
    inputs.some(
      (b, j) =>
        i !== j && a.kind === b.kind && results(a, b, amount.kind).some(range => meets(range, amount.range)),
    ),
  );
}

const HUNDRED: Interval = { low: 100, high: 100 };

/** What two amounts of one kind give, in a kind. */
function results(a: Amount, b: Amount, kind: string): Interval[] {
  const ratio = () => divide(a.range, b.range);
  switch (kind) {
    case a.kind:
      return [add(a.range, b.range), subtract(a.range, b.range)];
    case 'percent': {
      const share = multiply(ratio(), HUNDRED);
      return [share, subtract(share, HUNDRED), subtract(HUNDRED, share)];
    }
    case 'multiple':
    case 'ratio':
      return [ratio()];
    case 'points':
      return a.kind === 'percent' ? [subtract(a.range, b.range)] : [];
    default:
      return [];
  }
}
