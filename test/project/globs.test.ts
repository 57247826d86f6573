// Globs mean the same on the command line and in the editor.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchesGlob } from '../../src/project/globs';

describe('a glob', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['report.md', ['report.md'], ['a/report.md', 'report.mdx', 'Report.md']],
    ['./report.md', ['report.md'], ['a/report.md']],
    ['*.md', ['a.md', '.md'], ['a/b.md', 'a.txt']],
    ['drafts/**', ['drafts/a.md', 'drafts/b/c.md'], ['drafts.md', 'old/drafts/a.md']],
    ['**/drafts/*.md', ['drafts/a.md', 'x/y/drafts/a.md'], ['drafts/b/a.md']],
    ['**/*.md', ['a.md', 'a/b/c.md'], ['a.txt']],
    ['q?-*.md', ['q3-note.md'], ['q-note.md', 'q10-note.md']],
    ['{drafts,notes}/*.{md,markdown}', ['drafts/a.md', 'notes/b.markdown'], ['other/a.md', 'drafts/a.txt']],
    ['{a,{b,c}}.md', ['a.md', 'b.md', 'c.md'], ['d.md']],
    ['odd{.md', ['odd{.md'], ['odd.md']],
    ['a+(b).md', ['a+(b).md'], ['aab.md']],
    ['报告/*.md', ['报告/一.md'], ['报/一.md']],
  ];
  for (const [glob, fitting, other] of cases) {
    it(`${glob} fits ${fitting.join(' and ')}, not ${other.join(' or ')}`, () => {
      for (const path of fitting) assert.ok(matchesGlob(path, glob), path);
      for (const path of other) assert.ok(!matchesGlob(path, glob), path);
    });
  }

  it('of stars and braces without end is answered all the same', () => {
    assert.ok(!matchesGlob('a'.repeat(2000), '*a'.repeat(400).concat('b')));
    assert.ok(!matchesGlob('a/'.repeat(500), '**/a/'.repeat(100).concat('b')));
    assert.ok(!matchesGlob('a', '{a,b}'.repeat(150)));
  });

  it('without marks fits itself alone', () => {
    const name = fc.stringMatching(/^[a-z.\-/ ]{1,12}$/).filter(one => !one.startsWith('./'));
    fc.assert(fc.property(name, name, (a, b) => assert.equal(matchesGlob(a, b), a === b)));
  });
});
