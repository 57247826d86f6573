// A fix mends what it is offered for: its finding is gone, and no new error has come.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { analyze } from '../../../src/core';
import type { Finding } from '../../../src/core/rules/rule';
import { applyEdits } from '../../../src/core/text/edits';

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
