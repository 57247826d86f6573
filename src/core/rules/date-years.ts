// The year of a day that is told without one, by the dates in the headings that it stands under.
import { findDates } from '../figures';
import type { Section } from '../report/report';
import { enclosingSections } from '../report/sections';
import { remember } from '../text/remember';
import { daysOf } from './calendar';

/** Days further from the heading's may be those of another year. */
const FARTHEST = 45;

const known = new WeakMap<Section, readonly string[]>();

/**
 * "Wednesday, 20 January" under "The heat week (19–23 January 2026)" is a day of 2026.
 * @param day as EDTF without its year, "XXXX-01-20"
 */
export function yearByHeading(section: Section, day: string): string | undefined {
  if (!/^XXXX-\d\d-\d\d$/.test(day)) return undefined;
  for (const above of enclosingSections(section)) {
    for (const date of remember(known, above, () => fullDates(above.title))) {
      const year = date.slice(0, 4);
      const [from, to] = [daysOf(date), daysOf(day.replace('XXXX', year))];
      if (from && to && to.first >= from.first - FARTHEST && to.first <= from.last + FARTHEST) return year;
    }
  }
  return undefined;
}

function fullDates(title: string): readonly string[] {
  return findDates(title)
    .flatMap(({ edtf }) => edtf.split('/'))
    .filter(day => /^\d{4}-\d\d-\d\d$/.test(day));
}
