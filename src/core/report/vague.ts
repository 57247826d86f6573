// Tells a source that names somebody from one that names nobody.

const NOBODY_NOUN =
  '(?:sources?|reports?|analysts?|insiders?|observers?|experts?|estimates?|trackers?|analys[ei]s|outlets?|media|press|commentators?|watchers?|participants?|circles|researchers?|research|studies|surveys|data|publications?|articles?|channels?|executives?|officials?)';
const NOBODY_WORD =
  '(?:multiple|various|several|some|many|numerous|certain|other|different|unnamed|anonymous|undisclosed|unspecified|third|party|third-party|industry|industries|sector|market|media|press|news|trade|online|web|internet|social|public|publicly|available|open|local|foreign|international|well-informed|informed|independent|independently|not|yet|officially|confirmed|verified|unverified|unconfirmed|original|note|recent|relevant|related|and|or|by|from|the|of|own|internal|external|company|financial)';
const NOBODY = new RegExp(`^(?:${NOBODY_WORD}|${NOBODY_NOUN})$`, 'i');
const HAS_NOUN = new RegExp(`(?:^|[^\\p{L}])${NOBODY_NOUN}(?:$|[^\\p{L}])`, 'iu');

/** Nobody needs more words than this to name nobody. */
const LONGEST = 160;

/** True for "multiple sources" and "⚠️ Third-party analyst estimates", where no word names a body or a document. */
export function namesNobody(source: string): boolean {
  if (source.length > LONGEST) return false;
  const words = source.split(/[^\p{L}\p{N}'’-]+/u).filter(word => word !== '' && word !== '-');
  return (
    words.length > 0 && words.every(word => NOBODY.test(word.replace(/['’]s?$/, ''))) && HAS_NOUN.test(source)
  );
}
