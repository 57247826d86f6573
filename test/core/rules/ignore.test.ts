// Ignoring a finding silences that finding, and nothing else changes.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { analyze, applyEdits, ignoreEdits } from '../../../src/core';

const corpus = 'test/fixtures/corpus';
const reports = readdirSync(corpus).filter(name => name.endsWith('.md') && name !== 'README.md');

const SLIP = 'Revenue rose by 45%, from $1.1 billion to $1.4 billion.';
const NEXT = '<!-- annotated-reading-disable-next-line growth-mismatch -->';

/** The text after the first finding of a rule is ignored. */
function ignored(text: string, wanted = 'growth-mismatch'): string {
  const { report, findings } = analyze(text);
  const finding = findings.find(({ rule }) => rule === wanted);
  assert.ok(finding, 'there is something to ignore');
  const after = applyEdits(text, ignoreEdits(report, finding));
  const rules = analyze(after).findings.map(({ rule }) => rule);
  assert.ok(!rules.includes(wanted) && !rules.includes('unused-suppression'), after);
  return after;
}

describe('ignoring a finding', () => {
  it('puts a comment on a line of its own above the line', () => {
    assert.equal(ignored(`# A\n\n${SLIP}\n`), `# A\n\n${NEXT}\n${SLIP}\n`);
    assert.equal(ignored(SLIP), `${NEXT}\n${SLIP}`);
  });

  it('keeps indentation, quote marks and line breaks', () => {
    assert.equal(ignored(`> Calm.\r\n>\r\n> ${SLIP}\r\n`), `> Calm.\r\n>\r\n> ${NEXT}\r\n> ${SLIP}\r\n`);
    assert.equal(ignored(`- Calm.\n\n  ${SLIP}\n`), `- Calm.\n\n  ${NEXT}\n  ${SLIP}\n`);
  });

  it('does not tear a paragraph or a list apart', () => {
    assert.equal(ignored(`All was well.  \n${SLIP}\n`), `All was well. ${NEXT}  \n${SLIP}\n`);
    assert.equal(ignored(`- Calm.\n- ${SLIP}\n`), `- Calm. ${NEXT}\n- ${SLIP}\n`);
  });

  it('leaves the underline of a heading whole', () => {
    assert.equal(ignored(`A\n===\n${SLIP}\n`), `A\n===\n${NEXT}\n${SLIP}\n`);
  });

  it('joins a comment that is there already', () => {
    const text = `<!-- annotated-reading-disable-next-line uncited-figure -->\n${SLIP}\n`;
    assert.equal(ignored(text), text.replace(' -->', ' growth-mismatch -->'));
  });

  it('goes around a table', () => {
    const table =
      '| Item | 2024 | 2025 |\n|---|---|---|\n| A | $100 | $150 |\n| B | $100 | $150 |\n| Total | $200 | $400 |';
    const before = '<!-- annotated-reading-disable sum-mismatch -->';
    const after = '<!-- annotated-reading-enable sum-mismatch -->';
    assert.equal(
      ignored(`Calm.\n\n${table}\n\nCalm.\n`, 'sum-mismatch'),
      `Calm.\n\n${before}\n${table}\n${after}\n\nCalm.\n`,
    );
  });

  for (const name of reports) {
    it(`of any kind in ${name} silences it, adds no error and no comment in vain`, () => {
      const text = readFileSync(`${corpus}/${name}`, 'utf8');
      const { report, findings } = analyze(text);
      const count = (of: typeof findings, test: (one: (typeof findings)[number]) => boolean) =>
        of.filter(test).length;
      for (const finding of findings.filter(({ rule }) => rule !== 'unused-suppression')) {
        const edits = ignoreEdits(report, finding);
        const after = analyze(applyEdits(text, edits)).findings;
        const place = `${finding.rule} at “${text.slice(finding.span.start, finding.span.end)}”`;
        const isSame = ({ rule }: { rule: string }) => rule === finding.rule;
        assert.ok(count(after, isSame) < count(findings, isSame), `${place} is still there`);
        const isError = ({ severity }: { severity: string }) => severity === 'error';
        assert.ok(count(after, isError) <= count(findings, isError), `${place}: an error more`);
        const isUnused = ({ rule }: { rule: string }) => rule === 'unused-suppression';
        assert.equal(count(after, isUnused), count(findings, isUnused), place);
      }
    }).timeout(60_000);
  }
});
