import { lowerCaseWords } from '../report/lower-case';
import { ALPHANUMERIC, capitalsIn, endOfRun, kindAt, LETTER, UPPER } from '../text/letters';
import type { Span } from '../text/span';
import type { Wording } from '../text/wording';
import { distance } from './edit-distance';
import type { Reading } from './reading';
import type { Fix, Rule } from './rule';
import { passagesIn } from './sentences';

export const nameVariant: Rule = {
  id: 'name-variant',
  family: 'text',
  severity: 'information',
  summary: 'Two spellings of one name, such as “Inferentia” and “Inferentica”.',
  *check(reading) {
    const names = namesIn(reading);
    const words = lowerCaseWords(reading.report.blocks);
    const usual = byStart(
      [...names].flatMap(([name, { count, isName }]) => (isName && count >= OFTEN ? [name] : [])),
    );
    for (const [name, { count, isName, at }] of names) {
      if (!isName || count > 1 || words.has(name.toLowerCase())) continue;
      const meant = usual
        .get(name.slice(0, START))
        ?.find(other => isVariant(name, other) && !words.has(other.toLowerCase()));
      if (meant === undefined) continue;
      const span = at();
      const here: Fix = {
        kind: 'edits',
        title: `Write ${meant}`,
        edits: [{ span, newText: meant }],
        certain: false,
      };
      yield {
        span,
        message: `“${name}” may be a misspelling of “${meant}”, which the report has ${names.get(meant)?.count ?? 0} times.`,
        fixes: [here],
      };
    }
  },
};

const OFTEN = 3;
const SHORTEST = 7;

/** Misspelt names mostly start right: only names that start alike are compared. */
const START = 3;
const MOST_ALIKE = 50;

function byStart(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const group = groups.get(name.slice(0, START)) ?? [];
    if (group.length < MOST_ALIKE) group.push(name);
    groups.set(name.slice(0, START), group);
  }
  return groups;
}

interface Use {
  count: number;
  /** True when it does not only open sentences. */
  isName: boolean;
  /** Where the name stands first. */
  readonly at: () => Span;
}

/** Every long word with a capital. */
function namesIn(reading: Reading): ReadonlyMap<string, Use> {
  const names = new Map<string, Use>();
  for (const { prose } of passagesIn(reading)) {
    for (const { name, start, isInside } of prose.of(namesAt)) {
      const known = names.get(name);
      if (known) {
        known.count++;
        known.isName ||= isInside;
      } else
        names.set(name, {
          count: 1,
          isName: isInside,
          at: () => prose.toSpan({ start, end: start + name.length }),
        });
    }
  }
  return names;
}

interface Name {
  readonly name: string;
  readonly start: number;
  /** A word or comma stands before it, or another name behind it: it is no word that opens a sentence. */
  readonly isInside: boolean;
}

/** The long words of a text that start with a capital. */
function namesAt(text: string, wording: Wording): readonly Name[] {
  let names: Name[] | undefined;
  for (const start of wording.of(capitalsIn)) {
    if ((kindAt(text, start - 1) & ALPHANUMERIC) !== 0) continue;
    const end = endOfRun(text, start, LETTER);
    if (end - start < SHORTEST || (kindAt(text, end) & ALPHANUMERIC) !== 0) continue;
    const isInside =
      (text[start - 1] === ' ' && goesOn(text, start - 2)) ||
      (text[end] === ' ' && kindAt(text, end + 1) === UPPER);
    names ??= [];
    names.push({ name: text.slice(start, end), start, isInside });
  }
  return names ?? NONE;
}

/** A letter, a digit or a comma stands there. */
function goesOn(text: string, at: number): boolean {
  return (kindAt(text, at) & LETTER) !== 0 || /[\d,]/.test(text[at] ?? '');
}

const NONE: readonly Name[] = [];

/** Endings that make another word of a name: plurals, adjectives, peoples. */
const ENDING =
  /^(?:s|es|n|an|ian|ean|ese|ish|i|ic|ically|al|ly|y|er|ers|ed|ing|ism|ist|ists|ns|ans|r|rs|d|a|en|ens|e)?$/;

function isVariant(name: string, other: string): boolean {
  if (name === other || Math.abs(name.length - other.length) > 2) return false;
  const shared = [...name].findIndex((letter, i) => letter !== other[i]);
  const at = shared < 0 ? name.length : shared;
  if (ENDING.test(name.slice(at)) && ENDING.test(other.slice(at))) return false;
  const allowed = Math.min(name.length, other.length) >= 10 ? 2 : 1;
  return (
    distance(name.toLowerCase(), other.toLowerCase()) <= allowed && name.toLowerCase() !== other.toLowerCase()
  );
}
