// Who or what a figure is about: the names of a report, wherever they stand.
import type { Prose } from '../markdown/prose';
import { firstWord } from '../report/name-forms';
import { isLabel } from '../report/name-uses';
import type { Report } from '../report/report';
import { Cover } from '../text/cover';
import { MONTHS } from '../text/english';
import {
  ALPHANUMERIC,
  APOSTROPHE,
  capitalsIn,
  DIGIT,
  eachRun,
  endOfCapitalWord,
  HAN_DIGIT,
  kindAt,
  LETTER,
  LOWER,
  SPACE,
  startOfRun,
} from '../text/letters';
import { eachLowerCaseWord } from '../text/lower-case';
import { onceOfWord, wordAt } from '../text/remember';
import type { Span } from '../text/span';
import type { Steps } from '../text/steps';
import { Wording } from '../text/wording';
import { measuresIn } from './measures';

export interface NamePlace {
  /** Canonical, in lower case: an alias of a player gives the player's name. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const LONGEST_NAME = 4;
const NEVER_NAMES = new RegExp(
  `^(?:\\p{L}|${MONTHS}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|the|an?|this|that|its?|it|over|up|about|some|usd|eur|gbp|rmb|cny|jpy|inr|chf|sek|nok|dkk|us|eu|uk|ai|q[1-4]|h[12]|fy\\d*|arr|billion|million|trillion|source|core|table|exhibit|figure|chart|section|page|note|annex|appendix|box|phase|chapter|slide|event|form|step|stage|part|no)$`,
  'iu',
);

/** Recognises the names of a report wherever they stand, titles in capitals included. */
export class NameReader {
  private readonly canonical = new Map<string, string>();
  private readonly cache = new Map<Prose, readonly NamePlace[]>();
  /** Words at the start of sentences, where a capital tells nothing by itself, with how often they stand there. */
  private readonly leading = new Map<string, number>();

  /** Words of units and currencies in the report's figures: "MW", "CHF". */
  private readonly units = new Set<string>();

  /** The names of a report, block by block. */
  static *of(report: Report): Steps<NameReader> {
    const reader = new NameReader(report);
    yield* reader.learnAll(report);
    return reader;
  }

  private constructor({ figures }: Report) {
    for (const { text } of figures)
      eachRun(text, LETTER, LETTER, (start, end) => {
        this.units.add(wordAt(text, start, end));
      });
  }

  private *learnAll(report: Report): Steps<void> {
    const titles = new Cover(report.events.map(event => event.titleSpan));
    for (const block of report.blocks) {
      yield;
      if (block.kind === 'table') {
        for (const row of block.rows) {
          for (const [column, cell] of row.cells.entries()) {
            if (column === 0) this.learnLabel(cell.prose);
            this.learn(cell.prose, titles, column === 0);
          }
        }
      } else if (block.kind === 'paragraph' || block.kind === 'item') this.learn(block.prose, titles);
    }
    yield;
    this.learnLeading(report.text);
    yield;
    for (const player of report.players) {
      if (this.units.has(player.name)) continue;
      for (const name of [player.name, ...player.aliases])
        this.canonical.set(name, player.name.toLowerCase());
    }
    this.joinShortForms(new Set(report.players.map(player => player.name)));
  }

  /** Learns the capitalised runs inside sentences, where only names have capitals, and those that own something. */
  private learn(prose: Prose, titles: Cover, isLabel = false): void {
    for (const { name, words, start, end, isInside, owns } of prose.of(candidatesIn)) {
      if (this.canonical.has(name)) continue;
      if (words.every(word => this.units.has(word)) || titles.covers(prose.toSpan({ start, end }))) continue;
      if ((isInside && !isLabel) || owns) this.canonical.set(name, name.toLowerCase());
      else if (!isLabel) this.leading.set(name, (this.leading.get(name) ?? 0) + 1);
    }
  }

  /** A row's label that is nothing but a capitalised name. */
  private learnLabel(prose: Prose): void {
    const words = prose.of(labelIn);
    if (!words || words.every(word => this.units.has(word))) return;
    const label = words.join(' ');
    if (!this.canonical.has(label)) this.canonical.set(label, label.toLowerCase());
  }

