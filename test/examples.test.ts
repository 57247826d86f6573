// What the example project promises: the passage that backs a figure is found first, and slips that only a source shows are.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {
  type Analysis,
  analyze,
  type Evidence,
  type IndexedDocument,
  indexDocument,
  type PlacedFigure,
} from '../src/core';
import { spellLike } from '../src/core/figures';
import { readDocument } from '../src/documents';

interface Passage {
  readonly source: string;
  /** Words that the passage has. */
  readonly quote: string;
}

interface Label extends Passage {
  /** Words of the report; « and » mark the figure. */
  readonly figure: string;
  readonly verdict?: 'contradicted';
  /** Another passage that says the same. */
  readonly also?: Passage;
}

const labels: Readonly<Record<string, readonly Label[]>> = JSON.parse(
  fs.readFileSync('examples/evidence.labels.json', 'utf8'),
);

async function sources(): Promise<readonly IndexedDocument[]> {
  const folder = 'examples/sources';
  const read = fs
    .readdirSync(folder)
    .map(name => readDocument(fs.readFileSync(path.join(folder, name)), name));
  return (await Promise.all(read)).map(result => {
    assert.ok(result.kind === 'read', JSON.stringify(result));
    return indexDocument(result.document);
  });
}

/** What is found for the labelled figure. */
function judgedAt({ judged, report }: Analysis, { figure }: Label) {
  const at = report.text.indexOf(figure.replace(/[«»]/g, ''));
  assert.ok(at >= 0, `the report has “${figure}”`);
  const span = { start: at + figure.indexOf('«'), end: at + figure.indexOf('»') - 1 };
  return judged.find(
    ({ mention }) => mention.figure.span.start < span.end && span.start < mention.figure.span.end,
  );
}

function isRight(passage: Evidence | undefined, { source, quote, also }: Label): boolean {
  return [{ source, quote }, ...(also ? [also] : [])].some(
    one => passage?.path === one.source && passage.selector.exact.includes(one.quote),
  );
}

describe('the example project', function () {
  this.timeout(60_000);
  let documents: readonly IndexedDocument[];
  const analyses = new Map<string, Analysis>();

  before(async () => {
    documents = await sources();
    for (const name of Object.keys(labels)) {
      const text = fs.readFileSync(path.join('examples', name), 'utf8');
      analyses.set(name, analyze(text, { sources: { documents, entries: [] } }));
    }
  });

  const all = Object.entries(labels).flatMap(([name, some]) => some.map(label => ({ name, label })));

  it('has at least 60 labelled figures, and sources in six formats', () => {
    assert.ok(all.length >= 60);
    assert.equal(new Set(documents.map(({ document }) => document.format)).size, 6);
  });

  it('has the right passage first for at least 95 % of them', () => {
    const missed = all.filter(({ name, label }) => {
      const found = judgedAt(analyses.get(name)!, label);
      const passages = label.verdict === 'contradicted' ? found?.evidence.other : found?.evidence.same;
      return !isRight(passages?.[0], label);
    });
    const share = 1 - missed.length / all.length;
    assert.ok(share >= 0.95, `${share}: ${missed.map(({ label }) => label.figure).join(' | ')}`);
  });

  it('reports the slips that only a source shows, with the quote, and calls no right figure contradicted', () => {
    for (const [name, some] of Object.entries(labels)) {
      const analysis = analyses.get(name)!;
      const wrong = some.filter(({ verdict }) => verdict === 'contradicted');
      const expected = wrong.map(label => judgedAt(analysis, label)?.mention.figure.text);
      const contradicted = analysis.findings.filter(({ rule }) => rule === 'source-contradicts');
      assert.deepEqual(
        contradicted.map(({ span }) => analysis.report.text.slice(span.start, span.end)),
        expected,
      );
      for (const [i, label] of wrong.entries()) assert.ok(contradicted[i]!.message.includes(label.quote));
      assert.ok(!analysis.findings.some(({ rule }) => rule === 'not-in-source'));
    }
  });

  it('reports many slips of a power of ten, each at its figure alone', () => {
    const { report } = analyses.get('green-fuels.md')!;
    const isMoney = ({ quantity, ends }: PlacedFigure) => quantity.kind === 'money' && !ends;
    const figures = report.figures.filter(isMoney);
    const reported = figures.filter(figure => {
      const slip = spellLike(figure.quantity.value * 10, figure);
      const text = report.text.slice(0, figure.core.start) + slip + report.text.slice(figure.core.end);
      const found = analyze(text, { sources: { documents, entries: [] } }).findings.filter(
        ({ rule }) => rule === 'source-contradicts',
      );
      assert.ok(found.every(({ span }) => span.start <= figure.core.start && figure.core.start < span.end));
      return found.length > 0;
    });
    assert.ok(reported.length >= figures.length * 0.25, `${reported.length} of ${figures.length}`);
  });

  it('contradicts nothing in reports of other matters', () => {
    const folders = ['test/fixtures/corpus', 'test/fixtures/clean'];
    const reports = folders.flatMap(folder =>
      fs.readdirSync(folder).flatMap(name => (name.endsWith('.md') ? path.join(folder, name) : [])),
    );
    for (const file of reports.filter(one => !one.includes('aws-anthropic'))) {
      const { findings } = analyze(fs.readFileSync(file, 'utf8'), { sources: { documents, entries: [] } });
      const wrong = findings.filter(({ rule }) => rule === 'source-contradicts' || rule === 'not-in-source');
      assert.deepEqual(wrong, [], file);
    }
  });
});
