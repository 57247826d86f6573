// Decisions and advice: what is to be done, and by whom.
import type { Table } from '../markdown/block';
import { bareTitle } from '../markdown/flattened';
import { flat } from '../text/lists';
import { type Entry, entriesOf, type Grouped, leavesOf, textOf } from './entries';
import type { Decision, Section } from './report';
import { isForAudience } from './sections';
import { statements } from './statements';
import { cellField, columnsOf, rowSpan, wordiestColumn } from './tables';
import { announces } from './titles';
import { startsWithImperative } from './verbs';

export function readDecisions(sections: readonly Section[]): Decision[] {
  return flat(sections, section => {
    if (section.part !== 'decisions') return [];
    const tables = flat(section.blocks, block => (block.kind === 'table' ? decisionRows(block) : []));
    const headed = headedDecision(section);
    return [...(headed ? [headed] : decisionEntries(section)), ...tables];
  });
}

/** "### 1. Sell the harbour" with its reasons as text; a heading above a list names whom the list addresses. */
function headedDecision(section: Section): Decision | undefined {
  const isBelow = section.heading && section.parent?.part === 'decisions';
  if (!isBelow || section.blocks.some(block => block.kind === 'item')) return undefined;
  return startsWithImperative(section.title)
    ? { text: section.title, audience: undefined, span: section.span }
    : undefined;
}

function decisionEntries(section: Section): Decision[] {
  const isBelow = section.parent?.part === 'decisions' || section.parent?.part === 'impacts';
  const isWho = isForAudience(section.title) || IS_ASKED.test(section.title);
  const outer = (section.heading && isBelow) || isWho ? [section.title] : [];
  const leaves = [...leavesOf(underAudiences(entriesOf(section)), isAudience, outer)];
  const isMixed = announces(section.title, 'judgments');
  return statements(flat(leaves, byAddressee), ({ entry }) => advises(entry), false).flatMap(leaf =>
    isMixed && !advises(leaf.entry) ? [] : (decisionOf(leaf) ?? []),
  );
}

/** The entries with the items under the line that names whom they address: "Those who hold the bond" above a list. */
function underAudiences(entries: readonly Entry[]): Entry[] {
  const found: { entry: Entry; below: Entry[] }[] = [];
  for (const entry of entries) {
    const last = found.at(-1);
    if (entry.form === 'item' && last && isLineAboveItems(last.entry)) last.below.push(entry);
    else found.push({ entry, below: [] });
  }
  return found.map(({ entry, below }) =>
    below.length === 0 ? entry : { ...entry, children: [...entry.children, ...below] },
  );
}

/** A short line of its own, no sentence. */
function isLineAboveItems(entry: Entry): boolean {
  const { text } = entry.lead;
  const isShort = text !== '' && text.split(/\s+/).length <= MOST_WORDS && /^\p{Lu}[^.:;!?]*$/u.test(text);
  return entry.form === 'paragraph' && isShort && !entry.body && entry.fields.size === 0 && isAudience(entry);
}

const NEXT_ADDRESSEE = /[;；]\s*(?=(?:for|to) [^:：;；]{2,40}[:：])/iu;

/** "For lenders: wait; for ports: sell.": what each is told, where one text tells several. */
function byAddressee(leaf: Grouped): Grouped[] {
  const { entry } = leaf;
  const text = textOf(entry);
  const told = text.split(NEXT_ADDRESSEE);
  if (told.length < 2) return [leaf];
  return told.map(words => {
    const start = entry.prose.text.indexOf(words);
    const span = entry.prose.toSpan({ start, end: start + words.length });
    const lead = { text: words, span };
    return { ...leaf, entry: { ...entry, lead, marked: true, body: undefined, fields: NO_FIELDS, span } };
  });
}

const NO_FIELDS: Entry['fields'] = new Map();

