// Players that somebody lists beforehand: what a report calls by different names is one player, under the listed name.

import type { Span } from '../text/span';
import type { Field, KnownPlayer } from './report';

/** A player as far as it is known before its mentions are looked for. */
export interface Introduced {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly position: Field | undefined;
  readonly interests: Field | undefined;
  /** Undefined for a listed player that the report does not introduce: its first mention does. */
  readonly span: Span | undefined;
}

/** The players of a report, those of one listed name gathered in the first of them, then the other listed ones. */
export function withKnown(
  introduced: readonly Introduced[],
  known: readonly KnownPlayer[],
): readonly Introduced[] {
  if (known.length === 0) return introduced;
  const listed = new Map<string, KnownPlayer>();
  for (const player of known)
    for (const name of namesOf(player)) if (!listed.has(key(name))) listed.set(key(name), player);
  const gathered = new Map<KnownPlayer, Introduced[]>();
  const gatherUnder = (player: KnownPlayer, found: readonly Introduced[]) =>
    gathered.set(player, [...(gathered.get(player) ?? []), ...found]);
  for (const one of introduced)
    gatherUnder(namesOf(one).flatMap(name => listed.get(key(name)) ?? [])[0] ?? one, [one]);
  for (const player of known) gatherUnder(player, []);
  return Array.from(gathered, ([player, found]) => asOne(player, found));
}

function asOne(player: KnownPlayer, found: readonly Introduced[]): Introduced {
  const names = [player, ...found].flatMap(namesOf);
  return {
    name: player.name,
    aliases: [...new Set(names)].filter(name => name !== player.name),
    position: found.find(({ position }) => position)?.position,
    interests: found.find(({ interests }) => interests)?.interests,
    span: found[0]?.span,
  };
}

function namesOf({ name, aliases = [] }: KnownPlayer): readonly string[] {
  return [name, ...aliases];
}

function key(name: string): string {
  return name.toLowerCase();
}
