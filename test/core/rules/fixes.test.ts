// A fix mends what it is offered for: its finding is gone, and no new error has come.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { analyze } from '../../../src/core';
import type { Finding } from '../../../src/core/rules/rule';
import { applyEdits } from '../../../src/core/text/edits';
import { KINDS } from '../mutation/slips';

const folder = 'docs/rules';

/** Every example on the rules' pages, without its marks. */
function examples(page: string): string[] {
  return [...page.matchAll(/^```markdown\n([\s\S]*?)^```$/gm)].map(match => match[1]!.replace(/[«»]/g, ''));
}

function errors(findings: readonly Finding[]): string[] {
  return findings
    .filter(finding => finding.severity === 'error')
    .map(finding => `${finding.rule} “${finding.message}”`);
}

describe('every fix on the rules’ pages', () => {
  for (const name of readdirSync(folder)) {
    const rule = name.replace(/\.md$/, '');
    const texts = examples(readFileSync(`${folder}/${name}`, 'utf8').replaceAll('\r\n', '\n'));
    texts.forEach((text, i) => {
      for (const finding of analyze(text).findings) {
        if (finding.rule !== rule) continue;
        for (const fix of finding.fixes) {
          if (fix.kind !== 'edits') continue;
          it(`${rule}, example ${i + 1}: “${fix.title}” mends it`, () => {
            const mended = analyze(applyEdits(text, fix.edits)).findings;
            const before = analyze(text).findings;
            const count = (findings: readonly Finding[]) =>
              findings.filter(other => other.rule === rule).length;
            assert.ok(count(mended) < count(before), 'the finding is gone');
            const known = new Set(before.map(other => other.rule));
            assert.deepEqual(errors(mended.filter(other => !known.has(other.rule))), [], 'no new error');
          });
        }
      }
    });
  }
});

const fixtures = 'test/fixtures';
const reports = [
  ...readdirSync(`${fixtures}/corpus`)
    .filter(name => name.endsWith('.md'))
    .map(name => `corpus/${name}`),
  ...readdirSync(`${fixtures}/clean`)
    .filter(name => name.endsWith('.md'))
    .map(name => `clean/${name}`),
].map(name => ({ name, text: readFileSync(`${fixtures}/${name}`, 'utf8') }));

/** What is wrong with the fixes of a text: those after which their finding is still there, or an error more. */
function failing(text: string): string[] {
  const before = analyze(text).findings;
  const count = (findings: readonly Finding[], test: (one: Finding) => boolean) =>
    findings.filter(test).length;
  return before.flatMap(finding =>
    finding.fixes.flatMap(fix => {
      if (fix.kind !== 'edits') return [];
      const after = analyze(applyEdits(text, fix.edits)).findings;
      const isSame = ({ rule }: Finding) => rule === finding.rule;
      const isError = ({ severity }: Finding) => severity === 'error';
      const gone = count(after, isSame) < count(before, isSame);
      const worse = count(after, isError) > count(before, isError);
      return gone && !worse
        ? []
        : [`${finding.rule} at “${text.slice(finding.span.start, finding.span.end)}”: ${fix.title}`];
    }),
  );
}

describe('every fix', () => {
  for (const { name, text } of reports)
    it(`mends its finding and makes no error, in ${name}`, () => assert.deepEqual(failing(text), [])).timeout(
      60_000,
    );

  for (const kind of KINDS)
    it(`does so where a slip stands in a correct report: ${kind.name}`, () => {
      for (const { name, text } of reports.filter(report => report.name.startsWith('clean/'))) {
        const slips = kind.slips(text);
        for (const slip of slips.filter((_, i) => i % Math.ceil(slips.length / 2) === 0))
          assert.deepEqual(failing(applyEdits(text, [slip.edit])), [], `${name}: ${slip.edit.newText}`);
      }
    }).timeout(60_000);
});
