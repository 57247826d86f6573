// Players: the organisations and groups that a report treats as actors, with every place that names them.
import type { Block } from '../markdown/block';
import { bareTitle } from '../markdown/flattened';
import type { Prose } from '../markdown/prose';
import type { Span } from '../text/span';
import { type Entry, entriesOf, headingEntry } from './entries';
import { findNames, type NamedPlace } from './names';
import type { Event, Field, Player, Section } from './report';
import { endWithChildren } from './sections';
import { cellField, columnOf, isTotalRow, rowSpan } from './tables';

const PLAYER_HEADER =
  /^(?:players?|compan(?:y|ies)|stakeholders?|actors?|vendors?|firms?|names?|groups?|organi[sz]ations?|competitors?|makers?|developers?)$/i;
const POSITION_HEADER = /\bposition|\bstance\b|\brole\b|\bstrategy\b/i;
const INTERESTS_HEADER = /\binterests?\b|\bgoals?\b|\bobjectives?\b|\bmotiv/i;

interface Introduced {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly position: Field | undefined;
  readonly interests: Field | undefined;
  readonly span: Span;
}

/** The players of a report: those of its players' part first, then others that act in events or throughout. */
export function readPlayers(
  blocks: readonly Block[],
  sections: readonly Section[],
  events: readonly Event[],
): Player[] {
  const introduced = uniqueByName(
    sections.flatMap((section, index) => introducedIn(section, index, sections)),
  );
  const proses = blocks.flatMap(prosesOf);
  const known = new Set(introduced.flatMap(player => [player.name, ...player.aliases]).map(key));
  const others = findNames(proses, events).filter(place => !known.has(key(place.name)));
  const players = [...introduced, ...others.map(asIntroduced)];
  const mentions = mentionsOf(players, proses);
  return players.map((player, i) => ({ ...player, mentions: mentions[i] ?? [] }));
}

function asIntroduced(place: NamedPlace): Introduced {
  return { name: place.name, aliases: [], position: undefined, interests: undefined, span: place.span };
}

function introducedIn(section: Section, index: number, sections: readonly Section[]): Introduced[] {
  if (section.part !== 'players') return [];
  const headed =
    section.heading &&
    section.parent?.part === 'players' &&
    !/\b(?:position|interest|player)s?\b/i.test(section.title);
  const entries =
    headed && section.heading
      ? [headingEntry(section, section.heading, endWithChildren(sections, index))]
      : entriesOf(section);
  const rows = section.blocks.flatMap((block): Introduced[] => {
    const column = block.kind === 'table' ? columnOf(block, PLAYER_HEADER) : undefined;
    if (block.kind !== 'table' || column === undefined) return [];
    return block.rows.flatMap(row => {
      const name = isTotalRow(row) ? undefined : cellField(row, column);
      const position = cellField(row, columnOf(block, POSITION_HEADER));
      const interests = cellField(row, columnOf(block, INTERESTS_HEADER));
      return name ? [{ ...nameAndAliases(name.text), position, interests, span: rowSpan(row) }] : [];
    });
  });
  return [...entries.flatMap(introducedBy), ...rows];
}

function introducedBy(entry: Entry): Introduced[] {
  const lead = entry.marked
    ? entry.lead.text
    : (/^[^:：–—\n]{2,60}(?=[:：]\s|\s[–—]\s|$)/.exec(entry.lead.text)?.[0] ?? '');
  const name = bareTitle(lead).replace(/[.:：,]\s*$/, '');
  const isName =
    name.length > 1 &&
    name.length <= 60 &&
    /^\p{Lu}|^\p{Lo}|^\p{Ll}\p{Lu}/u.test(name) &&
    name.split(/\s+/).length <= 6;
  if (!isName) return [];
  const position = entry.fields.get('position') ?? entry.body;
  return [{ ...nameAndAliases(name), position, interests: entry.fields.get('interests'), span: entry.span }];
}

/** "Microsoft (Azure)", "Google/Alphabet" and "Amazon / AWS" give one player with two names. */
export function nameAndAliases(text: string): { name: string; aliases: string[] } {
  const bracketed = /^([^(（]{2,})\s*[(（]([^()（）]{1,60})[)）]\s*$/.exec(text.trim());
  const [first = text, ...more] = (bracketed?.[1] ?? text).split(/\s*\/\s*/);
  const aliases = [...more, ...(bracketed?.[2]?.split(/\s*[/,，、]\s*/) ?? [])].map(alias => alias.trim());
  return { name: first.trim(), aliases: aliases.filter(alias => /^\p{Lu}|^\p{Lo}/u.test(alias)) };
}

function uniqueByName(players: readonly Introduced[]): Introduced[] {
  const seen = new Set<string>();
  return players.filter(player => {
    const fresh = !seen.has(key(player.name));
    seen.add(key(player.name));
    return fresh;
  });
}

function key(name: string): string {
  return name.toLowerCase();
}

export function prosesOf(block: Block): Prose[] {
  return block.kind === 'table'
    ? [block.header, ...block.rows].flatMap(row => row.cells.map(cell => cell.prose))
    : [block.prose];
}

/** Every place in the text that names each player, longest name first where two could stand. */
function mentionsOf(players: readonly Introduced[], proses: readonly Prose[]): Span[][] {
  const owner = new Map<string, number>();
  players.forEach((player, i) => {
    for (const name of [player.name, ...player.aliases])
      if (name.length > 1 && !owner.has(name)) owner.set(name, i);
  });
  const mentions: Span[][] = players.map(() => []);
  if (owner.size === 0) return mentions;
  const names = [...owner.keys()]
    .sort((a, b) => b.length - a.length)
    .map(name => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  for (const prose of proses) {
    for (const match of prose.text.matchAll(pattern)) {
      const player = owner.get(match[0]);
      if (player !== undefined)
        mentions[player]?.push(prose.toSpan({ start: match.index, end: match.index + match[0].length }));
    }
  }
  return mentions;
}
