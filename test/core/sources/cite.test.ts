import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze, applyEdits, citeEdits, type NewSource, type Report, type Span } from '../../../src/core';
import {
  type CitationStyle,
  citableUrl,
  citationNeededEdits,
  citeAllEdits,
  citedAt,
  mentionsToCite,
} from '../../../src/core/sources/cite';

const BLOOMBERG: NewSource = { title: 'Bloomberg', url: undefined };
const REPORT: NewSource = { title: 'Annual report', url: 'https://example.org/report' };

/** The figure that stands between « and », which are taken out. */
function marked(text: string): { report: Report; figure: Span } {
  const start = text.indexOf('«');
  const plain = text.replace(/[«»]/g, '');
  const { report } = analyze(plain);
  const figure = report.figures.find(({ span }) => span.start <= start && start < span.end);
  assert.ok(figure, `no figure in ${text}`);
  return { report, figure: figure.span };
}

function cited(text: string, source: NewSource = BLOOMBERG): string {
  const { report, figure } = marked(text);
  return applyEdits(report.text, citeEdits(report, figure, source));
}

describe('inserting a citation', () => {
  const placements: readonly (readonly [text: string, expected: string])[] = [
    ['Revenue was «$30 billion».', 'Revenue was $30 billion (Source: Bloomberg).'],
    ['Revenue was «$30 billion», up a lot.', 'Revenue was $30 billion (Source: Bloomberg), up a lot.'],
    [
      'Revenue was «$30 billion» in 2025; more came.',
      'Revenue was $30 billion in 2025 (Source: Bloomberg); more came.',
    ],
    [
      'It paid «$3.5 million» on April 20, 2026.',
      'It paid $3.5 million on April 20, 2026 (Source: Bloomberg).',
    ],
    ['It paid «$3 million» (in cash).', 'It paid $3 million (Source: Bloomberg) (in cash).'],
    ['It grew (by «12%») last year.', 'It grew (by 12% (Source: Bloomberg)) last year.'],
    [
      'It sold «$3 million» in the U.S. market.',
      'It sold $3 million in the U.S. market (Source: Bloomberg).',
    ],
    [
      'It grew from «$3 million» to $5 million.',
      'It grew from $3 million (Source: Bloomberg) to $5 million.',
    ],
    ['It paid **«$3 million»**.', 'It paid **$3 million** (Source: Bloomberg).'],
    ['It grew **by «12%»**, as said.', 'It grew **by 12%** (Source: Bloomberg), as said.'],
    [
      'It paid [«$3 million» in all](https://a.example).',
      'It paid [$3 million in all](https://a.example) (Source: Bloomberg).',
    ],
    [
      'It paid «$3 million» for `code, here` now.',
      'It paid $3 million for (Source: Bloomberg) `code, here` now.',
    ],
    ['Was it «$3 million»? Yes.', 'Was it $3 million (Source: Bloomberg)? Yes.'],
    ['- It paid «$3 million»\n- Next', '- It paid $3 million (Source: Bloomberg)\n- Next'],
    ['It paid «$3 million»  \nNext line', 'It paid $3 million (Source: Bloomberg)  \nNext line'],
    ['It paid «$3 million»\\\nNext line', 'It paid $3 million (Source: Bloomberg)\\\nNext line'],
    [
      '| A | B |\n|---|---|\n| x | «$3 million» |',
      '| A | B |\n|---|---|\n| x | $3 million (Source: Bloomberg) |',
    ],
    ['It paid «$3 million»—a lot.', 'It paid $3 million (Source: Bloomberg)—a lot.'],
  ];
  for (const [text, expected] of placements) {
    it(`turns “${text.replaceAll('\n', '⏎')}” into “${expected.replaceAll('\n', '⏎')}”`, () => {
      assert.equal(cited(text), expected);
    });
  }

  it('links to a source that has an address', () => {
    assert.equal(
      cited('It paid «$3 million».', REPORT),
      'It paid $3 million ([Annual report](https://example.org/report)).',
    );
  });

  it('takes a footnote where the report uses footnotes', () => {
    assert.equal(
      cited('It paid «$3 million».[^2]\r\n\r\n[^2]: Known\r\n', REPORT),
      'It paid $3 million[^3].[^2]\r\n\r\n[^2]: Known\r\n[^3]: [Annual report](https://example.org/report)\r\n',
    );
  });

  it('refers to the footnote that names the source already', () => {
    assert.equal(
      cited('It paid «$3 million».\n\n[^a]: Bloomberg\n'),
      'It paid $3 million[^a].\n\n[^a]: Bloomberg\n',
    );
  });

  it('puts a definition after the whole of the last one', () => {
    assert.equal(
      cited('It paid «$3 million».\n\n[^1]: Known\n\n    and more of it\n\nThe end.\n'),
      'It paid $3 million[^2].\n\n[^1]: Known\n\n    and more of it\n[^2]: Bloomberg\n\nThe end.\n',
    );
  });

  it('repeats the key of a source that the report cites by a key', () => {
    const { report, figure } = marked('It paid «$3 million». It sold $9 million [@filing2026].');
    const source = report.sources.flatMap(note => note.names).find(({ name }) => name === 'filing2026');
    assert.ok(source);
    assert.equal(
      applyEdits(report.text, citeEdits(report, figure, source)),
      'It paid $3 million [@filing2026]. It sold $9 million [@filing2026].',
    );
  });

  it('lets no title or address break the text around it', () => {
    const hostile = { title: 'A | [b](javascript:x)\n<i>', url: 'https://e.org/a b|c(d)' };
    const text = cited('| A |\n|---|\n| «$3 million» |', hostile);
    assert.equal(
      text,
      '| A |\n|---|\n| $3 million ([A \\| \\[b\\](javascript:x) \\<i\\>](<https://e.org/a%20b%7Cc(d)>)) |',
    );
    assert.equal(analyze(text).report.figures.length, 1);
  });

  it('cites only addresses of the web and of files beside the report', () => {
    assert.equal(citableUrl(' https://example.org/x '), 'https://example.org/x');
    assert.equal(citableUrl('sources/filing 2026.pdf'), 'sources/filing%202026.pdf');
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      'C:\\x.pdf',
      '//evil.example',
      'file:///x.md',
      'words',
    ])
      assert.equal(citableUrl(address), undefined, address);
  });
});

