// Names of countries, which in brackets after a name say where it is at home: "Salar Norte (Chile)", and of continents
// and their parts, where things happen and nobody acts.

import { flat } from '../text/lists';
import { once } from '../text/remember';

let names: ReadonlySet<string> | undefined;
let regions: ReadonlySet<string> | undefined;

/** True for the English name of a continent or of a part of one: "Europe", "Southeast Asia". */
export const isRegion = once((text: string): boolean => {
  regions ??= new Set(flat(REGIONS, code => regionName(code)?.toLowerCase() ?? []));
  return regions.has(text.toLowerCase());
});

/** The codes of the world and its parts in UN M49. */
const REGIONS =
  '001 002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 053 054 057 061 142 143 145 150 151 154 155 419'.split(
    ' ',
  );

let display: Intl.DisplayNames | undefined;

function regionName(code: string): string | undefined {
  display ??= new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  return display.of(code);
}

/** True for the English name of a country, and for the short forms that reports use. */
export const isCountry = once((text: string): boolean => {
  names ??= readNames();
  return names.has(text.toLowerCase());
});

/** The names that the platform knows for the two-letter codes of ISO 3166. */
function readNames(): ReadonlySet<string> {
  const all = new Set([
    'us',
    'usa',
    'uk',
    'uae',
    'eu',
    'south korea',
    'north korea',
    'england',
    'scotland',
    'wales',
  ]);
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const first of letters) {
    for (const second of letters) {
      const name = regionName(first + second);
      if (name) all.add(name.toLowerCase());
    }
  }
  return all;
}
