// Web pages, Word documents and tables of values: their text, structure and landmarks, and nothing that is no text.
import assert from 'node:assert/strict';
import { findFigures } from '../../src/core';
import { docx } from '../support/documents';
import { landmarks, read } from './read';

describe('a web page', () => {
  it('gives headings, paragraphs, lists and tables, with what could be Markdown escaped', async () => {
    const { text, title } = await read(
      `<!doctype html><title>Harbour &amp; port</title><body><main><h1>Harbour</h1>
      <p>The <b>port</b> took<br>$3&nbsp;billion*.</p><ul><li>1 berth<ul><li>deep</li></ul></li><li>2 cranes</li></ul>
      <table><caption>Fees</caption><tr><th>Port<th>Fees | $m</tr><tr><td>Hallam<td>30</tr></table><p># 5 ships</p></main>`,
      'a.html',
    );
    assert.equal(title, 'Harbour & port');
    assert.equal(
      text,
      '# Harbour\n\nThe port took $3 billion\\*.\n\n- 1 berth\n  - deep\n- 2 cranes\n\nFees\n\n' +
        '| Port | Fees \\| $m |\n| --- | --- |\n| Hallam | 30 |\n\n\\# 5 ships',
    );
  });

  it('has its headings as landmarks', async () => {
    const document = await read('<html><body><h1>A</h1><p>One.</p><h2>B</h2><p>Two.</p>', 'a.html');
    assert.deepEqual(landmarks(document), ['heading A: # A', 'heading B: ## B']);
  });

  it('runs no script and leaves out what is not its text', async () => {
    const { text } = await read(
      `<html><head><script>globalThis.ran = true</script><style>p { color: red }</style></head>
      <body onload="globalThis.ran = true"><nav><a href="/">Home $9 billion</a></nav><p>The port took $3 billion.</p>
      <img src="x" onerror="globalThis.ran = true"><p hidden>$8 billion</p><noscript>$7 billion</noscript>
      <aside>Also read: $6 billion</aside></body></html>`,
      'a.html',
    );
    assert.equal(text, 'The port took $3 billion.');
    assert.equal('ran' in globalThis, false);
  });

  it('does not glue a raised footnote mark to a number', async () => {
    const { text } = await read(
      '<html><body><p>It took $30<sup>1</sup> and CO<sub>2</sub> at 5 km<sup>2</sup>.',
      'a.html',
    );
    assert.equal(text, 'It took $30¹ and CO₂ at 5 km².');
    assert.equal(findFigures(text)[0]?.text, '$30');
  });

  it('puts cells that span rows and columns where they are shown', async () => {
    const { text } = await read(
      '<html><body><table><tr><th rowspan=2>Port<th colspan=2>Fees</tr><tr><th>2025<th>2026</tr><tr><td>Hallam<td>3<td>4</tr></table>',
      'a.html',
    );
    assert.equal(text, '| Port | Fees |  |\n| --- | --- | --- |\n|  | 2025 | 2026 |\n| Hallam | 3 | 4 |');
  });

  it('is read in the encoding that it declares', async () => {
    const page = Buffer.from(
      '<html><head><meta charset="shift_jis"></head><body><p>\x93\xfa\x96{</p>',
      'latin1',
    );
    assert.equal((await read(page, 'a.html')).text, '日本');
  });

  it('may be nested to any depth', async () => {
    const { text } = await read(`<html><body>${'<div>'.repeat(20_000)}$3 billion`, 'a.html');
    assert.equal(text, '$3 billion');
  });
});

const run = (text: string, style = '') => `<w:r>${style}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string, style = '') => `<w:p><w:pPr>${style}</w:pPr>${content}</w:p>`;

describe('a Word document', () => {
  it('gives headings by the name of their style, paragraphs and lists', async () => {
    const document = await read(
      docx(
        p(run('Hafen'), '<w:pStyle w:val="berschrift1"/>') +
          p(run('The port took $3 ') + run('billion &amp; more.')) +
          p(run('deep'), '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'),
        { 'docProps/core.xml': '<cp:coreProperties><dc:title>Ports</dc:title></cp:coreProperties>' },
      ),
      'a.docx',
    );
    assert.equal(document.title, 'Ports');
    assert.equal(document.text, '# Hafen\n\nThe port took $3 billion & more.\n\n  - deep');
    assert.deepEqual(landmarks(document), ['heading Hafen: # Hafen']);
  });

  it('gives tables, and leaves out deleted text, field codes and what is said twice', async () => {
    const cell = (text: string, style = '') => `<w:tc><w:tcPr>${style}</w:tcPr>${p(run(text))}</w:tc>`;
    const { text } = await read(
      docx(
        `<w:tbl><w:tr>${cell('Fees', '<w:gridSpan w:val="2"/>')}${cell('Ships')}</w:tr>` +
          `<w:tr>${cell('2025 | 26')}${cell('30')}${cell('5')}</w:tr></w:tbl>` +
          p(
            `<w:del><w:r><w:delText>$9 billion</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r>` +
              `${run('It took $30')}${run('1', '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>')}` +
              `<mc:AlternateContent><mc:Choice>${run(' in all')}</mc:Choice><mc:Fallback>${run(' in all')}</mc:Fallback></mc:AlternateContent>`,
          ),
      ),
      'a.docx',
    );
    assert.equal(
      text,
      '| Fees |  | Ships |\n| --- | --- | --- |\n| 2025 \\| 26 | 30 | 5 |\n\nIt took $30¹ in all',
    );
  });

  it('has its footnotes at the end', async () => {
    const { text } = await read(
      docx(p(run('It took $3 billion.')), {
        'word/footnotes.xml': `<w:footnotes><w:footnote>${p(run('Audited.'))}</w:footnote></w:footnotes>`,
      }),
      'a.docx',
    );
    assert.equal(text, 'It took $3 billion.\n\nAudited.');
  });
});

describe('a table of values', () => {
  it('is one table, with the numbers of its rows and what stands above it', async () => {
    const document = await read(
      'Fees by port,,\n\nPort,"Fees, $m",Note\nHallam,30,"a ""b"" | c"\nNorrsund,4\n',
      'a.csv',
    );
    assert.equal(document.title, 'Fees by port');
    assert.equal(
      document.text,
      'Fees by port\n\n| Port | Fees, $m | Note |\n| --- | --- | --- |\n| Hallam | 30 | a "b" \\| c |\n| Norrsund | 4 |  |',
    );
    assert.deepEqual(landmarks(document), [
      'row 3: | Port | Fees, $m | Note |',
      'row 4: | Hallam | 30 | a "b" \\| c |',
      'row 5: | Norrsund | 4 |  |',
    ]);
  });

  it('may be parted by semicolons or tabs', async () => {
    const expected = '| a | b |\n| --- | --- |\n| 1,5 | 2 |';
    assert.equal((await read('a;b\n1,5;2\n', 'a.csv')).text, expected);
    assert.equal((await read('a\tb\n1,5\t2\n', 'a.tsv')).text, expected);
  });
});
