// fix: applies the fixes that need no reader, and writes the reports.
import path from 'node:path';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { analyze, type ChooseFix, certainFix, type Fixed, firstFix, fixAll, ruleById, rules } from '../core';
import { readArguments } from './arguments';
import { Bibliographies } from './bibliographies';
import { hasErrors } from './check';
import { type Draft, readDraft, writeDraft } from './draft';
import { reason } from './input';
import { type ExitCode, type Io, UsageError } from './io';
import { Projects } from './projects';
import { Sources } from './sources';
import { safe, safeLines } from './terminal';

interface Task {
  readonly choose: ChooseFix;
  readonly isDryRun: boolean;
  readonly projects: Projects;
  readonly bibliographies: Bibliographies;
  readonly sources: Sources;
}

export async function fix(args: readonly string[], io: Io): Promise<ExitCode> {
  const { files, flags, values } = readArguments(args, ['pretty'], ['dry-run'], ['rule']);
  if (files.length === 0) throw new UsageError('fix needs at least one file.');
  if (files.includes('-')) throw new UsageError('fix changes files, so it cannot read standard input.');
  const choose = chooserFor(values.get('rule'));
  const task = {
    choose,
    isDryRun: flags.has('dry-run'),
    projects: new Projects(io),
    bibliographies: new Bibliographies(io),
    sources: new Sources(undefined, io),
  };
  const codes: ExitCode[] = [];
  for (const name of files) codes.push(await fixFile(name, task, io));
  return codes.includes(2) ? 2 : codes.includes(1) ? 1 : 0;
}

function chooserFor(id: string | undefined): ChooseFix {
  if (id === undefined) return certainFix;
  if (!ruleById(id))
    throw new UsageError(
      `There is no rule “${id}”. The rules are: ${rules.map(rule => rule.id).join(', ')}.`,
    );
  return finding => certainFix(finding) ?? (finding.rule === id ? firstFix(finding) : undefined);
}

async function fixFile(name: string, task: Task, io: Io): Promise<ExitCode> {
  const { choose, isDryRun, projects, bibliographies, sources } = task;
  const settings = await projects.settingsFor(name);
  if (settings.kind === 'excluded') return 0;
  const refuse = (problem: string): ExitCode => {
    io.err(`annotated-reading: ${problem}\n`);
    return 2;
  };
  if (settings.kind === 'problem') return refuse(settings.problem);
  let draft: Draft;
  try {
    draft = await readDraft(path.resolve(io.cwd, name));
  } catch (error) {
    return refuse(`${safe(name)}: ${reason(error)}`);
  }
  const cited = await bibliographies.optionsFor(name, draft.text, settings);
  const options = await sources.optionsFor(name, settings, cited);
  const fixed = fixAll(draft.text, choose, options);
  const isChanged = fixed.text !== draft.text;
  if (isDryRun) {
    if (isChanged) io.out(diffOf(name, draft.text, fixed.text));
    io.err(`${safe(name)}: ${summary(fixed, isChanged, 'would be fixed')}\n`);
  } else {
    try {
      if (isChanged) await writeDraft(draft, fixed.text);
    } catch (error) {
      return refuse(`${safe(name)}: ${reason(error, 'written')}`);
    }
    io.out(`${safe(name)}: ${summary(fixed, isChanged, 'fixed')}\n`);
  }
  return hasErrors(analyze(fixed.text, options).findings) ? 1 : 0;
}

function summary({ findings }: Fixed, isChanged: boolean, done: string): string {
  if (!isChanged) return 'nothing to fix';
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const byRule = Array.from(counts, ([rule, count]) => `${rule} ${count}`).join(', ');
  return `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'} ${done} (${byRule})`;
}

/** A unified diff, as `patch` reads it. */
function diffOf(name: string, before: string, after: string): string {
  const shown = safe(name);
  const options = { context: 3, headerOptions: FILE_HEADERS_ONLY };
  return safeLines(createTwoFilesPatch(shown, shown, before, after, undefined, undefined, options));
}
