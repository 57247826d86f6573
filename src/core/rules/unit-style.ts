import type { Mention } from '../claims';
import { once } from '../text/remember';
import type { Reading } from './reading';
import type { Fix, Rule } from './rule';

export const unitStyle: Rule = {
  id: 'unit-style',
  family: 'units',
  severity: 'hint',
  summary:
    'A spelling of a unit that differs from the one that the report mostly uses, such as “Billion” beside “billion”.',
  *check(reading) {
    for (const places of families(reading).values()) {
      const usual = usualSpelling(places);
      if (usual === undefined) continue;
      const others = places.filter(place => place.spelling !== usual);
      const edit = (other: Place) => ({ span: other.span, newText: other.write(usual) });
      const everywhere: Fix = {
        kind: 'edits',
        title: `Write it so at all ${others.length} places`,
        edits: others.map(edit),
        certain: false,
      };
      for (const place of others) {
        const own = edit(place);
        const here: Fix = {
          kind: 'edits',
          title: `Write “${own.newText.trim()}” here`,
          edits: [own],
          certain: false,
        };
        const fixes = others.length > 1 ? [here, everywhere] : [here];
        yield {
          span: place.span,
          message: `The report mostly writes ${place.example(usual)}, here ${place.example(place.spelling)}.`,
          fixes,
        };
      }
    }
  },
};

/** A unit where it stands, and how it can be spelled. */
interface Place {
  readonly spelling: string;
  readonly span: { readonly start: number; readonly end: number };
  /** The text for its span in another spelling of its family. */
  write(spelling: string): string;
  example(spelling: string): string;
}

/** Fewer than this show no habit. */
const LEAST = 3;

/** The spelling of three in four places or more. */
function usualSpelling(places: readonly Place[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { spelling } of places) counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && counts.size > 1 && most[1] >= LEAST && most[1] * 4 >= places.length * 3
    ? most[0]
    : undefined;
}

/** The places of each family of spellings, in prose: tables have their own habits. */
function families(reading: Reading): ReadonlyMap<string, readonly Place[]> {
  const byFamily = new Map<string, Place[]>();
  for (const mention of reading.mentions) {
    if (mention.figure.cell || mention.figure.block.kind === 'heading') continue;
    for (const [family, place] of placesOf(reading.report.text, mention)) {
      const group = byFamily.get(family) ?? [];
      group.push(place);
      byFamily.set(family, group);
    }
  }
  return byFamily;
}

const SCALES: readonly (readonly [string, readonly string[]])[] = [
  ['million', ['million', 'Million', 'MILLION', 'mn', 'm', 'M', 'mln', 'MM']],
  ['billion', ['billion', 'Billion', 'BILLION', 'bn', 'B', 'b', 'bln', 'Bn']],
  ['trillion', ['trillion', 'Trillion', 'TRILLION', 'tn', 'T', 'trn', 'Tn']],
];
const PERCENTS = ['%', 'percent', 'per cent', 'pct'];

/** A digit, and the scale behind it. */
const patternOf = once((scale: string) => new RegExp(`(\\d)([ \\u00a0-]?)(${scale})(?!\\p{L})`, 'u'));

function* placesOf(text: string, { figure, money }: Mention): Iterable<readonly [string, Place]> {
  const { start, end } = figure.core;
  const core = text.slice(start, end);
  const { scale } = figure;
  const family = scale === undefined ? undefined : SCALES.find(([, spellings]) => spellings.includes(scale));
  if (family && scale !== undefined && money) {
    const match = patternOf(scale).exec(core);
    if (match) {
      const at = start + match.index + 1;
      yield [
        family[0],
        {
          spelling: scale,
          span: { start: at, end: at + match[0].length - 1 },
          write: spelling => (spelling.length > 3 ? ` ${spelling}` : spelling),
          example: spelling => `“${spelling}”`,
        },
      ];
    }
  }
  if (figure.quantity.kind === 'percent' && !figure.inherited && !figure.spelled) {
    const match = /(\d)( ?)(%|percent|per cent|pct)$/.exec(core);
    if (match && PERCENTS.includes(match[3] ?? '')) {
      const at = start + match.index + 1;
      yield [
        'percent',
        {
          spelling: match[3] ?? '',
          span: { start: at, end },
          write: spelling => (spelling === '%' ? '%' : ` ${spelling}`),
          example: spelling => `“${spelling}”`,
        },
      ];
    }
  }
  const unit = /(\d)( ?)([kMGT](?:Wh?|B|Hz))$/.exec(core);
  if (unit) {
    const at = start + unit.index + 1;
    const symbol = unit[3] ?? '';
    yield [
      'space',
      {
        spelling: unit[2] ?? '',
        span: { start: at, end },
        write: spelling => spelling + symbol,
        example: spelling => `“5${spelling}${symbol}”`,
      },
    ];
  }
}