describe('whether a figure is cited', () => {
  const cases: readonly (readonly [text: string, expected: boolean])[] = [
    ['It paid «$3 million» (Source: Bloomberg).', true],
    ['It paid «$3 million» in cash ([Bloomberg](https://b.example)).', true],
    ['It paid «$3 million»[^1].\n\n[^1]: B', true],
    ['It paid «$3 million».[^1]\n\n[^1]: B', false],
    ['It paid «$3 million» [@key].', true],
    ['It paid [«$3 million»](https://b.example).', true],
    ['It paid «$3 million».', false],
    ['It paid «$3 million».[^1]\n\n[^1]: B', false],
    ['It paid «$3 million» (in cash).', false],
    ['It paid «$3 million», and $5 million[^1].\n\n[^1]: B', false],
    ['It paid «$3 million» to a firm, says [Bloomberg](https://b.example).', false],
  ];
  for (const [text, expected] of cases) {
    it(`${expected ? 'yes' : 'no'}: “${text.replaceAll('\n', '⏎')}”`, () => {
      const { report, figure } = marked(text);
      assert.equal(citedAt(report, figure), expected);
    });
  }
});

/** Markdown made of the things that a citation must not break; marks that pair with nothing are not among them. */
const inline = fc.constantFrom(
  'revenue was $30 billion',
  'about 12%',
  '**over 5 GW**',
  '*some 400 stores*',
  '**grew by 12%**',
  '[a link of 3 GW](https://e.org/a_(b))',
  '`code, 5 GW`',
  'R&amp;D of $5 million',
  '\\(7 GW\\)',
  '[^1]',
  '[@key]',
  '(15% cap)',
  'U.S.',
  '<b>€9 million</b>',
  '<!-- $1 -->',
  '🚀',
  '亿',
  'https://e.org/5_GW',
);
const joint = fc.constantFrom(' ', ', ', '. ', ' (', ') ', '; ', ': ', ' — ', '\n', '  \n');
const sentence = fc
  .array(fc.tuple(inline, joint), { minLength: 1, maxLength: 8 })
  .map(parts => parts.flat().join(''));
