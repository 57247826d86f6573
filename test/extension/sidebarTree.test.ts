// What VS Code is told to show anew: as little as has changed, under ids that a part keeps.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { analyze } from '../../src/core';
import { nodeOf, type SidebarNode } from '../../src/extension/sidebarNode';
import { GROUPINGS, sidebarNodes } from '../../src/extension/sidebarNodes';
import { SidebarTree, TOP } from '../../src/extension/sidebarTree';

const SAMPLE = fs.readFileSync('test/fixtures/corpus/aws-anthropic.md', 'utf8');

/** Asks for all items, as an editor would in which everything is open; gives their ids. */
function openAll(tree: SidebarTree, id = TOP): string[] {
  return tree.childrenOf(id).flatMap(child => [child, ...openAll(tree, child)]);
}

const leaf = (text: string) => nodeOf('event', text);
const group = (...children: readonly SidebarNode[]) =>
  nodeOf('events', 'Events', { children: () => children });

describe('the tree of the sidebar', () => {
  it('gives every item an id of its own, the same after an edit elsewhere', () => {
    const tree = new SidebarTree();
    tree.update(sidebarNodes(analyze(SAMPLE)));
    const ids = openAll(tree);
    assert.equal(new Set(ids).size, ids.length);
    tree.update(sidebarNodes(analyze(`Some words.\n\n${SAMPLE}`)));
    assert.deepEqual(openAll(tree), ids);
  });

  it('tells items of the same words apart', () => {
    const tree = new SidebarTree();
    tree.update([group(leaf('Acme buys Bolt'), leaf('Acme buys Bolt'))]);
    const ids = openAll(tree);
    assert.equal(new Set(ids).size, 3);
    assert.equal(ids.length, 3);
  });

  it('shows nothing anew where nothing has changed', () => {
    const tree = new SidebarTree();
    tree.update(sidebarNodes(analyze(SAMPLE)));
    openAll(tree);
    assert.deepEqual(tree.update(sidebarNodes(analyze(SAMPLE))), []);
  });

  it('knows the places of a part in the latest version', () => {
    const tree = new SidebarTree();
    tree.update(sidebarNodes(analyze(SAMPLE)));
    const [events = ''] = tree.childrenOf(TOP);
    const [first = ''] = tree.childrenOf(events);
    const before = tree.nodeOf(first)?.span?.start ?? 0;
    tree.update(sidebarNodes(analyze(`Words.\n\n${SAMPLE}`)));
    assert.equal(tree.nodeOf(first)?.span?.start, before + 8);
  });

  it('shows anew an item whose words have changed, under the id that it had', () => {
    const tree = new SidebarTree();
    tree.update([group(leaf('Acme buys'), leaf('Bolt sells'))]);
    const ids = openAll(tree);
    const changed = tree.update([group(leaf('Acme buys Z'), leaf('Bolt sells'))]);
    assert.deepEqual(openAll(tree), ids);
    assert.deepEqual(changed, [ids[1]]);
    assert.equal(tree.nodeOf(ids[1] ?? '')?.label, 'Acme buys Z');
    assert.equal(tree.parentOf(ids[1] ?? ''), ids[0]);
  });

  it('shows a group anew that has another item', () => {
    const tree = new SidebarTree();
    tree.update([group(leaf('Acme buys'))]);
    const [events = '', first = ''] = openAll(tree);
    assert.deepEqual(tree.update([group(leaf('Acme buys'), leaf('Bolt sells'))]), [events]);
    assert.equal(openAll(tree)[1], first);
    assert.deepEqual(tree.update([]), [TOP]);
  });

  it('is quick with what nobody has opened', () => {
    let made = 0;
    const lazy = (text: string) => nodeOf('event', text, { children: () => [leaf(`${++made}`)] });
    const tree = new SidebarTree();
    tree.update([group(lazy('Acme buys'))]);
    tree.childrenOf(TOP);
    tree.update([group(lazy('Acme buys'))]);
    assert.equal(made, 0);
  });

  it('tells beforehand which items have something in them', () => {
    const check = (node: SidebarNode) => {
      assert.equal(node.hasChildren, node.children.length > 0, node.key);
      node.children.forEach(check);
    };
    for (const grouping of GROUPINGS) sidebarNodes(analyze(SAMPLE), 'text', grouping).forEach(check);
  });
});
