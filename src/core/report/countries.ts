// Names of countries, which in brackets after a name say where it is at home: "Salar Norte (Chile)".

let names: ReadonlySet<string> | undefined;

/** True for the English name of a country, and for the short forms that reports use. */
export function isCountry(text: string): boolean {
  names ??= readNames();
  return names.has(text.toLowerCase());
}

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
  const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const first of letters) {
    for (const second of letters) {
      const name = regions.of(first + second);
      if (name) all.add(name.toLowerCase());
    }
  }
  return all;
}
