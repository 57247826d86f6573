// The parts of a report are found in whichever form their author wrote them.
import assert from 'node:assert/strict';
import { parseBlocks } from '../../../src/core/markdown/parse';
import { readReport } from '../../../src/core/report';
import type { Report } from '../../../src/core/report/report';

function read(text: string): Report {
  return readReport(text, parseBlocks(text));
}

describe('events', () => {
  const form = (name: string, text: string) =>
    it(`are read from ${name}`, () => {
      const events = read(text).events.map(({ title, date, source }) => [title, date, source?.text]);
      assert.deepEqual(events, [['Norvik buys a harbour', '2026-03-12', 'Harbour Post']]);
    });

  form(
    'a list item',
    '# Events\n\n- Norvik buys a harbour (March 12, 2026) Facts: It paid. Source: Harbour Post',
  );
  form(
    'a bold lead',
    '# Moves\n\n- **Norvik buys a harbour (12 March 2026).** It paid.\n  Source: Harbour Post',
  );
  form(
    'a heading',
    '# Decisions\n\n### 1. Norvik buys a harbour (Thursday, 12 March 2026)\n\n**What:** It paid.\n\nSource: Harbour Post',
  );
  form(
    'a table',
    '# Log\n\n| Date | Deal | Source |\n|---|---|---|\n| 2026-03-12 | Norvik buys a harbour | Harbour Post |',
  );
  form(
    'a timeline',
    '# Timeline\n\n- 12 March 2026: Norvik buys a harbour. It paid.\n  Source: Harbour Post',
  );
  form(
    'a pasted line',
    'Key Events\n1. Norvik Buys a Harbour (March 12, 2026)\nFacts: It paid.\nSource: Harbour Post'.replace(
      'Norvik Buys a Harbour',
      'Norvik buys a harbour',
    ),
  );

  it('keep facts, drivers and the span of all that belongs to them', () => {
    const text =
      '# Events\n\n### Norvik buys a harbour (March 2026)\n\n**Core Facts:** It paid $4 million.\n\n**Driving Factors:** It needs room.\n\n# Next';
    const [event] = read(text).events;
    assert.equal(event?.facts?.text, 'It paid $4 million.');
    assert.equal(event?.drivers?.text, 'It needs room.');
    assert.equal(text.slice(event!.span.start, event!.span.end).trimEnd().endsWith('It needs room.'), true);
  });

  it('are not made of predictions, periods or passing dates', () => {
    const text =
      '# Evolution\n\n### Past (2019 and before)\n\nThe port grew (see May 2026).\n\n# Forecast\n\n- **Norvik sells a harbour (March 2027):** likely.';
    assert.deepEqual(read(text).events, []);
  });
});

describe('players', () => {
  it('come with aliases, position, interests and every mention', () => {
    const text =
      '# Key Players\n\n- **Norvik (Harbours North)** Position: Leader. Core Interests: Room to grow.\n\n# Then\n\nNorvik grew; Harbours North too.';
    const [player] = read(text).players;
    assert.equal(player?.name, 'Norvik');
    assert.deepEqual(player?.aliases, ['Harbours North']);
    assert.equal(player?.position?.text, 'Leader.');
    assert.equal(player?.interests?.text, 'Room to grow.');
    assert.deepEqual(
      player?.mentions.map(span => text.slice(span.start, span.end)),
      ['Norvik', 'Harbours North', 'Norvik', 'Harbours North'],
    );
  });

  it('are read from tables and headings', () => {
    const table =
      '# Year\n\n# Stakeholders\n\n| Player | Position | Interests |\n|---|---|---|\n| Norvik | Leader | Room |';
    const headings = '# Year\n\n# Companies\n\n## Norvik\n\nThe leader.\n\n## Sundby\n\nThe follower.';
    assert.deepEqual(
      read(table).players.map(player => player.name),
      ['Norvik'],
    );
    assert.deepEqual(
      read(headings).players.map(player => player.name),
      ['Norvik', 'Sundby'],
    );
  });

  it('are also those who act throughout, but no month, label or product word', () => {
    const text =
      '# Events\n\n- Sundby Announces a Ferry (March 12, 2026) Core Facts: In May, Sundby invested. The rival fears Sundby. Core Facts: the end.';
    assert.deepEqual(
      read(text).players.map(player => player.name),
      ['Sundby'],
    );
  });
});

