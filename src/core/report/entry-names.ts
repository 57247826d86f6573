// The name that an entry of a players' part starts with: what it looks like, where it ends, and the other names in it.
import { capitalised, SMALL_NUMBERS } from '../text/english';
import { isCountry } from './countries';
import { goesOnAsSubject, subjectOf } from './subject';

/** "Norvik: …", "Norvik – …", "Norvik | …", "Norvik / wants …". */
const SEPARATED = /^([^:：\n|]{2,60}?)(\s*(?::(?=\s)|：)|\s[–—→|-]\s|\s\/\s(?=\p{Ll}))/u;
/** "Boxomat (owned by a fund, wants to list in 2027)": brackets that say more than another name. */
const NOTED = /^(\p{Lu}[^()（）:：–—]{1,40}?) (?=[(（]\p{Ll}[^()（）]*[)）]\.?$)/u;
/** "The union, Sintracobre, wants …": the name behind the role. */
const NAMED_ROLE =
  /^((?:The|Its|Their|An?) \p{Ll}[\p{Ll} ’'-]{2,40}, )(\p{Lu}[\p{L}\p{N}&’'-]*(?: \p{Lu}[\p{L}\p{N}&’'-]*){0,3})(?=, \p{Ll})/u;
/** "The city of Brenova. Needs …": a short name that a full stop sets off. */
const STOPPED = /^((?:The )?\p{L}[\p{L}\p{N}&’' -]{1,40})(\. )(?=\p{Lu})/u;
/** "Oil traders' guild": no verb stands behind whose it is. */
const OWNED = /^(?:The )?\p{Lu}\S*(?: \p{Ll}+)?['’]s? (?:\p{Ll}+ )?\p{Ll}+$/u;
/** A name, and then what it does: "Baltham Agri wants …", "The Bank of Norvik holds …". */
const ACTING =
  /^((?:The )?(?!The )\p{Lu}[\p{L}\p{N}&'’.-]*(?: (?:(?:of|the|and|for|de|del|du|van|von|&) )*\p{Lu}[\p{L}\p{N}&'’-]*){0,5})( )(?=\p{Ll})(?!(?:to|of|in|on|at|by|for|with|from|and|or|as|than|that)\s)/u;

/** "Suzel, the low-cost leader, wants …", "The port authority, which owns the quays, wants …". */
const DESCRIBED =
  /^(\p{Lu}[^,:：\s]*(?: (?:(?:of|the|and|for|de|del|du|van|von) )*\p{Lu}[^,:：\s]*){0,4}|(?:The|An?) \p{Ll}[\p{L}’'-]*(?: \p{L}[\p{L}’'-]*){0,3})(, )(?=(?:the|an?|its|their|which|who|whose)\s)/u;

/** Cheap looks for the two forms before, which few texts have. */
const MAY_NAME_ROLE = /^(?:The|Its|Their|An?) [^,]{2,41}, /;
const MAY_BE_DESCRIBED = /, (?:the|an?|its|their|which|who|whose)\s/;

/** The name that a text starts with, and what separates it from the rest. */
export function nameBefore(text: string): [string, string] | [] {
  const window = text.slice(0, 120);
  const noted = NOTED.exec(text.slice(0, 200));
  if (noted) return [noted[1] ?? '', ' '];
  const role = MAY_NAME_ROLE.test(window) ? NAMED_ROLE.exec(window) : null;
  if (role) return [role[2] ?? '', ', '];
  const separated = SEPARATED.exec(window) ?? (MAY_BE_DESCRIBED.test(window) ? DESCRIBED.exec(window) : null);
  if (separated) return [separated[1] ?? '', separated[2] ?? ''];
  const subject = subjectOf(window);
  if (subject !== undefined) return [subject, ' '];
  const acting = ACTING.exec(window);
  const stopped = STOPPED.exec(window);
  // "Glass fitters' union. Wants …": a name, and a sentence whose subject it is.
  if (stopped && acting && goesOnAsSubject(lowered(window.slice(stopped[0].length))))
    return [stopped[1] ?? '', stopped[2] ?? ''];
  // "The Treasury. Buying time …": a full stop behind a word, not behind an abbreviation.
  const isOver =
    stopped &&
    acting &&
    (OWNED.test(stopped[1] ?? '') ||
      (stopped[0].length <= acting[0].length && /\p{L}{4}$/u.test(stopped[1] ?? '')));
  if (acting && !isOver) return [acting[1] ?? '', acting[2] ?? ''];
  if (stopped && (stopped[1] ?? '').split(' ').length <= 5) return [stopped[1] ?? '', stopped[2] ?? ''];
  return window.length <= 60 ? [window, ''] : [];
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** True for words that may be the name of a player, rather than a phrase or a sentence. */
export function isName(name: string): boolean {
  return (
    !NO_NAME.test(name) &&
    name.length > 1 &&
    name.length <= 60 &&
    /^\p{Lu}|^\p{Lo}|^\p{Ll}\p{Lu}|^\d+\p{L}/u.test(name) &&
    name.split(/\s+/).length <= 7
  );
}

/** "In Mexico", "Table 2. Mexico", "Singapore goes the other way", "Eight free slots", "Other lenders": a phrase, a sentence, or the rest. */
const NO_NAME = new RegExp(
  `^An?$|^(?:In|On|At|By|For|From|With|Of|Table|Figure|Chart|(?:All )?[Oo]ther|Remaining|Rest of|${capitalised(SMALL_NUMBERS)}) |^\\p{Lu}\\S* \\p{Ll}+s (?:its|their|the|an?|to) `,
  'u',
);

/** "Microsoft (Azure)", "Google/Alphabet", "Mediator and unions" and "Amazon / AWS" give one player with two names. */
export function nameAndAliases(text: string): { name: string; aliases: string[] } {
  const joined = /^(\p{Lu}.{2,40}?) (?:and|&) (?:its |their |the )?\p{Ll}/u.exec(text)?.[1];
  if (joined !== undefined) return { name: joined, aliases: [text.trim()] };
  const bracketed = /^([^(（]{2,})\s*[(（]([^()（）]{1,60})[)）]\s*$/.exec(text.trim());
  const [first = text, ...more] = (bracketed?.[1] ?? text).split(/\s*\/\s*/);
  const inside = bracketed?.[2]?.replace(/["“”]/g, '').split(/\s*[/,，、]\s*/) ?? [];
  // "The port authority" is also named after another word: "Sundby's port authority".
  const bare = /^The (\S.*)$/.exec(first.trim())?.[1];
  // "Kiosk chain Narval": the name behind what it is.
  const named = /^\p{Lu}\p{Ll}+(?: \p{Ll}{4,}){1,2} (\p{Lu}[\p{L}\p{N}&’'-]*)$/u.exec(first.trim())?.[1];
  if (named !== undefined) more.push(named);
  const aliases = [...more, ...inside].map(alias => alias.trim());
  const isAlias = (alias: string) => /^\p{Lu}|^\p{Lo}/u.test(alias) && !isCountry(alias);
  return { name: first.trim(), aliases: [...aliases.filter(isAlias), ...(bare === undefined ? [] : [bare])] };
}
