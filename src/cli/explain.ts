// explain: a rule's documentation page.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ruleById, rules } from '../core';
import { readArguments } from './arguments';
import { type ExitCode, type Io, UsageError } from './io';

export async function explain(args: readonly string[], io: Io): Promise<ExitCode> {
  const { files } = readArguments(args, ['pretty']);
  const [id, another] = files;
  const known = `The rules are: ${rules.map(rule => rule.id).join(', ')}.`;
  if (id === undefined || another !== undefined) throw new UsageError(`explain needs one rule. ${known}`);
  const rule = ruleById(id);
  if (!rule) throw new UsageError(`There is no rule “${id}”. ${known}`);
  const file = path.join(io.pages, `${rule.id}.md`);
  try {
    io.out(await readFile(file, 'utf8'));
    return 0;
  } catch {
    io.err(`annotated-reading: the page of ${rule.id} is missing: ${file}\n`);
    return 2;
  }
}
