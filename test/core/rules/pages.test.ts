// Every rule has a page, and every example on it is true.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { analyze, indexDocument, rules } from '../../../src/core';

const folder = 'docs/rules';

interface Example {
  readonly text: string;
  /** The documents attached to it, by name: the blocks of info `source NAME` that follow. */
  readonly sources: readonly (readonly [name: string, text: string])[];
  readonly flagged: readonly string[];
}

/** The fenced examples of one of the two parts that close a page; « and » mark what is to be flagged. */
function examples(page: string, part: 'Flagged' | 'Left alone'): Example[] {
  const [before = '', after = ''] = page.split('\n## Left alone\n');
  const section = part === 'Flagged' ? (before.split('\n## Flagged\n')[1] ?? '') : after;
  return [...section.matchAll(/^```markdown\n([\s\S]*?)^```$((?:\n+```source .*\n[\s\S]*?\n```$)*)/gm)].map(
    ([, example = '', attached = '']) => ({
      text: example.replace(/[«»]/g, ''),
      flagged: [...example.matchAll(/«([^»]*)»/g)].map(mark => mark[1]!),
      sources: [...attached.matchAll(/^```source (.*)\n([\s\S]*?)^```$/gm)].map(
        ([, name = '', text = '']) => [name, text] as const,
      ),
    }),
  );
}

describe('the page of each rule', () => {
  it('exists for every rule, and for no other', () => {
    const pages = readdirSync(folder).map(name => name.replace(/\.md$/, ''));
    assert.deepEqual(pages.sort(), rules.map(rule => rule.id).sort());
  });

  for (const rule of rules) {
    const page = readFileSync(`${folder}/${rule.id}.md`, 'utf8').replaceAll('\r\n', '\n');

    it(`${rule.id}: names its severity and family`, () => {
      assert.ok(page.startsWith(`# ${rule.id}\n`));
      assert.ok(page.includes(`Default severity: ${rule.severity}. Family: ${rule.family}.`));
    });

    it(`${rule.id}: has examples of both kinds`, () => {
      assert.ok(examples(page, 'Flagged').length > 0);
      assert.ok(examples(page, 'Left alone').length > 0);
    });

    examples(page, 'Flagged').forEach((example, i) => {
      it(`${rule.id}: flags what example ${i + 1} marks, and nothing else`, () => {
        assert.ok(example.flagged.length > 0, 'marks something');
        assert.deepEqual(found(rule.id, example), example.flagged);
      });
    });

    examples(page, 'Left alone').forEach((example, i) => {
      it(`${rule.id}: leaves example ${i + 1} alone`, () => assert.deepEqual(found(rule.id, example), []));
    });
  }
});

/** The words that a rule flags in an example. */
function found(rule: string, { text, sources }: Example): string[] {
  const documents = sources.map(([path, source]) =>
    indexDocument({ path, format: 'markdown', title: undefined, text: source, landmarks: [] }),
  );
  return analyze(text, { sources: { documents, entries: [] } })
    .findings.filter(finding => finding.rule === rule)
    .map(finding => text.slice(finding.span.start, finding.span.end));
}

describe('the table of rules in the README', () => {
  it('lists every rule with its summary and severity', () => {
    const rows = readFileSync('README.md', 'utf8').match(/^\| \[.*docs\/rules\/.*$/gm);
    assert.deepEqual(
      rows,
      rules.map(({ id, summary, severity }) => `| [${id}](docs/rules/${id}.md) | ${summary} | ${severity} |`),
    );
  });
});
