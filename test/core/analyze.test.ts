// The whole pipeline: any text gives an analysis, and a fix mends what it says it mends.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { analyze, applyEdits, editsOfCitation, type Finding, type TextEdit } from '../../src/core';

const corpus = 'test/fixtures/corpus';
const reports = readdirSync(corpus)
  .filter(name => name.endsWith('.md') && name !== 'README.md')
  .map(name => ({ name, text: readFileSync(`${corpus}/${name}`, 'utf8') }));

describe('an analysis', () => {
  const broken: [string, string][] = [
    ['an empty text', ''],
    ['white space', ' \n\t\r\n '],
    ['a byte-order mark alone', '\uFEFF'],
    ['lone surrogates', '\ud800 $5 billion \udc00 30%\ud83d'],
    ['binary', String.fromCharCode(...Array.from({ length: 2000 }, (_, i) => (i * 7919) % 256))],
    ['an unclosed fence', 'It grew 5%.\n\n```\n$3 billion'],
    ['an unclosed comment', 'It grew 5%.\n\n<!-- $3 billion'],
    ['unclosed marks', '**[`$5 billion](<https://x ~~| a | b'],
    ['a table without end', `| a | b |\n|---|---|\n${'| 5% | $3 |\n'.repeat(500)}`],
  ];
  for (const [name, text] of broken) {
    it(`comes out of ${name}`, () => assert.ok(analyze(text).findings));
  }

  it('comes out of any mixture of marks and figures, its spans inside the text', () => {
    const parts = fc.constantFrom(
      '$',
      '5',
      ' billion',
      '%',
      ' from ',
      ' to ',
      'up ',
      '|',
      '\n',
      '\r\n',
      '- ',
      '# ',
      '**',
      '⚠️ ',
      'Source: ',
      '(March 2026)',
      'Anthropic',
      "'s revenue ",
      '亿',
      '.',
      '; ',
      '[^1]',
      '[@k]',
      '---',
      '`',
      '<!--',
      '\ud800',
      'reportedly ',
      'Key Events',
      '| Metric | Value |\n|---|---|\n',
    );
    fc.assert(
      fc.property(
        fc.array(parts, { maxLength: 60 }).map(words => words.join('')),
        text => {
          for (const { span, related } of analyze(text).findings) {
            for (const one of [span, ...related.map(other => other.span)]) {
              assert.ok(one.start >= 0 && one.start <= one.end && one.end <= text.length);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is the same with Windows line endings, but for the offsets', () => {
    for (const { text } of reports.filter(report => !report.text.includes('\r'))) {
      const windows = text.replaceAll('\n', '\r\n');
      const said = (source: string) =>
        analyze(source).findings.map(
          ({ rule, span }) => `${rule}: ${source.slice(span.start, span.end).replaceAll('\r', '')}`,
        );
      assert.deepEqual(said(windows), said(text));
    }
  });
});

describe('a fix', () => {
  for (const { name, text } of reports) {
    it(`in ${name} removes its finding and adds no error`, () => {
      const { findings, report } = analyze(text);
      for (const finding of findings) {
        for (const fix of finding.fixes) {
          const edits =
            fix.kind === 'edits'
              ? fix.edits
              : fix.sources.slice(0, 1).flatMap(source => editsOfCitation(report, fix, source));
          if (edits.length > 0) assertMended(text, findings, finding, edits, fix.title);
        }
      }
    }).timeout(60_000);
  }
});

function assertMended(
  text: string,
  before: readonly Finding[],
  finding: Finding,
  edits: readonly TextEdit[],
  title: string,
): void {
  const after = analyze(applyEdits(text, edits)).findings;
  const shifted = shift(finding.span.start, edits);
  const still = after.some(other => other.rule === finding.rule && Math.abs(other.span.start - shifted) <= 2);
  assert.ok(
    !still,
    `${finding.rule} at “${text.slice(finding.span.start, finding.span.end)}” is still there after “${title}”`,
  );
  const errors = (findings: readonly Finding[]) =>
    findings.filter(({ severity }) => severity === 'error').length;
  assert.ok(errors(after) <= errors(before), `“${title}” for ${finding.rule} adds an error`);
}

/** Where an offset lies after the edits before it. */
function shift(offset: number, edits: readonly TextEdit[]): number {
  return edits.reduce(
    (at, { span, newText }) => (span.end <= offset ? at + newText.length - (span.end - span.start) : at),
    offset,
  );
}
