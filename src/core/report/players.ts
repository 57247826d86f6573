// Players: the organisations and groups that a report treats as actors, with every place that names them.

import { type Block, prosesOf, type Table } from '../markdown/block';
import { bareTitle } from '../markdown/flattened';
import { flat } from '../text/lists';
import type { Span } from '../text/span';
import type { Steps } from '../text/steps';
import { type Actor, actorsListed, actorsTold, hasInterests, isToldPlainly, maySpeakOf } from './actors';
import { isCountry } from './countries';
import { titleThenDate } from './dated';
import { type Entry, entriesOf, headingEntry, leavesOf } from './entries';
import { isName, nameAndAliases, nameBefore } from './entry-names';
import { withoutSeparator } from './fields';
import { type Introduced, withKnown } from './known';
import { lowerCaseWords } from './lower-case';
import { mentionsOf } from './mentions';
import { bodiesIn, firstWord, goesOnInSmallLetters, saysBody, shortForms } from './name-forms';
import { type NamedPlace, type NameUse, namesIn } from './name-uses';
import { findNames } from './names';
import { isNoActor } from './no-actors';
import type { Event, Field, KnownPlayer, Player, Section } from './report';
import { rolesIn } from './roles';
import { endWithChildren } from './sections';
import { goesOnAsSubject, subjectOf } from './subject';
import { cellField, columnsOf, isTotalRow, partyColumns, rowSpan } from './tables';

/**
 * The players of a report: those of its players' part first, then others that act in events or throughout, then those
 * of the known ones that it names at all.
 */
export function* readPlayers(
  blocks: readonly Block[],
  sections: readonly Section[],
  events: readonly Event[],
  listed: readonly KnownPlayer[] = [],
): Steps<Player[]> {
  const proses = flat(blocks, prosesOf);
  const uses = namesIn(proses);
  yield;
  const introduced = flat(sections, (section, index) => introducedIn(section, index, sections, uses)).filter(
    ({ name }) => uses.get(name)?.isTerm !== true,
  );
  yield;
  const labels = new Map([...bodiesIn(uses), ...namesOfEntries(sections)]);
  const playing = new Set(introduced.map(({ name }) => name));
  const names = [...new Set([...playing, ...labels.keys()])];
  yield;
  const short = shortForms(names, playing, uses, () => lowerCaseWords(blocks));
  const entered = [...labels.values()].filter(({ name }) => short.has(name)).map(asIntroduced);
  const named = withOtherForms(uniqueByName([...introduced, ...entered]), short, playing);
  const known = new Set(flat(named, player => [player.name, ...player.aliases]).map(key));
  // "Finance" of "Finance ministry" is no name by itself.
  for (const { name } of named) {
    const first = firstWord(name);
    if (goesOnInSmallLetters(name) && uses.get(first)?.acts === 0) known.add(key(first));
  }
  const others = findNames(uses, events, lowerCaseWords(blocks)).filter(place => !known.has(key(place.name)));
  const capitalised = [...named, ...others.map(asIntroduced)];
  yield;
  const roles = rolesIn(proses, [
    ...names,
    ...capitalised.flatMap(({ name, aliases }) => [name, ...aliases]),
  ]);
  const players = withKnown([...capitalised, ...roles], listed);
  yield;
  const mentioned = yield* mentionsOf(players, proses);
  return flat(players, ({ name, position, interests, ...player }, i) => {
    const { aliases = [], mentions = [] } = mentioned[i] ?? {};
    const span = player.span ?? mentions[0];
    return span ? [{ name, aliases, position, interests, span, mentions }] : [];
  });
}

function asIntroduced(place: NamedPlace): Introduced {
  return { name: place.name, aliases: [], position: undefined, interests: undefined, span: place.span };
}

/** The proper names that stand as headings, as bold leads and in the first column of tables, by name. */
function namesOfEntries(sections: readonly Section[]): ReadonlyMap<string, NamedPlace> {
  const found = new Map<string, NamedPlace>();
  const add = (text: string, span: Span) => {
    const title = bareTitle(text);
    if (!OPENS_AS_NAME.test(title)) return;
    const { name } = nameAndAliases(title.replace(/\s*[(（][^()（）]*[)）]?\s*[.:]?\s*$|[\s.:]+$/, ''));
    if (PROPER_NAME.test(name) && !found.has(name)) found.set(name, { name, span });
  };
  for (const section of sections) {
    if (section.heading && !titleThenDate(section.title)) add(section.title, section.heading.span);
    for (const entry of entriesOf(section)) if (entry.marked) add(entry.lead.text, entry.lead.span);
    for (const block of section.blocks) {
      if (block.kind !== 'table') continue;
      for (const row of block.rows) {
        const cell = cellField(row, 0);
        if (cell) add(cell.text, cell.span);
      }
    }
  }
  return found;
}

