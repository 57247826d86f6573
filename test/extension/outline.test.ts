import assert from 'node:assert/strict';
import fs from 'node:fs';
import { analyze } from '../../src/core';
import { foldsOf, type Outlined, outlineOf } from '../../src/extension/outline';

const { report } = analyze(fs.readFileSync('test/fixtures/corpus/aws-anthropic.md', 'utf8'));

describe('the outline', () => {
  it('nests each part in what holds it', () => {
    const check = (one: Outlined) => {
      for (const { start, end } of [one.titleSpan, ...one.children.map(({ span }) => span)])
        assert.ok(one.span.start <= start && end <= one.span.end, one.name);
      one.children.forEach(check);
    };
    const roots = outlineOf(report);
    assert.ok(roots.some(({ kind, children }) => kind === 'section' && children.length > 0));
    roots.forEach(check);
  });

  it('folds every event', () => {
    const starts = foldsOf(report).map(({ start }) => start);
    for (const { span } of report.events) assert.ok(starts.includes(span.start));
  });
});
