import assert from 'node:assert/strict';
import { BlockMemory } from '../../../src/core/markdown/chunks';
import { parseBlocks } from '../../../src/core/markdown/parse';
import { RunMemory } from '../../../src/core/markdown/runs';

const SECTIONS = ['# Acme\n\nIt paid $5 million.\n\n', '# Bolt\n\nIt asked for more.\n\n'];

describe('what was read of a run of blocks', () => {
  const read: string[] = [];
  const starts = new RunMemory<number>(
    ([first]) => {
      read.push(first?.kind === 'table' ? '' : (first?.prose.text ?? ''));
      return first?.span.start ?? 0;
    },
    (start, { by }) => start + by,
  );
  const memory = new BlockMemory();
  const startsIn = (text: string) => {
    const blocks = parseBlocks(text, memory);
    return [blocks.slice(0, 2), blocks.slice(2)].map(run => starts.of(run));
  };

  it('is known again where the run stands after an edit elsewhere', () => {
    const [acme = '', bolt = ''] = SECTIONS;
    assert.deepEqual(startsIn(acme + bolt), [0, acme.length]);
    const edited = acme.replace('million', 'million in cash');
    assert.deepEqual(startsIn(edited + bolt), [0, edited.length]);
    assert.deepEqual(startsIn(edited + bolt), [0, edited.length]);
    assert.deepEqual(read, ['Acme', 'Bolt', 'Acme']);
  });

  it('is read again where blocks of it have come, gone or moved apart', () => {
    read.length = 0;
    const [acme = '', bolt = ''] = SECTIONS;
    startsIn(acme + bolt);
    startsIn(acme + bolt.replace('\n\nIt', '\n\n\nIt'));
    startsIn(`${acme + bolt}It agreed.\n`);
    assert.equal(read.filter(title => title === 'Bolt').length, 2);
  });
});
