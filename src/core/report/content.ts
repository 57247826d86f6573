// Which part of a report a section is by what it holds, where its heading announces none: deals with dates are events,
// statements with a level of confidence are judgments, with a horizon as well predictions, and so on.
import type { Block, Table } from '../markdown/block';
import { bareTitle } from '../markdown/flattened';
import { RunMemory } from '../markdown/runs';
import { hasInterests } from './actors';
import { confidenceAlone, levelOfLead, takeConfidence } from './confidence';
import { sentenceOfDate } from './dated';
import { type Entry, entriesOf, leavesOf, textOf } from './entries';
import { isDated } from './event-titles';
import { horizonOf, horizonWithin, leadingHorizon, SEPARATOR_BEHIND } from './horizons';
import { isNameAndValue } from './metrics';
import { takeOdds } from './prediction-notes';
import type { PartKind } from './report';
import { sentencesOf } from './sentences';
import { bySentence } from './statements';
import { cellField, columnsOf } from './tables';
import { startsWithImperative } from './verbs';

/** Fewer entries than this make no part by themselves. */
const ENTRIES_NEEDED = 2;

const known = new RunMemory<PartKind>(
  blocks => readPart(blocks, ENTRIES_NEEDED),
  part => part,
);

/**
 * The part that the blocks under a heading make; 'other' when they make none.
 * @param needed fewer entries than this make no part
 */
export function partOfContent(blocks: readonly Block[], needed = ENTRIES_NEEDED): PartKind {
  return needed === ENTRIES_NEEDED ? known.of(blocks) : readPart(blocks, needed);
}

function readPart(blocks: readonly Block[], needed: number): PartKind {
  const leaves = [...leavesOf(entriesOf({ blocks }), entry => entry.children.length > 0 && isShort(entry))];
  const [lone] = leaves.length === 1 ? leaves : [];
  const statements = lone ? bySentence(lone, ({ entry }) => isGraded(entry)) : leaves;
  const entries = statements.map(({ entry }) => entry).filter(entry => textOf(entry) !== '');
  const items = entries.filter(entry => entry.form === 'item');
  const tables = blocks.filter(block => block.kind === 'table');
  const [table] = tables;
  const [only] = entries;
  if (entries.length === 1 && only && asks(only) && (items.length > 0 || textOf(only).split('?').length > 2))
    return 'questions';
  if (lone && tellsDays(lone.entry)) return 'events';
  if (entries.length < needed) return table && tables.length === 1 ? partOfTable(table) : 'other';
  const main = items.length >= needed ? items : entries;
  const share = (some: readonly Entry[], least: number, test: (entry: Entry) => boolean) =>
    some.length < needed ? 0 : shareOf(some, least, test);
  if (share(main, 0.7, asks) > 0) return 'questions';
  const graded = share(main, 0, isGraded);
  if (graded > 0 && share(main, 0.5, isTimed) > 0) return 'predictions';
  const dated = share(main, 0.5, isDated);
  // A title with its date, and its text as a paragraph of its own.
  if (dated >= 0.6 || (dated >= 0.5 && main.length > 3 && main[0] && isDated(main[0]))) return 'events';
  if (graded >= 0.5) return 'judgments';
  if (share(main, 0.75, entry => isAdvice(adviceOf(entry))) > 0) return 'decisions';
  if (share(entries, 0.5, entry => entry.fields.has('interests')) > 0) return 'players';
  if (share(main, 0.5, hasInterests) > 0) return 'players';
  if (main.length > 2 && share(main, 0.5, entry => isNameAndValue(entry.prose.text)) > 0) return 'data';
  return 'other';
}

/** The share of the entries that pass a test; 0 as soon as it can only be smaller than it must be at least. */
function shareOf(entries: readonly Entry[], least: number, test: (entry: Entry) => boolean): number {
  let passing = entries.length;
  for (const entry of entries) if (!test(entry) && --passing / entries.length < least) return 0;
  return passing / entries.length;
}

