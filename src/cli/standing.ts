// Where a report stands, and the folder that nothing it names may lead out of.
import path from 'node:path';
import type { Standing } from '../project/bibliographies';
import type { Found } from './projects';

export interface Place extends Omit<Standing, 'named'> {
  /** The folder that the paths are relative to: the working folder, else the project file's, else the report's. */
  readonly top: string;
  /** The report's own path, absolute. */
  readonly file: string;
}

/** Where a report stands; `-` is standard input, as if it were a file in the working folder. */
export function placeOf(name: string, found: Found | undefined, cwd: string): Place {
  const file = path.resolve(cwd, name === '-' ? 'standard-input.md' : name);
  const top = isInside(cwd, file) ? cwd : (found?.folder ?? path.dirname(file));
  const relative = (one: string) => path.relative(top, one).split(path.sep).join('/');
  return {
    top,
    file,
    report: relative(file),
    project: found?.project,
    folder: found ? relative(found.folder) : '',
  };
}

function isInside(folder: string, file: string): boolean {
  return file.startsWith(path.join(folder, path.sep));
}
