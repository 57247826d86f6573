// PDF files: pages, headings, paragraphs and tables come out as they were written, not as they were set.
import assert from 'node:assert/strict';
import { longPdf, paragraph, pdf } from '../support/documents';
import { landmarks, read } from './read';

describe('a PDF document', () => {
  it('gives its pages, its headings by their size, and its title', async () => {
    const bytes = await pdf(
      [
        [{ text: 'Harbour report', y: 780, size: 20 }, ...paragraph(740, 'The port took $3 billion.')],
        [{ text: 'Outlook', y: 780, size: 15 }, ...paragraph(740, 'It will take $4 billion.')],
      ],
      'Harbours',
    );
    const document = await read(bytes, 'harbour.pdf');
    assert.equal(document.format, 'pdf');
    assert.equal(document.title, 'Harbours');
    assert.equal(
      document.text,
      '# Harbour report\n\nThe port took $3 billion.\n\n## Outlook\n\nIt will take $4 billion.',
    );
    assert.deepEqual(landmarks(document), [
      'page 1: # Harbour report',
      'heading Harbour report: # Harbour report',
      'page 2: ## Outlook',
      'heading Outlook: ## Outlook',
    ]);
  });

  it('joins lines into paragraphs, and undoes hyphens at line ends but not those of words', async () => {
    const bytes = await pdf([
      [
        ...paragraph(
          740,
          'Investment rose because the long-term plans of the harbour had been ap-',
          'proved; fees of $30 million a year, agreed in a long-',
          'term contract for 2026-',
          '27, were paid in full.',
        ),
        ...paragraph(670, 'Costs fell.'),
      ],
    ]);
    assert.equal(
      (await read(bytes, 'a.pdf')).text,
      'Investment rose because the long-term plans of the harbour had been approved; fees of $30 million a year, ' +
        'agreed in a long-term contract for 2026-27, were paid in full.\n\nCosts fell.',
    );
  });

  it('keeps a paragraph whole that goes on on the next page, and knows where the page begins in it', async () => {
    const document = await read(
      await pdf([
        paragraph(80, 'The harbour, which had been closed for repairs since the spring of the year, took'),
        paragraph(780, 'in fees of $30 million. A second berth opened.'),
      ]),
      'a.pdf',
    );
    assert.equal(
      document.text,
      'The harbour, which had been closed for repairs since the spring of the year, took in fees of $30 million. ' +
        'A second berth opened.',
    );
    assert.match(document.text.slice(document.landmarks[1]?.at), /^\s*in fees of/);
  });

  it('makes tables of lines whose text stands in columns', async () => {
    const row = (y: number, ...cells: string[]) => cells.map((text, i) => ({ text, x: 60 + i * 150, y }));
    const bytes = await pdf([
      [
        ...row(740, 'Port', 'Fees | $ million', 'Ships'),
        ...row(725, 'Hallam', '30', '1,200'),
        ...row(710, 'Norrsund', '4', '90'),
      ],
    ]);
    assert.equal(
      (await read(bytes, 'a.pdf')).text,
      '| Port | Fees \\| $ million | Ships |\n| --- | --- | --- |\n| Hallam | 30 | 1,200 |\n| Norrsund | 4 | 90 |',
    );
  });

  it('reads a page in two columns one after the other', async () => {
    const lines = [
      'The first column of the page goes on for',
      'four lines of text, none of which says a',
      'thing about harbours or about ships, and',
      'ends here.',
    ];
    const bytes = await pdf([
      lines.flatMap((text, i) => [
        { text, x: 60, y: 740 - i * 13 },
        { text: text.replace('first', 'second').replace('four', 'two'), x: 320, y: 740 - i * 13 },
      ]),
    ]);
    const { text } = await read(bytes, 'a.pdf');
    assert.match(text, /first column of the page goes on for four lines/);
    assert.match(text, /second column of the page goes on for two lines/);
  });

  it('does not glue a footnote mark to a number', async () => {
    const bytes = await pdf([
      [
        { text: 'The port took $30', x: 60, y: 740, size: 10 },
        { text: '1', x: 142, y: 744, size: 6 },
      ],
    ]);
    assert.equal((await read(bytes, 'a.pdf')).text, 'The port took $30¹');
  });

  it('leaves out running titles and page numbers, and keeps lines that differ in their figures', async () => {
    const { text } = await read(await longPdf(6), 'a.pdf');
    assert.doesNotMatch(text, /Yearbook/);
    assert.doesNotMatch(text, /^\d+$/m);
    assert.equal(text.match(/port \d took/g)?.length, 30);
  });
});
