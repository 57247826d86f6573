// What holds for any text: spans, independence from what surrounds a figure, and no surprise in time or by exceptions.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  describeQuantity,
  type Figure,
  findDates,
  findFigures,
  findFiguresAndDates,
  joinChanges,
  levelsOf,
  spellLike,
  spellQuantity,
} from '../../../src/core/figures';
import { readCases } from './cases';

const FOLDER = 'test/core/figures/cases';
const sentences = readdirSync(FOLDER)
  .filter(name => name.endsWith('.md') && name !== 'dates.md')
  .flatMap(name => readCases(readFileSync(join(FOLDER, name), 'utf8')))
  .filter(each => each.header === undefined)
  .map(each => each.text);

const piece = fc.oneof(
  fc.constantFrom(...sentences),
  fc.constantFrom(
    '$',
    '€',
    '%',
    '.',
    ',',
    '-',
    '–',
    '(',
    ')',
    '+',
    '/',
    ':',
    ' ',
    '\n',
    '\n\n',
    '￼',
    '😀',
    '亿',
    '三十',
    '½',
    '²',
  ),
  fc.constantFrom(
    'about ',
    'more than ',
    'from ',
    ' to ',
    ' and ',
    'between ',
    ' of ',
    'a ',
    'half ',
    ' million',
    ' billion',
    'bn',
    'GW',
    'per ',
    'one ',
    'twenty-',
    'Q1 ',
    'in ',
    'May ',
  ),
  fc.nat(20000).map(String),
  fc.double({ min: 0, max: 1e6, noNaN: true }).map(value => value.toFixed(2)),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const text = fc.array(piece, { maxLength: 14 }).map(pieces => pieces.join(''));

const moves = fc
  .array(fc.oneof(piece, fc.constantFrom('from $5 to $7', 'from 8% in May to 6%', '从30亿元增至50亿元')), {
    maxLength: 8,
  })
  .map(pieces => pieces.join(''));

describe('any text', () => {
  it('has the same figures and dates whether they are asked for together or apart', () => {
    fc.assert(
      fc.property(text, words => {
        const { figures, dates } = findFiguresAndDates(words);
        deepEqual(figures, findFigures(words));
        deepEqual(dates, findDates(words));
      }),
    );
  });

  it('gives figures in order, inside the text, never overlapping, never through a surrogate pair', () => {
    fc.assert(
      fc.property(text, any => {
        let end = 0;
        for (const figure of findFigures(any)) {
          ok(
            figure.span.start >= end && figure.span.end > figure.span.start && figure.span.end <= any.length,
          );
          equal(figure.text, any.slice(figure.span.start, figure.span.end));
          ok(figure.span.start <= figure.core.start && figure.core.end <= figure.span.end);
          ok(figure.core.start <= figure.numeral.start && figure.numeral.end <= figure.core.end);
          ok(!splitsPair(any, figure.span.start) && !splitsPair(any, figure.span.end));
          end = figure.span.end;
        }
      }),
      { numRuns: 600 },
    );
  });

  it('gives two levels with spans of their own for a change, in order within its span', () => {
    fc.assert(
      fc.property(fc.oneof(text, moves), any => {
        const figures = findFigures(any);
        for (const figure of figures) {
          if (figure.form === 'level') continue;
          const { from, to, span } = figure;
          ok(span.start < from.span.start && from.span.end < to.span.start && to.span.end === span.end);
          for (const level of [from, to]) equal(level.text, any.slice(level.span.start, level.span.end));
        }
        deepEqual(joinChanges(any, levelsOf(figures)), figures);
      }),
    );
  });

  it('gives a range around the value and words for every figure', () => {
    fc.assert(
      fc.property(text, any => {
        for (const figure of findFigures(any)) {
          const { range, value } = figure.quantity;
          ok(
            Number.isFinite(value) && range.low <= value && value <= range.high,
            `${figure.text}: ${range.low} ${value} ${range.high}`,
          );
          ok(describeQuantity(figure.quantity).length > 0);
          ok(spellQuantity(figure.quantity).length > 0);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('gives dates in order, never overlapping', () => {
    fc.assert(
      fc.property(text, any => {
        let end = 0;
        for (const date of findDates(any)) {
          ok(date.span.start >= end && date.span.end > date.span.start && date.span.end <= any.length);
          end = date.span.end;
        }
      }),
    );
  });

  it('gives the same figures for a sentence whatever stands in the paragraphs around it', () => {
    const neutral = sentences.filter(each => !/[¥]/.test(each));
    fc.assert(
      fc.property(
        fc.constantFrom(...neutral),
        fc.constantFrom(...neutral),
        fc.constantFrom(...neutral),
        (before, own, after) => {
          const shown = (figures: ReturnType<typeof findFigures>, offset: number) =>
            figures.map(figure => [
              figure.span.start - offset,
              figure.text,
              figure.quantity.value,
              figure.quantity.unit,
            ]);
          const alone = findFigures(own);
          const offset = before.length + 2;
          const within = findFigures(`${before}\n\n${own}\n\n${after}`).filter(
            figure => figure.span.start >= offset && figure.span.end <= offset + own.length,
          );
          deepEqual(shown(within, offset), shown(alone, 0));
        },
      ),
    );
  });

  it('lets no figure cross an object replacement character', () => {
    fc.assert(
      fc.property(text, any => {
        for (const figure of findFigures(any)) ok(!figure.text.includes('￼'));
      }),
    );
  });
});

describe('writing a value like a figure', () => {
  const styles = [
    '$30 billion',
    '£1.2bn',
    '€45m',
    'USD 4.7 bn',
    '5GW',
    '5 GW',
    '128 TWh',
    '€84/MWh',
    '12.5%',
    '3 percent',
    '1,200',
    '3.3x',
    '25bps',
    '3pp',
    '-$5m',
    '(3.6)%',
    '₹17,000 crore',
    '14.2m',
    '10-year',
    '20 feet',
    '$2.66',
    '30亿元',
    'about $350 billion',
    'up to 5GW',
    '$10-15 billion',
    '60,000 sq ft',
    '120 MEUR',
    'R500m',
    '$US55 million',
    '5 feet 4 inches',
  ];

  for (const style of styles) {
    it(`reads back what it writes like “${style}”`, () => {
      const [like] = findFigures(style);
      ok(like);
      const unit = like.quantity.value === 0 ? 1 : Math.abs(like.ends ? like.ends[0] : like.quantity.value);
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 0, max: 2 }), (digits, places) => {
          const value = Number((unit * digits * 10 ** -places).toPrecision(12));
          const written = spellLike(value, like);
          const [again] = findFigures(written);
          ok(again, `${written} is no figure`);
          ok(
            Math.abs(again.quantity.value - value) <= Math.abs(value) * 1e-9,
            `${value} → ${written} → ${again.quantity.value}`,
          );
          equal(again.quantity.unit, like.quantity.unit);
          equal(spellLike(again.quantity.value, again), written.replace(/^\((.*)\)(.*)$/, '($1)$2'));
        }),
        { numRuns: 60 },
      );
    });
  }

  const shared = [
    'It made 12, 15 and 18 million tonnes.',
    'Some 3, 4 or 5 million people fled.',
    'Output rose from 5.2 to 9.1 million tonnes.',
    'The margin fell from 8 to 5 percent.',
    'The stake rose from $12 to $19 billion.',
    'The dividend rises from 45 cents to 61.',
    'Lead times went from six weeks to 14.',
    'It grew from 5.2 million tonnes to 9.1 million.',
  ];

  for (const sentence of shared) {
    it(`replaces one value of “${sentence}” and leaves the others as they are`, () => {
      const before = levelsOf(findFigures(sentence));
      ok(before.some(({ inherited }) => inherited));
      fc.assert(
        fc.property(fc.nat(before.length - 1), fc.integer({ min: 2, max: 19 }), (at, factor) => {
          const like = before[at] as Figure;
          const value = Number(((like.quantity.value * factor) / 10).toPrecision(12));
          const { start, end } = like.core;
          const after = levelsOf(
            findFigures(sentence.slice(0, start) + spellLike(value, like) + sentence.slice(end)),
          );
          deepEqual(
            after.map(({ quantity }) => [Number(quantity.value.toPrecision(12)), quantity.unit]),
            before.map(({ quantity }, i) => [
              Number((i === at ? value : quantity.value).toPrecision(12)),
              quantity.unit,
            ]),
          );
        }),
      );
    });
  }

  it('writes money, percentages, multiples and metric units so that they read back', () => {
    const shapes = fc.constantFrom(
      { kind: 'money', unit: 'USD' } as const,
      { kind: 'money', unit: 'GBP' } as const,
      { kind: 'money', unit: 'CHF' } as const,
      { kind: 'percent', unit: '%' } as const,
      { kind: 'points', unit: 'bp' } as const,
      { kind: 'points', unit: 'pp' } as const,
      { kind: 'multiple', unit: 'x' } as const,
      { kind: 'power', unit: 'W' } as const,
      { kind: 'energy', unit: 'Wh' } as const,
      { kind: 'mass', unit: 'kg' } as const,
      { kind: 'count', unit: '' } as const,
    );
    fc.assert(
      fc.property(
        shapes,
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 0, max: 8 }),
        fc.constantFrom('long', 'short', 'capital'),
        (shape, digits, power, scale) => {
          const value = digits * 10 ** power;
          const written = spellQuantity({ ...shape, value }, { scale });
          const [again] = findFigures(written);
          ok(again, `${written} is no figure`);
          equal(again.quantity.kind, shape.kind, written);
          equal(again.quantity.unit, shape.unit, written);
          ok(
            Math.abs(again.quantity.value - value) <= value * 1e-9,
            `${value} → ${written} → ${again.quantity.value}`,
          );
        },
      ),
    );
  });
});

function splitsPair(any: string, offset: number): boolean {
  const before = any.charCodeAt(offset - 1);
  const after = any.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
