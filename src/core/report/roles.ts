// Actors that a report names by their role alone: "the harbour authority", "the central bank".
import type { Prose } from '../markdown/prose';
import { mayHave, seek } from '../text/beginnings';
import { flat } from '../text/lists';
import type { Wording } from '../text/wording';
import type { Introduced } from './known';
import { goesOnAsSubject } from './subject';

const BODY =
  'authority|regulator|ministry|government|union|central bank|commission|agency|association|council|parliament|police|army|navy|consortium|cartel|federation|watchdog|supervisor|treasury|senate';
const THE = 'the '.length;
const ROLE = new RegExp(
  `[Tt]he (?<=(?:^|[^\\p{L}])[Tt]he )((?:\\p{Ll}[\\p{Ll}’'-]{1,20} ){0,2}(${BODY}))(?![\\p{L}-])`,
  'gu',
);

const BODIES = seek(BODY.replace(' bank', '').replaceAll('|', ' '));
/** A cheap look for a body, which turns most texts away. */
const MAY_NAME_BODY = new RegExp(`he (?:[^ .]{2,21} ){0,2}(?:${BODY})`);

/** A role is an actor's when it is named this often, at least once as who does something. */
const MENTIONS_NEEDED = 3;
const LONGEST_VERB = 40;

interface RoleAt {
  readonly role: string;
  readonly noun: string;
  readonly start: number;
  readonly acts: boolean;
}

/**
 * The bodies that act in the text and have no name in it.
 * @param names of the players that are known: "the ministry" may stand for any of them that is one
 */
export function rolesIn(proses: readonly Prose[], names: readonly string[]): Introduced[] {
  const named = new Set(flat(names, name => name.toLowerCase().split(/[^\p{L}]+/u)));
  const uses = new Map<string, { count: number; acts: number; prose: Prose; at: RoleAt }>();
  for (const prose of proses) {
    for (const at of prose.of(rolesAt)) {
      const use = uses.get(at.role);
      if (!use) uses.set(at.role, { count: 1, acts: at.acts ? 1 : 0, prose, at });
      else {
        use.count++;
        if (at.acts) use.acts++;
      }
    }
  }
  return [...uses.values()].flatMap(({ count, acts, prose, at: { role, noun, start } }): Introduced[] => {
    const isActor = count >= MENTIONS_NEEDED && acts > 0 && !named.has(noun);
    if (!isActor) return [];
    const name = role.charAt(0).toUpperCase() + role.slice(1);
    const span = prose.toSpan({ start, end: start + role.length });
    return [{ name, aliases: [role], position: undefined, interests: undefined, span }];
  });
}

function rolesAt(text: string, wording: Wording): RoleAt[] {
  if (!mayHave(BODIES, wording) || !MAY_NAME_BODY.test(text)) return [];
  return [...text.matchAll(ROLE)].map(match => {
    const [, role = '', noun = ''] = match;
    const start = match.index + THE;
    const end = start + role.length;
    const rest = text.slice(end, end + LONGEST_VERB);
    return {
      role,
      noun: noun.replace('central ', ''),
      start,
      acts: /^(?: |['’]s )/.test(rest) && goesOnAsSubject(rest),
    };
  });
}
