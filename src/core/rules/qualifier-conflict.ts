import type { Mention } from '../claims';
import { spellLike } from '../figures';
import type { Reading } from './reading';
import type { Rule } from './rule';

export const qualifierConflict: Rule = {
  id: 'qualifier-conflict',
  family: 'units',
  severity: 'information',
  summary:
    'One amount called a maximum in one place and a minimum in another: “up to $65 billion”, “$65+ billion”.',
  *check(reading) {
    const told = new Set<Mention>();
    for (const mentions of sameAmounts(reading)) {
      const most = mentions.find(mention => opens(mention) === 'most');
      const least = mentions.find(mention => opens(mention) === 'least');
      if (!most || !least) continue;
      const weaker = most.figure.span.start < least.figure.span.start ? least : most;
      const other = weaker === most ? least : most;
      if (told.has(weaker)) continue;
      told.add(weaker);
      yield {
        span: weaker.figure.span,
        message: `“${weaker.figure.text}” here, but “${other.figure.text}” elsewhere: the amount cannot be both the most and the least.`,
        related: [{ span: other.figure.span, message: 'The other qualifier' }],
        fixes: [
          {
            kind: 'edits',
            title: `Write “${other.figure.text}”`,
            edits: [{ span: weaker.figure.span, newText: aligned(weaker, other) }],
            certain: false,
          },
        ],
      };
    }
  },
};

function opens({ figure: { quantity }, role }: Mention): 'most' | 'least' | undefined {
  if (quantity.qualifier === 'at-most' || (role === 'maximum' && quantity.qualifier !== 'over'))
    return 'most';
  return quantity.qualifier === 'at-least' || quantity.qualifier === 'over' ? 'least' : undefined;
}

/** The mentions of one claim that give one amount of money. */
function* sameAmounts({ claims, mentions }: Reading): Iterable<readonly Mention[]> {
  const groups = new Map<string, Mention[]>();
  const add = (key: string, mention: Mention) => {
    const group = groups.get(key);
    if (!group) groups.set(key, [mention]);
    else if (!group.includes(mention) && group.length < 50) group.push(mention);
  };
  claims.forEach((claim, i) => {
    for (const mention of claim.mentions) add(`${i}:${mention.figure.quantity.value}`, mention);
  });
  // The most and the least are two roles; subject and measure tell that they speak of one thing.
  for (const mention of mentions) {
    const { quantity } = mention.figure;
    const subject = mention.subjects[0];
    if (mention.money && mention.measure !== undefined && subject !== undefined)
      add(`${subject}|${mention.measure}|${quantity.unit}|${quantity.value}`, mention);
  }
  yield* groups.values();
}

function aligned(weaker: Mention, other: Mention): string {
  const amount = spellLike(other.figure.quantity.value, other.figure);
  return other.figure.text.includes(amount) ? other.figure.text : weaker.figure.text;
}
