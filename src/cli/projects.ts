// Finds the project file that speaks of a report, and says what it sets.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type AnalyzeOptions, LineIndex } from '../core';
import { isExcluded, optionsFor, PROJECT_FILE, readProject } from '../project/projectFile';
import type { Project } from '../project/schema';
import { decode } from './encoding';
import { reason } from './input';
import type { Io } from './io';
import { safe } from './terminal';

/** What holds for a report; a problem means that nothing of its project file could be applied. */
export type ReportSettings =
  | { readonly kind: 'check'; readonly options: AnalyzeOptions; readonly found: Found | undefined }
  | { readonly kind: 'excluded' }
  | { readonly kind: 'problem'; readonly problem: string };

/** A project file's settings, and the folder that it is in. */
export interface Found {
  readonly project: Project;
  readonly folder: string;
}

type Read = Found | { readonly problem: string } | undefined;

export class Projects {
  /** By folder; undefined where there is no project file. */
  private readonly read = new Map<string, Promise<Read>>();

  constructor(private readonly io: Io) {}

  /** What holds for a report; says on standard error, once for each project file, what is wrong in it. */
  async settingsFor(name: string): Promise<ReportSettings> {
    const { cwd } = this.io;
    const file = path.resolve(cwd, name);
    const found = await this.nearest(path.dirname(file));
    if (!found) return { kind: 'check', options: {}, found };
    if ('problem' in found) return { kind: 'problem', problem: found.problem };
    // Standard input has no path, so that no glob fits it.
    const relative = name === '-' ? '' : path.relative(found.folder, file).split(path.sep).join('/');
    if (isExcluded(found.project, relative)) {
      this.io.err(
        `annotated-reading: ${safe(name)} is left out by ${this.shown(path.join(found.folder, PROJECT_FILE))}\n`,
      );
      return { kind: 'excluded' };
    }
    return { kind: 'check', options: optionsFor(found.project, relative), found };
  }

  /** The nearest project file from a folder upwards, not above the working folder. */
  private async nearest(folder: string): Promise<Read> {
    const known = this.read.get(folder) ?? this.readIn(folder);
    this.read.set(folder, known);
    const read = await known;
    const isInside = folder.startsWith(path.join(this.io.cwd, path.sep));
    return read || !isInside ? read : this.nearest(path.dirname(folder));
  }

  private async readIn(folder: string): Promise<Read> {
    const file = path.join(folder, PROJECT_FILE);
    let text: string;
    try {
      text = decode(await readFile(file)).text;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      return { problem: `${this.shown(file)}: ${reason(error)}` };
    }
    const { project, problems, isUsable } = readProject(text);
    const lines = new LineIndex(text);
    for (const { span, message } of problems) {
      const { line, column } = lines.positionAt(span.start);
      this.io.err(`annotated-reading: ${this.shown(file)}:${line + 1}:${column + 1}: ${safe(message)}\n`);
    }
    return isUsable
      ? { project, folder }
      : { problem: `${this.shown(file)}: nothing in it can be applied, so the report was left alone` };
  }

  private shown(file: string): string {
    return safe(path.relative(this.io.cwd, file));
  }
}
