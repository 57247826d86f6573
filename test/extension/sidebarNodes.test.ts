import assert from 'node:assert/strict';
import fs from 'node:fs';
import { analyze } from '../../src/core';
import type { SidebarNode } from '../../src/extension/sidebarNode';
import { filtered, sidebarNodes } from '../../src/extension/sidebarNodes';

const SAMPLE = fs.readFileSync('test/fixtures/corpus/aws-anthropic.md', 'utf8');

function everyNode(nodes: readonly SidebarNode[]): SidebarNode[] {
  return nodes.flatMap(node => [node, ...everyNode(node.children)]);
}

describe('the sidebar', () => {
  const roots = sidebarNodes(analyze(SAMPLE));
  const [events, players, judgments] = roots;

  it('has a group for each kind of part, with the number of its parts', () => {
    assert.deepEqual(
      roots.slice(0, 3).map(({ label, description }) => [label, description]),
      [
        ['Events', '3'],
        ['Players', String(players?.children.length)],
        ['Judgments', '3'],
      ],
    );
    for (const root of roots) assert.ok(root.children.length > 0, root.label);
  });

  it('has the latest event first, the surest judgment first', () => {
    const dates = events?.children.map(({ description }) => description) ?? [];
    assert.deepEqual(dates, [...dates].sort().reverse());
    const [first] = sidebarNodes(analyze(SAMPLE), 'findings')[0]?.children ?? [];
    assert.equal(first?.findings, Math.max(...(events?.children.map(({ findings }) => findings) ?? [])));
  });

  it('shows the figures of a player by measure, and every place that names it', () => {
    const anthropic = players?.children.find(({ label }) => label === 'Anthropic');
    const revenue = anthropic?.children.find(({ label }) => label === 'Revenue');
    assert.ok(revenue?.children.some(({ label }) => label.includes('$30 billion')));
    const mentions = anthropic?.children.find(({ kind }) => kind === 'mentions');
    for (const mention of mentions?.children ?? []) assert.match(mention.label, /Anthropic/i);
    assert.equal(anthropic?.description, `${mentions?.children.length} mentions`);
  });

  it('keeps what a filter asks for and the way to it', () => {
    const [group, ...others] = filtered(roots, 'annualized revenue exceeds', false);
    assert.equal(group?.label, 'Events');
    assert.equal(group?.description, '1 of 3');
    assert.ok(others.every(({ children }) => children.length > 0));
    assert.deepEqual(filtered(roots, 'words that stand nowhere', false), []);
    const flagged = filtered(roots, '', true).flatMap(({ children }) => children);
    assert.ok(flagged.length > 0 && flagged.every(({ findings }) => findings > 0));
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
      ['High', 'High', 'Medium'],
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
