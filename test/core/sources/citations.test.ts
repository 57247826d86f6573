import assert from 'node:assert/strict';
import { analyze } from '../../../src/core';
import { nameOf } from '../../../src/core/sources/bibliography';
import { citationsOf, unusedEntries } from '../../../src/core/sources/citations';

/** What cites what, as "key or words → entry: figures". */
function cited(text: string): string[] {
  const { report, bibliography } = analyze(text);
  return citationsOf(report, bibliography).map(({ key, keySpan, span, entry, figures }) => {
    if (keySpan) assert.equal(text.slice(keySpan.start, keySpan.end), key);
    const words = key ?? text.slice(span.start, span.end);
    return `${words} → ${entry ? nameOf(entry) : '?'}: ${figures.map(figure => figure.text).join(', ')}`;
  });
}

const FRONT = '---\nreferences:\n- id: a\n  title: A\n- id: ab\n  title: AB\n---\n\n';

describe('what a report cites', () => {
  it('is a key, with the figures before it in its sentence', () => {
    assert.deepEqual(
      cited(
        `${FRONT}Sales rose to $3 billion [@a], costs to $2 billion [see @ab, p. 4; @x]. It has $9 million.`,
      ),
      ['a → A: $3 billion', 'ab → AB: $2 billion', 'x → ?: $2 billion'],
    );
  });

  it('is a footnote, before or after the full stop', () => {
    assert.deepEqual(
      cited('Sales were $3 billion.[^1] Costs were $2 billion[^n].\n\n[^1]: One\n[^n]: Two\n'),
      ['1 → One: $3 billion', 'n → Two: $2 billion'],
    );
  });

  it('is a source in words, with what it covers', () => {
    const text = '## Deals\n\nSales were $3 billion.\n\nCosts were $2 billion.\n\nSource: Harbour Post\n';
    assert.deepEqual(cited(text), ['Harbour Post → Harbour Post: $3 billion, $2 billion']);
  });

  it('is a source of a row', () => {
    const text =
      '| Metric | Value | Source |\n|---|---|---|\n| Sales | $3 billion | [@a] |\n| Costs | $2 billion | Post |\n';
    assert.deepEqual(cited(FRONT + text), ['a → A: $3 billion', 'Post → Post: $2 billion']);
  });

  it('may come before its figure', () => {
    assert.deepEqual(cited(`${FRONT}As [@a] says, sales were $3 billion.`), ['a → A: $3 billion']);
  });
});

describe('what a report does not cite', () => {
  const unused = (text: string) => {
    const { report, bibliography } = analyze(text);
    return unusedEntries(report, bibliography, citationsOf(report, bibliography)).map(nameOf);
  };

  it('is an entry that nothing refers to', () => {
    assert.deepEqual(unused(`${FRONT}Sales were $3 billion [@ab].`), ['A']);
    assert.deepEqual(unused('Sales rose.[^1]\n\n[^1]: One\n[^2]: Two\n'), ['Two']);
  });

  it('is none that is mentioned in a note, in a table or in the middle of a sentence', () => {
    assert.deepEqual(unused(`${FRONT}As @a says, and @ab.`), []);
    assert.deepEqual(unused('Sales rose.[^1]\n\n[^1]: One[^2]\n[^2]: Two\n'), []);
  });
});
