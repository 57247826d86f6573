import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { cli } from './cli';

const REPORT = `# Harbours

Norvik's revenue was $41 billion in 2025. Norvik employs 8,350 people.
`;
const files = {
  'report.md': REPORT,
  'sources/annual.md': "# Annual report\n\nIn 2025 Norvik's revenue came to US$4.1bn.\n",
  'sources/more/staff.csv': 'Company,Employees\nNorvik,"8,350"\n',
};

describe('check with sources', function () {
  this.timeout(60_000);

  it('reports a figure that a source contradicts, with both values, the quote and where it stands', async () => {
    const { code, out } = await cli(['check', '--sources', 'sources', '--format', 'json', 'report.md'], {
      files,
    });
    const [{ findings }] = JSON.parse(out);
    const found = findings.find(({ rule }: { rule: string }) => rule === 'source-contradicts');
    assert.equal(code, 1);
    assert.match(
      found.message,
      /“\$41 billion” here, but Annual report.* says “US\$4\.1bn”: “In 2025 Norvik's revenue/,
    );
    assert.equal(found.fixes[0].edits[0].newText, '$4.1 billion');
  });

  it('finds them beside the report, as the editor does', async () => {
    const { out, err } = await cli(['check', '--format', 'json', 'report.md'], { files });
    assert.match(out, /source-contradicts/);
    assert.equal(err, '');
  });

  it('checks as ever where there are none', async () => {
    const { out, err } = await cli(['check', 'report.md'], { files: { 'report.md': REPORT } });
    assert.doesNotMatch(out, /source-contradicts/);
    assert.equal(err, '');
  });

  it('goes by the folders that the project file names, and says which are not there', async () => {
    const { out, err } = await cli(['check', 'drafts/report.md', 'drafts/again.md'], {
      files: {
        '.annotated-reading.jsonc': '{ "sources": ["papers", "nowhere"] }',
        'drafts/report.md': REPORT,
        'drafts/again.md': REPORT,
        'drafts/sources/annual.md': '# Annual report\n\nIn 2025 Norvik employed 9,350 people.\n',
        'papers/annual.md': files['sources/annual.md'],
      },
    });
    assert.equal(out.match(/source-contradicts/g)?.length, 2);
    assert.doesNotMatch(out, /9,350/);
    assert.equal(err, 'annotated-reading: The folder nowhere cannot be read: there is no such file.\n');
  });

  it('fixes what the sources contradict when it is told to', async () => {
    let text = '';
    await cli(['fix', '--rule', 'source-contradicts', 'report.md'], {
      files,
      look: folder => {
        text = fs.readFileSync(path.join(folder, 'report.md'), 'utf8');
      },
    });
    assert.match(text, /revenue was \$4\.1 billion in 2025/);
  });

  it('names a document that cannot be read, with the reason, and goes on', async () => {
    const { out, err } = await cli(['check', '--sources', 'sources', 'report.md'], {
      files: { ...files, 'sources/broken.pdf': '%PDF-1.7 and no more' },
    });
    assert.match(err, /broken\.pdf is damaged/);
    assert.match(out, /source-contradicts/);
  });

  it('says so when there is no such folder', async () => {
    const { code, err } = await cli(['check', '--sources', 'nowhere', 'report.md'], { files });
    assert.equal(code, 2);
    assert.match(err, /folder nowhere cannot be read: there is no such file/);
  });
});

describe('evidence', function () {
  this.timeout(60_000);

  it('gives a verdict on each figure as JSON, with passages and their W3C selectors', async () => {
    const { code, out } = await cli(['evidence', '--sources', 'sources', '--format', 'json', 'report.md'], {
      files,
    });
    const [revenue, staff] = JSON.parse(out);
    assert.equal(code, 1);
    assert.deepEqual([revenue.verdict, staff.verdict], ['contradicted', 'backed']);
    const [passage] = revenue.contradictions;
    assert.deepEqual(
      [passage.source, passage.heading, passage.stated],
      ['annual.md', 'Annual report', 'US$4.1bn'],
    );
    const [quote, position] = passage.selector;
    const source = files['sources/annual.md'];
    assert.equal(quote.type, 'TextQuoteSelector');
    assert.equal(source.slice(position.start, position.end), quote.exact);
    assert.ok(source.includes(quote.prefix + quote.exact + quote.suffix));
    assert.equal(staff.evidence[0].source, 'more/staff.csv');
  });

  it('gives them as text for people, with counts', async () => {
    const { out } = await cli(['evidence', '--sources', 'sources', 'report.md'], { files });
    assert.match(
      out,
      /^3:22 {2}\$41 billion {2}contradicted\n {4}Annual report {2}“In 2025 Norvik's revenue came to US\$4\.1bn\.”$/m,
    );
    assert.match(out, /2 figures: 1 backed, 1 contradicted, 0 not found in its source, 0 no source/);
  });

  it('says where documents are looked for when there are none', async () => {
    const { code, err } = await cli(['evidence', 'report.md'], { files: { 'report.md': REPORT } });
    assert.equal(code, 2);
    assert.match(err, /no documents to check against: .*“sources” beside the report.*--sources DIR/);
  });
});
