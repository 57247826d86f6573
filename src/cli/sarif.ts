// The findings as SARIF 2.1.0, the OASIS format for the results of static analysis.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as sarif from 'sarif';
import { type Finding, LineIndex, type Rule, rules, type Severity, type Span } from '../core';
import type { Checked, CheckResult } from './check';
import type { Io } from './io';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

export async function checkedAsSarif({ checked, unreadable }: CheckResult, io: Io): Promise<string> {
  const run: sarif.Run = {
    tool: {
      driver: {
        name: 'Annotated Reading',
        version: io.version,
        semanticVersion: io.version,
        rules: await Promise.all(rules.map(rule => descriptorOf(rule, io.pages))),
      },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: unreadable.length === 0,
        toolExecutionNotifications: unreadable.map(({ problem }) => ({
          level: 'error',
          message: { text: problem },
        })),
      },
    ],
    artifacts: checked.map(({ name }) => ({ location: { uri: artifactUri(name, io.cwd) } })),
    results: checked.flatMap((file, index) => resultsOf(file, index, io.cwd)),
  };
  const log: sarif.Log = { $schema: SCHEMA, version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Relative to the working folder where the file lies in it; always percent-encoded, with forward slashes. */
export function artifactUri(name: string, cwd: string): string {
  if (name === '-') return 'stdin';
  const folder = pathToFileURL(path.join(cwd, path.sep)).href;
  const file = pathToFileURL(path.resolve(cwd, name)).href;
  return file.startsWith(folder) ? file.slice(folder.length) : file;
}

async function descriptorOf(rule: Rule, pages: string): Promise<sarif.ReportingDescriptor> {
  const file = path.join(pages, `${rule.id}.md`);
  // A page that is missing takes nothing from the findings.
  const page = await readFile(file, 'utf8').catch(() => undefined);
  return {
    id: rule.id,
    shortDescription: { text: rule.summary },
    helpUri: pathToFileURL(file).href,
    help: { text: page ?? rule.summary, ...(page === undefined ? {} : { markdown: page }) },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { tags: [rule.family] },
  };
}

function resultsOf({ name, text, findings }: Checked, index: number, cwd: string): sarif.Result[] {
  const lines = new LineIndex(text);
  const artifactLocation = { uri: artifactUri(name, cwd), index };
  const locationOf = (span: Span): sarif.Location => ({
    physicalLocation: { artifactLocation, region: regionOf(lines, span) },
  });
  return findings.map(finding => ({
    ruleId: finding.rule,
    ruleIndex: rules.findIndex(rule => rule.id === finding.rule),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [locationOf(finding.span)],
    relatedLocations: finding.related.map(({ span, message }, id) => ({
      id,
      ...locationOf(span),
      message: { text: message },
    })),
    fixes: fixesOf(finding, lines, artifactLocation),
  }));
}

/** Only fixes that are known in full: a citation needs a reader to choose its source. */
function fixesOf(
  { fixes }: Finding,
  lines: LineIndex,
  artifactLocation: sarif.ArtifactLocation,
): sarif.Fix[] {
  return fixes.flatMap(fix => {
    if (fix.kind !== 'edits') return [];
    const replacements = fix.edits.map(({ span, newText }) => ({
      deletedRegion: regionOf(lines, span),
      insertedContent: { text: newText },
    }));
    return { description: { text: fix.title }, artifactChanges: [{ artifactLocation, replacements }] };
  });
}

function regionOf(lines: LineIndex, span: Span): sarif.Region {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return {
    startLine: start.line + 1,
    startColumn: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
    charOffset: span.start,
    charLength: span.end - span.start,
  };
}
