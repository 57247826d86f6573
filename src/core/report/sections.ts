// Groups blocks under their headings and tells which part of the report each section is.
import type { Block, Heading } from '../markdown/block';
import { headingTitle } from '../markdown/flattened';
import type { Steps } from '../text/steps';
import { namesActors } from './actors';
import { haveDeadlines, partOfContent } from './content';
import { dateThenTitle, titleThenDate, wholeDate } from './dated';
import { styleOf } from './heading-style';
import { startsWithWatch } from './questions';
import type { PartKind, Section } from './report';
import { type RunIn, runInsOf, withoutAnswerMark, withoutQuestionMark } from './run-ins';
import { asksWho, partOfTitle } from './titles';

interface Open {
  readonly section: Section;
  readonly style: string;
}

/** The sections in text order; the first has no heading when the text starts without one. */
export function readSections(blocks: readonly Block[], textLength: number): Steps<Section[]> {
  return new SectionReader(blocks).read(textLength);
}

class SectionReader {
  private readonly sections: Section[] = [];
  private readonly open: Open[] = [];
  /** Some headings have kept their marks. */
  private readonly marked: boolean;
  /** How many headings are nothing but a date. */
  private readonly days: number;
  private readonly title: Heading | undefined;
  private readonly subtitle: Heading | undefined;

  constructor(private readonly blocks: readonly Block[]) {
    const headings = blocks.filter(block => block.kind === 'heading');
    this.days = headings.filter(({ prose }) => wholeDate(headingTitle(prose.text.slice(0, 80)))).length;
    this.marked = headings.some(heading => heading.level > 0);
    this.title = documentTitle(blocks, headings);
    this.subtitle = this.title && subtitleOf(blocks, headings);
  }

  *read(textLength: number): Steps<Section[]> {
    let heading: Heading | undefined;
    let content: Block[] = [];
    const close = (end: number) => {
      if (!heading && content.length === 0) return;
      const start = heading?.span.start ?? content[0]?.span.start ?? 0;
      this.enter(heading, content, { start, end });
      content = [];
    };
    for (const block of this.blocks) {
      if (block.kind === 'heading') {
        yield;
        close(block.span.start);
        heading = block;
      } else content.push(block);
    }
    close(textLength);
    return this.sections;
  }

  private enter(heading: Heading | undefined, content: readonly Block[], span: Section['span']): void {
    const words = heading ? headingTitle(heading.prose.text).replace(/\s*[:：]$/, '') : '';
    const title = withoutQuestionMark(words);
    const blocks = title === words ? content : withoutAnswerMark(content);
    const isTitle = heading === this.title || heading === this.subtitle;
    const told = heading && !isTitle ? partOfTitle(title) : 'other';
    const said = told === 'other' && isForAudience(title) ? this.partForAudience() : told;
    // Where the level is lost, what a section holds tells whether it stands in the part before it.
    const guessed =
      heading?.level === 0 && heading !== this.title && said === 'other' && !isEntryTitle(title);
    const announced = guessed ? partOfContent(blocks) : said;
    const style = heading ? styleOf(heading) : 'plain';
    const depth = heading ? this.depthOf(heading, announced, style) : 0;
    while ((this.open.at(-1)?.section.depth ?? -1) >= depth && this.open.length > 0) this.open.pop();
    const parent = this.open.at(-1)?.section;
    const isOpen = said === 'other' && (parent?.part ?? 'other') === 'other' && !titleThenDate(title);
    const parts = isOpen ? runInsOf(blocks) : undefined;
    const part =
      parts && partsIn(parts.runIns) > 1
        ? 'other'
        : partOf(title, announced, parent, blocks, undefined, this.isDay(title, blocks));
    const mayHold = part === 'other' || YIELDING.has(part);
    const split = mayHold && !titleThenDate(title) ? (parts ?? runInsOf(blocks)) : undefined;
    const section: Section = { heading, depth, part, title, parent, blocks: split?.before ?? blocks, span };
    this.sections.push(section);
    if (heading) this.open.push({ section, style });
    if (split) this.enterRunIns(section, split.runIns);
  }

  /** A heading that is nothing but a date, as others are: one alone says when the report was written. */
  private isDay(title: string, blocks: readonly Block[]): boolean {
    return this.days > 1 && blocks.length > 0 && wholeDate(title) !== undefined;
  }

  private enterRunIns(parent: Section, runIns: readonly RunIn[]): void {
    for (const { title, part: announced, blocks } of runIns) {
      const part = partOf(title, announced, undefined, blocks, 1);
      const start = blocks[0]?.span.start ?? parent.span.end;
      const span = { start, end: blocks.at(-1)?.span.end ?? start };
      this.sections.push({ heading: undefined, depth: parent.depth + 1, part, title, parent, blocks, span });
    }
  }

