import assert from 'node:assert/strict';
import fs from 'node:fs';
import { analyze } from '../../src/core';
import { gravest, type SidebarNode } from '../../src/extension/sidebarNode';
import {
  filtered,
  GROUPINGS,
  type Grouping,
  sidebarNodes,
  wordsMeant,
} from '../../src/extension/sidebarNodes';

const SAMPLE = fs.readFileSync('test/fixtures/corpus/aws-anthropic.md', 'utf8');

function everyNode(nodes: readonly SidebarNode[]): SidebarNode[] {
  return nodes.flatMap(node => [node, ...everyNode(node.children)]);
}

describe('the sidebar', () => {
  const analysis = analyze(SAMPLE);
  const { report } = analysis;
  const roots = sidebarNodes(analysis);
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
    assert.equal(
      first?.findings.length,
      Math.max(...(events?.children.map(({ findings }) => findings.length) ?? [])),
    );
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
    const keep = (words: string) =>
      filtered(roots, SAMPLE, { words: wordsMeant(report, words), onlyWithFindings: false });
    const [group, ...others] = keep('annualized revenue exceeds');
    assert.equal(group?.label, 'Events');
    assert.equal(group?.description, '1 of 3');
    assert.ok(others.every(({ children }) => children.length > 0));
    assert.deepEqual(keep('words that stand nowhere'), []);
    const flagged = filtered(roots, SAMPLE, { words: [], onlyWithFindings: true }).flatMap(
      ({ children }) => children,
    );
    assert.ok(flagged.length > 0 && flagged.every(({ findings }) => findings.length > 0));
  });

  it('shows when an event was, its facts, drivers and source, and what was found in it', () => {
    const revenue = events?.children.find(({ label }) => label.includes('Annualized Revenue'));
    assert.equal(revenue?.description, '2026-03');
    assert.equal(revenue?.findings.length, revenue?.children.filter(({ kind }) => kind === 'finding').length);
    assert.ok((revenue?.findings.length ?? 0) > 5);
    const kinds = new Set(revenue?.children.map(({ kind }) => kind));
    assert.deepEqual([...kinds], ['date', 'facts', 'drivers', 'source', 'finding']);
    const facts = revenue?.children.find(({ kind }) => kind === 'facts');
    assert.ok(facts?.children.some(({ label }) => label.includes('$30 billion')));
    assert.equal(gravest(revenue?.findings ?? []), 'error');
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

  it('shows every finding, those in no part in a group of their own', () => {
    const { findings } = analyze(SAMPLE);
    const shown = (grouping: Grouping) =>
      new Set(
        everyNode(sidebarNodes(analysis, 'subject', grouping))
          .filter(({ kind }) => kind === 'finding')
          .flatMap(node => node.findings),
      );
    for (const grouping of GROUPINGS) assert.equal(shown(grouping).size, findings.length, grouping);
    assert.equal(roots.at(-1)?.kind, 'rest');
  });

  it('follows the sections of the report when the reader wants it so', () => {
    const sections = sidebarNodes(analysis, 'subject', 'section');
    const order = everyNode(sections).filter(({ kind }) => kind === 'section');
    const starts = order.map(({ extent }) => extent?.start ?? 0);
    assert.deepEqual(
      starts,
      starts.toSorted((a, b) => a - b),
    );
    const events = everyNode(sections).filter(({ kind, extent }) => kind === 'event' && extent);
    for (const { title } of report.events)
      assert.ok(
        events.some(({ label }) => label === title),
        title,
      );
    for (const section of order) assert.ok(section.children.length > 0, section.label);
  });

  it('gathers what names a player under it, and the rest at the end', () => {
    const groups = sidebarNodes(analysis, 'subject', 'player');
    const google = groups.find(({ label }) => label === 'Google');
    assert.ok(google?.children.some(({ label }) => label.startsWith('Google Announces')));
    assert.ok(groups.some(({ label }) => label === 'Without a player'));
  });

  it('finds a player by all its names', () => {
    const text = '## Players\n\n- Bolt Industries (BLT): wants a mill.\n\nBLT paid $5 million.\n';
    const { report: short } = analyze(text);
    assert.deepEqual(wordsMeant(short, ' blt ').toSorted(), ['blt', 'bolt industries']);
    assert.deepEqual(wordsMeant(short, 'nobody'), ['nobody']);
  });

  it('has a sign that can be read where a title holds code', () => {
    const [group] = sidebarNodes(
      analyze('## Key Events\n\n- **Acme buys `bolt` (12 March 2026)** It paid $5 million.\n'),
    );
    assert.equal(group?.children[0]?.label, 'Acme buys …');
  });
});
