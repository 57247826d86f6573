// Actors that a report introduces by what they do: "**Frigora** gains pricing power", "Litgrid runs the grid. Elering, its
// Estonian peer, pushes for a second cable."
import { bareTitle } from '../markdown/flattened';
import { flat } from '../text/lists';
import { isCountry } from './countries';
import { type Entry, entriesOf, textOf } from './entries';
import type { NameUse } from './name-uses';
import { isNoActor } from './no-actors';
import type { Field, PartKind, Section } from './report';
import { sentencesOf } from './sentences';
import { subjectOf } from './subject';

/** A name with what is said of its bearer. */
export interface Actor {
  readonly name: string;
  readonly position: Field;
}

/** Parts whose bold leads may be those of actors without saying so. */
const MAY_LIST: ReadonlySet<PartKind> = new Set([
  'other',
  'landscape',
  'impacts',
  'background',
  'significance',
  'events',
]);

/** What somebody does or wants who has interests of his own; plurals as well. */
const HAS_INTERESTS =
  /^(?:and |but )?(?:wants?|needs?|seeks?|hopes?|aims?|opposes?|supports?|backs?|owns?|sells?|buys?|runs?|holds?|controls?|argues?|asks?|demands?|insists?|refuses?|rejects?|disputes?|claims?|blames?|stays?|leaves?|gains?|loses?|wins?|fears?|defends?|offers?|plans?|supplies|supply|makes?|leads?|pushes|push|builds?|operates?|dominates?|depends?)\b/i;

/**
 * The leads of a section that name who does or wants what stands behind them, or its heading above what he wants; names
 * at the heads of a list whose bearers act elsewhere.
 */
export function actorsListed(section: Section, uses: ReadonlyMap<string, NameUse>): Actor[] {
  if (!MAY_LIST.has(section.part)) return [];
  const entries = entriesOf(section);
  const fields = flat(entries, ({ fields }) => fields.get('position') ?? fields.get('interests') ?? []);
  const [position] = fields;
  const isOne =
    section.heading &&
    position &&
    isActorName(section.title) &&
    entries.every(({ lead }) => lead.text === '');
  if (isOne) return [{ name: section.title, position }];
  const acting = flat(entries, entry => actorOf(entry) ?? []);
  const described = section.part === 'events' ? [] : describedIn(entries, uses);
  return [...acting, ...described.filter(({ name }) => acting.every(one => one.name !== name))];
}

/** "Norvik: the largest fleet, shrinking" above "Sundby – no deal since 2024": fewer than these make no list of actors. */
const FEWEST = 2;
const DESCRIBED_AS = /^(\p{Lu}[^:：–—.\n]{1,40}?)(?:(?::| [–—-](?= )) |：\s?)(?=\p{Ll}|[\p{Sc}])/u;

function describedIn(entries: readonly Entry[], uses: ReadonlyMap<string, NameUse>): Actor[] {
  const found = flat(entries, (entry): Actor[] => {
    const text = textOf(entry);
    const name = DESCRIBED_AS.exec(bareTitle(text.slice(0, 80)))?.[1] ?? '';
    if (!NAME.test(name) || !isActorName(name) || isCountry(name)) return [];
    const position = { text: text.slice(name.length).replace(/^[\s:：–—-]+/, ''), span: entry.span };
    return [{ name, position }];
  });
  const known = found.filter(({ name }) => isNamedElsewhere(uses.get(name)));
  return found.length >= FEWEST && found.length * 2 > entries.length && known.length * 2 >= found.length
    ? found
    : [];
}

/** "Norvik: second; aims at improving its profits": a name, and what its bearer does or wants. */
export function hasInterests(entry: Entry): boolean {
  const text = bareTitle(textOf(entry).slice(0, 300));
  const name = DESCRIBED_AS.exec(text)?.[1] ?? '';
  return (
    NAME.test(name) &&
    isActorName(name) &&
    clausesOf(text.slice(name.length)).some(clause => HAS_INTERESTS.test(clause))
  );
}

