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

/** A short form needs this many letters, and as many uses alone. */
const SHORT_FORM = { letters: 4, uses: 2 };

/**
 * "Kastela" for "Kastela Banka": the first word of a name, where the text uses it alone as the name of one who acts,
 * never in lower case, and it begins no other of the names. By name.
 * @param lowerCase the words that the text has in lower case: asked only where there is something to ask
 */
export function shortForms(
  names: readonly string[],
  uses: ReadonlyMap<string, NameUse>,
  lowerCase: () => ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const firstWords = names.map(firstWord);
  const sharers = new Map<string, number>();
  names.forEach((name, i) => {
    const first = firstWords[i] ?? '';
    if (first !== name) sharers.set(first, (sharers.get(first) ?? 0) + 1);
  });
  const found = new Map<string, string>();
  names.forEach((name, i) => {
    const first = firstWords[i] ?? '';
    const use = uses.get(first) ?? uses.get(`The ${first}`);
    const isAlone = first !== name && first.length >= SHORT_FORM.letters && !isNoActor(first);
    if (!isAlone || !use || use.count < SHORT_FORM.uses || isCountry(first)) return;
    const isNamed = use.midSentence > 0 && use.placed === 0 && !goesOnInSmallLetters(name);
    const isActor = use.acts + use.joined > 0 || isNamed;
    if (!isActor) return;
    if (sharers.get(first) === 1) found.set(name, first);
  });
  if (found.size === 0) return found;
  const words = lowerCase();
  for (const [name, first] of found) if (words.has(first.toLowerCase())) found.delete(name);
  return found;
}
