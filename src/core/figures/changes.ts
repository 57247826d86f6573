// Two levels that a text tells as one change: "from $2,415 to $2,315", "from 21% in 2019 to 24%", 从30亿元增至50亿元.
import { isHan } from './characters';
import { tidy } from './decimal';
import type { Change, Figure, Level } from './figure';
import { between } from './interval';

/** The levels of a text, in order, where a change stands in the place of the two that make it. */
export function joinChanges<T extends Level>(text: string, levels: readonly T[]): (T | Change)[] {
  const figures: (T | Change)[] = [];
  let end = 0;
  for (let i = 0; i < levels.length; i++) {
    const level = levels[i];
    const next = levels[i + 1];
    if (!level) break;
    const change = next && changeOf(text, level, next, end);
    if (change) i++;
    const figure = change ?? level;
    figures.push(figure);
    end = figure.span.end;
  }
  return figures;
}

/** The levels that figures tell, in order: of a change its two. */
export function levelsOf(figures: readonly Figure[]): Level[] {
  const levels: Level[] = [];
  for (const figure of figures) {
    if (figure.form === 'change') levels.push(figure.from, figure.to);
    else levels.push(figure);
  }
  return levels;
}

/** The change that two neighbouring levels make; `floor` is where the figure before them ends. */
function changeOf(text: string, from: Level, to: Level, floor: number): Change | undefined {
  if (to.span.start - from.span.end > LONGEST_GAP || !areAlike(from, to)) return undefined;
  const lead = text.slice(Math.max(floor, from.span.start - LONGEST_LEAD), from.span.start);
  if (!mayLead(lead)) return undefined;
  const gap = gapBetween(text, from, to);
  const opening = gap === undefined ? null : (HAN_LINK.test(gap) ? HAN_FROM : FROM).exec(lead);
  if (!opening) return undefined;
  const span = { start: from.span.start - opening[0].length, end: to.span.end };
  const [a, b] = [from.quantity, to.quantity];
  const range = between(a.value, b.value);
  return {
    form: 'change',
    from,
    to,
    span,
    text: text.slice(span.start, span.end),
    quantity: {
      ...(a.unit === '' ? b : a),
      value: tidy((range.low + range.high) / 2),
      range,
      qualifier: 'range',
      stated: undefined,
    },
    core: { start: from.core.start, end: to.core.end },
    numeral: { start: from.numeral.start, end: to.numeral.end },
    ends: [a.value, b.value],
    scale: to.scale ?? from.scale,
    spelled: from.spelled && to.spelled,
    inherited: from.inherited || to.inherited,
  };
}

/** False for most texts that have no "from" or 从 at their end, told quickly. */
function mayLead(text: string): boolean {
  return text.includes('rom') || isHan(text.charCodeAt(text.length - 1));
}

/** Values of one kind and unit; "$75 per barrel" and "$45.88" are, and the unit may be left out with one of two counts. */
function areAlike({ quantity: a, ends }: Level, { quantity: b, ends: others }: Level): boolean {
  if (a.kind !== b.kind || ends || others) return false;
  return a.unit === b.unit || a.unit === '' || b.unit === '' || a.unit.startsWith(`${b.unit}/`);
}

const LONGEST_GAP = 60;
const LONGEST_LEAD = 40;

/** What stands between two levels, where it leads from the one to the other. */
function gapBetween(text: string, { span, quantity }: Level, next: Level): string | undefined {
  const gap = text.slice(span.end, next.span.start);
  if (/^[*_]*\sto\s[*_]*$/.test(gap) || HAN_LINK.test(gap)) return gap;
  // "from 3 of its suppliers to 12 hospitals"
  const changesNoun = quantity.kind === 'count' && quantity.unit === '' && next.quantity.unit !== '';
  return !changesNoun && LINK.test(gap) ? gap : undefined;
}

const HAN_LINK = /^[\u4e00-\u9fff]{0,6}[到至为為]$/;
const HAN_FROM = /[从從由自](?:[^\s。，；、]{0,10}的)?$/;

/** Words that say of what or when the first level was, and what the second is: no other clause. Marks of emphasis may stand between. */
const LINK =
  /^[*_]*(?:\s(?!(?:and|or|but|nor|while|which|who|that|then|as|because|so|to)\s)(?:[\p{L}\d'’:/&-]|\.(?!\s\p{Lu}))+){0,8}\sto\s(?:(?:an?|the|its|their|just|only|even|some|as)\s(?:[\p{L}-]+\s){0,3})?[*_]*$/u;

const FROM = /\bfrom\s(?:(?:an?|the|its|their|his|her|our|just|only|as)\s(?:[\p{L}-]+\s){0,3})?[*_]*$/iu;