  /** "What it means" tells each audience how it is concerned; elsewhere such a heading says nothing new. */
  private partForAudience(): PartKind {
    const around = this.open.findLast(({ section }) => !isForAudience(section.title))?.section;
    return around?.part === 'judgments' && /\bmeans?\b/i.test(around.title) ? 'impacts' : 'other';
  }

  /**
   * A heading that lost its mark has no level. It stands beside the open one that is numbered or marked in the same
   * way. Otherwise it stands one below the last heading with a mark; where no heading has one, below a heading that is
   * numbered or announces a part, unless it announces a part of its own.
   */
  private depthOf(heading: Heading, announced: PartKind, style: string): number {
    if (heading.level > 0) return heading.level;
    const lastMarked = this.open.findLastIndex(one => (one.section.heading?.level ?? 0) > 0);
    const alike = this.open.find(
      (one, i) => style !== 'plain' && one.style === style && (i > lastMarked || one.section.heading?.level),
    );
    if (alike) return alike.section.depth;
    const styled = this.open.findLast(
      one => one.style !== 'plain' && one.section.heading?.level === 0,
    )?.section;
    if (this.marked) {
      const last = this.open[lastMarked]?.section;
      return Math.max(last?.depth ?? 0, style === 'plain' ? (styled?.depth ?? 0) : 0) + 1;
    }
    // A line above all the others that announces nothing, such as "CONFIDENTIAL", heads them as a title does.
    const banner = styled?.part === 'other' && styled === this.open[0]?.section ? styled.heading : undefined;
    const isAbove = (one: Open) => one.section.heading === this.title || one.section.heading === banner;
    const main = this.open.find(one => !isAbove(one))?.section;
    // "Event 4: …" under "What Happened" is an entry of that part, and holds no other part.
    const isEntry =
      style === 'plain' &&
      main !== styled &&
      main?.part === styled?.part &&
      main?.heading &&
      styleOf(main.heading) === 'plain';
    const isDated = style === 'plain' && announced !== 'other' && titleThenDate(styled?.title ?? '');
    if (styled && !banner && !isEntry) return styled.depth + (isDated ? 0 : 1);
    const base = (this.title ?? banner) && this.open.some(isAbove) ? 1 : 0;
    if (heading === this.title || !main) return base + 1;
    const isBelow = announced === 'other' ? main.part !== 'other' : main.part === announced;
    return main.depth + (isBelow ? 1 : 0);
  }
}

/** The part of a section: announced by its words, or inherited, or made by what it holds. */
function partOf(
  title: string,
  announced: PartKind,
  parent: Section | undefined,
  blocks: readonly Block[],
  needed?: number,
  isDay = false,
): PartKind {
  const inherited = parent?.part ?? 'other';
  const held = HELD.has(announced)
    ? partOfContent(blocks, announced === 'impacts' && /\bfor \p{L}/iu.test(title) ? 1 : undefined)
    : 'other';
  if (HELD.get(announced)?.includes(held)) return held;
  // "Our calls" are on what is to come, or on what is: those with a level and no horizon are on what is.
  if (announced === 'predictions' && held === 'judgments' && /\bcalls?\b/i.test(title))
    return haveDeadlines(blocks) ? announced : held;
  // "Suppliers" above what they are advised to do.
  if (inherited === 'decisions' && partOfContent(blocks, 1) === 'decisions') return inherited;
  const isEntry = isEntryTitle(title) || (inherited === 'events' && opensWithDate(blocks));
  if (announced !== 'other' && (inherited === 'other' || !isEntry)) return announced;
  if (inherited !== 'other' && !YIELDING.has(inherited)) return inherited;
  const made = partOfContent(blocks, isForAudience(title) ? 1 : needed);
  if (made === 'other' && inherited === 'other' && isDay) return 'events';
  if (made === 'other' && namesAgents(title) && namesActors({ blocks })) return 'players';
  return made === 'other' ? inherited : made;
}

/** How many different parts run into their paragraphs. */
function partsIn(runIns: readonly RunIn[]): number {
  return new Set(runIns.map(({ part }) => part).filter(part => part !== 'other')).size;
}

/** A heading that names those who stand under it, unless it is for them to read. */
function namesAgents(title: string): boolean {
  return !isForAudience(title) && ((MAY_BE_AGENTS.test(title) && AGENTS.test(title)) || asksWho(title));
}

