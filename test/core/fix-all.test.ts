// Fixing all: what is certain is mended, nothing else is touched, and once is enough.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Finding } from '../../src/core';
import { analyze, applyEdits, certainFix, chooseFixes, editsOf, firstFix, fixAll } from '../../src/core';

const corpus = 'test/fixtures/corpus';
const reports = readdirSync(corpus)
  .filter(name => name.endsWith('.md') && name !== 'README.md')
  .map(name => ({ name, text: readFileSync(`${corpus}/${name}`, 'utf8') }));

const errors = (text: string) => analyze(text).findings.filter(({ severity }) => severity === 'error').length;

function finding(title: string, certain: boolean, ...spans: [number, number][]): Finding {
  const edits = spans.map(([start, end]) => ({ span: { start, end }, newText: title }));
  return {
    rule: 'unit-style',
    severity: 'hint',
    span: { start: 0, end: 1 },
    message: '',
    related: [],
    fixes: [{ kind: 'edits', title, edits, certain }],
  };
}

const titles = (findings: Finding[], choose = certainFix) =>
  chooseFixes(findings, choose).map(({ fix }) => fix.title);

describe('the fixes that are chosen', () => {
  it('are those marked certain, unless more is asked for', () => {
    const findings = [finding('a', true, [0, 1]), finding('b', false, [5, 6])];
    assert.deepEqual(titles(findings), ['a']);
    assert.deepEqual(titles(findings, firstFix), ['a', 'b']);
  });

  it('do not meet each other, in all of their edits', () => {
    const findings = [
      finding('a', true, [10, 12], [30, 32]),
      finding('inside', true, [0, 1], [11, 11]),
      finding('beside', true, [12, 14]),
      finding('around', true, [29, 40]),
      finding('apart', true, [0, 1], [14, 16]),
    ];
    assert.deepEqual(titles(findings), ['a', 'apart']);
  });
});

describe('fixing all', () => {
  for (const { name, text } of reports) {
    it(`of ${name} mends what is certain, adds no error and finds nothing to do a second time`, () => {
      const fixed = fixAll(text, certainFix);
      assert.equal(applyEdits(text, fixed.edits), fixed.text);
      assert.deepEqual(editsOf(chooseFixes(analyze(fixed.text).findings, certainFix)), []);
      assert.equal(fixAll(fixed.text, certainFix).text, fixed.text);
      assert.ok(errors(fixed.text) <= errors(text), 'adds no error');
    }).timeout(60_000);
  }

  it('mends several slips at once, each counted', () => {
    const text = 'It cost 30亿元 in 2024 and 50亿元 in 2025.\n';
    const fixed = fixAll(text, certainFix);
    assert.equal(fixed.findings.length, 2);
    assert.doesNotMatch(fixed.text, /亿/);
  });

  it('leaves a rule alone that is off', () => {
    const text = 'It cost 30亿元 in 2024.\n';
    assert.equal(fixAll(text, certainFix, { severities: { 'untranslated-unit': 'off' } }).text, text);
  });
});
