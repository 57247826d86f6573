import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Span } from '../../src/core';
import { type Change, EditsSince } from '../../src/extension/editsSince';

const REPORT = 'Acme Works paid $5 million for Bolt in March. Bolt had asked for $7 million.';

/** Edits a text as a writer does; `at` and `to` are words of it. */
class Draft {
  readonly since = new EditsSince();

  constructor(public text: string) {}

  replace({ start, end }: Span, words: string): void {
    this.since.add({ start, end, length: words.length });
    this.text = this.text.slice(0, start) + words + this.text.slice(end);
  }

  insert(before: string, words: string): void {
    const start = this.text.indexOf(before);
    this.replace({ start, end: start }, words);
  }

  read({ start, end }: Span): string {
    return this.text.slice(start, end);
  }
}

function spanOf(words: string): Span {
  const start = REPORT.indexOf(words);
  return { start, end: start + words.length };
}

describe('what was read of a text that has changed since', () => {
  it('is found where it stands now', () => {
    const draft = new Draft(REPORT);
    draft.insert('Acme', 'Last week, ');
    draft.insert(' in March', ' Industries');
    for (const words of ['Acme Works', '$5 million', 'Bolt', 'Bolt had asked', '$7 million'])
      assert.equal(draft.read(draft.since.wordsNow(spanOf(words))!), words);
  });

  it('is not found where its words have changed, unless it holds more than them', () => {
    const draft = new Draft(REPORT);
    draft.insert('million for', 'hundred ');
    assert.equal(draft.since.wordsNow(spanOf('$5 million')), undefined);
    assert.equal(draft.read(draft.since.spanNow(spanOf('$5 million'))!), '$5 hundred million');
    draft.replace({ start: 5, end: 20 }, 'x');
    assert.equal(draft.since.spanNow(spanOf('$5 million')), undefined);
  });

  it('knows where a place stood before, but for new text', () => {
    const draft = new Draft(REPORT);
    draft.insert('Bolt', 'the mill of ');
    const at = (words: string) => draft.since.offsetThen(draft.text.indexOf(words));
    assert.equal(at('Acme'), REPORT.indexOf('Acme'));
    assert.equal(at('mill of'), undefined);
    assert.equal(at('asked'), REPORT.indexOf('asked'));
  });

  it('never gives other words than those that were read', () => {
    const change = fc.record({ at: fc.nat(), length: fc.nat(6), words: fc.string({ maxLength: 5 }) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), fc.nat(), fc.nat(12), (changes, from, length) => {
        const start = from % REPORT.length;
        const span = { start, end: Math.min(REPORT.length, start + length) };
        const draft = new Draft(REPORT);
        for (const { at, length, words } of changes) {
          const from = at % (draft.text.length + 1);
          draft.replace({ start: from, end: Math.min(draft.text.length, from + length) }, words);
        }
        const now = draft.since.wordsNow(span);
        if (now) assert.equal(draft.read(now), REPORT.slice(span.start, span.end));
        const whole = draft.since.spanNow(span);
        if (whole && span.end > span.start) {
          assert.equal(draft.text[whole.start], REPORT[span.start]);
          assert.equal(draft.text[whole.end - 1], REPORT[span.end - 1]);
        }
        const then = now && draft.since.offsetThen(now.start);
        if (then !== undefined) assert.ok(then <= span.start);
      }),
    );
  });

  it('takes what is typed letter by letter for one change', () => {
    const changes: readonly Change[] = [...'words'].map((_, i) => ({ start: 4 + i, end: 4 + i, length: 1 }));
    const since = new EditsSince();
    assert.ok(since.isNone);
    for (const change of changes) since.add(change);
    assert.deepEqual(since.wordsNow({ start: 4, end: 9 }), { start: 9, end: 14 });
  });
});
