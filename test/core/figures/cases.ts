// Reads the cases of `cases/*.md`: sentences with the figures that a careful reader finds in them.
//
//   - [header ∥] sentence ⇒ figure = kind value unit (qualifier); figure = kind low..high unit; figure = kind from→to unit
//
// "⇒ none" stands for a sentence without figures. Values are in base units. A qualifier that is not given is none.
import { type Figure, findFigures } from '../../../src/core/figures';

export interface Case {
  readonly header: string | undefined;
  readonly text: string;
  readonly expected: readonly Expected[];
}

export interface Expected {
  readonly text: string;
  readonly kind: string;
  readonly low: number;
  readonly high: number;
  /** A value, or what leads from the low to the high end. */
  readonly link: '' | '..' | '→';
  readonly unit: string;
  readonly qualifier: string | undefined;
}

export function readCases(markdown: string): Case[] {
  return markdown
    .split('\n')
    .filter(line => line.startsWith('- '))
    .map(line => {
      const [sentence = '', answer = ''] = line.slice(2).split(' ⇒ ');
      const [cell, header] = sentence.split(' ∥ ').reverse();
      const expected = answer.trim() === 'none' ? [] : answer.split('; ').map(readExpected);
      return { header, text: cell ?? '', expected };
    });
}

function readExpected(answer: string): Expected {
  const match = /^(.*) = (\S+) (\S+?)(?:(\.\.|→)(\S+))?(?: ([^(\s]\S*))?(?: \((\S+)\))?$/.exec(answer.trim());
  if (!match) throw new Error(`not an expected figure: ${answer}`);
  const [, text = '', kind = '', low, link, high, unit = '', qualifier] = match;
  return {
    text,
    kind,
    low: Number(low),
    high: Number(high ?? low),
    link: link === '..' || link === '→' ? link : '',
    unit,
    qualifier,
  };
}

/** What differs between the figures found and the expected ones, in words; empty when nothing does. */
export function compare({ text, header, expected }: Case): string[] {
  const found = findFigures(text, header === undefined ? {} : { header });
  const missing = expected.filter(each => !found.some(figure => figure.text === each.text));
  const extra = found.filter(figure => !expected.some(each => each.text === figure.text));
  const wrong = expected.flatMap(each => {
    const figure = found.find(candidate => candidate.text === each.text);
    return figure && !agrees(figure, each)
      ? [`"${each.text}" read as ${shown(figure)}, not as ${JSON.stringify(each)}`]
      : [];
  });
  return [
    ...missing.map(each => `"${each.text}" not found`),
    ...extra.map(figure => `${shown(figure)} is no such figure`),
    ...wrong,
  ];
}

function agrees(figure: Figure, expected: Expected): boolean {
  const { quantity } = figure;
  if (quantity.kind !== expected.kind || quantity.unit !== expected.unit) return false;
  if ((figure.form === 'change') !== (expected.link === '→')) return false;
  if (figure.form === 'change')
    return (
      near(figure.from.quantity.value, expected.low, 1e-9) &&
      near(figure.to.quantity.value, expected.high, 1e-9)
    );
  if (expected.link === '..')
    return (
      quantity.qualifier === 'range' &&
      near(quantity.range.low, expected.low, 0.06) &&
      near(quantity.range.high, expected.high, 0.06)
    );
  return quantity.qualifier === expected.qualifier && near(quantity.value, expected.low, 1e-9);
}

function near(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= Math.abs(b) * tolerance;
}

function shown({ text, quantity }: Figure): string {
  return `"${text}" (${quantity.kind} ${quantity.value} ${quantity.unit} ${quantity.qualifier ?? ''})`;
}