describe('judgments, predictions, decisions and questions', () => {
  it('are read from lists', () => {
    const report = read(
      '# Key Judgments\n\n- Ports merge. (Confidence: High)\n- **Medium confidence.** Ferries stay.\n\n' +
        '# Outlook\n\n- **2027 (high confidence):** Norvik sells.\n- Within 2 years (low confidence): Sundby buys.\n\n' +
        '# Recommendations\n\n## For owners\n\n1. Sell.\n\n# Open questions\n\n- Who buys?',
    );
    assert.deepEqual(
      report.judgments.map(({ text, confidence }) => [text, confidence]),
      [
        ['Ports merge.', 'High'],
        ['Ferries stay.', 'Medium'],
      ],
    );
    assert.deepEqual(
      report.predictions.map(({ text, horizon, confidence }) => [text, horizon, confidence]),
      [
        ['Norvik sells.', '2027', 'High'],
        ['Sundby buys.', '2 years', 'Low'],
      ],
    );
    assert.deepEqual(
      report.decisions.map(({ text, audience }) => [text, audience]),
      [['Sell.', 'For owners']],
    );
    assert.deepEqual(
      report.questions.map(({ text }) => text),
      ['Who buys?'],
    );
  });

  it('are read from tables and headings', () => {
    const report = read(
      '# Judgments\n\n| Judgment | Confidence |\n|---|---|\n| Ports merge | Medium |\n\n' +
        '# Predictions\n\n### 1 year (High confidence)\n\nNorvik sells.\n\n| Horizon | Prediction | Confidence |\n|---|---|---|\n| By 2030 | Sundby buys | Low |',
    );
    assert.deepEqual(
      report.judgments.map(({ text, confidence }) => [text, confidence]),
      [['Ports merge', 'Medium']],
    );
    assert.deepEqual(
      report.predictions.map(({ text, horizon, confidence }) => [text, horizon, confidence]),
      [
        ['Norvik sells.', '1 year', 'High'],
        ['Sundby buys', '2030', 'Low'],
      ],
    );
  });
});

describe('caveats and sources', () => {
  const scopes = (text: string) =>
    read(text).caveats.map(({ scopes: [scope] }) => text.slice(scope!.start, scope!.end).trim());

  it('speak for the event, the row or the sentence that they stand in', () => {
    const event = '- **Norvik buys (March 2026)** ⚠️ not confirmed\n  Facts: $4 million.';
    assert.deepEqual(scopes(`# Events\n\n${event}\n\n- **Sundby sells (May 2026)**\n  Facts: $5 million.`), [
      event,
    ]);
    assert.deepEqual(scopes('| A | B |\n|---|---|\n| x | 4, unaudited |\n| y | 5 |'), ['| x | 4, unaudited']);
    assert.deepEqual(scopes('It grew by 4%. It reportedly sold 5%. It ends.'), ['It reportedly sold 5%.']);
  });

  it('are not seen in the estimate of a named body, nor in a mark alone', () => {
    assert.deepEqual(
      scopes('Bernstein analyst estimates put it at 4%.\n\n| A | B |\n|---|---|\n| x | ⚠️ |'),
      [],
    );
  });

  it('name their sources one by one', () => {
    const names = (source: string) =>
      read(`# Events\n\n- **Norvik buys (March 2026)**\n  Source: ${source}`).sources.flatMap(note =>
        note.names.map(({ name }) => name),
      );
    assert.deepEqual(names('Harbour Post report, Norvik press release (note: draft)'), [
      'Harbour Post report',
      'Norvik press release',
    ]);
    assert.deepEqual(names('Norvik, Form 10-Q for May; port register'), [
      'Norvik, Form 10-Q for May',
      'port register',
    ]);
    assert.deepEqual(names('multiple sources'), []);
  });
});

describe('a paste that lost its marks', () => {
  it('keeps the numbered events in their part, and no other part inside the last of them', () => {
    const text = [
      'The Harbour Report',
      'Quays and Ferries: Who Buys, and Why',
      'Norvik and its rivals spent the spring buying quays, and nobody asked what they would do with them all once the ships had gone.',
      'What Happened and Why',
      'Event 1: Norvik Buys a Harbour (March 12, 2026)',
      'Facts: It paid $4 million. Source: Norvik Form 10-QEvent 2: Sundby Sells Two Ferries (April 2, 2026)',
      'Facts: It got $9 million. Source: Harbour Post',
      'Numbers to Remember',
      '| Metric | Value | Source |',
      '|---|---|---|',
      '| Ships of Norvik | 41 | Harbour Post |',
    ].join('\n');
    const report = read(text);
    assert.deepEqual(
      report.events.map(({ title, date }) => [title, date]),
      [
        ['Norvik Buys a Harbour', '2026-03-12'],
        ['Sundby Sells Two Ferries', '2026-04-02'],
      ],
    );
    assert.equal(report.events[1]?.span.end, text.indexOf('Numbers to Remember'));
  });
});

describe('the title of a report', () => {
  it('is no list of sources, whatever it is called', () => {
    for (const text of [
      '# Notes\n\nNorvik paid $3 million.',
      '# Notes\n\n## Trade\n\nNorvik paid $3 million.',
    ])
      assert.deepEqual(
        read(text)
          .sections.map(({ part }) => part)
          .filter(part => part === 'sources'),
        [],
        text,
      );
    const below = read('# Trade\n\nNorvik paid.[1]\n\n# Notes\n\n1. Harbour Post');
    assert.equal(below.sections.at(-1)?.part, 'sources');
  });
});
