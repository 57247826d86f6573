// Globs, the same for every face: `*` and `?` within a name, `**` for any folders, `{a,b}` for either.

const MOST_ALTERNATIVES = 256;

/** True when a path, relative and with forward slashes, fits the glob. An unclosed brace stands for itself. */
export function matchesGlob(path: string, glob: string): boolean {
  const names = path.split('/');
  return alternatives(glob.replace(/^\.\//, '')).some(one =>
    matchesList(names, one.split('/'), part => part === '**', matchesName),
  );
}

export function matchesAny(path: string, globs: readonly string[]): boolean {
  return globs.some(glob => matchesGlob(path, glob));
}

function matchesName(name: string, pattern: string): boolean {
  return matchesList(
    [...name],
    [...pattern],
    part => part === '*',
    (character, part) => part === '?' || character === part,
  );
}

/**
 * Matches items against parts, of which some stand for any number of items. It needs to remember only the last such
 * part, so that no pattern takes longer than items × parts.
 */
function matchesList(
  items: readonly string[],
  parts: readonly string[],
  standsForAny: (part: string) => boolean,
  matchesOne: (item: string, part: string) => boolean,
): boolean {
  let item = 0;
  let part = 0;
  let lastAny = -1;
  let resumeAt = 0;
  while (item < items.length) {
    const wanted = parts[part];
    if (wanted !== undefined && standsForAny(wanted)) {
      lastAny = part++;
      resumeAt = item;
    } else if (wanted !== undefined && matchesOne(items[item] ?? '', wanted)) {
      item++;
      part++;
    } else if (lastAny >= 0) {
      part = lastAny + 1;
      item = ++resumeAt;
    } else return false;
  }
  return parts.slice(part).every(standsForAny);
}

/** The globs without braces that a glob with braces stands for; as many as can be wanted, and no more. */
function alternatives(glob: string): readonly string[] {
  const done: string[] = [];
  let open = [glob];
  while (open.length > 0 && done.length + open.length <= MOST_ALTERNATIVES) {
    const next: string[] = [];
    for (const one of open) {
      const expanded = expandInnermost(one);
      if (expanded) next.push(...expanded);
      else done.push(one);
    }
    open = next;
  }
  return done;
}

/** Expands the braces that close first, which hold no others; undefined when there are none. */
function expandInnermost(glob: string): readonly string[] | undefined {
  const braces = /\{([^{}]*)\}/.exec(glob);
  if (!braces) return undefined;
  const before = glob.slice(0, braces.index);
  const after = glob.slice(braces.index + braces[0].length);
  return (braces[1] ?? '').split(',').map(one => before + one + after);
}
