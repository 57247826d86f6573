// Forms of names: those that say that they are of a body, and the short forms of long ones.
import { isCountry } from './countries';
import type { NamedPlace, NameUse } from './name-uses';
import { isNoActor } from './no-actors';

/** The legal forms of companies, and the words by which bodies of all kinds call themselves. */
const LEGAL_FORM =
  / (?:GmbH|AG|SE|SA|SAS|S[pP]a|SpA|Srl|AB|ASA|AS|Oyj?|NV|BV|PLC|Plc|Ltd|Limited|LLC|LLP|LP|Inc|Corp|Corporation|Co|KK|Pty|Pte)$/;
const BODY =
  / (?:Group|Holdings?|Partners|Bank|Trust|Fund|Company|Association|Federation|Institute|Ministry|Authority|Agency|Commission|Council|Union|University|Industries|Technologies|Systems)$/;

/** True for a name that says itself that it is of a body: "Norvik AG", "Sundby Bank". */
export function saysBody(name: string): boolean {
  return LEGAL_FORM.test(name) || BODY.test(name);
}

/** The names in the text that say themselves that they are of a body, by their form without its legal form. */
export function bodiesIn(uses: ReadonlyMap<string, NameUse>): ReadonlyMap<string, NamedPlace> {
  const found = new Map<string, NamedPlace>();
  for (const [full, { span }] of uses) {
    if (!full.includes(' ')) continue;
    const name = full.replace(LEGAL_FORM, '');
    if ((name !== full || BODY.test(name)) && name.includes(' ') && !found.has(name))
      found.set(name, { name, span });
  }
  return found;
}

/** What stands before the first space. */
export function firstWord(name: string): string {
  return name.split(' ', 1)[0] ?? '';
}

/** "Finance ministry of Norvik": the first word only says which. */
export function goesOnInSmallLetters(name: string): boolean {
  return /^\S+ (?!of |and |de |du |van |von )\p{Ll}/u.test(name);
}

/** A short form needs this many letters, and, where it is one word, as many uses alone. */
const SHORT_FORM = { letters: 4, uses: 2 };

/**
 * "Kastela" for "Kastela Banka", "Vale Verde" for "Vale Verde Cooperative": the first words of a name, where the text
 * uses them alone as the name of one who acts, never in lower case, and they begin no other of the names. By name.
 * @param introduced those of the names that the report introduces as players: of others, the first word alone is one
 * @param lowerCase the words that the text has in lower case: asked only where there is something to ask
 */
export function shortForms(
  names: readonly string[],
  introduced: ReadonlySet<string>,
  uses: ReadonlyMap<string, NameUse>,
  lowerCase: () => ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const sharers = new Map<string, number>();
  const openings = names.map(name => (introduced.has(name) ? openingsOf(name) : openingsOf(name).slice(-1)));
  for (const forms of openings) for (const form of forms) sharers.set(form, (sharers.get(form) ?? 0) + 1);
  const found = new Map<string, string>();
  names.forEach((name, i) => {
    const form = openings[i]?.find(one => {
      if (sharers.get(one) !== 1 || one.length < SHORT_FORM.letters || isNoActor(one) || isCountry(one))
        return false;
      return introduced.has(`The ${one}`) || isUsedAlone(one, name, uses);
    });
    if (form !== undefined) found.set(name, form);
  });
  if (found.size === 0) return found;
  const words = lowerCase();
  for (const [name, form] of found)
    if (words.has(form.toLowerCase()) && !introduced.has(`The ${form}`)) found.delete(name);
  return found;
}

/** What a name starts with: all but its last word, and so on down to the first. */
function openingsOf(name: string): string[] {
  const words = name.split(' ');
  return words
    .slice(1)
    .map((_, i) => words.slice(0, words.length - 1 - i).join(' '))
    .filter(form => /^(?!The )\p{Lu}.* \p{Lu}[^ ]*$|^[^ ]+$/u.test(form));
}

function isUsedAlone(form: string, name: string, uses: ReadonlyMap<string, NameUse>): boolean {
  const use = uses.get(form) ?? uses.get(`The ${form}`);
  if (!use) return false;
  if (form.includes(' ') && use.placed === 0) return true;
  if (use.count < SHORT_FORM.uses) return false;
  return (
    use.acts + use.joined > 0 || (use.midSentence > 0 && use.placed === 0 && !goesOnInSmallLetters(name))
  );
}