/** Words with capitals alone. */
const NAME =
  /^\p{Lu}[\p{L}\p{N}&’'.-]*(?: (?:(?:of|the|de|del|du|van|von) )?\p{Lu}[\p{L}\p{N}&’'.-]*){0,4}$/u;

function isNamedElsewhere(use: NameUse | undefined): boolean {
  return use !== undefined && use.placed === 0 && (use.midSentence > 0 || use.acts > 0);
}

function actorOf({ marked, lead, body, fields }: Entry): Actor | undefined {
  const field = fields.get('position') ?? fields.get('interests');
  if (!field && !(marked && body)) return undefined;
  const name = bareTitle(lead.text).replace(/[\s.:：,–—-]+$/, '');
  if (field && isActorName(name)) return { name, position: field };
  if (!marked || !body) return undefined;
  return isActorName(name) &&
    !tellsOfOther(body) &&
    clausesOf(body.text).some(clause => HAS_INTERESTS.test(clause))
    ? { name, position: body }
    : undefined;
}

/** "**Bottom line.** Tessaly sells …": what follows the lead has a subject of its own. */
function tellsOfOther({ text }: Field): boolean {
  const subject = subjectOf(text.replace(/^[\s.:：–—-]+/, ''));
  return subject !== undefined && !/^(?:It|They|He|She|We)$/.test(subject);
}

/** "**Port Authority.** It waives the fee": what follows a name goes on with its bearer. */
function isToldOf({ lead, body }: Entry): boolean {
  const name = bareTitle(lead.text).replace(/[\s.:：,–—-]+$/, '');
  return (
    isActorName(name) && /^[\s.:：–—-]*(?:It|They|He|She|We|Its|Their|His|Her|Our)\b/.test(body?.text ?? '')
  );
}

function isActorName(name: string): boolean {
  return /^\p{Lu}/u.test(name) && name.split(' ').length <= 5 && !isNoActor(name) && !/[.!?:,;]/.test(name);
}

function clausesOf(text: string): string[] {
  return text
    .slice(0, 200)
    .split(/[,;，；]|\sand\s/)
    .map(clause => clause.replace(/^[\s:：–—.-]+/, ''));
}