/** True for an entry that tells somebody what to do: "Sign …", "Buyers should sign …", "We recommend that …". */
export function advises(entry: Entry): boolean {
  const text = textOf(entry).replace(/^[–—] /, '');
  return (
    startsWithImperative(addressed(entry)?.text ?? bareTitle(text)) ||
    OBLIGES.test(text) ||
    isTask(text) ||
    /^\W*(?:we|i|the \p{L}+) (?:also )?(?:would (?:also |not |never )?(?=\p{Ll})|(?:recommends?|propose|suggest|urge|advise|ask)s? |(?:agreed|decided|resolved) to )/iu.test(
      text,
    )
  );
}

/** "R. Osei to obtain the fees", as minutes give tasks. */
const TASK = /^\W*(The \p{Ll}+|(?:The )?\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,4}) to (?=\p{Ll})/u;

function isTask(text: string): boolean {
  const task = TASK.exec(text.slice(0, 80));
  return task !== null && startsWithImperative(text.slice(task[0].length));
}

/** "Buyers should sign …": advice in a sentence that names whom it addresses. */
const OBLIGES = /^\W*(?:The )?(\p{Lu}[\p{L}’' -]{1,50}?) (?:should|must|need to|ought to)\b/u;

/** The label of a list: whom it addresses. */
function isAudience(entry: Entry): boolean {
  const { text } = entry.lead;
  if (entry.body || /[.!?]$/.test(text)) return false;
  return (
    entry.marked ||
    /[:：]$/.test(text) ||
    /^(?:for|to)\s/i.test(text) ||
    (text.split(/\s+/).length <= 4 && !startsWithImperative(text))
  );
}

function decisionOf({ entry, labels }: Grouped): Decision | undefined {
  const found = addressed(entry);
  const text = bareTitle(found?.text ?? textOf(entry)).replace(/^[:：–—\s-]+|[;；,](?: (?:and|or))?$/g, '');
  const audience =
    found?.audience ??
    entry.fields.get('audience')?.text ??
    labels[0] ??
    OBLIGES.exec(text)?.[1] ??
    (isTask(text) ? TASK.exec(text)?.[1] : undefined);
  return text === ''
    ? undefined
    : { text, audience: audience === undefined ? undefined : whoOf(audience), span: entry.span };
}

/** "The Board is asked to": whom, without what is asked. */
function whoOf(audience: string): string {
  return bareTitle(audience)
    .replace(/\s*[:：]$/, '')
    .replace(IS_ASKED, '');
}

const IS_ASKED = /\s+(?:is|are) (?:asked|invited|requested|advised|urged|recommended) to$/i;

const ADDRESS =
  /^[\s…]*(?:\p{Script=Han}{1,8}\s+)?((?:\p{Lu}|(?:an?|for|to) (?=\p{Ll}))[^:：.!?\n]{1,50}?)\s?(?::(?!\d)|：|\s?→|\s[–—](?=\s))\s*(?=\S)/u;
const MOST_WORDS = 6;

/** "**Lessors:** ask for …", "Towns: Name one person …": whom the text addresses, before a colon or in bold. */
function addressed(entry: Entry): { audience: string; text: string } | undefined {
  const text = bareTitle(textOf(entry));
  const address = ADDRESS.exec(text.slice(0, 80));
  const audience = address?.[1] ?? '';
  const rest = address ? text.slice(address[0].length) : '';
  const isWho = audience.split(/\s+/).length <= MOST_WORDS && !startsWithImperative(audience);
  if (address && isWho) return { audience, text: rest };
  // A bold lead without a colon names whom it addresses only where advice follows.
  const isBoldWho =
    entry.marked &&
    entry.body &&
    (startsWithImperative(entry.body.text) ||
      /^\s*(?:should|must|need to|ought to|may want to) /.test(entry.body.text)) &&
    !startsWithImperative(entry.lead.text);
  return isBoldWho
    ? { audience: entry.lead.text.replace(/[\s.:：]+$/, ''), text: entry.body.text }
    : undefined;
}

function decisionRows(table: Table): Decision[] {
  const { audience, decision } = columnsOf(table);
  const text = decision !== undefined && decision !== audience ? decision : wordiestColumn(table, [audience]);
  return flat(table.rows, (row): Decision[] => {
    const field = cellField(row, text);
    return field
      ? [{ text: bareTitle(field.text), audience: cellField(row, audience)?.text, span: rowSpan(row) }]
      : [];
  });
}
