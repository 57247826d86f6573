import assert from 'node:assert/strict';
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

  it('checks as ever without sources', async () => {
    const { out } = await cli(['check', '--format', 'json', 'report.md'], { files });
    assert.doesNotMatch(out, /source-contradicts/);
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

  it('asks for the folder', async () => {
    const { code, err } = await cli(['evidence', 'report.md'], { files });
    assert.equal(code, 2);
    assert.match(err, /--sources DIR/);
  });
});
