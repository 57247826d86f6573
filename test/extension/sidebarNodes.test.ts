import assert from 'node:assert/strict';
import fs from 'node:fs';
import { analyze } from '../../src/core';
import { type SidebarNode, sidebarNodes } from '../../src/extension/sidebarNodes';

const SAMPLE = fs.readFileSync('test/fixtures/corpus/aws-anthropic.md', 'utf8');

function everyNode(nodes: readonly SidebarNode[]): SidebarNode[] {
  return nodes.flatMap(node => [node, ...everyNode(node.children)]);
}

describe('the sidebar', () => {
  const roots = sidebarNodes(analyze(SAMPLE));
  const [events, players, judgments] = roots;

  it('has events, players and judgments, with their number', () => {
    assert.deepEqual(
      roots.map(({ label, description }) => [label, description]),
      [
        ['Events', '3'],
        ['Players', String(players?.children.length)],
        ['Judgments', '3'],
      ],
    );
  });

  it('shows when an event was, its facts, drivers and source, and what was found in it', () => {
    const revenue = events?.children.find(({ label }) => label.includes('Annualized Revenue'));
    assert.equal(revenue?.description, '2026-03');
    assert.equal(revenue?.findings, revenue?.children.filter(({ kind }) => kind === 'finding').length);
    assert.ok((revenue?.findings ?? 0) > 5);
    const kinds = new Set(revenue?.children.map(({ kind }) => kind));
    assert.deepEqual([...kinds], ['date', 'facts', 'drivers', 'source', 'finding']);
    const facts = revenue?.children.find(({ kind }) => kind === 'facts');
    assert.ok(facts?.children.some(({ label }) => label.includes('$30 billion')));
    assert.equal(revenue?.severity, 'error');
  });

  it('shows where a player stands and what names it', () => {
    const google = players?.children.find(({ label }) => label === 'Google');
    assert.ok(google?.children.some(({ kind }) => kind === 'event'));
    assert.ok(google?.children.some(({ kind }) => kind === 'judgment'));
    const aws = players?.children.find(({ label }) => label === 'AWS');
    assert.ok(aws?.children.some(({ kind }) => kind === 'position'));
    assert.ok(aws?.children.some(({ kind }) => kind === 'interests'));
  });

  it('shows how sure a judgment is', () => {
    assert.deepEqual(
      judgments?.children.map(({ description }) => description),
      ['High', 'Medium', 'High'],
    );
  });

  it('gives every item an id of its own, the same after an edit elsewhere', () => {
    const ids = everyNode(roots).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(
      everyNode(sidebarNodes(analyze(`Some words.\n\n${SAMPLE}`))).map(({ id }) => id),
      ids,
    );
  });

  it('tells parts of the same name apart', () => {
    const twice =
      '## Key Events\n\n- **Acme buys Bolt (12 March 2026)** Source: A\n\n- **Acme buys Bolt (12 March 2026)** Source: B\n';
    const ids = everyNode(sidebarNodes(analyze(twice))).map(({ id }) => id);
    assert.equal(sidebarNodes(analyze(twice))[0]?.children.length, 2);
    assert.equal(new Set(ids).size, ids.length);
  });
});
