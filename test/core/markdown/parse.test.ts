// Blocks and prose: every word of the report at its exact place, whatever the Markdown around it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Block } from '../../../src/core/markdown/block';
import { parseBlocks } from '../../../src/core/markdown/parse';
import { OBJECT, type Prose } from '../../../src/core/markdown/prose';

const corpus = 'test/fixtures/corpus';

function prosesOf(block: Block): Prose[] {
  return block.kind === 'table'
    ? [block.header, ...block.rows].flatMap(row => row.cells.map(cell => cell.prose))
    : [block.prose];
}

function proseOf(text: string): string {
  return parseBlocks(text).flatMap(prosesOf)[0]?.text ?? '';
}

/** What a reader of the outline sees: kind and words of each block. */
function shape(text: string): string[] {
  return parseBlocks(text).map(
    block =>
      `${block.kind}: ${prosesOf(block)
        .map(prose => prose.text)
        .join(' | ')}`,
  );
}

describe('prose', () => {
  const cases: [string, string][] = [
    ['About **$30 billion** in _March_', 'About $30 billion in March'],
    ['a [source](https://example.org/5%20GW "5 GW") of 7 GW', 'a source of 7 GW'],
    ['see <https://example.org/300> and https://example.org/400.', `see ${OBJECT} and ${OBJECT}.`],
    ['run `x = 300` now', `run ${OBJECT} now`],
    ['up 5%[^1] in May [@key2026, p. 4].', 'up 5% in May .'],
    ['2 * 3 and snake_case_2 stay', '2 * 3 and snake_case_2 stay'],
    ['AT&amp;T&nbsp;paid 5\\$', 'AT&T\u00a0paid 5$'],
    ['one <b>two</b><!-- 300 --> three', 'one two three'],
    ['~30 of ~~40~~ 50', '~30 of 40 50'],
    ['![chart of 5 GW](a.png) end', `${OBJECT} end`],
    ['***all*** of **it', 'all of **it'],
  ];
  for (const [source, prose] of cases)
    it(`reads ${JSON.stringify(source)}`, () => assert.equal(proseOf(source), prose));

  it('leads back to the source', () => {
    const text = '- **About [$30 billion](x)** in\n  March';
    const [block] = parseBlocks(text);
    assert.ok(block && block.kind === 'item');
    const at = block.prose.text.indexOf('$30 billion in\nMarch');
    const span = block.prose.toSpan({ start: at, end: at + '$30 billion'.length });
    assert.equal(text.slice(span.start, span.end), '$30 billion');
    assert.equal(block.prose.fromSource(span.start), at);
  });

  it('keeps what its marks hold', () => {
    const [block] = parseBlocks('**Lead.** See [the report](https://a.example/b_(c)) [@one; @two] and[^n].');
    assert.ok(block && block.kind === 'paragraph');
    const marks = block.prose.marks.map(({ span: _, at, ...mark }) => ({
      ...mark,
      text: block.prose.text.slice(at.start, at.end),
    }));
    assert.deepEqual(marks, [
      { kind: 'strong', text: 'Lead.' },
      { kind: 'link', url: 'https://a.example/b_(c)', text: 'the report' },
      { kind: 'citation', keys: ['one', 'two'], text: '' },
      { kind: 'footnote', key: 'n', text: '' },
    ]);
  });
});

describe('blocks', () => {
  it('leave out front matter, code, comments and targets of links', () => {
    const text =
      '---\nrevenue: 5\n---\n\n# T\n\n```\n300\n```\n\n<!-- 400\n\n500 -->\n\n[a]: https://x.example/600\n\nend';
    assert.deepEqual(shape(text), ['heading: T', 'paragraph: end']);
  });

  it('hold tables with escaped bars and ragged rows', () => {
    const [table] = parseBlocks('| A | B |\n|---|---|\n| x \\| y | 2 |\n| only |\n| 1 | 2 | 3 |');
    assert.ok(table && table.kind === 'table');
    assert.deepEqual(
      table.rows.map(row => row.cells.map(cell => cell.prose.text)),
      [['x | y', '2'], ['only'], ['1', '2', '3']],
    );
  });

  it('recover what a paste had flattened, each part at its place', () => {
    const text =
      'Key Events\nThe year was busy by size:- Leading Firms: grew.\n- Others: shrank by 3%.Present (2024-2026)\nNow it is calm.';
    assert.deepEqual(shape(text), [
      'heading: Key Events',
      'paragraph: The year was busy by size:',
      'item: Leading Firms: grew.',
      'item: Others: shrank by 3%.',
      'heading: Present (2024-2026)',
      'paragraph: Now it is calm.',
    ]);
    const glued = parseBlocks(text).flatMap(block =>
      block.gluedAt === undefined ? [] : [text.slice(block.gluedAt, block.gluedAt + 9)],
    );
    assert.deepEqual(glued, ['- Leading', 'Present (']);
  });

  it('leave hard-wrapped prose whole', () => {
    const text =
      'The fleet of the North Sea grew by four\nGigawatts in the year, which is more than\nPoland and Sweden have together.';
    assert.equal(parseBlocks(text).length, 1);
  });

  it('end a table where a line has no bar', () => {
    const text =
      '| A | B |\n|---|---|\n| 1 | 2 |\nOutput of the other ports, 2025\n| C | D |\n|---|---|\n| 3 | 4 |';
    assert.deepEqual(
      parseBlocks(text).map(block => block.kind),
      ['table', 'paragraph', 'table'],
    );
  });

  for (const name of readdirSync(corpus).filter(file => file.endsWith('.md') && file !== 'README.md')) {
    it(`of ${name} stand in order, and their words are the source's`, () => {
      const text = readFileSync(`${corpus}/${name}`, 'utf8');
      let end = 0;
      for (const block of parseBlocks(text)) {
        assert.ok(block.span.start >= end, 'in order');
        end = block.span.end;
        for (const prose of prosesOf(block)) assertFaithful(text, prose);
      }
    });
  }

  it('come out of any text, with faithful offsets and in order', () => {
    const marks = fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '!',
      '<',
      '>',
      '|',
      '-',
      '#',
      '\n',
      '\r\n',
      ' ',
      '\\',
      '&amp;',
      '~~',
      '[^1]',
      '[@k]',
      '$5',
      '亿',
      '😀',
      '\ud800',
      '\0',
      'a',
      '```',
      '<!--',
      '-->',
      '1. ',
      '\t',
    );
    fc.assert(
      fc.property(
        fc.array(marks, { maxLength: 80 }).map(parts => parts.join('')),
        text => {
          let end = 0;
          for (const block of parseBlocks(text)) {
            assert.ok(block.span.start >= end && block.span.end <= text.length);
            end = block.span.end;
            for (const prose of prosesOf(block)) assertFaithful(text, prose);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('are read to their end where a picture stands right behind a sentence', () => {
    for (const text of [
      'The port was sold.🔥A',
      'Fees rose.🔮 The buyer paid five million for it, and said so.',
    ])
      assert.equal(proseOf(text), text);
  });
});

/** Every character of the prose is the one that stands at its source offset, unless a reference was decoded there. */
function assertFaithful(text: string, prose: Prose): void {
  let last = 0;
  for (let i = 0; i < prose.text.length; i++) {
    const source = prose.toSource(i);
    assert.ok(source >= last && source <= text.length, 'offsets rise');
    last = source;
    const char = prose.text[i];
    if (char === OBJECT || char === '\n' || text[source] === '&' || (char === ' ' && text[source] === '<'))
      continue;
    assert.equal(text[source], char);
  }
}
