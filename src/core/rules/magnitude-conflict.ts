import { agreeOnPeriod, type Mention, sameScaleSlip } from '../claims';
import { spellLike } from '../figures';
import type { Reading } from './reading';
import type { Fix, Rule } from './rule';

export const magnitudeConflict: Rule = {
  id: 'magnitude-conflict',
  family: 'units',
  severity: 'error',
  summary:
    'Two mentions of one claim that differ by a power of ten, such as a translated 亿 read as “billion”.',
  *check(reading) {
    const reported = new Set<Mention>();
    for (const { mentions } of reading.claims) {
      const stated = mentions.filter(mention => isComparable(reading, mention));
      for (const [strong, weak] of conflicts(reading, stated)) {
        if (reported.has(weak)) continue;
        reported.add(weak);
        const others = stated.filter(
          other => other !== weak && sameScaleSlip(weak, other) !== undefined && agreeOnPeriod(weak, other),
        );
        const wrong = stated.filter(other => other.figure.quantity.value === weak.figure.quantity.value);
        yield {
          span: weak.figure.span,
          message: messageFor(weak, strong),
          related: others.map(other => ({
            span: other.figure.span,
            message: `Here it is “${other.figure.text}”`,
          })),
          fixes: fixesFor(weak, strong, wrong),
        };
      }
    }
  },
};

function isComparable(reading: Reading, { figure, role }: Mention): boolean {
  return (
    role !== 'change' &&
    reading.isFactual(figure) &&
    figure.ends === undefined &&
    figure.quantity.kind !== 'percent'
  );
}

/** Pairs of conflicting mentions, each as [the better supported one, the weaker one]. */
function* conflicts(reading: Reading, mentions: readonly Mention[]): Iterable<readonly [Mention, Mention]> {
  // Mentions of one value stand together, so that a claim repeated a thousand times is compared value by value.
  const byValue = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const group = byValue.get(mention.figure.quantity.value);
    if (group) group.push(mention);
    else byValue.set(mention.figure.quantity.value, [mention]);
  }
  const groups = [...byValue.values()].slice(0, 50);
  for (const [i, group] of groups.entries()) {
    for (const other of groups.slice(i + 1)) {
      const pair = group.flatMap(a =>
        other.flatMap(b =>
          agreeOnPeriod(a, b) && sameScaleSlip(a, b) !== undefined ? [[a, b] as const] : [],
        ),
      )[0];
      if (!pair) continue;
      const [weaker, stronger] =
        support(reading, group) < support(reading, other) ? [group, other] : [other, group];
      const strong = stronger[0];
      for (const weak of weaker) if (strong) yield [strong, weak];
    }
  }
}

/** How well the report supports a value: a currency, a source and agreeing mentions count. */
function support(reading: Reading, mentions: readonly Mention[]): number {
  const points = mentions.map(({ figure }) => {
    const currency = figure.quantity.kind === 'count' && figure.quantity.unit === '' ? 0 : 4;
    const source = reading.sourced.covers(figure.span) && !reading.caveatAt(figure.span) ? 2 : 0;
    return currency + source;
  });
  return Math.max(...points) + mentions.length * 0.1;
}

function messageFor(weak: Mention, strong: Mention): string {
  const power = Math.abs(sameScaleSlip(weak, strong) ?? 0);
  const factor = (10 ** power).toLocaleString('en-US');
  const larger = weak.figure.quantity.value > strong.figure.quantity.value ? 'larger' : 'smaller';
  const cause =
    power === 1 && weak.figure.scale !== undefined
      ? ' A likely cause: 亿 is 100 million, so 300亿 is 30 billion, not 300 billion.'
      : '';
  return `“${weak.figure.text}” is ${factor} times ${larger} than “${strong.figure.text}”, which the report gives for the same ${weak.measure ?? 'claim'}.${cause}`;
}

function fixesFor(weak: Mention, strong: Mention, wrong: readonly Mention[]): Fix[] {
  const rewrite = (mention: Mention) => ({
    span: mention.figure.core,
    newText: spellLike(
      strong.figure.quantity.value,
      mention.money && mention.figure.quantity.kind === 'count' ? strong.figure : mention.figure,
    ),
  });
  const newText = rewrite(weak).newText;
  const here: Fix = { kind: 'edits', title: `Write ${newText} here`, edits: [rewrite(weak)], certain: false };
  if (wrong.length < 2) return [here];
  return [
    here,
    {
      kind: 'edits',
      title: `Write ${newText} at all ${wrong.length} mentions`,
      edits: wrong.map(rewrite),
      certain: false,
    },
  ];
}