const block = fc.oneof(
  sentence,
  sentence.map(text => `- ${text.replaceAll('\n', ' ')}`),
  sentence.map(text => `> ${text.replaceAll('\n', ' ')}`),
  sentence.map(text => `## ${text.replaceAll('\n', ' ')}`),
  fc
    .tuple(sentence, sentence)
    .map(cells => `| A | B |\n|---|---|\n| ${cells.map(cell => cell.replaceAll('\n', ' ')).join(' | ')} |`),
  fc.constant('[^1]: Known'),
);
const document = fc
  .tuple(fc.array(block, { maxLength: 5 }), fc.constantFrom('\n', '\r\n'))
  // Marked headings tell that the lines are the author's own, not those of a paste.
  .map(([blocks, eol]) => ['# A', '## B', ...blocks].join('\n\n').replaceAll('\n', eol));
const anySource = fc.record({
  // The editor asks again for a title without a letter.
  title: fc.string({ unit: 'binary' }).map(title => `S${title}`),
  url: fc.option(
    fc.oneof(fc.webUrl(), fc.constantFrom('a b.pdf', 'x|y.md', '(a).html', 'javascript:x', '')),
    { nil: undefined },
  ),
});

/** What the report's text says; its footnotes, among which a citation may add one, stand apart. */
function proses(report: Report): string[] {
  return report.blocks.flatMap(one =>
    one.kind === 'footnote'
      ? []
      : one.kind === 'table'
        ? one.rows.flatMap(row => row.cells.map(cell => cell.prose.text))
        : [one.prose.text],
  );
}

