// Every place that names a player, under its name or an alias; short forms introduced in brackets are aliases too.
import type { Prose } from '../markdown/prose';
import { ALPHANUMERIC, kindAt } from '../text/letters';
import type { Span } from '../text/span';
import type { Steps } from '../text/steps';

interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface Mentioned {
  readonly aliases: readonly string[];
  readonly mentions: readonly Span[];
}

/** The mentions of each player, in text order; where two names could stand, the longer one does. */
export function* mentionsOf(players: readonly Named[], proses: readonly Prose[]): Steps<Mentioned[]> {
  const owners = new Map<string, number>();
  players.forEach((player, i) => {
    for (const name of [player.name, ...player.aliases])
      if (name.length > 1 && !owners.has(name)) owners.set(name, i);
  });
  const aliases = players.map(player => [...player.aliases]);
  const { size } = owners;
  const first = new NameFinder(new Map(owners));
  const inFirst = new Map<Prose, readonly Place[]>();
  let read = 0;
  for (const prose of proses) {
    if (++read % PROSES_AT_ONCE === 0) yield;
    if (!prose.text.includes('(') && !prose.text.includes('（')) continue;
    const places = first.find(prose.text);
    inFirst.set(prose, places);
    for (const { end, owner } of places) {
      const alias = introducedAfter(prose.text, end, players[owner]?.name ?? '');
      if (alias === undefined || owners.has(alias)) continue;
      owners.set(alias, owner);
      aliases[owner]?.push(alias);
    }
  }
  const mentions: Span[][] = players.map(() => []);
  const others = owners.size === size ? undefined : new NameFinder(owners);
  for (const prose of proses) {
    if (++read % PROSES_AT_ONCE === 0) yield;
    const places = others ? others.find(prose.text) : (inFirst.get(prose) ?? first.find(prose.text));
    for (const { start, end, owner } of places) mentions[owner]?.push(prose.toSpan({ start, end }));
  }
  return players.map((_, i) => ({ aliases: aliases[i] ?? [], mentions: mentions[i] ?? [] }));
}

const PROSES_AT_ONCE = 50;

interface Place extends Span {
  readonly owner: number;
}

const NONE: readonly Place[] = [];

/** Looks names up by their first word, or by two characters where a script has no spaces. */
class NameFinder {
  private readonly byStart = new Map<string, string[]>();
  /** By the first two code units of a name, folded into one: where none starts so, no word needs to be looked up. */
  private readonly isStart = new Uint8Array(STARTS);

  constructor(private readonly owners: ReadonlyMap<string, number>) {
    for (const name of owners.keys()) {
      const start = startOf(name, 0);
      this.byStart.set(start, [...(this.byStart.get(start) ?? []), name]);
      this.isStart[folded(name.charCodeAt(0), name.charCodeAt(1))] = 1;
    }
    for (const names of this.byStart.values()) names.sort((a, b) => b.length - a.length);
  }

  find(text: string): readonly Place[] {
    let places: Place[] | undefined;
    let code = text.charCodeAt(0);
    // Every name has two characters at least.
    const last = text.length - 1;
    for (let at = 0; at < last; at++) {
      const next = text.charCodeAt(at + 1);
      const isStart = this.isStart[folded(code, next)] !== 0;
      code = next;
      if (!isStart) continue;
      if (at > 0 && !isHan(text.charAt(at)) && isWord(text, at - 1)) continue;
      const name = this.nameAt(text, at);
      if (name === undefined) continue;
      const end = at + name.length;
      places ??= [];
      places.push({ start: at, end, owner: this.owners.get(name) ?? 0 });
      at = end - 1;
      code = text.charCodeAt(end);
    }
    return places ?? NONE;
  }

  /** The longest name that stands at a place. */
  private nameAt(text: string, at: number): string | undefined {
    return this.startingWith(startOf(text, at))?.find(
      one => text.startsWith(one, at) && endsThere(text, at + one.length),
    );
  }

  /** The names that start with a word, or with that of which it is the plural. */
  private startingWith(word: string): readonly string[] | undefined {
    return this.byStart.get(word) ?? (word.endsWith('s') ? this.byStart.get(word.slice(0, -1)) : undefined);
  }
}

const STARTS = 1 << 12;

function folded(first: number, second: number): number {
  return (first * 31 + second) & (STARTS - 1);
}

/** The word, or the two characters, by which a name that starts at a place is looked up. */
function startOf(text: string, at: number): string {
  if (isHan(text.charAt(at))) return text.slice(at, at + 2);
  let end = at + 1;
  while (end < text.length && end < at + LONGEST_WORD && isWord(text, end)) end++;
  return text.slice(at, end);
}

const LONGEST_WORD = 40;

/** The end of a name, or the s of its plural. */
function endsThere(text: string, end: number): boolean {
  if (!isWord(text, end) || isHan(text.charAt(end - 1))) return true;
  return text[end] === 's' && !isWord(text, end + 1) && !/[sS]$/.test(text.charAt(end - 1));
}

function isWord(text: string, at: number): boolean {
  return (kindAt(text, at) & ALPHANUMERIC) !== 0;
}

function isHan(char: string): boolean {
  return char > '\u2e7f' && char < '\uac00';
}

const INTRODUCED =
  /^(?:['’]s)?\s?[(（]\s?(?:(?:the|or|hereafter|henceforth) )?["“”'‘]?([\p{L}\p{N}][\p{L}\p{N}&. -]{1,29}?)["“”'’]?\s?[)）]/u;

/** "Institute for Resource Policy (IRP)", "Sanjeevan Hospitals (“Sanjeevan”)": the short form of the name before. */
function introducedAfter(text: string, end: number, name: string): string | undefined {
  if (!/^.{0,3}[(（]/.test(text.slice(end, end + 5))) return undefined;
  const alias = INTRODUCED.exec(text.slice(end, end + 48))?.[1];
  if (alias === undefined || alias.length >= name.length + 12) return undefined;
  const initials = [...name.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map(match => match[0]).join('');
  const capitals = initials.replace(/\p{Ll}/gu, '');
  const isAcronym =
    alias.length > 1 && [initials.toUpperCase(), capitals].includes(alias.replace(/[. ]/g, '').toUpperCase());
  const isPart = /^\p{Lu}/u.test(alias) && name.split(/\s+/).includes(alias);
  const isOtherScript =
    /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Devanagari}]/u.test(
      alias,
    );
  return isAcronym || isPart || isOtherScript ? alias : undefined;
}
