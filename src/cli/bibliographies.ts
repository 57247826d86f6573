// Reads the bibliography files that are for a report.
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type AnalyzeOptions, type Entry, LineIndex, type ReadEntries, readFrontMatter } from '../core';
import {
  type ForReport,
  filesBeside,
  LARGEST_FILE,
  namedFiles,
  readForReport,
} from '../project/bibliographies';
import { decode } from './encoding';
import { reason } from './input';
import type { Io } from './io';
import type { ReportSettings } from './projects';
import { placeOf } from './standing';
import { safe } from './terminal';

export class Bibliographies {
  private readonly read = new Map<string, Promise<readonly Entry[]>>();

  constructor(private readonly io: Io) {}

  /** The options for a report with what its bibliography files hold; says what is wrong in them on standard error. */
  async optionsFor(
    name: string,
    text: string,
    { options, found }: ReportSettings & { kind: 'check' },
  ): Promise<AnalyzeOptions> {
    const place = placeOf(name, found, this.io.cwd);
    const frontMatter = readFrontMatter(text);
    if (frontMatter) this.tell(name === '-' ? 'standard input' : safe(name), text, frontMatter);
    const named = namedFiles({ ...place, named: frontMatter?.files ?? [] });
    const files = named ?? (name === '-' ? [] : await this.beside(place.file, place.report));
    const entries = await Promise.all(files.map(one => this.entriesOf(place.top, one)));
    return { ...options, sources: { ...options.sources, entries: entries.flat() } };
  }

  private async beside(file: string, report: string): Promise<readonly ForReport[]> {
    try {
      return filesBeside(report, await readdir(path.dirname(file)));
    } catch {
      // The report's own reading says what is wrong with its folder.
      return [];
    }
  }

  private entriesOf(top: string, file: ForReport): Promise<readonly Entry[]> {
    const key = `${file.isNamed} ${path.join(top, file.path)}`;
    const known = this.read.get(key) ?? this.readFile(top, file);
    this.read.set(key, known);
    return known;
  }

  private async readFile(top: string, file: ForReport): Promise<readonly Entry[]> {
    const place = path.join(top, file.path);
    try {
      if ((await stat(place)).size > LARGEST_FILE) throw new Error('is too large for a bibliography');
      const { text } = decode(await readFile(place));
      const read = readForReport(text, file);
      this.tell(this.shown(place), text, read);
      return read.entries;
    } catch (error) {
      if (file.isNamed) this.io.err(`annotated-reading: ${this.shown(place)}: ${reason(error)}\n`);
      return [];
    }
  }

  private tell(shown: string, text: string, { problems }: ReadEntries): void {
    const lines = new LineIndex(text);
    for (const { span, message } of problems) {
      const { line, column } = lines.positionAt(span.start);
      this.io.err(`annotated-reading: ${shown}:${line + 1}:${column + 1}: ${safe(message)}\n`);
    }
  }

  private shown(place: string): string {
    return safe(path.relative(this.io.cwd, place));
  }
}