function footnotes(report: Report): string[] {
  return report.blocks.flatMap(one => (one.kind === 'footnote' ? [`${one.key}: ${one.prose.text}`] : []));
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

/** True when `longer` is `shorter` with something inserted at one place, or the same. */
function isInsertedInto(shorter: string, longer: string): boolean {
  const prefix = commonPrefix(shorter, longer);
  const reversed = (text: string) => [...text].reverse().join('');
  return prefix + commonPrefix(reversed(shorter), reversed(longer)) >= shorter.length;
}

/** All the words of a text in order, whatever blocks they stand in. */
function words(prose: readonly string[]): string {
  return prose.join(' ').replace(/\s+/g, ' ');
}

describe('citing in any Markdown', () => {
  it('only inserts, and leaves every word where and what it was', () => {
    fc.assert(
      fc.property(document, anySource, (text, source) => {
        const { report } = analyze(text);
        const before = proses(report);
        for (const { span } of report.figures) {
          const edits = citeEdits(report, span, source);
          assert.ok(edits.length > 0);
          for (const edit of edits) {
            assert.equal(edit.span.start, edit.span.end);
            assert.ok(
              !report.figures.some(
                other => other.span.start < edit.span.start && edit.span.start < other.span.end,
              ),
            );
          }
          const changed = applyEdits(text, edits);
          const after = proses(analyze(changed).report);
          // How lines join into blocks may depend on their length, so that the words are compared, not the blocks.
          assert.ok(isInsertedInto(words(before), words(after)), changed);
          for (const known of footnotes(report))
            assert.ok(footnotes(analyze(changed).report).includes(known));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the definition of a new footnote', () => {
  it('stands after the last one, though that goes on behind a hard break', () => {
    const text = '# A\n\nIt paid $3 million.\n\n[^1]: Norvik  \nand Sundby  \nand Tarn';
    const { report } = analyze(text);
    const [figure] = report.figures;
    assert.ok(figure);
    const edits = citeEdits(report, figure.span, { title: 'S', url: undefined });
    assert.ok(applyEdits(text, edits).endsWith('[^1]: Norvik  \nand Sundby  \nand Tarn\n[^2]: S'));
  });
});

describe('the style of a citation', () => {
  const FRONT =
    '---\nreferences:\n- id: annual\n  title: Annual report\n  publisher: Norvik\n  issued: 2026\n  URL: https://example.org/report\n---\n\n';

  /** The text after the front matter, with its first entry cited for the figure between « and ». */
  function entryCited(text: string, style?: CitationStyle, page?: number): string {
    const { report, figure } = marked(FRONT + text);
    const entry = analyze(report.text).bibliography.byKey.get('annual');
    assert.ok(entry);
    return applyEdits(report.text, citeEdits(report, figure, { entry, page }, style)).slice(FRONT.length);
  }

  it('is [@key] with the page where the report has keys', () => {
    assert.equal(entryCited('Revenue was «$3 billion».'), 'Revenue was $3 billion [@annual].');
    assert.equal(
      entryCited('Revenue was «$3 billion».', 'auto', 4),
      'Revenue was $3 billion [@annual, p. 4].',
    );
    assert.equal(
      entryCited('Costs were $2 billion [@x]. Revenue was «$3 billion».[^1]\n\n[^1]: N'),
      'Costs were $2 billion [@x]. Revenue was $3 billion [@annual].[^1]\n\n[^1]: N',
    );
  });

  it('is a footnote where the report has those', () => {
    assert.equal(
      entryCited('Costs rose.[^1] Revenue was «$3 billion».\n\n[^1]: N', 'auto', 4),
      'Costs rose.[^1] Revenue was $3 billion[^2].\n\n[^1]: N\n[^2]: [Annual report](https://example.org/report), Norvik, 2026, p. 4',
    );
  });

  it('may be chosen', () => {
    const text = 'Revenue was «$3 billion».\n';
    assert.equal(entryCited(text, 'pandoc'), 'Revenue was $3 billion [@annual].\n');
    assert.equal(
      entryCited(text, 'footnote'),
      'Revenue was $3 billion[^1].\n\n[^1]: [Annual report](https://example.org/report), Norvik, 2026\n',
    );
    assert.equal(
      entryCited(text, 'link', 4),
      'Revenue was $3 billion ([Annual report](https://example.org/report), p. 4).\n',
    );
    assert.equal(
      entryCited(text, 'source'),
      'Revenue was $3 billion (Source: [Annual report](https://example.org/report)).\n',
    );
  });

  it('falls back where the source has no key', () => {
    const { report, figure } = marked('Revenue was «$3 billion».');
    const edits = citeEdits(report, figure, BLOOMBERG, 'pandoc');
    assert.equal(applyEdits(report.text, edits), 'Revenue was $3 billion (Source: Bloomberg).');
  });
});

describe('[citation needed]', () => {
  it('stands where a citation would, once', () => {
    const { report, figure } = marked('Revenue was «$3 billion».');
    const text = applyEdits(report.text, citationNeededEdits(report, figure));
    assert.equal(text, 'Revenue was $3 billion [citation needed].');
    assert.deepEqual(citationNeededEdits(analyze(text).report, figure), []);
  });

  it('gives way to the citation', () => {
    const text = 'Revenue was «$3 billion» [citation needed].';
    assert.equal(cited(text), 'Revenue was $3 billion (Source: Bloomberg).');
    assert.equal(
      cited(`${text}[^1]\n\n[^1]: N`),
      'Revenue was $3 billion[^2].[^1]\n\n[^1]: N\n[^2]: Bloomberg',
    );
  });
});

describe('citing for all mentions of a claim', () => {
  it('cites at each clause that has no citation, with one footnote for all', () => {
    const text =
      "Norvik's revenue was $3 billion in 2025.\n\nIn 2025 Norvik's revenue was $3 billion, a record [^1].\n\nNorvik's revenue in 2025 was $3 billion.\n\n[^1]: N";
    const analysis = analyze(text);
    const [first] = analysis.report.figures;
    assert.ok(first);
    const places = mentionsToCite(analysis, first.span);
    const edits = citeAllEdits(analysis.report, places, BLOOMBERG);
    assert.equal(
      applyEdits(text, edits),
      "Norvik's revenue was $3 billion in 2025[^2].\n\nIn 2025 Norvik's revenue was $3 billion[^2], a record [^1].\n\nNorvik's revenue in 2025 was $3 billion[^2].\n\n[^1]: N\n[^2]: Bloomberg",
    );
    assert.deepEqual(mentionsToCite(analyze(applyEdits(text, edits)), first.span), []);
  });
});
