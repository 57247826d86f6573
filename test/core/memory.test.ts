import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Analysis, analyze, analyzeInSteps, Memory } from '../../src/core';
import { Prose } from '../../src/core/markdown/prose';

const CORPUS = 'test/fixtures/corpus';
const reports = readdirSync(CORPUS)
  .filter(name => name.endsWith('.md') && name !== 'README.md')
  .map(name => readFileSync(join(CORPUS, name), 'utf8'));

/** What writers type or delete, with all that opens or closes something. */
const typed = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    ' ',
    '\n',
    '\n\n',
    '# ',
    '\n\n## Judgments\n\n',
    '```\n',
    '\n```\n\n',
    '<!-- ',
    '-->',
    '> ',
    '- ',
    '  ',
  ),
  fc.constantFrom(
    '| 1 |',
    '\n|---|\n',
    '**',
    '[^1]: ',
    '\r\n',
    '---\n',
    '<div>',
    'Norvik',
    '$5 billion',
    '2026',
    '\n\nText ',
  ),
  fc.integer({ min: 0, max: reports.length - 1 }).chain(i => {
    const text = reports[i]!;
    return fc
      .tuple(fc.nat(text.length), fc.nat(400))
      .map(([start, length]) => text.slice(start, start + length));
  }),
);
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(300), typed });

describe('Reading a document again', function () {
  this.timeout(60_000);

  it('gives after any edits what a first reading gives', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: reports.length - 1 }),
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        (i, edits) => {
          const memory = new Memory();
          let text = reports[i]!;
          analyze(text, {}, memory);
          for (const { at, length, typed } of edits) {
            const start = Math.floor(at * text.length);
            text = text.slice(0, start) + typed + text.slice(start + length);
            assert.equal(told(analyze(text, {}, memory)), told(analyze(text)));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does so where the reading of a text was given up because of the next edit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: reports.length - 1 }),
        fc.array(fc.tuple(edit, fc.nat(400)), { minLength: 1, maxLength: 4 }),
        (i, edits) => {
          const memory = new Memory();
          let text = reports[i]!;
          analyze(text, {}, memory);
          for (const [{ at, length, typed }, steps] of edits) {
            const start = Math.floor(at * text.length);
            text = text.slice(0, start) + typed + text.slice(start + length);
            const reading = analyzeInSteps(text, {}, memory);
            for (let step = 0; step < steps && !reading.next().done; step++);
          }
          assert.equal(told(analyze(text, {}, memory)), told(analyze(text)));
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** All that an analysis tells, with what its parts refer to shown by its place. */
function told(analysis: Analysis): string {
  return JSON.stringify(analysis, (key, value: unknown) => {
    if (value instanceof Prose) {
      const offsets = Array.from({ length: value.text.length + 1 }, (_, at) => value.toSource(at));
      return { text: value.text, marks: value.marks, offsets: offsets.join() };
    }
    if (value instanceof Map) return [...value];
    const refers = ['section', 'block', 'table', 'row', 'cell', 'parent', 'figure'].includes(key);
    return refers && value && typeof value === 'object' && 'span' in value ? value.span : value;
  });
}
