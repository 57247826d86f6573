// The findings as text for people.
import { type Finding, LineIndex, type Severity } from '../core';
import type { Checked, CheckResult } from './check';
import { shownName } from './input';
import type { Io } from './io';
import { type Paint, painter, type Style, safe, short } from './terminal';

const STYLES: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'dim',
};

const MOST_SOURCES = 3;

export function checkedAsText({ checked }: CheckResult, io: Io): string {
  const paint = painter(io.color);
  const blocks = checked.flatMap(file => {
    const lines = new LineIndex(file.text);
    return file.findings.map(finding => findingAsText(file, lines, finding, paint));
  });
  return [...blocks, summary(checked)].join('\n');
}

function findingAsText(
  { name, text }: Checked,
  lines: LineIndex,
  { rule, severity, span, message, related, fixes }: Finding,
  paint: Paint,
): string {
  const place = (offset: number) => {
    const { line, column } = lines.positionAt(offset);
    return `${safe(shownName(name))}:${line + 1}:${column + 1}`;
  };
  const quoted = short(text.slice(span.start, span.end));
  return [
    `${paint('bold', place(span.start))}  ${paint(STYLES[severity], severity)}  ${safe(message)}`,
    paint('dim', [quoted && `“${quoted}”`, rule].filter(Boolean).join('  ')),
    ...related.map(one => `see ${place(one.span.start)}  ${safe(one.message)}`),
    ...fixes.map(
      fix => `fix: ${safe(fix.title)}${fix.kind === 'cite' ? sourcesOf(fix.sources.map(s => s.name)) : ''}`,
    ),
    '',
  ]
    .join('\n    ')
    .trimEnd()
    .concat('\n');
}

/** The best of the sources that the report names itself. */
function sourcesOf(names: readonly string[]): string {
  const shown = names.slice(0, MOST_SOURCES).map(short);
  if (shown.length === 0) return '';
  return ` (${shown.join('; ')}${names.length > shown.length ? '; …' : ''})`;
}

function summary(checked: readonly Checked[]): string {
  const severities = checked.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  const counts = (['error', 'warning', 'information', 'hint'] as const).flatMap(severity => {
    const count = severities.filter(one => one === severity).length;
    return count > 0 ? counted(count, severity) : [];
  });
  const total = counted(severities.length, 'finding');
  const files = checked.length === 1 ? '' : ` in ${checked.length} files`;
  return `${total}${files}${counts.length > 0 ? `: ${counts.join(', ')}` : ''}\n`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 || noun === 'information' ? '' : 's'}`;
}
