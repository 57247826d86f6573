import { affinity, type Mention, sameScaleSlip, significantDigits } from '../claims';
import { spellLike } from '../figures';
import { isAmount, type Reading } from './reading';
import type { Fix, Rule } from './rule';

/** Words that two mentions must share, by the digits of their values: few digits are equal by chance too often. */
const WORDS_NEEDED = [Infinity, 6, 4, 3] as const;
/** An amount of which a report has more values than this is a series, not a claim. */
const MOST_MENTIONS = 40;

export const magnitudeConflict: Rule = {
  id: 'magnitude-conflict',
  family: 'units',
  severity: 'error',
  summary:
    'Two mentions of one claim that differ by a power of ten, such as a translated 亿 read as “billion”.',
  *check(reading) {
    for (const group of byDigits(reading)) {
      const reported = new Set<Mention>();
      for (const [strong, weak] of conflicts(reading, group)) {
        if (reported.has(weak) || reported.has(strong)) continue;
        reported.add(weak);
        const wrong = group.filter(
          other =>
            other.figure.quantity.value === weak.figure.quantity.value && slips(reading, strong, other),
        );
        const right = group.filter(
          other =>
            other.figure.quantity.value === strong.figure.quantity.value && slips(reading, weak, other),
        );
        yield {
          span: weak.figure.span,
          message: messageFor(weak, strong),
          related: right.map(other => ({
            span: other.figure.span,
            message: `Here it is “${other.figure.text}”`,
          })),
          fixes: fixesFor(weak, strong, wrong),
        };
      }
    }
  },
};

/** Mentions with the same digits at different scales. */
function* byDigits(reading: Reading): Iterable<readonly Mention[]> {
  const groups = new Map<string, Mention[]>();
  for (const mention of reading.mentions) {
    const { figure, role } = mention;
    const { kind, value } = figure.quantity;
    const isPlain =
      kind === 'count' &&
      figure.quantity.unit === '' &&
      figure.scale === undefined &&
      !figure.cell &&
      Math.abs(value) < 1000;
    if (role === 'change' || figure.ends || figure.spelled || isPlain || value === 0) continue;
    if (!isAmount(kind)) continue;
    if (!reading.isFactual(figure)) continue;
    const digits = significantDigits(value);
    const group = groups.get(digits);
    if (group) group.push(mention);
    else groups.set(digits, [mention]);
  }
  for (const group of groups.values()) {
    if (new Set(group.map(({ figure }) => figure.quantity.value)).size > 1)
      yield group.slice(0, MOST_MENTIONS);
  }
}

function slips(reading: Reading, a: Mention, b: Mention): boolean {
  if (sameScaleSlip(a, b) === undefined) return false;
  const digits = Math.min(significantDigits(a.figure.quantity.value).length, WORDS_NEEDED.length - 1);
  return affinity(a, b, reading.context) >= (WORDS_NEEDED[digits] ?? Infinity);
}

/** Pairs of conflicting mentions, each as [the better supported one, the weaker one]. */
function* conflicts(reading: Reading, group: readonly Mention[]): Iterable<readonly [Mention, Mention]> {
  for (const [i, a] of group.entries()) {
    for (const b of group.slice(i + 1)) {
      if (slips(reading, a, b))
        yield support(reading, group, a) < support(reading, group, b) ? [b, a] : [a, b];
    }
  }
}

/** How well the report supports a value: a currency, a source and agreeing mentions count. */
function support(reading: Reading, group: readonly Mention[], mention: Mention): number {
  const { figure } = mention;
  const currency = mention.money && figure.quantity.kind === 'count' ? 0 : 4;
  const source = reading.sourced.covers(figure.span) && !reading.caveatAt(figure.span) ? 1 : 0;
  const agreeing = group.filter(other => other.figure.quantity.value === figure.quantity.value).length;
  return currency + source + agreeing;
}

function messageFor(weak: Mention, strong: Mention): string {
  const power = Math.abs(sameScaleSlip(weak, strong) ?? 0);
  const factor = (10 ** power).toLocaleString('en-US');
  const larger = weak.figure.quantity.value > strong.figure.quantity.value ? 'larger' : 'smaller';
  const cause =
    power === 1 && weak.figure.scale !== undefined
      ? ' A likely cause: 亿 is 100 million, so 300亿 is 30 billion, not 300 billion.'
      : '';
  return `“${weak.figure.text}” is ${factor} times ${larger} than “${strong.figure.text}”, which the report gives for the same ${weak.measure ?? strong.measure ?? 'claim'}.${cause}`;
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
  const everywhere: Fix = {
    kind: 'edits',
    title: `Write ${newText} at all ${wrong.length} mentions`,
    edits: wrong.map(rewrite),
    certain: false,
  };
  return [here, everywhere];
}
