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

  it('leaves to Markdown what has a marked heading as its title', () => {
    const name = (one: Outlined): string[] => [one.name, ...one.children.flatMap(name)];
    const marked = analyze(
      '# Note\n\n## Key events\n\n### Acme buys Bolt (12 March 2026)\n\nIt paid $5 million.\n\n' +
        '### Other news\n\n- **Zeta sells Acme (3 May 2026)** It got $7 million.\n',
    ).report;
    assert.deepEqual(
      marked.events.map(({ title }) => title),
      ['Acme buys Bolt', 'Zeta sells Acme'],
    );
    assert.deepEqual(outlineOf(marked).flatMap(name), ['Zeta sells Acme']);
    assert.equal(foldsOf(marked).length, 1);
  });

  it('has a player where it is introduced, and no place that only names one', () => {
    const players = report.players.filter(({ position }) => position).map(({ name }) => name);
    const shown = outlineOf(report).flatMap(function names(one): string[] {
      return [...(one.kind === 'player' ? [one.name] : []), ...one.children.flatMap(names)];
    });
    assert.ok(players.length > 0 && players.length < report.players.length);
    assert.deepEqual(shown, players);
  });
});