/** "Lenders", "Cell makers": who does something, rather than "Drivers" or "Numbers". */
const AGENTS =
  /^(?:(?:the|key|main|other) )?(?:\p{L}+[ -]){0,2}(?!driver|number|factor|matter|order|marker|other|indicator|sector|trigger|paper|letter|chapter|corner|newsletter)\p{L}{3,}(?:ers|ors)$/iu;

const MAY_BE_AGENTS = /(?:ers|ors)$/i;

/** What a part may hold instead of what its heading announces: "What it means" for each audience is advice. */
const HELD: ReadonlyMap<PartKind, readonly PartKind[]> = new Map([
  ['impacts', ['decisions', 'questions']],
  ['judgments', ['decisions', 'questions']],
  ['background', ['data', 'questions']],
  ['predictions', ['questions']],
  ['calendar', ['predictions', 'questions']],
  ['evolution', ['predictions', 'players']],
  ['significance', ['decisions', 'questions']],
  ['risks', ['questions']],
]);

/** Parts whose subsections may turn out to be something else by what they hold. */
const YIELDING: ReadonlySet<PartKind> = new Set([
  'background',
  'landscape',
  'risks',
  'significance',
  'impacts',
]);

/** A heading inside a part that names one of its entries: with a date, or a story in itself. */
function isEntryTitle(title: string): boolean {
  return (title.split(/\s+/).length > 6 && !startsWithWatch(title)) || titleThenDate(title) !== undefined;
}

/** "Announced 8 August 2025. The price fell …": the text of an event. */
function opensWithDate([first]: readonly Block[]): boolean {
  if (first?.kind !== 'paragraph') return false;
  const text = first.prose.text.slice(0, 160);
  return dateThenTitle(text) !== undefined || wholeDate(text.split('\n', 1)[0] ?? '') !== undefined;
}

/** "For Investors", "If you run a port". */
export function isForAudience(title: string): boolean {
  return /^(?:for|if you)\s+\p{L}/iu.test(title);
}

/** The heading that names the whole report and announces none of its parts. */
function documentTitle(blocks: readonly Block[], headings: readonly Heading[]): Heading | undefined {
  const [first, ...others] = headings;
  if (!first) return undefined;
  const words = headingTitle(first.prose.text);
  // Above parts that run into their paragraphs, it names them all: "Seven questions on seaweed".
  const isAlone = others.length === 0 && partsIn(runInsOf(blocks)?.runIns ?? []) < 2;
  const isShort = isAlone || words.split(/\s+/).length <= 3;
  // Sources and notes come after what they are for: "# Notes" at the top is what the report is called.
  const part = blocks[0] === first && partOfTitle(words) === 'sources' ? 'other' : partOfTitle(words);
  const announces = isShort && part !== 'other';
  if (first.level > 0) {
    const isMain = first.level === 1 && others.every(heading => heading.level !== 1);
    const hasParts = others.some(heading => partOfTitle(headingTitle(heading.prose.text)) !== 'other');
    return isMain && (hasParts || !announces) ? first : undefined;
  }
  const next = blocks[1];
  const headsText = next?.kind === 'paragraph' && next.prose.text.length > 120;
  const isAtTop = blocks[0] === first;
  return isAtTop && styleOf(first) === 'plain' && !headsText && !announces ? first : undefined;
}

/** A second heading right under the title, with all others below it: "# Water Commission", "## Performance digest". */
function subtitleOf(
  blocks: readonly Block[],
  [, second, ...others]: readonly Heading[],
): Heading | undefined {
  if (!second || blocks[1] !== second || second.level < 2 || others.length < 2) return undefined;
  return others.every(({ level }) => level > second.level) ? second : undefined;
}

/** Where the title and what stands under it end: at the first part, or at the next heading. */
export function mastheadEnd(sections: readonly Section[]): number {
  const headed = sections.filter(section => section.heading);
  const [first, second, third] = headed;
  const part = headed.find(section => section.part !== 'other' && section !== first);
  const isSubtitle = first?.blocks.length === 0 && second && third && third.depth !== second.depth;
  const next = first?.depth === 1 ? (isSubtitle ? third : second) : first;
  return Math.min(part?.span.start ?? Infinity, next?.span.start ?? Infinity);
}

/** The section itself and those around it, innermost first. */
export function* enclosingSections(section: Section): Iterable<Section> {
  for (let at: Section | undefined = section; at; at = at.parent) yield at;
}

/** End of a section with all the sections under it. */
export function endWithChildren(sections: readonly Section[], index: number): number {
  const section = sections[index];
  if (!section) return 0;
  let last = index;
  while ((sections[last + 1]?.depth ?? 0) > section.depth) last++;
  return sections[last]?.span.end ?? section.span.end;
}
