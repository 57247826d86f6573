// Small closed sets of English words that several stages read: alternatives of a regular expression, in small letters.

/** From January on. */
export const MONTH_NAMES: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
/** From Monday on. */
export const WEEKDAY_NAMES: readonly string[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

export const MONTHS = MONTH_NAMES.join('|');
/** The first three letters of each: "jan|feb|…". */
export const MONTH_STARTS = startsOf(MONTH_NAMES);
export const WEEKDAY_STARTS = startsOf(WEEKDAY_NAMES);
/** Two to ten. */
export const SMALL_NUMBERS = 'two|three|four|five|six|seven|eight|nine|ten';
/** What joins a clause of its own to the one before it. */
export const CLAUSE_JOINTS = 'and|but|while|whereas|so|yet|although|though';

/** "Jan|Feb|…" of "jan|feb|…". */
export function capitalised(alternatives: string): string {
  return alternatives.replace(/(?:^|\|)[a-z]/g, start => start.toUpperCase());
}

function startsOf(names: readonly string[]): string {
  return names.map(name => name.slice(0, 3)).join('|');
}
