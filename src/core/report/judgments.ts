// Judgments: what the author holds to be so, with the confidence that goes with it.
import type { Table } from '../markdown/block';
import { bareTitle } from '../markdown/flattened';
import { flat } from '../text/lists';
import { confidenceAlone, confidenceIn, estimateIn, levelOfLead, takeConfidence } from './confidence';
import { advises } from './decisions';
import { type Entry, entriesOf, type Grouped, headingEntry, leavesOf, textOf } from './entries';
import type { Judgment, Section } from './report';
import { isNumbered, statements } from './statements';
import { cellField, columnOf, columnsOf, rowSpan, wordiestColumn } from './tables';
import { announces } from './titles';

export function readJudgments(sections: readonly Section[]): Judgment[] {
  const read = sections.map(section => ({ part: outermost(section), judgments: judgmentsOf(section) }));
  const graded = new Set(
    read.filter(({ judgments }) => judgments.some(({ confidence }) => confidence)).map(({ part }) => part),
  );
  const isSummary = (part: Section) => graded.size > 0 && !graded.has(part) && SUMMARY.test(part.title);
  return read.filter(({ part }) => !isSummary(part)).flatMap(({ judgments }) => judgments);
}

/** Words for what sums the report up, where another part holds its judgments and says how sure they are. */
const SUMMARY = /\b(?:views?|findings|takeaways?|insights?|messages|points|lessons?|opinions?|analysis)\b/i;

function judgmentsOf(section: Section): Judgment[] {
  const tables = flat(section.blocks, block => (block.kind === 'table' ? judgmentRows(block, section) : []));
  const headed = headedJudgment(section);
  // "Conclusions and recommendations": what is not advice there is a conclusion.
  const isMixed = section.part === 'decisions' && announces(section.title, 'judgments');
  if (section.part !== 'judgments' && !isMixed) return [...(headed ? [headed] : []), ...tables];
  return [...(headed ? [headed] : judgmentEntries(section)), ...tables];
}

/** The section that announces the part in which a section stands. */
function outermost(section: Section): Section {
  return section.parent?.part === section.part ? outermost(section.parent) : section;
}

/** "### 1. Ports will merge (high confidence)" with its grounds as text. */
function headedJudgment(section: Section): Judgment | undefined {
  const isBelow = section.parent?.part === 'judgments';
  if (!section.heading || !(isBelow || section.part === 'other')) return undefined;
  const entry = headingEntry(section, section.heading, section.span.end);
  const level = confidenceAlone(entry.fields.get('confidence')?.text ?? '');
  if (!isBelow && level === undefined) return undefined;
  const { text, confidence } = takeConfidence(section.title);
  const isStatement = text.split(/\s+/).length >= 4;
  const holdsEntries = () =>
    entriesOf(section).some(
      one => one.form === 'item' && judgmentOf({ entry: one, labels: [] })?.confidence !== undefined,
    );
  if (
    text === '' ||
    (!isBelow && entry.fields.has('horizon')) ||
    !(isStatement || ((level ?? confidence) && isNumbered(section.heading.prose.text))) ||
    holdsEntries()
  )
    return undefined;
  return { text: bareTitle(text), confidence: level ?? confidence, span: entry.span };
}

function judgmentEntries(section: Section): Judgment[] {
  const isLabel = section.parent?.part === 'judgments' || !section.heading || isLevel(section.title);
  const leaves = [...leavesOf(entriesOf(section), isGroup, isLabel ? [section.title] : [])];
  const said = statements(leaves, ({ entry, labels }) => hasLevel(entry) || labels.some(isLevel));
  return flat(said, leaf =>
    section.part !== 'judgments' && advises(leaf.entry) ? [] : (judgmentOf(leaf) ?? []),
  );
}

/** The label of several judgments: their level or a topic, which is no statement itself. */
function isGroup(entry: Entry): boolean {
  const { text, confidence } = takeConfidence(textOf(entry));
  if (text === '' || (confidence !== undefined && text.split(/\s+/).length <= 2)) return true;
  if (entry.body || hasLevel(entry)) return false;
  return /[:：]$/.test(text) || (!/[.!?]$/.test(text) && text.split(/\s+/).length <= 4);
}

/** "Judgement (likely)": the label of a part that gives the level of all that stands under it. */
function isLevel(label: string): boolean {
  return takeConfidence(label).confidence !== undefined;
}

function hasLevel(entry: Entry): boolean {
  const { text, confidence } = takeConfidence(textOf(entry));
  if (entry.fields.has('confidence') || (entry.marked && levelOfLead(entry.lead.text))) return true;
  return (confidence ?? estimateIn(text)) !== undefined;
}

function judgmentOf({ entry, labels }: Grouped): Judgment | undefined {
  const own = entry.marked && entry.body ? levelOfLead(entry.lead.text) : undefined;
  const inLead =
    own !== undefined
      ? { text: '', confidence: own }
      : entry.marked && entry.body
        ? takeConfidence(entry.lead.text)
        : undefined;
  // A bold lead may be nothing but the level, or a number; otherwise it is a title of the judgment and belongs to it.
  const leadSaysNothing = inLead && (bareTitle(inLead.text) === '' || isNumber(inLead.text));
  const graded = takeConfidence(leadSaysNothing ? (entry.body?.text ?? '') : textOf(entry));
  const field = entry.fields.get('confidence')?.text;
  const confidence =
    (field === undefined ? undefined : confidenceAlone(field)) ??
    graded.confidence ??
    inLead?.confidence ??
    labels
      .map(label => confidenceIn(label) ?? confidenceAlone(label) ?? takeConfidence(label).confidence)
      .find(level => level !== undefined) ??
    estimateIn(graded.text);
  const text = bareTitle(graded.text.replace(/^[\s:：–—.-]+/, '')).replace(HYPOTHESIS, '');
  return text === '' ? undefined : { text, confidence, span: entry.span };
}

/** "H2: Farms win on cost": what elsewhere is half a year. */
const HYPOTHESIS = /^H\d: (?=\p{Lu})/u;

/** "J1.", "1", "A", "Finding 2": a label that only counts. */
function isNumber(text: string): boolean {
  return /^\W*(?:\p{Lu}{0,2}|(?:key )?(?:judge?ment|finding|conclusion|takeaway|view|thesis|claim|insight|lesson)s? (?:no\. ?)?)(?:\d{0,3}|[IVX]{1,4}|\p{Script=Han}{1,2})\W*$/iu.test(
    text,
  );
}

/** The header of what a desk calls, which is a judgment where the table gives no horizon. */
const CALLS = /^(?:our |key |desk )?(?:calls?|theses|thesis)$/i;

function judgmentRows(table: Table, section: Section): Judgment[] {
  const { judgment, horizon, confidence, question } = columnsOf(table);
  const isPart = section.part === 'judgments';
  const calls = columnOf(table, CALLS);
  const named = judgment ?? calls;
  if (question !== undefined || !(isPart || (named !== undefined && confidence !== undefined))) return [];
  const foresees = section.part === 'predictions' && calls === undefined;
  if (!isPart && (horizon !== undefined || foresees)) return [];
  const text = named ?? wordiestColumn(table, [confidence]);
  return flat(table.rows, (row): Judgment[] => {
    const field = cellField(row, text);
    const level = confidenceAlone(cellField(row, confidence)?.text ?? '');
    if (!field) return [];
    const graded = takeConfidence(field.text);
    return [{ text: bareTitle(graded.text), confidence: level ?? graded.confidence, span: rowSpan(row) }];
  });
}