/** A word with a capital and another behind it: most labels are turned away by their first words. */
const OPENS_AS_NAME = /^\p{Lu}[\p{L}\p{N}&’'.-]* /u;

/** Two to five words with capitals, joined by "of" and the like at most. */
const PROPER_NAME =
  /^\p{Lu}[\p{L}\p{N}&’'.-]*(?: (?:of|the|and|for|de|del|du|van|von|&) \p{Lu}[\p{L}\p{N}&’'.-]*| \p{Lu}[\p{L}\p{N}&’'.-]*){1,4}$/u;

function introducedIn(
  section: Section,
  index: number,
  sections: readonly Section[],
  uses: ReadonlyMap<string, NameUse>,
): Introduced[] {
  const rows = flat(section.blocks, block =>
    block.kind === 'table' ? introducedByRows(block, section.part === 'players', uses) : [],
  );
  const asEntry = ({ name, position }: Actor): Introduced => ({
    ...nameAndAliases(name),
    position,
    interests: undefined,
    span: position.span,
  });
  if (section.part !== 'players') return [...rows, ...actorsListed(section, uses).map(asEntry)];
  const headed = section.heading && section.parent?.part === 'players' && namesOne(section, uses);
  const entries =
    headed && section.heading
      ? [headingEntry(section, section.heading, endWithChildren(sections, index))]
      : [...leavesOf(entriesOf(section), entry => isGroup(entry, uses))].map(({ entry }) => entry);
  const told = flat(entries, entry => actorsTold(entry, uses)).map(asEntry);
  const leading = flat(entries, entry =>
    introducedBy(entry).filter(({ name }) => !isToldPlainly(entry) || maySpeakOf(entry, name, uses)),
  );
  return [...leading, ...told, ...rows];
}

/** A heading that names one player, rather than a group whose players stand under it. */
function namesOne(section: Section, uses: ReadonlyMap<string, NameUse>): boolean {
  if (/\b(?:position|interest|player|stakeholder)s?\b/i.test(section.title)) return false;
  if (
    /^(?:for|against|with|in|on|between|among|outside|inside|behind|around|beyond) \p{Ll}/iu.test(
      section.title,
    )
  )
    return false;
  if (section.blocks.some(block => block.kind === 'table' && listsPlayers(block))) return false;
  const entries = entriesOf(section);
  if (entries.some(entry => entry.fields.has('position') && entry.lead.text !== '')) return false;
  const isKnown = PROPER_NAME.test(section.title) || (uses.get(section.title)?.midSentence ?? 0) > 0;
  const named = flat(entries, entry => (entry.form === 'item' || !isKnown ? introducedBy(entry) : []));
  const others = named.filter(
    ({ name, position }) => !isNoActor(name) && isOther(name, position?.text ?? '', uses),
  );
  return others.length === 0 || others.length * 2 < named.length;
}

/** A name with what its bearer does or wants, one that is used elsewhere, or one that says that it is of a body. */
function isOther(name: string, position: string, uses: ReadonlyMap<string, NameUse>): boolean {
  if (!/\p{Lu}.*\p{Lu}|^\P{Ll}+$|^\p{Lu}\p{L}+$/u.test(name)) return false;
  return goesOnAsSubject(position) || saysBody(name) || (uses.get(name)?.midSentence ?? 0) > 0;
}

function listsPlayers(table: Table): boolean {
  const { player, position, interests } = columnsOf(table);
  return player !== undefined && player !== position && player !== interests;
}

/** "Suppliers:" above a list of them: a label with entries that have fields of their own, or say what each wants. */
function isGroup({ fields, children, lead }: Entry, uses: ReadonlyMap<string, NameUse>): boolean {
  if (fields.size > 0) return false;
  if (children.some(child => child.fields.has('position') || child.marked)) return true;
  const isName = (uses.get(lead.text)?.midSentence ?? 0) > 0;
  return !isName && children.length > 0 && children.filter(hasInterests).length * 2 >= children.length;
}

/** A name without a longer word in small letters, unlike "Foreign suppliers". */
function isProper(name: string): boolean {
  return !/ \p{Ll}{4,}/u.test(name.replace(/[(（].*$/, ''));
}

function introducedByRows(table: Table, isPart: boolean, uses: ReadonlyMap<string, NameUse>): Introduced[] {
  const { player, position, interests } = columnsOf(table);
  const isOfPlayers =
    player !== undefined &&
    interests !== undefined &&
    (position !== undefined || namesPlayers(table, player));
  if (!isPart && !isOfPlayers)
    return [...partiesIn(table), ...(player === undefined ? [] : namedElsewhere(table, player, uses))];
  const column = player ?? 0;
  return flat(table.rows, row => {
    const name = isTotalRow(row) ? undefined : cellField(row, column);
    if (!name || !isName(bareTitle(name.text))) return [];
    const fields = { position: cellField(row, position), interests: cellField(row, interests) };
    return [{ ...nameAndAliases(bareTitle(name.text)), ...fields, span: rowSpan(row) }];
  });
}

/** "Actor", rather than "Company" or "Country". */
function namesPlayers(table: Table, column: number): boolean {
  return /^(?:\w+ )?(?:actor|player|stakeholder)s?$/i.test(
    table.header.cells[column]?.prose.text.trim() ?? '',
  );
}

/** The names in a column of companies that the report names somewhere else too. */
function namedElsewhere(table: Table, column: number, uses: ReadonlyMap<string, NameUse>): Introduced[] {
  return flat(table.rows, row => {
    const name = cellField(row, column);
    const isUsed = name !== undefined && (uses.get(name.text)?.count ?? 0) > 1 && !isCountry(name.text);
    return isUsed ? [asIntroduced({ name: name.text, span: name.span })] : [];
  });
}

/** Who deals with whom, in the columns of a table of deals. */
function partiesIn(table: Table): Introduced[] {
  const columns = partyColumns(table);
  return flat(table.rows, row =>
    flat(columns, column => {
      const name = cellField(row, column);
      const called = bareTitle(name?.text ?? '');
      if (!name || !isName(called) || isNoActor(called) || !isProper(called)) return [];
      return [
        {
          ...nameAndAliases(called),
          position: undefined,
          interests: undefined,
          span: name.span,
        },
      ];
    }),
  );
}

function introducedBy(entry: Entry): Introduced[] {
  const { text } = entry.lead;
  const isFields = entry.fields.has('position') || entry.fields.has('interests');
  const closed = isFields ? closedName(text) : undefined;
  const [lead = '', separator = ''] = entry.marked ? [text] : (closed ?? nameBefore(text));
  const name = bareTitle(lead).replace(ABBREVIATED.test(lead) ? /[\s:：,–—-]+$/ : /[\s.:：,–—-]+$/, '');
  if (!isName(name)) return [];
  const rest = entry.marked ? undefined : restOf(entry, lead.length + separator.length);
  const wants = entry.children.find(child => WANTS.test(child.prose.text));
  const position = entry.fields.get('position') ?? withoutSeparator(entry.body) ?? rest;
  const interests = entry.fields.get('interests') ?? wants?.lead;
  return [{ ...nameAndAliases(name), position, interests, span: entry.span }];
}

/** "Norvik d.o.o.", "Sundby S.A.": a name may end with a stop. */
const ABBREVIATED = /\.\p{L}{1,2}\.\s*$/u;

/** "Norvik –", "Glass makers.", "Glass makers": all that stands before the fields, unless it is a sentence. */
function closedName(text: string): readonly string[] | undefined {
  const [, name, separator] = /^(.{2,60}?)(\s*[–—:：.-]\s*|)$/.exec(text) ?? [];
  const isSentence =
    (text.endsWith('.') || separator === '') &&
    (subjectOf(text) !== undefined || /[.!?,;:–—] |：/.test(text));
  return isSentence || name === undefined || separator === undefined ? undefined : [name, separator];
}

const WANTS = /^\s*(?:wants?|needs?|seeks?|hopes?|aims?)\b/i;

/** What follows the name of an entry, as its position. */
function restOf(entry: Entry, length: number): Field | undefined {
  const text = entry.lead.text.slice(length).trim();
  return text === '' ? undefined : { text, span: entry.lead.span };
}

/**
 * The players with the other forms of their names as aliases. One that is introduced by its full name goes by that; a
 * label that begins with a player's name ("Norvik Port Fee Scale") is no name for it.
 */
function withOtherForms(
  players: readonly Introduced[],
  short: ReadonlyMap<string, string>,
  playing: ReadonlySet<string>,
): readonly Introduced[] {
  const byName = new Map(players.map(player => [key(player.name), player]));
  const fullNames = new Map(Array.from(short, ([full, form]) => [form, full]));
  return flat(players, (player): Introduced[] => {
    const form = short.get(player.name);
    if (form !== undefined) {
      const other = byName.get(key(form));
      if (other && !playing.has(player.name)) return [];
      return [
        {
          ...player,
          aliases: [...player.aliases, form],
          position: player.position ?? other?.position,
          interests: player.interests ?? other?.interests,
        },
      ];
    }
    const full = fullNames.get(player.name) ?? fullNames.get(player.name.replace(/^The /, ''));
    if (full !== undefined && byName.has(key(full)) && playing.has(full)) return [];
    return [full === undefined ? player : { ...player, aliases: [...player.aliases, full] }];
  });
}

/** Each player once, as the first place introduces it that says what it does or wants; no other goes by its alias. */
function uniqueByName(players: readonly Introduced[]): Introduced[] {
  const first = new Map<string, Introduced>();
  const aliases = new Set<string>();
  for (const player of players) {
    const name = key(player.name);
    const known = first.get(name);
    if (!known && aliases.has(name)) continue;
    if (!known || (!isDescribed(known) && isDescribed(player))) first.set(name, player);
    for (const alias of player.aliases) if (key(alias) !== name) aliases.add(key(alias));
  }
  return [...first.values()];
}

function isDescribed({ position, interests }: Introduced): boolean {
  return position !== undefined || interests !== undefined;
}

function key(name: string): string {
  return name.toLowerCase().replace(/^the /, '');
}
