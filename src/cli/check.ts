// check: what does not hold in reports.
import { analyze, type Finding } from '../core';
import { readArguments } from './arguments';
import { Bibliographies } from './bibliographies';
import { checkedAsJson } from './checkJson';
import { checkedAsText } from './checkText';
import { type InputFile, isReadable, readInput, type UnreadableFile } from './input';
import { type ExitCode, type Io, UsageError } from './io';
import { Projects } from './projects';
import { checkedAsSarif } from './sarif';
import { Sources } from './sources';

/** A file with what was found in it. */
export interface Checked extends InputFile {
  readonly findings: readonly Finding[];
}

export interface CheckResult {
  readonly checked: readonly Checked[];
  readonly unreadable: readonly UnreadableFile[];
}

export async function check(args: readonly string[], io: Io): Promise<ExitCode> {
  const { files, format, values } = readArguments(args, ['pretty', 'json', 'sarif'], [], ['sources']);
  if (files.length === 0) throw new UsageError('check needs at least one file.');
  const result = await checkFiles(files, new Sources(values.get('sources'), io), io);
  if (format === 'sarif') io.out(await checkedAsSarif(result, io));
  else io.out(format === 'json' ? checkedAsJson(result) : checkedAsText(result, io));
  for (const problem of new Set(result.unreadable.map(one => one.problem)))
    io.err(`annotated-reading: ${problem}\n`);
  if (result.unreadable.length > 0) return 2;
  return result.checked.some(({ findings }) => hasErrors(findings)) ? 1 : 0;
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

async function checkFiles(files: readonly string[], sources: Sources, io: Io): Promise<CheckResult> {
  const projects = new Projects(io);
  const bibliographies = new Bibliographies(io);
  const checked: Checked[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const name of files) {
    const settings = await projects.settingsFor(name);
    if (settings.kind === 'excluded') continue;
    const input =
      settings.kind === 'problem' ? { name, problem: settings.problem } : await readInput(name, io);
    if (!isReadable(input)) unreadable.push(input);
    else if (settings.kind === 'check') {
      const cited = await bibliographies.optionsFor(name, input.text, settings);
      const options = await sources.optionsFor(name, settings, cited);
      checked.push({ ...input, findings: analyze(input.text, options).findings });
    }
  }
  return { checked, unreadable };
}