/** "Masten (seller, wants cash)": a name and a bracket, and nothing else. */
const BRACKETED = /^(\p{Lu}[\p{L}\p{N}&’'. -]{1,40}?)\s?[(（][^()（）]{3,}[)）]\.?$/u;
/** "Elering, its Estonian peer, …", "PSE in Poland supplies …": the name that heads a subject. */
const HEAD = /^\p{Lu}[\p{L}\p{N}&’'-]*(?: (?:& )?\p{Lu}[\p{L}\p{N}&’'-]*){0,4}/u;
const ACTING =
  /^(?: and \p{Lu}\S*(?: \p{Lu}\S*){0,2})? (?!(?:to|of|in|on|at|by|for|with|from|and|or|as|than|that)\s)\p{Ll}/u;
const ROLE = /^(The(?: \p{Ll}[\p{Ll}’'-]+){1,3}?) (\p{Ll}+)/u;
const DESCRIBED = /^, (?:the|an?|its|their|which|who|whose)\s/;

/** "Hyperscalers such as Gigara want speed": the one that is named of a kind. */
const SUCH_AS =
  /^[\p{L} ]{3,40} such as (\p{Lu}[\p{L}\p{N}&’'-]*(?: \p{Lu}[\p{L}\p{N}&’'-]*){0,3}) (?=\p{Ll})/u;

/** The subjects of the sentences of a paragraph in a part of players, apart from that of the first. */
export function actorsTold(entry: Entry, uses: ReadonlyMap<string, NameUse>): Actor[] {
  if (entry.form !== 'paragraph' || entry.marked) return [];
  const { prose } = entry;
  return prose
    .of(sentencesOf)
    .slice(1)
    .flatMap(({ start, end }) => {
      const sentence = prose.text.slice(start, end);
      const name = BRACKETED.exec(sentence)?.[1] ?? subjectIn(sentence, uses);
      const names = name === undefined ? [] : [name, ...(beside(sentence, name) ?? [])];
      const position = { text: sentence, span: prose.toSpan({ start, end }) };
      return names.filter(one => !isNoActor(one)).map(one => ({ name: one, position }));
    });
}

/** True for a paragraph that has neither a marked lead nor fields: its first words need not name a player. */
export function isToldPlainly({ form, marked, fields }: Entry): boolean {
  return form === 'paragraph' && !marked && fields.size === 0;
}

/** True where the first words of a paragraph are a name, or somebody who wants or does something: no "Hardware is dear". */
export function maySpeakOf(entry: Entry, name: string, uses: ReadonlyMap<string, NameUse>): boolean {
  if (isNoActor(name)) return false;
  const rest = textOf(entry).slice(name.length);
  // "Pilots' guild. It wants …" sets the name off.
  const goesOn = /^ \p{Ll}/u.test(rest);
  const isProper = /\p{Lu}.*\p{Lu}/u.test(name) || (uses.get(name)?.midSentence ?? 0) > 0;
  return !goesOn || isProper || HAS_INTERESTS.test(rest.trimStart());
}

/** "Banka Plus and Sjøbank own it": who acts together with the first. */
function beside(sentence: string, name: string): string[] | undefined {
  const other = /^ and (.{2,60})/.exec(sentence.slice(name.length))?.[1] ?? '';
  const head = HEAD.exec(other)?.[0];
  return head === undefined ? undefined : [head];
}

function subjectIn(sentence: string, uses: ReadonlyMap<string, NameUse>): string | undefined {
  const example = SUCH_AS.exec(sentence)?.[1];
  if (example !== undefined) return example;
  const head = HEAD.exec(sentence)?.[0];
  if (head === undefined || /['’]s?$/.test(head)) return undefined;
  const rest = sentence.slice(head.length);
  // "The Nordic governments want …": the name does not end with its capitals.
  if (/^The \p{Lu}/u.test(head) && /^ \p{Ll}/u.test(rest)) return subjectOf(sentence) ?? head;
  if (DESCRIBED.test(rest)) return head;
  // "The retail union wants …": a role in small letters.
  if (head === 'The') {
    const [, role, verb = ''] = ROLE.exec(sentence) ?? [];
    if (HAS_INTERESTS.test(verb)) return role;
    const subject = subjectOf(sentence);
    return subject && HAS_INTERESTS.test(sentence.slice(subject.length + 1)) ? subject : undefined;
  }
  // "Car makers want …": a kind of actors.
  const kind = subjectOf(sentence);
  if (kind && / \p{Ll}+s$/u.test(kind) && HAS_INTERESTS.test(sentence.slice(kind.length + 1))) return kind;
  const isProper = head.includes(' ') || /\p{Lu}.*\p{Lu}/u.test(head) || isNameAlone(head, uses.get(head));
  return isProper && (ACTING.test(rest) || kind !== undefined) ? head : undefined;
}

/** A word that is no plural, and acts or stands within sentences elsewhere. */
function isNameAlone(head: string, use: NameUse | undefined): boolean {
  if (use === undefined) return false;
  return use.midSentence > 0 || (use.count > 1 && use.acts > 0 && !head.endsWith('s'));
}

/** True for a section's entries that mostly start with somebody of whom it goes on to tell. */
export function namesActors(section: { readonly blocks: Section['blocks'] }): boolean {
  const entries = entriesOf(section).filter(({ lead }) => lead.text !== '');
  const acting = entries.filter(
    entry =>
      actorOf(entry) !== undefined ||
      (entry.marked ? isToldOf(entry) : subjectOf(entry.lead.text) !== undefined),
  );
  return acting.length > 0 && acting.length * 2 >= entries.length;
}
