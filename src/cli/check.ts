// check: what does not hold in reports.
import { analyze, type Finding } from '../core';
import { readArguments } from './arguments';
import { checkedAsJson } from './checkJson';
import { checkedAsText } from './checkText';
import { type InputFile, isReadable, readInput, type UnreadableFile } from './input';
import { type ExitCode, type Io, UsageError } from './io';
import { checkedAsSarif } from './sarif';

/** A file with what was found in it. */
export interface Checked extends InputFile {
  readonly findings: readonly Finding[];
}

export interface CheckResult {
  readonly checked: readonly Checked[];
  readonly unreadable: readonly UnreadableFile[];
}

export async function check(args: readonly string[], io: Io): Promise<ExitCode> {
  const { files, format } = readArguments(args, ['pretty', 'json', 'sarif']);
  if (files.length === 0) throw new UsageError('check needs at least one file.');
  const checked: Checked[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const file of files) {
    const input = await readInput(file, io);
    if (isReadable(input)) checked.push({ ...input, findings: analyze(input.text).findings });
    else unreadable.push(input);
  }
  const result = { checked, unreadable };
  if (format === 'sarif') io.out(await checkedAsSarif(result, io));
  else io.out(format === 'json' ? checkedAsJson(result) : checkedAsText(result, io));
  for (const { problem } of unreadable) io.err(`annotated-reading: ${problem}\n`);
  if (unreadable.length > 0) return 2;
  return checked.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
}