  /** A word that opens several sentences and never stands in lower case is a name too. */
  private learnLeading(text: string): void {
    const names = [...this.leading].flatMap(([name, count]) =>
      count > 1 && !this.canonical.has(name) ? [{ name, first: firstWord(name).toLowerCase() }] : [],
    );
    if (names.length === 0) return;
    const asked = new Set(names.map(({ first }) => first));
    // By their length and first letter: few words of the text need to be cut out to be looked up.
    const forms = new Uint8Array(FORMS);
    for (const first of asked) forms[formOf(first, 0, first.length)] = 1;
    const lower = new Set<string>();
    eachLowerCaseWord(text, (start, end) => {
      if (forms[formOf(text, start, end)] === 0) return;
      const word = text.slice(start, end);
      if (asked.has(word)) lower.add(word);
    });
    for (const { name, first } of names) if (!lower.has(first)) this.canonical.set(name, name.toLowerCase());
  }

  /** "Cluster A" is short for "Nordmeer Cluster A", and "Brightwater" for the player "Brightwater Therapeutics". */
  private joinShortForms(players: ReadonlySet<string>): void {
    const longer = new Map<string, string[]>();
    for (const name of this.canonical.keys()) {
      if (!name.includes(' ')) continue;
      const words = name.split(' ');
      const ends = words
        .slice(1)
        .map((_, i) => words.slice(i + 1).join(' '))
        .filter(short => short.includes(' '));
      const starts = players.has(name) ? words.slice(1).map((_, i) => words.slice(0, i + 1).join(' ')) : [];
      for (const short of [...ends, ...starts]) longer.set(short, [...(longer.get(short) ?? []), name]);
    }
    for (const [short, [name, another]] of longer) {
      const canonical = name === undefined || another !== undefined ? undefined : this.canonical.get(name);
      if (canonical !== undefined && this.canonical.has(short)) this.canonical.set(short, canonical);
    }
  }

  /** The names in a piece of prose, in order. */
  namesIn(prose: Prose): readonly NamePlace[] {
    const known = this.cache.get(prose);
    if (known) return known;
    const places = this.namesAmong(prose.text, prose.of(capitalRuns));
    this.cache.set(prose, places);
    return places;
  }

  namesInText(text: string): NamePlace[] {
    return this.namesAmong(text, capitalRuns(text));
  }

  private namesAmong(text: string, runs: readonly CapitalRun[]): NamePlace[] {
    const places: NamePlace[] = [];
    for (const run of runs) {
      let i = 0;
      while (i < run.starts.length) {
        const found = this.longestAt(text, run, i);
        if (found) places.push(found.place);
        i += found?.length ?? 1;
      }
    }
    return places;
  }

  private longestAt(
    text: string,
    run: CapitalRun,
    from: number,
  ): { place: NamePlace; length: number } | undefined {
    const start = run.starts[from] ?? 0;
    for (let length = Math.min(LONGEST_NAME, run.starts.length - from); length > 0; length--) {
      const end = endOfWord(run, from + length - 1);
      const canonical = this.canonical.get(wordAt(text, start, end));
      if (canonical !== undefined) return { place: { name: canonical, start, end }, length };
    }
    return undefined;
  }
}

const FORMS = 1 << 10;

/** Words of one length that start with one letter have one form, and some others too. */
function formOf(text: string, start: number, end: number): number {
  return (((end - start) << 5) | (text.charCodeAt(start) & 31)) & (FORMS - 1);
}

/** A run of capitalised words that may be a name. */
interface Candidate extends Span {
  readonly name: string;
  /** Those of its words that are not never names. */
  readonly words: readonly string[];
  /** It stands inside a sentence, where only names have capitals. */
  readonly isInside: boolean;
  /** "'s" stands behind it. */
  readonly owns: boolean;
}

function candidatesIn(text: string, wording: Wording): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const run of wording.of(capitalRuns)) {
    const { start, end } = withoutOpener(text, run);
    const { name, words, isMeasure } = meaningOf(text, start, end);
    if (isMeasure || isLabel(text, end)) continue;
    candidates.push({
      name,
      words,
      start,
      end,
      isInside: isInside(text, start),
      owns: owns(text, end),
    });
  }
  return candidates;
}