function partOfTable(table: Table): PartKind {
  const { question, horizon, confidence, position, interests, decision, judgment } = columnsOf(table);
  const advises = table.rows.filter(row => startsWithImperative(cellField(row, decision)?.text ?? ''));
  if (question !== undefined) return 'questions';
  // A view with its certainty, and beside it what follows for the reader.
  if (judgment !== undefined && confidence !== undefined && horizon === undefined) return 'judgments';
  if (advises.length > 0 && advises.length * 2 > table.rows.length) return 'decisions';
  if (horizon !== undefined && confidence !== undefined) return 'predictions';
  if (position !== undefined && interests !== undefined) return 'players';
  return 'other';
}

/** A paragraph of sentences that start with their dates. */
function tellsDays({ form, lead }: Entry): boolean {
  const sentences = form === 'paragraph' && lead.text.length < 1000 ? sentencesOf(lead.text) : [];
  const dated = sentences.filter(({ start, end }) => sentenceOfDate(lead.text.slice(start, end)));
  return dated.length > 1 && dated.length * 2 >= sentences.length;
}

/** A question, direct or indirect: "Whether the fee holds", "Who financed the purchase of the mill". */
function asks(entry: Entry): boolean {
  const text = bareTitle(textOf(entry));
  return (
    /[?？]\s*$/.test(text) ||
    /^(?:whether|who|whose|which|what|where|why|how (?:much|many|long|far|soon|fast|often|big))\s[^:：]+$/i.test(
      text,
    )
  );
}

function isShort(entry: Entry): boolean {
  return !entry.body && entry.lead.text.split(/\s+/).length <= 4 && !isGraded(entry);
}

function isGraded(entry: Entry): boolean {
  if (confidenceAlone(entry.fields.get('confidence')?.text ?? '') !== undefined) return true;
  if (entry.marked && entry.body && isLevelOfLead(entry.lead.text)) return true;
  const text = textOf(entry);
  if (takeConfidence(text).confidence !== undefined) return true;
  const bare = bareTitle(text);
  const timed = leadingHorizon(bare);
  if (timed === undefined) return false;
  const rest = bare.slice(timed.rest);
  // In running text, a year and a share at the end are of what was.
  const hasOdds = entry.form === 'item' && takeOdds(rest).odds !== undefined;
  return hasOdds || takeConfidence(rest).confidence !== undefined;
}

/** "**Likely.** …", "**By 2030 · high confidence ·** …". */
function isLevelOfLead(lead: string): boolean {
  const level =
    levelOfLead(lead) ??
    (horizonOf(lead) === undefined
      ? undefined
      : takeConfidence(lead.replace(SEPARATOR_BEHIND, ''), true).confidence);
  return level !== undefined;
}

function isTimed(entry: Entry): boolean {
  if (entry.fields.has('horizon')) return true;
  return horizonOf(entry.lead.text) !== undefined || leadingHorizon(bareTitle(textOf(entry))) !== undefined;
}

/** "Fines are halved by December 2026": most entries say by when they come true. */
export function haveDeadlines(blocks: readonly Block[]): boolean {
  const entries = entriesOf({ blocks });
  const due = entries.filter(entry => {
    const deadline = /\b(?:by|within|before|until) .{3,40}/i.exec(textOf(entry))?.[0];
    return deadline !== undefined && horizonWithin(deadline) !== undefined;
  });
  return due.length * 2 > entries.length;
}

function isAdvice(text: string): boolean {
  return startsWithImperative(text) || /^(?:should|must|need to|ought to) /.test(text);
}

/** What follows the one who is addressed: "**Lessors:** ask for …", "Lessors: ask for …". */
function adviceOf(entry: Entry): string {
  const text = entry.marked && entry.body ? entry.body.text : textOf(entry);
  return text.replace(/^(?:\p{Lu}[^:：.]{1,50}[:：])?[\s:：–—-]*/u, '');
}