/** One or two spaces stand behind a small letter, a number or a mark that ends no sentence. */
function isInside(text: string, start: number): boolean {
  const before = text[start - 1];
  if (before === '+' || before === '/') return true;
  const end = startOfRun(text, start, SPACE);
  if (end === start || start - end > 2) return false;
  return (kindAt(text, end - 1) & (LOWER | DIGIT | HAN_DIGIT)) !== 0 || ',;)'.includes(text[end - 1] ?? '.');
}

/** "'s" stands there. */
function owns(text: string, end: number): boolean {
  return kindAt(text, end) === APOSTROPHE && text[end + 1] === 's' && (kindAt(text, end + 2) & LETTER) === 0;
}

/** What a capitalised run tells by its words alone. */
const meaningOf = onceOfWord((name: string) => ({
  name,
  isMeasure: measuresIn(name).length > 0,
  /** Those of its words that are not never names. */
  words: name.split(' ').filter(word => !isNeverName(word)),
}));

function isNeverName(word: string): boolean {
  return NEVER_NAMES.test(word);
}

/** The words of a text that is nothing but a capitalised name. */
function labelIn(text: string): readonly string[] | undefined {
  const label = text.trim();
  const [run, more] = capitalRuns(label);
  const isName = run !== undefined && !more && run.start === 0 && run.end === label.length;
  if (
    !isName ||
    run.starts.length > LONGEST_NAME ||
    isNeverName(label) ||
    meaningOf(label, 0, label.length).isMeasure
  )
    return undefined;
  return label.split(' ');
}

interface CapitalRun extends Span {
  /** Where each of its words starts. */
  readonly starts: readonly number[];
}

/** One space stands behind each word of a run but the last. */
function endOfWord({ starts, end }: CapitalRun, index: number): number {
  const next = starts[index + 1];
  return next === undefined ? end : next - 1;
}

/** Runs of capitalised words that a single space joins. */
function capitalRuns(text: string, wording = new Wording(text)): readonly CapitalRun[] {
  const runs: { starts: number[]; start: number; end: number }[] = [];
  let at = 0;
  for (const start of wording.of(capitalsIn)) {
    if (start < at) continue;
    at = endOfCapitalWord(text, start);
    if ((kindAt(text, start - 1) & ALPHANUMERIC) !== 0) continue;
    const last = runs.at(-1);
    if (last && start === last.end + 1 && text[last.end] === ' ') {
      last.starts.push(start);
      last.end = at;
    } else runs.push({ starts: [start], start, end: at });
  }
  return runs;
}

/** Words that open sentences, in capitals, right before a name: "Would Meridian …", "In Norvik's …". */
const OPENERS =
  /^(?:would|will|does|do|did|is|are|was|were|can|could|should|may|might|must|has|have|had|who|what|why|how|when|where|which|if|while|although|though|since|after|before|despite|unlike|like|both|only|even|some|most|many|its|their|our|the|this|that|these|those|a|an|in|on|at|for|from|with|by|as|of|to|and|but|or|so|yet|now|then|here|there|today|under|over|last|next|one|two|three|all|every|each|no|not)$/i;

const isOpener = onceOfWord((word: string) => OPENERS.test(word));

function withoutOpener(text: string, run: CapitalRun): Span {
  const { starts, end } = run;
  let first = 0;
  while (first + 1 < starts.length && isOpener(text, starts[first] ?? 0, endOfWord(run, first))) first++;
  return { start: starts[first] ?? 0, end };
}

/** The name nearest before an offset, or else the first one after it. */
export function nearestName(names: readonly NamePlace[], at: number): string | undefined {
  return (names.findLast(name => name.end <= at) ?? names[0])?.name;
}
