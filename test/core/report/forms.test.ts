// The same parts in the forms of many houses: whatever marks, words or layout an author or a paste gives them.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBlocks } from '../../../src/core/markdown/parse';
import { readReport } from '../../../src/core/report';
import type { Report } from '../../../src/core/report/report';
import { restoreEdits } from '../../../src/core/report/restore';
import { applyEdits } from '../../../src/core/text/edits';

function read(text: string): Report {
  return readReport(text, parseBlocks(text));
}

describe('an event is read', () => {
  const wanted = [['Norvik buys a harbour', '2026-03-12', 'Harbour Post']];
  const forms: Record<string, string> = {
    'from a heading that starts with its date':
      '# Log\n\n#### 12.03.2026 | Norvik buys a harbour\n\nIt paid.\n\nSource: Harbour Post',
    'from a heading that ends with its date':
      '# What happened\n\n### Norvik buys a harbour – 12 March 2026\n\nIt paid.\n\nSource: Harbour Post',
    'from a heading above its date':
      '# News\n\n### Norvik buys a harbour\n\n*12 March 2026*\n\n- **Facts** – it paid.\n- **Source** – Harbour Post',
    'from a bold lead with date and hour':
      '# Journal\n\n**2026-03-12, 09:40 | Norvik buys a harbour.** It paid. Source: Harbour Post',
    'from a bold date before the title':
      '# Diary\n\n- **12 March 2026** – Norvik buys a harbour. It paid. (Source: Harbour Post)',
    'from an item with a weekday':
      '# Chronicle\n\n1. 12 March 2026 (Thursday) – Norvik buys a harbour. It paid. Source: Harbour Post',
    'from an item whose fields are items under it':
      '# Moves\n\n- **Norvik buys a harbour** (12 March 2026)\n  - *What:* It paid.\n  - *So what:* It grows.\n  - *Source:* Harbour Post',
    'below the quarter that groups it':
      '# How we got here\n\n- First quarter of 2026\n  - **12 March – Norvik buys a harbour.** It paid. Source: Harbour Post',
    'from a paragraph that starts with the date':
      '# Calendar\n\n12 March 2026: Norvik buys a harbour\n\nIn brief: It paid.\n\nSource: Harbour Post',
    'from a lead with a comma after its date':
      '# How we got here\n\n- **Thursday, 12 March 2026, Norvik buys a harbour.** It paid. Source: Harbour Post',
    'from a date with its weekday behind it':
      '# Chronology\n\n- *12 March 2026, Thursday.* **Norvik buys a harbour.** It paid. Source: Harbour Post',
    'from a title whose brackets say more than the date':
      '# Moves\n\n- **Norvik buys a harbour (12 March 2026, after the close).** It paid. Source: Harbour Post',
    'from a line with a mark of its own':
      '# Developments\n\n● **2026-03-12 | Norvik buys a harbour.** It paid.\n　Source: Harbour Post',
    'below a heading glued to a citation':
      '---\nreferences:\n  - id: a\n---\n\n# Ports\n\nIt rained [@a].What changed in the year\n\n- **Norvik buys a harbour (12 March 2026).** It paid. Source: Harbour Post',
    'from a heading that starts with the day':
      '# Event log\n\n### 12 March 2026 – Norvik buys a harbour\n\nIt paid.\n\nSource: Harbour Post',
    'from a clause that starts with the date':
      '# Timeline\n\nOn 12 March 2026, Norvik buys a harbour. It paid. Source: Harbour Post',
    'from labelled lines':
      '# Events\n\n**Date:** 12 March 2026\n**Event:** Norvik buys a harbour\n**Details:** It paid.\n**Source:** Harbour Post',
    'from bullets that are not Markdown':
      '**WHAT MOVED**\n• 12 March 2026 – Norvik buys a harbour. It paid. Source: Harbour Post\n• Ships waited.',
    'from a numbered line of a paste':
      'Big Harbour Review\n■ Chronology\n① Norvik buys a harbour (2026/3/12)\nFacts: It paid.\nSource: Harbour Post\n■ Outlook',
    'from a heading above the time':
      '# Milestones\n\n### Event 1: Norvik buys a harbour\n\nTime: 12 March 2026\n\nContent: It paid.\n\nSource: Harbour Post',
    'from a numbered paragraph':
      '# 2. Awards\n\n2.1 **12 March 2026 — Norvik buys a harbour.** It paid 1.2 million.\nSource: Harbour Post',
    'from a line that ends with its date':
      '# Highlights of the month\n\nNorvik buys a harbour — 12 March 2026\nIt paid. Source: Harbour Post',
    'from a lead whose brackets say what was done then':
      '# Portfolio changes\n\n**Norvik buys a harbour (signed 12 March 2026).** It paid. Source: Harbour Post',
    'below a heading in bold that is numbered as a sentence':
      '# Harbour\n\n**1) Summary.** It rained.\n\n**2) Relevant events.**\n- 12 March 2026. Norvik buys a harbour. Source: Harbour Post',
    'below a heading between signs':
      'Harbour letter 9\n\n++ News ++\n- 12 March 2026: Norvik buys a harbour. Source: Harbour Post\n\n++ Outlook ++\nCalm.',
    'from a table with other words':
      '# Chronicle\n\n| Date | Occurrence | Evidence |\n|---|---|---|\n| 12.03.2026 (Thu.) | Norvik buys a harbour | Harbour Post |',
    'from a bold title whose text tells the date':
      '# The month in review\n\n**Norvik buys a harbour.** It paid on 12 March 2026, before the new fees. Source: Harbour Post',
    'from a lead with its weekday, and the day in its text':
      "# The week's big stories\n\n**Thursday: Norvik buys a harbour.** The deal was signed on 12 March 2026. Source: Harbour Post",
    'from a weekday with its date in brackets':
      '# News\n\n**Thursday (12 March 2026): Norvik buys a harbour** for a song. Source: Harbour Post',
    'from a heading that announces another part, above its date':
      '# Turning points\n\n### Norvik buys a harbour\n\n*Announced 12 March 2026.* It paid. Source: Harbour Post',
    'from a weekday before a hyphen':
      '# Moves\n\n1) Thu 12 March 2026 - Norvik buys a harbour: it paid. Source: Harbour Post',
    'from month and day before a wide space':
      '# Digest\n\n2026年9月14日\n\n## Moves\n\n●3/12　Norvik buys a harbour. Source: Harbour Post\n●Fees rose.',
    'with a source in brackets behind an amount':
      '# Events\n\n- 12 March 2026: Norvik buys a harbour: it paid €96 million (source: Harbour Post).',
    'with the year of the report where its date has none':
      '---\ndate: 2026-05-08\n---\n\n# News\n\n- **12 March: Norvik buys a harbour.** It paid. Source: Harbour Post',
  };
  for (const [name, text] of Object.entries(forms)) {
    it(name, () => {
      const found = read(text).events.map(({ title, date, source }) => [
        title,
        date,
        source?.text.replace(/\.$/, ''),
      ]);
      assert.deepEqual(found, wanted);
    });
  }

  const told = [
    ['Norvik buys a harbour', '2026-03-12'],
    ['Sundby sells one', '2026-04'],
  ];
  const tellings: Record<string, string> = {
    'from dates as armed forces write them, behind marks of classification':
      '# Events\n\n- (U) 121430Z MAR 26: Norvik buys a harbour\n- (S//NF) Apr 2026 – Sundby sells one',
    'from months alone':
      '---\ndate: 2026-05-08\n---\n\n# News\n\n- **2026-03-12:** Norvik buys a harbour.\n- **April:** Sundby sells one.',
    'from sentences that start with their dates':
      '# Chronology\n\nOn 12 March 2026 Norvik buys a harbour. It paid cash. In April 2026, Sundby sells one.',
    'from a table of days whose headers do not speak of events':
      '# Ports\n\n| In force | Change |\n|---|---|\n| 12 March 2026 | Norvik buys a harbour |\n| April 2026 | Sundby sells one |',
    'from a table of days since when something holds':
      '# Ports\n\n| Since | Situation |\n|---|---|\n| 12 March 2026 | Norvik buys a harbour |\n| April 2026 | Sundby sells one |',
    'from dispatches that open with a place':
      '# Wire\n\n**SUNDBY, 12 March 2026** — Norvik buys a harbour. (Harbour Post)\n\nNorvik, April 2026: Sundby sells one.',
    'from lines that end with their dates and a source':
      '# Ports\n\n- Norvik buys a harbour, 12 March 2026 (Harbour Post)\n- Sundby sells one, April 2026 (notice)',
    'from sentences whose first words lead over to their dates':
      '# The story so far\n\nIt was calm. First, on 12 March 2026, Norvik buys a harbour. And in April 2026 Sundby sells one.',
    'from a background that tells them where nothing else does':
      '# Ports\n\n## Background\n\nIt was calm. On 12 March 2026 Norvik buys a harbour. Three weeks later, in April 2026, Sundby sells one.\n\n## Outlook\n\n- Calm.',
    'from numbered sentences below a heading that announces nothing':
      '# Audit\n\n## Facts established\n\n1.1 On 12 March 2026 Norvik buys a harbour.\n1.2 In April 2026 Sundby sells one.',
    'from sentences that give their dates in brackets':
      '# Show notes\n\n**[00:40] What happened while we were away**\n\nNorvik buys a harbour (12 March 2026, company statement). Then Sundby sells one (April 2026, filing).',
    'from titles with their dates above their text':
      '# Ports\n\n## Act by act\n\n**Act 1 – Norvik buys a harbour** (12 March 2026)\n\nA small one.\n\n**Act 2 – Sundby sells one** (April 2026)\n\nBuyer: nobody.',
    'below headings that are nothing but their dates':
      '# Harbours in 2026\n\n## Thursday 12 March\n\nNorvik buys a harbour. — Harbour Post\n\n## April\n\nSundby sells one. — Harbour Post',
    'from lines that end with their dates and a reference':
      '# Harbours\n\n## Newsworthy\n\n* Norvik buys a harbour, 12 March 2026. Ref: Harbour Post\n* Sundby sells one, April 2026. Ref: notice',
    'from lines that start with their dates':
      '# Timeline\n\n2026-03-12 :: Norvik buys a harbour\n2026-04 :: Sundby sells one',
  };
  for (const [name, text] of Object.entries(tellings)) {
    it(name, () =>
      assert.deepEqual(
        read(text).events.map(({ title, date }) => [title, date]),
        told,
      ),
    );
  }

  it('in the order of day and month that another date tells, with a stop behind it', () => {
    const { events } = read(
      '# Events\n\n- 08/01/2026. Norvik buys a harbour (notice).\n- 19/03/2026. Sundby closes a quay (notice).',
    );
    assert.deepEqual(
      events.map(({ date }) => date),
      ['2026-01-08', '2026-03-19'],
    );
  });

  it('by the number of its day below its month', () => {
    const { events } = read(
      '# Quarterly\n\nQ1 2026\n\n## Timeline\n\n**February**\n- 3: Sundby closes a quay.\n\n**March**\n- 12: Norvik buys a harbour.',
    );
    assert.deepEqual(
      events.map(({ title, date }) => [title, date]),
      [
        ['Sundby closes a quay', '2026-02-03'],
        ['Norvik buys a harbour', '2026-03-12'],
      ],
    );
  });

  it('in the year that its text gives where its title has none', () => {
    const { events } = read(
      '# 14 January 2025\n\n# News\n\n**In May, Norvik buys a harbour.** It paid (notice of 6 May 2026).\n\n**In May, Sundby closes a quay.** It was old.',
    );
    assert.deepEqual(
      events.map(({ date }) => date),
      ['2026-05', '2024-05'],
    );
  });

  it('with the name of what it happened to, which stands before it in a table', () => {
    const { events } = read(
      '# Shocks\n\n| Date | Asset | What happened |\n|---|---|---|\n| 2026-03-12 | East quay | Closed for repair |\n| 2026-04-02 | Norvik | Norvik buys a harbour |',
    );
    assert.deepEqual(
      events.map(({ title }) => title),
      ['East quay: Closed for repair', 'Norvik buys a harbour'],
    );
  });

  it('where its number was glued to the digits before it', () => {
    const text =
      '# Events\n\n1. Norvik Buys a Quay (3 March 2026)\nFacts: It paid.\nSource: notice 2026-142. Sundby Sells a Ferry (4 April 2026)\n' +
      'Facts: It was paid.\nSource: Harbour Post\n\n3. Dockers Strike (5 April 2026)\nFacts: They rest.\nSource: notice 2026-15';
    assert.deepEqual(
      read(text).events.map(({ title, source }) => [title, source?.text]),
      [
        ['Norvik Buys a Quay', 'notice 2026-14'],
        ['Sundby Sells a Ferry', 'Harbour Post'],
        ['Dockers Strike', 'notice 2026-15'],
      ],
    );
    // No number is left out here.
    const whole = text.replace('2. Sundby', '5. Sundby');
    assert.deepEqual(
      read(whole).events.map(({ title }) => title),
      ['Norvik Buys a Quay', 'Dockers Strike'],
    );
  });

  it('but none from a name whose text tells a date, or from a date that is to come', () => {
    const text =
      '# Deals\n\n**Norvik.** It bought a harbour on 12 March 2026.\n\n**Sundby sells a quay.** The sale closes by 30 June 2026.';
    assert.deepEqual(read(text).events, []);
  });

  it('from a heading whose text tells the story at once', () => {
    const { events } = read(
      '# The Harbour Letter\n\n### The big one: Norvik buys Sundby Quays\n\nNorvik said on 12 March 2026 that it would pay $2 million for Sundby Quays.\n\n### Fog\n\nIt was foggy on 13 March 2026.',
    );
    assert.deepEqual(
      events.map(({ title, date }) => [title, date]),
      [['The big one: Norvik buys Sundby Quays', '2026-03-12']],
    );
  });

  it('from a table of deals, with both parties in its title', () => {
    const { events, players } = read(
      '# Deals\n\n| Announced | Acquirer | Target | Price |\n|---|---|---|---|\n| 12 March 2026 | Norvik | Sundby | $2m |\n| 2 April 2026 | Ostermo | Kattelund | $3m |',
    );
    assert.deepEqual(
      events.map(({ title }) => title),
      ['Norvik – Sundby', 'Ostermo – Kattelund'],
    );
    assert.deepEqual(
      players.map(({ name }) => name),
      ['Norvik', 'Sundby', 'Ostermo', 'Kattelund'],
    );
  });

  it('from days with nothing between them and their titles', () => {
    const { events } = read(
      '# Market update\n\n1. EVENTS\n05 Oct 2026 Norvik buys a harbour. (filing)\n14 Oct 2026 Sundby sells one. (company)',
    );
    assert.deepEqual(
      events.map(({ title, date }) => [title, date]),
      [
        ['Norvik buys a harbour', '2026-10-05'],
        ['Sundby sells one', '2026-10-14'],
      ],
    );
  });

  it('but none from the head of a memo or the line of its author', () => {
    const texts = [
      '**Subject: Night trains – state of affairs**\n**Date: 11 November 2026**\n\n# Outlook\n\n- Calm.',
      '# Carton board\n\nBy Elsa Lund, 20 February 2026\n\n**Mills have announced stops.**\n\n# Outlook\n\n- Calm.',
    ];
    for (const text of texts) assert.deepEqual(read(text).events, [], text);
  });

  it('from a table of awards whose date stands in the middle', () => {
    const { events } = read(
      '# Awards\n\n## Let\n\n| Project | Winner | Award date | Price |\n|---|---|---|---|\n| North quay | Norvik | 12 March 2026 | $2m |\n| South quay | Sundby | 2 April 2026 | $3m |',
    );
    assert.deepEqual(
      events.map(({ title, date }) => [title, date]),
      [
        ['North quay – Norvik', '2026-03-12'],
        ['South quay – Sundby', '2026-04-02'],
      ],
    );
  });

  it('with day and month in the order that another date beside it tells', () => {
    const dates = (text: string) => read(text).events.map(({ date }) => date);
    const list = (first: string, second: string) =>
      dates(`# Events\n\n- ${first}: Norvik buys a harbour\n- ${second}: Sundby sells one`);
    assert.deepEqual(list('06/05/2026', '13/05/2026'), ['2026-05-06', '2026-05-13']);
    assert.deepEqual(list('06/05/2026', '06/13/2026'), ['2026-06-05', '2026-06-13']);
    assert.deepEqual(
      dates(
        '# Events\n\n| Date | Event |\n|---|---|\n| 06/05/2026 | Norvik buys a harbour |\n| 13/05/2026 | Sundby sells one |',
      ),
      ['2026-05-06', '2026-05-13'],
    );
  });

  it('but none from the title of the report, which may give its month', () => {
    const { events } = read('# Harbour Monthly (October 2026)\n\n## Outlook\n\n- Calm.');
    assert.deepEqual(events, []);
  });

  it('but none from a day that is still to come', () => {
    const dates =
      '- 12 March 2026: Norvik buys a harbour\n- 2 April 2026: Sundby sells one\n- 5 May 2026: Annual meeting';
    const titles = (text: string) => read(text).events.map(({ title }) => title);
    assert.deepEqual(titles(`# Dates ahead\n\n${dates}`), []);
    assert.deepEqual(titles(`# Harbours\n\n7 April 2026\n\n## Calendar\n\n${dates}`), [
      'Norvik buys a harbour',
      'Sundby sells one',
    ]);
    assert.equal(titles(`# Harbours\n\nWeek of 7 April 2026\n\n## Calendar\n\n${dates}`).length, 3);
  });

  it('but none from the heading of the part, a table of deadlines or a column of days', () => {
    const text =
      '# The log of 2026\n\n12 March 2026 was calm.\n\n# Tasks\n\n| Who | What | By |\n|---|---|---|\n| Owners | Sell the quay | 12 March 2026 |\n\n' +
      '# Board\n\n| Ship | Date | Fee |\n|---|---|---|\n| Aurora | 2026-03-12 | $4 |';
    assert.deepEqual(read(text).events, []);
  });
});

describe('headings of events', () => {
  it('are events though their words announce another part', () => {
    const { events, metrics } = read(
      '# Year\n\n## Turning points\n\n### Norvik cuts its prices\n\n*Announced 8 August 2025.* Fees fell by 4%.\n\n### Sundby closes\n\n23 November 2025. It ends.\n\n## Outlook\n\nCalm.',
    );
    assert.deepEqual(
      [events.map(({ title, date }) => [title, date]), metrics],
      [
        [
          ['Norvik cuts its prices', '2025-08-08'],
          ['Sundby closes', '2025-11-23'],
        ],
        [],
      ],
    );
  });

  it('that sum the week up hold its events where nothing else does', () => {
    const { events } = read(
      '# Wrap of 16 October 2026\n\n## Headlines\n\n- Mon 12 Oct - Norvik raises fees\n- Tue 13 Oct - Sundby sells a quay',
    );
    assert.deepEqual(
      events.map(({ title, date }) => [title, date]),
      [
        ['Norvik raises fees', '2026-10-12'],
        ['Sundby sells a quay', '2026-10-13'],
      ],
    );
  });
});

describe('what is set off at the end of events', () => {
  const sources = (text: string) => read(text).events.map(({ title, source }) => [title, source?.text]);

  it('by a bar or by emphasis is their source', () => {
    const wanted = [
      ['Norvik buys a harbour', 'Harbour Post'],
      ['Sundby closes its quay', 'Sundby notice'],
    ];
    assert.deepEqual(
      sources(
        '# Deals\n\n2026-03-12 | Norvik buys a harbour | Harbour Post\n2026-03-14 | Sundby closes its quay | Sundby notice',
      ),
      wanted,
    );
    assert.deepEqual(
      sources(
        '# Deals\n\n1. **Norvik buys a harbour (12 March 2026).** It paid. _Harbour Post_\n2. **Sundby closes its quay (14 March 2026).** It was old. _Sundby notice_',
      ),
      wanted,
    );
  });
});

describe('what stands in brackets at the end of events', () => {
  const dates = (...leads: string[]) =>
    read(`# Events\n\n${leads.map(lead => `- **${lead}.** It was loud.\n`).join('')}`).events.map(
      ({ title, date }) => [title, date],
    );

  it('is each of several days, or the year', () =>
    assert.deepEqual(
      dates(
        'Two short strikes (3 and 5 March 2026)',
        'Talks at the quay (12 March, 19 March and 2 April 2026)',
        'Two calls for fees (16 July 2025 and 5 September 2025)',
        'Lockout (May 2026)',
        'Census of pilots (2025)',
      ),
      [
        ['Two short strikes', '2026-03-03/2026-03-05'],
        ['Talks at the quay', '2026-03-12/2026-04-02'],
        ['Two calls for fees', '2025-07-16/2025-09-05'],
        ['Lockout', '2026-05'],
        ['Census of pilots', '2025'],
      ],
    ));

  const sources = (...ends: string[]) =>
    read(
      `# Events\n\n${ends.map((end, i) => `- ${i + 1} March 2026: Norvik buys a quay${end}\n`).join('')}`,
    ).events.map(({ title, source }) => [title, source?.text]);

  it('is their source where most of them end so', () =>
    assert.deepEqual(sources(' (harbour notice)', ' (Energy ministry, decree 4).', ' [Reuters]'), [
      ['Norvik buys a quay', 'harbour notice'],
      ['Norvik buys a quay', 'Energy ministry, decree 4'],
      ['Norvik buys a quay', 'Reuters'],
    ]));

  it('may be a link behind a dash', () =>
    assert.deepEqual(
      sources(' — [Harbour Post](https://post.example/a)', ' — [Registry](https://reg.example/b)'),
      [
        ['Norvik buys a quay', 'Harbour Post'],
        ['Norvik buys a quay', 'Registry'],
      ],
    ));

  it('may be anything where one of them ends so', () =>
    assert.deepEqual(sources(' (in the north)', '.', '.')[0]?.[1], undefined));

  it('is no source where it is a figure or a date', () =>
    assert.deepEqual(
      sources(' ($4 million in all)', ' (25% of the port)', ' (early in May 2026)').map(([, one]) => one),
      [undefined, undefined, undefined],
    ));
});

describe('a judgment is read', () => {
  const wanted = [
    ['Ports merge.', 'High'],
    ['Ferries stay.', 'Medium'],
    ['Quays rot.', undefined],
  ];
  const forms: Record<string, string> = {
    'with its level in brackets before it':
      '# Our view\n\n- [High] Ports merge.\n- [Medium] Ferries stay.\n- Quays rot.',
    'under headings that give the level':
      'Harbour letter\n\nWHAT WE KNOW\nIt rained.\n\nJUDGMENTS (HIGH CONFIDENCE)\n• Ports merge.\n\nJUDGMENTS (MEDIUM CONFIDENCE)\n• Ferries stay.\n\nJUDGMENTS\n• Quays rot.\n\nWHAT WE WATCH\n• The vote on fees',
    'in a column of convictions':
      '# Year\n\n## Our convictions\n\n| Conviction | Confidence |\n|---|---|\n| Ports merge. | High |\n| Ferries stay. | Medium |\n| Quays rot. | |',
    'with its level in words before it':
      '# Desk view\n\n- [conviction high] Ports merge.\n- [conviction medium] Ferries stay.\n- Quays rot.',
    'with its level in brackets after it':
      '# What we believe\n\n1. Ports merge. (Conviction: high)\n2. Ferries stay. (Conviction: medium)\n3. Quays rot.',
    'with its level as a sentence':
      '# Our take\n\n1. Ports merge. *High confidence.*\n2. Ferries stay. *Medium confidence.*\n3. Quays rot.',
    'with its level after a colon':
      '# Assessment\n\n1. Ports merge. Confidence: high.\n2. Ferries stay. Confidence: medium.\n3. Quays rot.',
    'with its level as an item under it':
      '# Theses\n\n- Ports merge.\n  - Conviction: high\n  - Because: ships grow.\n- Ferries stay.\n  - Conviction: medium\n- Quays rot.\n  - Because: salt.',
    'and its grounds after it':
      '# Our judgment\n\n1. *Ports merge.* Confidence: high. Ships grow.\n2. *Ferries stay.* Confidence: medium. Habit.\n3. Quays rot.',
    'after letters that count':
      '# Judgments\n\nA. Ports merge. (Confidence: high)\nB. Ferries stay. (Confidence: medium)\nC. Quays rot.',
    'on lines of its own':
      '# Our conclusions\nPorts merge. Confidence: high.\nFerries stay. Confidence: medium.\n\nQuays rot.',
    'in the brackets of another script':
      '# Assessment\n\n(1) Ports merge. 〔confidence: high〕\n(2) Ferries stay. 〔confidence: medium〕\n(3) Quays rot.',
    'from a table of calls without horizons':
      '# Our calls\n\n| Call | Why | Confidence |\n|---|---|---|\n| Ports merge. | Ships grow | High |\n| Ferries stay. | Habit | Medium |\n| Quays rot. | Salt | |',
    'with a degree behind it':
      '# Assessment\n\nPorts merge. Degree of certainty: high.\n\nFerries stay. Degree of certainty: medium.\n\nQuays rot.',
    'with how sure the authors are of it':
      '# Opinion\n\n- Ports merge. We are highly confident.\n- Ferries stay. We are moderately confident.\n- Quays rot.',
    'after small letters that count':
      '# Credit view\n\na. Ports merge. Conviction: high.\nb. Ferries stay. Conviction: medium.\nc. Quays rot.',
    'from a table of hypotheses with their numbers':
      '# Hypotheses\n\n| # | Hypothesis | Strength |\n|---|---|---|\n| H1 | Ports merge. | High |\n| H2 | Ferries stay. | Medium |\n| H3 | Quays rot. | |',
    'with a picture before its level':
      '# Hot takes\n\n- Ports merge. (🟢 high)\n- Ferries stay. (🟡 medium)\n- Quays rot.',
    'behind leads in italics that count':
      '# Our findings\n\n*Finding 1 (high confidence).* Ports merge.\n*Finding 2 (medium confidence).* Ferries stay.\n*Finding 3.* Quays rot.',
    'among recommendations':
      '# Conclusions and recommendations\n\n1. Ports merge. (Confidence: high)\n2. Ferries stay. (Confidence: medium)\n3. Quays rot.\n4. We recommend that owners sell.\n5. Sell the quay.',
    'behind marks of classification':
      '(U) **Judgments**\n\n(U) Ports merge. (Confidence: high)\n\n(S//NF) Ferries stay. (Confidence: medium)\n\n(C) Quays rot.',
    'with its level as a sentence of its own':
      '# Judgments\n\n- Ports merge. Our confidence in this judgment is high.\n- Ferries stay. The confidence is medium.\n- Quays rot.',
    'with its number in bold':
      '# What we make of it\n\n**J1.** Ports merge. (Confidence: high)\n\n**J2.** Ferries stay. (Confidence: medium)\n\n**J3.** Quays rot.',
    'in numbered paragraphs':
      '# Conclusions\n\n5.1 Ports merge. (Certainty: high)\n\n5.2 Ferries stay. (Certainty: medium)\n\n5.3 Quays rot.',
    'below headings for each level':
      '# Judgments\n\n## High confidence\n\n- Ports merge.\n\n## Medium confidence\n\n- Ferries stay.\n\n## Other\n\n- Quays rot.',
    'from a table with other words':
      '# Theses\n\n| Thesis | Grounds | Certainty |\n|---|---|---|\n| Ports merge. | Ships grow | High |\n| Ferries stay. | Habit | Medium |\n| Quays rot. | Salt | |',
    'behind a level in bold under a heading that says nothing':
      '# Salt and iron\n\n**High.** Ports merge.\n\n**Medium.** Ferries stay.\n\nQuays rot.',
    'from a table of lessons and the strength of each':
      '# From the quay\n\n| Lesson | Based on | Strength of evidence |\n|---|---|---|\n| Ports merge. | Six ports | High |\n| Ferries stay. | One ferry | Medium |\n| Quays rot. | Hearsay | |',
    'from a table that says what follows from each':
      '# What we conclude\n\n| View | What to do | Certainty |\n|---|---|---|\n| Ports merge. | Buy cranes | High |\n| Ferries stay. | Sell barges before winter | Medium |\n| Quays rot. | Check the piles | |',
    'below a heading that says nothing':
      '# Salt and iron\n\n- Ports merge. (Confidence: high)\n- Ferries stay. (Confidence: medium)\n- Quays rot.',
  };
  for (const [name, text] of Object.entries(forms)) {
    it(name, () =>
      assert.deepEqual(
        read(text).judgments.map(one => [one.text, one.confidence]),
        wanted,
      ),
    );
  }

  it('but none from a summary without levels, where another part has them', () => {
    const summary = '# Core views\n\n- Fog is costly.\n- Salt is cheap.\n\n';
    const judged = '# Judgments\n\n- Ports merge. (Confidence: high)\n- Quays rot.';
    const texts = (text: string) => read(text).judgments.map(one => one.text);
    assert.deepEqual(texts(summary + judged), ['Ports merge.', 'Quays rot.']);
    assert.deepEqual(texts(summary), ['Fog is costly.', 'Salt is cheap.']);
    assert.equal(texts(summary.replace('costly.', 'costly. (Confidence: low)') + judged).length, 4);
  });

  it('but none from what the news means for each audience', () => {
    const { judgments } = read(
      '# What It Means\n\n## For Banks\n\n- Deposits get dearer.\n\n## For Savers\n\n- Rates rise.\n\n# Our Judgments\n\n- Ports merge. (Confidence: high)',
    );
    assert.deepEqual(
      judgments.map(({ text }) => text),
      ['Ports merge.'],
    );
  });

  it('from each clause of a sentence that has a level of its own', () => {
    const { judgments } = read(
      '# Verdict\n\nPorts merge (high confidence); ferries stay (medium confidence).',
    );
    assert.deepEqual(
      judgments.map(one => [one.text, one.confidence]),
      [
        ['Ports merge', 'High'],
        ['ferries stay.', 'Medium'],
      ],
    );
  });

  it('from sentences that open with how sure they are', () => {
    const text =
      '# Judgments\n\nIt is very likely that ports merge. We are certain that ferries stay. Our confidence is low that quays rot.\n\n' +
      'There is an even chance that fog lifts. We judge it unlikely that salt is sold.';
    assert.deepEqual(
      read(text).judgments.map(one => one.confidence),
      ['Very likely', 'High', 'Low', 'Even chance', 'Unlikely'],
    );
    const hedged = '# Background\n\nIt is likely that ports merge. We are certain that ferries stay.';
    assert.deepEqual(read(hedged).judgments, []);
  });

  it('from a heading with a level under it, and with the level that the next sentence or a letter gives', () => {
    const text =
      '### Claim A. Ports merge in the north.\nEvidence: two did.\nConfidence: high.\n\n### Reading\n\n' +
      'Ferries stay. We hold this with medium confidence. Quays rot; our confidence is low.\n\n# Judgments\n\n- Fog lifts. [confidence: M]';
    assert.deepEqual(
      read(text).judgments.map(one => [one.text, one.confidence]),
      [
        ['Ports merge in the north.', 'High'],
        ['Ferries stay. We hold this with medium confidence.', 'Medium'],
        ['Quays rot', 'Low'],
        ['Fog lifts.', 'Medium'],
      ],
    );
  });

  it('with the level that its sentence states', () => {
    const [one] = read('# Key judgments\n\n- We assess with moderate confidence that ports merge.').judgments;
    assert.deepEqual(
      [one?.text, one?.confidence],
      ['We assess with moderate confidence that ports merge.', 'Moderate'],
    );
  });
});

describe('a prediction is read', () => {
  const wanted = [
    ['Norvik sells.', 'the end of 2027', 'High'],
    ['Sundby buys.', '12–18 months', 'Low'],
  ];
  const forms: Record<string, string> = {
    'from bold leads':
      '# Our bets\n\n- **By the end of 2027 (high confidence):** Norvik sells.\n- **Within 12–18 months (low confidence):** Sundby buys.',
    'from leads before a dash':
      '# Expectations\n\nBy the end of 2027 – Norvik sells. (confidence: high)\n\nWithin 12–18 months – Sundby buys. (confidence: low)',
    'from leads with a level in square brackets':
      '# Calls\n\n- By the end of 2027 [High]: Norvik sells.\n- Within 12–18 months [Low]: Sundby buys.',
    'from items below their horizon':
      '# Calls\n\n- **By the end of 2027**\n  - Norvik sells. (Conviction: high)\n- **Within 12–18 months**\n  - Sundby buys. (Conviction: low)',
    'with horizon and level behind commas':
      '# Expectations\n\n- Norvik sells., the end of 2027, high\n- Sundby buys., within 12–18 months, low',
    'behind bold leads that announce one each':
      '# Ports\n\n**Judgment.** Ports merge.\n\n**Prediction, the end of 2027.** Norvik sells. (confidence: high)\n\n**Prediction, 12–18 months.** Sundby buys. (confidence: low)\n\n**For lessors.** Take equity.',
    'from headings':
      '# Scenarios\n\n### By the end of 2027 (high certainty)\n\nNorvik sells.\n\n### Within 12–18 months (low certainty)\n\nSundby buys.',
    'from fields':
      '# Forecast\n\n- Norvik sells.\n  - Horizon: the end of 2027\n  - Likelihood: high\n- Sundby buys.\n  - Horizon: 12–18 months\n  - Likelihood: low',
    'from numbered headings that are deadlines':
      '# Outlook\n\n### 1 · By the end of 2027 (confidence: high)\n\nNorvik sells.\n\n### 2 · 12–18 months (confidence: low)\n\nSundby buys.',
    'from horizons that are named so':
      '# V – Perspectives\n\n— Horizon the end of 2027: Norvik sells. (probability: high)\n— Horizon 12–18 months: Sundby buys. (probability: low)',
    'from notes behind dashes':
      '# Predictions\n\n- Norvik sells. – horizon: the end of 2027 – confidence: high\n- Sundby buys. – horizon: 12–18 months – confidence: low',
    'from both notes in one pair of brackets':
      '# Predictions\n\n(1) [by the end of 2027 | high] Norvik sells.\n(2) [12–18 months | low] Sundby buys.',
    'from brackets at the end':
      '# Predictions\n\n- Norvik sells. (By the end of 2027; high confidence)\n- Sundby buys. (Within 12–18 months; low confidence)',
    'from a table with other words':
      '# Looking out\n\n| By | What we expect | Conviction |\n|---|---|---|\n| the end of 2027 | Norvik sells. | high |\n| 12–18 months | Sundby buys. | low |',
    'from a table with a level in two terms':
      '# Where prices go\n\n| When | What | How sure |\n|---|---|---|\n| the end of 2027 | Norvik sells. | high (80%) |\n| 12–18 months | Sundby buys. | low |',
    'behind bold leads that count them':
      '# Predictions\n\n**Prediction 1 (High, the end of 2027):** Norvik sells.\n\n**Prediction 2 (Low, 12–18 months):** Sundby buys.',
    'from leads with dots between their parts':
      '# Tide and time\n\n- **By the end of 2027 · high conviction ·** Norvik sells.\n- **Within 12–18 months · low conviction ·** Sundby buys.',
    'below a heading that says nothing':
      '# Tide and time\n\n- By the end of 2027 (high confidence): Norvik sells.\n- Within 12–18 months (low confidence): Sundby buys.',
  };
  for (const [name, text] of Object.entries(forms)) {
    it(name, () =>
      assert.deepEqual(
        read(text).predictions.map(one => [one.text, one.horizon, one.confidence]),
        wanted,
      ),
    );
  }

  it('from an estimate before what it is of, and by an occasion', () => {
    const { predictions } = read(
      '# Estimates\n\n- Next 30 days: LIKELY (55–80%) that pilots strike.\n- By harvest 2027: fees fall (60%)',
    );
    assert.deepEqual(
      predictions.map(one => [one.text, one.horizon, one.confidence]),
      [
        ['pilots strike.', 'Next 30 days', 'Likely'],
        ['fees fall', 'harvest 2027', '60%'],
      ],
    );
  });

  it('from each sentence that starts with its horizon', () => {
    const { predictions } = read(
      '# Looking ahead\n\nBy 2028 we expect two state ports. Within five years Norvik owns one.',
    );
    assert.deepEqual(
      predictions.map(({ text, horizon }) => [text, horizon]),
      [
        ['By 2028 we expect two state ports.', '2028'],
        ['Within five years Norvik owns one.', 'five years'],
      ],
    );
  });

  const odds: Record<string, string> = {
    'before it': '# Odds\n\n- 70%: Norvik sells by the end of 2027.',
    'behind the name of a case':
      '# Scenarios\n\nBase case (70%): Norvik sells by the end of 2027.\nBad case (30%): it stays.',
    'after it': '# Our bets\n\n1. Norvik sells by the end of 2027 — 70% sure.',
  };
  for (const [place, text] of Object.entries(odds)) {
    it(`with its odds ${place} and the horizon inside its sentence`, () => {
      const [one] = read(text).predictions;
      assert.deepEqual([one?.horizon, one?.confidence], ['the end of 2027', '70%']);
      assert.match(one?.text ?? '', /Norvik sells by the end of 2027/);
    });
  }

  it('from a table of scenarios, where the report commits itself to nothing else', () => {
    const scenarios =
      '# Outlook\n\n| | What happens | Odds |\n|---|---|---|\n| Bull | Ports merge all along the coast by 2028 | 30% |\n| Bear case | Ferries stop and quays rot | 70% |\n';
    const texts = (text: string) =>
      read(text).predictions.map(one => [one.text, one.horizon, one.confidence]);
    assert.deepEqual(texts(scenarios), [
      ['Bull: Ports merge all along the coast by 2028', '2028', '30%'],
      ['Bear case: Ferries stop and quays rot', undefined, '70%'],
    ]);
    assert.deepEqual(texts(`${scenarios}\n# Forecast\n\n- By 2027 (high confidence): Salt is sold.`), [
      ['Salt is sold.', '2027', 'High'],
    ]);
    const prices =
      '# Outlook\n\n| Case | Price | Odds |\n|---|---|---|\n| Bull | $40 | 30% |\n| Bear | $20 | 70% |';
    assert.deepEqual(texts(prices), []);
  });

  for (const horizon of [
    'Next 6 months',
    'H2 2026',
    'end-2027',
    'FY27',
    'mid-2028',
    '2030+',
    'Winter 2026/27',
    '2027–2029',
  ]) {
    it(`for ${horizon}`, () => {
      const [one] = read(`# Outlook\n\n- ${horizon} (medium confidence): ports merge.`).predictions;
      assert.deepEqual([one?.text, one?.horizon, one?.confidence], ['ports merge.', horizon, 'Medium']);
    });
  }
});

describe('predictions', () => {
  it('may have an occasion without a date as their horizon', () => {
    const { predictions } = read(
      '# Outlook\n\n- After the election: fees fall – possible\n- Before the summer break: ports merge – even chance',
    );
    assert.deepEqual(
      predictions.map(({ horizon, confidence }) => [horizon, confidence]),
      [
        ['After the election', 'Possible'],
        ['Before the summer break', 'Even chance'],
      ],
    );
  });

  it('are told by their years and odds below a heading that announces none', () => {
    const { predictions } = read(
      '# Ports\n\n## 2027 and beyond\n\n- 2027 — Norvik sells (65%)\n- 2030 — Sundby buys (35%)',
    );
    assert.deepEqual(
      predictions.map(({ horizon, confidence }) => [horizon, confidence]),
      [
        ['2027', '65%'],
        ['2030', '35%'],
      ],
    );
  });
});

describe('calls', () => {
  it('that say by when they come true are predictions', () => {
    const { judgments, predictions } = read(
      '# Ports\n\n## Our calls\n\n- Norvik sells by the end of 2027 – high conviction\n- Sundby buys within two years – low conviction',
    );
    assert.deepEqual(
      [judgments, predictions.map(({ horizon, confidence }) => [horizon, confidence])],
      [
        [],
        [
          ['the end of 2027', 'High'],
          ['two years', 'Low'],
        ],
      ],
    );
  });
});

describe('a decision is read with whom it addresses', () => {
  const wanted = [
    ['Sell the quay.', 'Owners'],
    ['Lend less.', 'Banks'],
  ];
  const forms: Record<string, string> = {
    'from bold leads': '# If we were you\n\n- **Owners:** Sell the quay.\n- **Banks:** Lend less.',
    'from lines': '# What the ministry asks for\n\nOwners: Sell the quay.\nBanks: Lend less.',
    'below headings': '# Remedies\n\n## Owners\n\n1. Sell the quay.\n\n## Banks\n\n1. Lend less.',
    'right above lists':
      '# Ports\n\n## What we would do\n\n**Owners:**\n- Sell the quay.\n\n**Banks:**\n- Lend less.',
    'below bold lines': '# Calls to action\n\n**Owners**\n\n- Sell the quay.\n\n**Banks**\n\n- Lend less.',
    'below lines that introduce lists': '# Measures\n\nOwners:\n\n- Sell the quay.\n\nBanks:\n\n- Lend less.',
    'from nested lists': '# Playbook\n\n- **Owners**\n  - Sell the quay.\n- **Banks**\n  - Lend less.',
    'from a table':
      '# Measures\n\n| Addressee | Measure |\n|---|---|\n| Owners | Sell the quay. |\n| Banks | Lend less. |',
    'below what it means for each': '# What it means\n\n- *Owners*: Sell the quay.\n- *Banks*: Lend less.',
    'in one paragraph': '# Need for action\n\nOwners: Sell the quay. Banks: Lend less.',
    'from arrows': '# Decision advice\n\nOwners → Sell the quay.\nBanks → Lend less.',
    'below a heading that says nothing': '# Salt\n\n- **Owners:** Sell the quay.\n- **Banks:** Lend less.',
    'below lines in italics': '# Our advice\n\n*Owners*\n\n- Sell the quay.\n\n*Banks*\n\n- Lend less.',
    'below bold lines under what is requested':
      '# Requests\n\n**Owners**\n\n- Sell the quay.\n\n**Banks**\n\n- Lend less.',
    'below the question what of it': '# So what, for whom\n\n*Owners:* Sell the quay.\n\n*Banks:* Lend less.',
    'below lines between the parts of one list':
      '# Measures\n\nOwners:\n(i) Sell the quay.\nBanks:\n(ii) Lend less.',
  };
  for (const [name, text] of Object.entries(forms)) {
    it(name, () =>
      assert.deepEqual(
        read(text).decisions.map(one => [one.text, one.audience]),
        wanted,
      ),
    );
  }
});

describe('a decision is read', () => {
  it('behind a picture below a head in bold', () => {
    const { decisions } = read(
      '🚢 **Weekly**\n\n✅ **If you ship ore**\n🔹 Fix your tonnage now\n\n❓ **Open**\n🔹 Who pays?',
    );
    assert.deepEqual(
      decisions.map(({ text, audience }) => [text, audience]),
      [['Fix your tonnage now', 'If you ship ore']],
    );
  });

  it('from what the author would do', () => {
    const { decisions } = read(
      '# Ports\n\n## If I ran Norvik\n\nI would train pilots now. I would not buy a crane.',
    );
    assert.deepEqual(
      decisions.map(({ text }) => text),
      ['I would train pilots now.', 'I would not buy a crane.'],
    );
  });

  const decisions = (text: string) => read(text).decisions.map(one => [one.text, one.audience]);

  it('are what a body is asked to decide', () => {
    for (const title of ['We ask the board to', 'Matters for decision'])
      assert.deepEqual(
        decisions(`# ${title}\n\n1. Sell the quay.\n2. Lend less to Sundby.\n`).map(
          text => String(text).split(',')[0],
        ),
        ['Sell the quay.', 'Lend less to Sundby.'],
        title,
      );
  });

  it('for each who is addressed in one line', () =>
    assert.deepEqual(decisions('# Suggestions\n\nFor owners: sell the quay; for banks: lend less.'), [
      ['sell the quay', 'For owners'],
      ['lend less.', 'for banks'],
    ]));

  it('from what a board is asked to do, without what joins it to the next', () =>
    assert.deepEqual(
      decisions(
        '# Decisions requested\n\nThe Board is asked to:\n\n1. sell the quay;\n2. lend less; and\n3. wait.',
      ),
      [
        ['sell the quay', 'The Board'],
        ['lend less', 'The Board'],
        ['wait.', 'The Board'],
      ],
    ));

  it('from the tasks in minutes', () =>
    assert.deepEqual(
      decisions(
        '# Decisions and actions\n\n6.1 R. Osei to obtain the fees.\n\n6.2 The board agreed to wait.',
      ),
      [
        ['R. Osei to obtain the fees.', 'R. Osei'],
        ['The board agreed to wait.', undefined],
      ],
    ));
});

describe('a decision is read without whom it addresses', () => {
  const forms: Record<string, string> = {
    'among conclusions':
      '# Conclusions and recommendations\n\n1. Ports merge.\n2. Sell the quay.\n3. We recommend that banks lend less.',
    'in what a role should do':
      '# Ports\n\n## What should an owner of a quay do?\n\nSell the quay. We recommend that banks lend less.',
  };
  for (const [name, text] of Object.entries(forms)) {
    it(name, () =>
      assert.deepEqual(
        read(text).decisions.map(one => one.text),
        ['Sell the quay.', 'We recommend that banks lend less.'],
      ),
    );
  }

  it('behind a bold name of who should do it', () => {
    assert.deepEqual(
      read(
        '# Where this leaves each\n\n**Owners** should re-let.\n\n**Banks** should lend less.',
      ).decisions.map(one => [one.text, one.audience]),
      [
        ['should re-let.', 'Owners'],
        ['should lend less.', 'Banks'],
      ],
    );
  });

  it('behind a bold lead that names an audience', () => {
    const text =
      '# Ports\n\n**Timeline.** Norvik buys a harbour on 12 March 2026.\n\n**Judgment.** Ports merge.\n\n**For lessors.** Take equity in place of rent.';
    assert.deepEqual(
      read(text).decisions.map(one => [one.text, one.audience]),
      [['Take equity in place of rent.', 'For lessors']],
    );
  });
});

describe('judgments', () => {
  const levels = (text: string) => read(text).judgments.map(one => [one.text, one.confidence]);

  it('are read from the lines of a quotation', () =>
    assert.deepEqual(
      levels(
        '# Bottom-line views\n\n> **High confidence** – Ports merge.\n> **Low confidence** – Ferries stay.',
      ),
      [
        ['Ports merge.', 'High'],
        ['Ferries stay.', 'Low'],
      ],
    ));

  it('are graded by the sentences behind them, those too that are not sure', () =>
    assert.deepEqual(
      levels(
        '# What we think\n\nPorts merge. We are quite sure of that. Ferries stay. We are not sure of that.',
      ).map(([, level]) => level),
      ['High', 'Low'],
    ));

  it('may state their levels behind dashes, in words that can only be one', () =>
    assert.deepEqual(
      levels('# Our judgment\n\n1. Ports merge – likely.\n2. Ferries stay – almost certain.'),
      [
        ['Ports merge', 'Likely'],
        ['Ferries stay', 'Almost certain'],
      ],
    ));

  it('may state their levels as last sentences', () =>
    assert.deepEqual(levels('# Our assessment\n\n- Ports merge. *Likely.*\n- Ferries stay. *Unlikely.*'), [
      ['Ports merge.', 'Likely'],
      ['Ferries stay.', 'Unlikely'],
    ]));

  it('may be those of one of the authors', () =>
    assert.deepEqual(levels('# Show notes\n\n## What Mara thinks\n\nPorts merge (70% sure).'), [
      ['Ports merge.', '70%'],
    ]));

  it('lose the mark of a hypothesis', () =>
    assert.deepEqual(levels('# Our hypotheses\n\n- H1: Ports merge (4/5)\n- H2: Ferries stay (2/5)'), [
      ['Ports merge', '4/5'],
      ['Ferries stay', '2/5'],
    ]));

  it('that say how sure they are of what follows each stand by themselves', () =>
    assert.deepEqual(
      levels(
        '# Judgments\n\nWe judge with high confidence that ports merge. We judge with low confidence that ferries stay.',
      ).map(([, level]) => level),
      ['High', 'Low'],
    ));
});

describe('a level of confidence', () => {
  const levels = (...judgments: string[]) =>
    read(`# Our views\n\n${judgments.map(one => `- ${one}\n`).join('')}`).judgments.map(
      ({ text, confidence }) => [text, confidence],
    );

  it('is read from short words, arrows and signs behind the judgment', () =>
    assert.deepEqual(
      levels('Ports merge → conf. high', 'Ferries stay. ⚠ Low confidence', 'Fees fall | unlikely'),
      [
        ['Ports merge', 'High'],
        ['Ferries stay.', 'Low'],
        ['Fees fall', 'Unlikely'],
      ],
    ));

  it('is read from a sentence that holds nothing else', () =>
    assert.deepEqual(levels('Ports merge. We are highly confident of this.', 'Ferries stay. (Low)'), [
      ['Ports merge.', 'High'],
      ['Ferries stay.', 'Low'],
    ]));

  it('is read from what a likelihood is of', () =>
    assert.deepEqual(levels('Likelihood of a fine above $5 million: High. The letters say so.'), [
      ['Likelihood of a fine above $5 million: High. The letters say so.', 'High'],
    ]));

  it('is read from a share in brackets in few letters', () => {
    const [one] = read('# Calls\n\n- 6M: Sundby finds a buyer (45% prob.)').predictions;
    assert.deepEqual([one?.text, one?.horizon, one?.confidence], ['Sundby finds a buyer', '6M', '45%']);
  });
});

describe('an open question is read', () => {
  const forms: Record<string, string> = {
    'from a list below a heading that says nothing': '# Fog\n\n- Who buys?\n- Who pays?',
    'from a table': '# Open items\n\n| No. | Question |\n|---|---|\n| 8.1 | Who buys? |\n| 8.2 | Who pays? |',
    'from indirect questions': '# Points we could not settle\n\n1.1 Who buys?\n1.2 Who pays?',
    'from a paragraph': '# What we could not find out\n\nWho buys? Who pays?',
    'from lines': '# Not yet known\n\nWho buys?\nWho pays?',
    'from boxes to tick': '# Indicators to follow\n\n☐ Who buys?\n☐ Who pays?',
    'below a heading glued to the text before it':
      '# Judgments\n\n1. Ports merge. (Confidence: high)\n2. Ferries stay. (Confidence: low)Issues to Watch\n\n- Who buys?\n- Who pays?',
    'below topics': '# Unknowns\n\n- Trade\n  - Who buys?\n- Money\n  - Who pays?',
    'from headings': '# Open questions\n\n### Who buys?\n\nTwo firms may.\n\n### Who pays?\n\nThe state may.',
  };
  for (const [name, text] of Object.entries(forms)) {
    it(name, () =>
      assert.deepEqual(
        read(text).questions.map(one => one.text),
        ['Who buys?', 'Who pays?'],
      ),
    );
  }
});

describe('open questions that do not ask', () => {
  const questions = (text: string) => read(text).questions.map(one => one.text);

  it('are read below a heading that says nothing', () =>
    assert.deepEqual(
      questions(
        "# Week\n\n## Things we're chewing on\n\n- who else raises fees\n- whether the pilots strike\n- what Sundby does in May",
      ),
      ['who else raises fees', 'whether the pilots strike', 'what Sundby does in May'],
    ));

  it('are read from short lines without a stop', () =>
    assert.deepEqual(questions('# Gaps\n\nData on fish in the north\nFuel of the ferries\n'), [
      'Data on fish in the north',
      'Fuel of the ferries',
    ]));

  it('are what the authors ask themselves', () => {
    for (const title of ['What we ask ourselves', 'What we still ask', 'We wonder'])
      assert.deepEqual(questions(`# ${title}\n\n- Who buys the quay?\n`), ['Who buys the quay?'], title);
  });

  it('are read from what nobody knows', () =>
    assert.deepEqual(questions('# Still in the dark\n\nNobody knows who pays. It is a long quay.\n'), [
      'Nobody knows who pays.',
    ]));

  it('are read from what is not known', () =>
    assert.deepEqual(questions('# Still in the dark\n\nWhether the pilots strike is not yet known.\n'), [
      'Whether the pilots strike is not yet known.',
    ]));

  it('are read from sentences that ask without a mark', () =>
    assert.deepEqual(
      questions('# What we do not know\n\nHow the pilots vote. Whether Sundby pays for it.\n'),
      ['How the pilots vote', 'Whether Sundby pays for it'],
    ));

  it('are read where each sentence only names something', () =>
    assert.deepEqual(questions('# Unknown\n\nThe fee. The tax bill. The mood of the new pilots.'), [
      'The fee',
      'The tax bill',
      'The mood of the new pilots',
    ]));
});

describe('what to watch is read', () => {
  const questions = (text: string) => read(text).questions.map(one => one.text);

  it('from a line that names it, in whichever part', () => {
    assert.deepEqual(
      questions("# Week\n\nIt rained.\n\n**Watch:** fees; the dockers' vote on 3 June; and new quays."),
      ['fees', "the dockers' vote on 3 June", 'new quays'],
    );
    assert.deepEqual(questions('# Week\n\nTo watch next: whether Norvik lists.'), ['whether Norvik lists']);
  });

  it('from a part that lists it between semicolons', () => {
    assert.deepEqual(questions('# Watch\n\nFees at Sundby; a ruling in June.'), [
      'Fees at Sundby',
      'a ruling in June',
    ]);
  });

  it('from a heading that holds the list', () => {
    const text =
      '# Outlook\n\nBy 2030: Ports merge.\n\n## 5. To watch: fees at Sundby; the vote\n\n# Signposts\n\n- The price of salt';
    const { questions, predictions } = read(text);
    assert.deepEqual(
      questions.map(one => one.text),
      ['fees at Sundby', 'the vote', 'The price of salt'],
    );
    assert.equal(predictions.length, 1);
  });

  it('but not from a sentence that speaks of watching', () => {
    assert.deepEqual(questions('# Week\n\nPilots watch: they see ships; they see fog.'), []);
  });
});

describe('a player is read with its position and interests', () => {
  const wanted = [['Norvik', 'leader', 'room']];
  const forms: Record<string, string> = {
    'from fields under it': "# Who's who\n\n- **Norvik**\n  - Stance: leader\n  - Aim: room",
    'from a term and its definitions': '# The parties\n\n**Norvik**\n: Role: leader\n: Goal: room',
    'from a table of actors in any part':
      '# Harbour\n\n## Sheet 4\n\n| Actor | Wish | Role |\n|---|---|---|\n| Norvik | room | leader |',
    'from a table with other words':
      '# Power map\n\n| Who | Where it stands | Wants |\n|---|---|---|\n| Norvik | leader | room |',
    'from a heading': '# Cast of characters\n\n## Norvik\n\n**Stance.** leader\n\n**Interest.** room',
    'from words that no mark ends': '# Players\n\n- Norvik Position: leader Interest: room',
    'from one line': '# What each side is after\n\n・Norvik: Position: leader Interest: room',
    'from a name that ends with a stop':
      '# Camps on the quay\n\n- Norvik. Stance: leader What it wants: room',
  };
  for (const [name, text] of Object.entries(forms)) {
    it(name, () =>
      assert.deepEqual(
        read(text).players.map(one => [one.name, one.position?.text, one.interests?.text]),
        wanted,
      ),
    );
  }

  it('by the whole of a name that goes on in lower case', () => {
    const names = (text: string) => read(text).players.map(({ name }) => name);
    assert.deepEqual(
      names(
        "# Lenders, and what each of them needs\n\n- *Ferry captains.* Fear the quay. Need fuel.\n- *Crane drivers' union.* Has 90 members. Needs a contract.",
      ),
      ['Ferry captains', "Crane drivers' union"],
    );
    assert.deepEqual(
      names('# Positions of the players\n\n- Crane makers. Stance: impatient. What they want: cash.'),
      ['Crane makers'],
    );
    assert.deepEqual(names('# Players\n\n- Norvik wants more. It sold nine cranes.'), ['Norvik']);
  });

  it('by the whole of a name in small letters before its fields or a slash, of which the first word is no name', () => {
    const { players } = read(
      '# Week\n\nFees rose. The Finance ministry of Norvik agreed, and so did the Finance ministry of Sundby.\n\n# Players\n\n- Harbour pilots Position: few Interest: rest\n- Finance ministry of Norvik / wants fees',
    );
    assert.deepEqual(
      players.map(({ name, aliases }) => [name, aliases]),
      [
        ['Harbour pilots', []],
        ['Finance ministry of Norvik', []],
      ],
    );
  });

  it('by the whole of a name that says whose they are, before a stop', () => {
    const { players } = read(
      "# Where the companies stand\n\nPilots' guild. Finances both sides.\n\nNorvik. Has cranes.",
    );
    assert.deepEqual(
      players.map(({ name }) => name),
      ["Pilots' guild", 'Norvik'],
    );
  });

  it('but not by the first words of any paragraph of their part', () => {
    const { players } = read(
      '# Shares and customers\n\nBy volume, Norvik had 33%. Asked why they had left, most named the fee.\n\nHardware is getting dearer.\n\nInstant transfers were 43% of it.\n\nDockers want shorter shifts.',
    );
    assert.deepEqual(
      players.map(({ name }) => name).filter(name => name !== 'Norvik'),
      ['Dockers'],
    );
  });

  it('below a heading that says in what business they are', () => {
    const { players } = read(
      '## 5. Suppliers\n\n- **Norvik Cranes.** It sold nine cranes in May.\n- **Sundby Rail.** A family firm with 1,900 employees.',
    );
    assert.deepEqual(
      players.map(({ name }) => name),
      ['Norvik Cranes', 'Sundby Rail'],
    );
  });

  it('below a heading of partners of whom the text goes on to tell, not below one that tells who was reached', () => {
    const { players } = read(
      '## Who was reached\n\nWomen were 54% of them. Each household has 5.6 members.\n\n## Partners\n\n- **Ministry of Health.** It screens children in 212 posts.\n- **Sundby Hauliers.** Their members drove 1,140 trips.',
    );
    assert.deepEqual(
      players.map(({ name }) => name),
      ['Ministry of Health', 'Sundby Hauliers'],
    );
  });

  it('in a list below a group that says what each wants', () => {
    const { players } = read(
      '# Actors\n\n- *Carriers*\n  - Norvik Lines: first mover; wants berths\n  - Sundby: late\n- *Public bodies*\n  - Port Council: wants jobs',
    );
    assert.deepEqual(
      players.map(({ name, position }) => [name, position?.text]),
      [
        ['Norvik Lines', 'first mover; wants berths'],
        ['Sundby', 'late'],
        ['Port Council', 'wants jobs'],
      ],
    );
  });

  it('below the heading of its group, which is no player', () => {
    const names = (text: string) => read(text).players.map(({ name }) => name);
    const groups = [
      '### For the quay\n\n- **Norvik Lines** — wants it.\n- **Sundby Ferries** — seeks a discount.',
      '### Buyers\n\n- Norvik Lines: wants it.\n- Sundby Ferries: must wait.',
      '### Opposed\n\nNorvik Lines wants peace.\n\nSundby Ferries needs it.',
      '### Lines\n\n| Company | Fleet |\n|---|---|\n| Norvik Lines | Old |\n| Sundby Ferries | New |',
    ];
    for (const group of groups)
      assert.deepEqual(names(`# Who wants what\n\n${group}`), ['Norvik Lines', 'Sundby Ferries'], group);
    assert.deepEqual(
      names(
        '# Stakeholders\n\n## Norvik Lines\n\n- **Fleet.** It runs ships.\n- **Balance Sheet.** Debt fell.\n\n## Sundby Ferries\n\nIt wants trade.',
      ),
      ['Norvik Lines', 'Sundby Ferries'],
    );
  });

  it('as a kind of actors in running text', () => {
    const { players } = read(
      '# Positions in the room\n\nMagnet makers want a floor. Car makers want a stockpile.',
    );
    assert.deepEqual(
      players.map(({ name }) => name),
      ['Magnet makers', 'Car makers'],
    );
  });

  it('where its bold name is followed by what it wants, under whichever heading', () => {
    const { players } = read(
      '# Who gains, who loses\n\n- **Norvik** gains berths and wants more.\n- **Ferry companies** lose their quay.\n\n# Lenders\n\nSundby Bank holds half of the debt. Ostermo, its rival, wants out.',
    );
    assert.deepEqual(
      players.map(({ name }) => name),
      ['Norvik', 'Ferry companies', 'Sundby Bank', 'Ostermo'],
    );
  });

  it('by its role, in lower case', () => {
    const text =
      "# Players\n\n- The port authority, which owns the quays, wants fees.\n- The dockers' union (300 members) opposes them.\n- Small shippers want berths.\n- Ship lenders – Wants: trade.";
    assert.deepEqual(
      read(text).players.map(({ name }) => name),
      ['The port authority', "The dockers' union", 'Small shippers', 'Ship lenders'],
    );
  });

  it('under its short form, whoever introduces it, and not under its country', () => {
    const text =
      '# Players\n\n- **Institute for Harbours** (Norway): rule maker.\n\n# Then\n\nThe Institute for Harbours (IFH) grew. IFH won.';
    const [player] = read(text).players;
    assert.deepEqual(player?.aliases, ['IFH']);
    assert.equal(player?.mentions.length, 4);
  });
});

describe('players are read', () => {
  const lists: Record<string, string> = {
    'with what sets them off after an arrow or a full stop':
      '# Who wants what\n\nNorvik Lines → room at the quay\n\n*The city of Sundby.* Needs a contract. Would rather lose than pay.',
    'behind the role that they have':
      '# The sides\n\nThe operator, Norvik Lines, wants room. Cities such as Ostermo want speed. The city of Sundby wants peace.',
    'from the fields of their entries, under whichever heading':
      '# Competitive landscape\n\n- Norvik Lines Position: leader Interest: room\n- The city of Sundby Position: owner Interest: peace',
    'as the answer to who decides':
      '# Brief\n\n## Who decides the price?\n\nNorvik Lines wants room. The city of Sundby wants peace.',
  };
  for (const [name, text] of Object.entries(lists)) {
    it(name, () => {
      const names = read(text).players.map(one => one.name);
      assert.deepEqual(
        names.filter(one => one !== 'Ostermo'),
        ['Norvik Lines', 'The city of Sundby'],
      );
    });
  }

  it('from names with what they want, as a trend, in brackets or behind what they are', () => {
    const names = (text: string) => read(text).players.map(one => [one.name, ...one.aliases]);
    assert.deepEqual(
      names(
        '# Trends of related companies\n\n- Norvik Lines: second; aims at improving its profits\n- Sundby Rail: latecomer; aims at a third quay',
      ),
      [['Norvik Lines'], ['Sundby Rail']],
    );
    assert.deepEqual(
      names(
        '# Players\n\n- Norvik (owned by a fund, wants to list in Frankfurt in 2027)\n- Kiosk chain Narval (wants footfall)',
      ),
      [['Norvik'], ['Kiosk chain Narval', 'Narval']],
    );
  });

  it('from a list of names that act elsewhere, under a heading that announces nothing', () => {
    const books =
      '## Books\n\nNorvik – room left; takes majority stakes\n\nKattelund Lines – no deal since 2024\n\nOstermo – paused';
    const names = (text: string) =>
      read(text)
        .players.map(one => one.name)
        .sort();
    assert.deepEqual(
      names(`# Ports\n\n${books}\n\n## Prices\n\nMultiples rise, and Norvik pays them, as Ostermo did.`),
      ['Kattelund Lines', 'Norvik', 'Ostermo'],
    );
    assert.deepEqual(names(`# Ports\n\n${books}`), []);
  });

  it('without the word that opens the question about them', () => {
    const { players } = read(
      '# Deals\n\n- 12 March 2026: Sundby buys the quay of Norvik Lines\n\n# Open\n\n- Will Norvik Lines sell the rest?',
    );
    assert.deepEqual(players.map(one => one.name).sort(), ['Norvik Lines', 'Sundby']);
  });
});

describe('a name without an entry of its own', () => {
  const names = (text: string) => read(text).players.map(({ name, aliases }) => [name, aliases]);

  it('is a player with its short form, when a table or heading has it in full and the text in short', () => {
    const text =
      '# Results\n\n| Bank | Profit |\n|---|---|\n| Kastela Banka | €4m |\n| Uskok Kreditna | €3m |\n\n# Notes\n\n' +
      'In May, Kastela raised its fees, and then Kastela has cut costs. In June, Uskok lost, and now Uskok will lose.';
    assert.deepEqual(names(text), [
      ['Kastela Banka', ['Kastela']],
      ['Uskok Kreditna', ['Uskok']],
    ]);
  });

  it('is a player when it says that it is of a body, without its legal form', () => {
    const text =
      '# Deal\n\nThe buyer of Alder Sensorik GmbH pays cash. In May, Alder sold sensors, and Alder has grown.';
    assert.deepEqual(names(text), [['Alder Sensorik', ['Alder']]]);
  });

  it('is a player by its role, where it acts and nobody named can be meant', () => {
    const acting =
      '# Review\n\nThe harbour authority has waited. Then the harbour authority wants fees, and ships obey the harbour authority.';
    assert.deepEqual(names(acting), [['Harbour authority', ['harbour authority']]]);
    const named = `${acting} Norvik Port Authority has ships, and Norvik Port Authority sold one.`;
    assert.deepEqual(names(named), [['Norvik Port Authority', []]]);
    assert.deepEqual(names('# Review\n\nIn the union, to the union and of the union there is fog.'), []);
  });

  it('is none when it is a currency, a unit, one of a series or mostly where something is', () => {
    const text =
      '# Review\n\nIt paid THB 4 million in Brno, and THB 3 million in Brno by Series B and with Series B. At the plant in Brno, RMB is paid and Series B has ' +
      'ended; prices in RMB rose against RMB, and Mt was added to Mt, with Mt. The THB has risen. Kolbe has a quay, Kolbe sells it, says Kolbe.';
    assert.deepEqual(names(text), [['Kolbe', []]]);
  });

  it('is none when it is a measure or a nationality', () => {
    const text =
      '# Deal\n\nIn May, EBITDA was up, EBITDA has doubled and EBITDA will rise. Danish banks, Danish ports and by Danish law.';
    assert.deepEqual(names(text), []);
  });

  it('is none when its first word is an ordinary one', () => {
    const text =
      '# Results\n\n| Port | Ships |\n|---|---|\n| Harbour North | 4 |\n\nThe harbour is full. In May, Harbour is a word, and Harbour has two meanings.';
    assert.deepEqual(names(text), []);
  });

  it('and what opens a sentence of the players’ part is no name', () => {
    assert.deepEqual(names('# Players\n\nAccording to insiders, a second bidder has come.'), []);
  });
});

describe('the parts of a report are told', () => {
  const parts = (text: string) => read(text).sections.map(({ part, title }) => `${part}: ${title}`);

  it('below a title in two headings, of which neither announces a part', () => {
    const { events } = read(
      '# Harbour Commission\n\n## Fee digest\n\nLaid before the Assembly on 9 July 2026.\n\n### 1. Summary\n\nCalm.\n\n### 2. Events\n\n- **Norvik buys a quay (12 March 2026).** It paid.\n- **Sundby sells (1 April 2026).** It left.',
    );
    assert.deepEqual(
      events.map(({ title }) => title),
      ['Norvik buys a quay', 'Sundby sells'],
    );
  });

  it('as judgments where calls have a level and no horizon', () => {
    const { judgments, predictions } = read(
      '# Review\n\n## Our calls\n\n- **High confidence.** Ports, not ships, decide.\n- **Low confidence.** Ferries slow down.',
    );
    assert.deepEqual([judgments.length, predictions.length], [2, 0]);
  });

  it('as advice for an audience under any heading', () => {
    const { decisions } = read(
      '# Review\n\n## Homework\n\n### For ship owners\n\n- Price the berth by the hour.\n- Hold back 2 berths a day.',
    );
    assert.deepEqual(
      decisions.map(({ audience }) => audience),
      ['For ship owners', 'For ship owners'],
    );
  });

  it('and the head of a memo is no event', () => {
    const { events } = read(
      '# Harbour Authority\n\n**MEMORANDUM**\n\nTo: Board\nFrom: Planning\nDate: Monday, 12 October 2026\n\n## Events\n\n- **Norvik buys a quay (12 March 2026).** It paid.\n- **Sundby sells (1 April 2026).** It left.',
    );
    assert.deepEqual(
      events.map(({ title }) => title),
      ['Norvik buys a quay', 'Sundby sells'],
    );
  });

  it('and "Where the water goes" announces no prediction', () => {
    assert.deepEqual(parts('# Review\n\n## Where the water goes\n\nHomes use a third.').slice(1), [
      'other: Where the water goes',
    ]);
  });

  it('by a line of its own above a list', () => {
    const text =
      '# Review\n\n## The competition\n\n| Port | Ships |\n|---|---|\n| Norvik | 4 |\n\nPlayers and what they want:\n\n- **Norvik.** Small but quick.\n- **Sundby.** A port for single ships.';
    assert.deepEqual(
      read(text).players.map(({ name }) => name),
      ['Norvik', 'Sundby'],
    );
  });

  it('by the words for what comes next, whoever thinks so', () => {
    assert.deepEqual(parts('# Review\n\n## What we think comes next\n\nFees rise.').slice(1), [
      'predictions: What we think comes next',
    ]);
  });

  it('and a table of expectations has its periods as horizons', () => {
    const { predictions } = read(
      '# Outlook\n\n| Period | Expectation | Confidence |\n|---|---|---|\n| 1 April renewals | Fees fall by a tenth | high |\n| Three years | Norvik is sold | low |',
    );
    assert.deepEqual(
      predictions.map(({ text, horizon, confidence }) => [text, horizon, confidence]),
      [
        ['Fees fall by a tenth', '1 April renewals', 'High'],
        ['Norvik is sold', 'Three years', 'Low'],
      ],
    );
  });
});

describe('a metric is read', () => {
  const wanted = [
    ['Ships in port', '120'],
    ['Average wait', '4.5 days'],
    ['Fees', 'n/a'],
  ];
  const forms: Record<string, string> = {
    'from a list':
      '# Scoreboard\n\n- Ships in port: 120\n- Average wait: 4.5 days\n- Fees: n/a\n- Source: Harbour Post',
    'from bullets below bold lines':
      '**LEVELS**\n• Ships in port: 120\n• Average wait: 4.5 days\n• Fees: n/a',
    'from nested lists':
      '# Numbers that matter\n\n- **North**\n  - Ships in port: 120\n  - Average wait: 4.5 days\n- **South**\n  - Fees: n/a',
    'from lines': '# Key values\n\nShips in port: 120\nAverage wait: 4.5 days\nFees: n/a',
    'from a table by year':
      '# Data\n\n| Indicator | 2024 | 2025 |\n|---|---|---|\n| Ships in port | 110 | 120 |\n| Average wait | 5 days | 4.5 days |\n| Fees | 3 | n/a |',
    'from a table by year, the latest first':
      '# Data\n\n| Indicator | FY25 | FY24 |\n|---|---|---|\n| Ships in port | 120 | 110 |\n| Average wait | 4.5 days | 5 days |\n| Fees | n/a | 3 |',
    'from a table by week':
      '# KPIs\n\n| KPI | Week 27 | Week 26 |\n|---|---|---|\n| Ships in port | 120 | 110 |\n| Average wait | 4.5 days | 5 days |\n| Fees | n/a | 3 |',
    'from a table with its unit above the names':
      '# Key figures\n\n| € million | Q2 2025 | Q1 2025 | Q2 2024 |\n|---|---|---|---|\n| Ships in port | 120 | 110 | 99 |\n| Average wait | 4.5 days | 5 days | 6 days |\n| Fees | n/a | 3 | 2 |',
    'below a heading that says nothing':
      '# Salt desk\n\n- Ships in port: 120\n- Average wait: 4.5 days\n- Fees: n/a',
  };
  for (const [name, text] of Object.entries(forms)) {
    it(name, () =>
      assert.deepEqual(
        read(text).metrics.map(one => [one.name, one.value.text]),
        wanted,
      ),
    );
  }
});

describe('a metric that is a total', () => {
  const names = (rows: string) =>
    read(`# Data\n\n| Indicator | Value |\n|---|---|\n${rows}`).metrics.map(({ name }) => name);

  it('is read where its name says of what, unlike the sum of the rows', () => {
    const rows = '| Total income of the 12 ports | 90 |\n| of which fees | 50 |\n| Total | 140 |';
    assert.deepEqual(names(rows), ['Total income of the 12 ports', 'of which fees']);
  });
});

describe('a metric with its value before its name', () => {
  it('is read', () => {
    const { metrics } = read(
      '# By the numbers\n\n- **120** – ships in port, up 9%\n- **$4.5 million** – fees of the year',
    );
    assert.deepEqual(
      metrics.map(one => [one.name, one.value.text]),
      [
        ['ships in port, up 9%', '120'],
        ['fees of the year', '$4.5 million'],
      ],
    );
  });
});

describe('sentences with a colon', () => {
  it('are no metrics, even where they stand among data', () => {
    const text =
      '# Data\n\nThe order book is thin: 137 ships are on order against a fleet of more than two thousand ships in all ports.\n\nOre had a good month. It rose: 12 million tonnes.';
    assert.deepEqual(read(text).metrics, []);
  });
});

describe('parts without headings', () => {
  const body = {
    happened: 'Norvik buys a harbour on 12 March 2026.',
    who: 'Norvik (buyer, wants berths). Sundby (seller, wants cash).',
    judged: 'Ports merge. High confidence.',
    open: 'Will the ferries stay?',
  };
  const forms: Record<string, string> = {
    'are announced by the bold words of their paragraphs': `# Brief\n\n**What happened.** ${body.happened}\n\n**Who is involved:** ${body.who}\n\n**Our judgment.** ${body.judged}\n\n**Open questions.** ${body.open}`,
    'are announced by bold questions, some of which announce nothing':
      `# Brief\n\n**What happened?**\n${body.happened}\n\n**Who is involved?**\n${body.who}\n\n**How does it end?**\n${body.judged} Sundby gives in. Low confidence.\n\n**What do we not know?**\n${body.open}`.replace(
        ' Sundby gives in. Low confidence.',
        '',
      ),
    'are announced by labels': `# Brief\n\nWhat happened: ${body.happened}\n\nThe players: ${body.who}\n\nOur judgment: ${body.judged}\n\nOpen questions: ${body.open}`,
    'answer questions': `# Brief\n\n**Q: What happened?**\nA: ${body.happened}\n\n**Q: Who is involved?**\nA: ${body.who}\n\n**Q: What is our judgment?**\nA: ${body.judged}\n\n**Q: What remains unclear?**\nA: ${body.open}`,
    'are headings that ask, above answers': `# Brief\n\n## Q: What happened?\n\nA: ${body.happened}\n\n## Q: Who are the parties?\n\nA: Norvik is a buyer that wants berths. Sundby, a seller, wants cash.\n\n## Q: What do you think of it?\n\nA: ${body.judged}\n\n## Q: What is still unknown?\n\nA: ${body.open}`,
    'are items above those of a list': `# Brief\n\n- What happened\n  - ${body.happened}\n- Players\n  - Norvik: wants berths\n  - Sundby: wants cash\n- Judgments\n  - ${body.judged}\n- Open questions\n  - ${body.open}`,
  };
  for (const [name, text] of Object.entries(forms)) {
    it(name, () => {
      const { events, players, judgments, questions } = read(text);
      assert.deepEqual(
        events.map(({ date }) => date),
        ['2026-03-12'],
      );
      assert.deepEqual(players.map(one => one.name).sort(), ['Norvik', 'Sundby']);
      assert.deepEqual(
        judgments.map(({ text, confidence }) => [text, confidence]),
        [['Ports merge.', 'High']],
      );
      assert.deepEqual(
        questions.map(one => one.text),
        [body.open],
      );
      for (const event of events)
        assert.match(text.slice(event.span.start, event.span.end), /Norvik buys .*2026/);
    });
  }
});

describe('headings', () => {
  const parts = (text: string) => read(text).sections.map(({ part, title }) => `${part}: ${title}`);

  it('announce their part without number, picture or mark', () => {
    const heads = [
      '📊 Scoreboard',
      '02 Major Events',
      'IV. Players',
      'A. Outlook',
      '5 | What we believe',
      '(3) Next steps',
      '三、Open questions',
    ];
    assert.deepEqual(parts(`# Year\n\n${heads.map(head => `## ${head}\n\nText.`).join('\n\n')}`).slice(1), [
      'data: Scoreboard',
      'events: Major Events',
      'players: Players',
      'predictions: Outlook',
      'judgments: What we believe',
      'decisions: Next steps',
      'questions: Open questions',
    ]);
  });

  it('stand in italics above lists where none has a mark', () => {
    assert.deepEqual(
      parts(
        'To: PMs\n\n*Views*\n\n- Fees fall.\n\n*To do*\n- Sell.\n\n🟡 **What we would like to know**\n– The fee\n– The fish\n',
      ).slice(1),
      ['judgments: Views', 'decisions: To do', 'questions: What we would like to know'],
    );
  });

  it('announce companies to watch as players, and moves without regret as advice', () => {
    assert.deepEqual(
      parts('# Year\n\n## Four companies to watch\n\nText.\n\n## No-regret moves\n\nText.').slice(1),
      ['players: Four companies to watch', 'decisions: No-regret moves'],
    );
  });

  it('announce their part behind a number in words', () => {
    const heads = [
      '**Two. Major Events**',
      '**Part Three: Players**',
      '**Chapter Four – Outlook**',
      '**Five) Next steps**',
    ];
    assert.deepEqual(
      parts(`Harbour Weekly\n\n**One. Prices**\n\nText.\n\n${heads.join('\n\nText.\n\n')}\n\nText.`).slice(1),
      [
        'data: Prices',
        'events: Major Events',
        'players: Players',
        'predictions: Outlook',
        'decisions: Next steps',
      ],
    );
  });

  it('are known in capitals, in bold and beside squares', () => {
    assert.deepEqual(
      parts('# Year\n\nKEY EVENTS\n\nIt was calm.\n\n**Outlook**\n\n- Calm.\n\n■ Risks\nNone.').slice(1),
      ['events: KEY EVENTS', 'predictions: Outlook', 'risks: Risks'],
    );
  });

  it('are known between the signs of a wiki, and with a colon behind their number', () => {
    assert.deepEqual(parts('= Nickel =\n\n== Numbers ==\n\nCalm.\n\n== Next ==\n\nCalm.').slice(1), [
      'data: Numbers',
      'predictions: Next',
    ]);
    assert.deepEqual(parts('Nickel review\n\n4. Players: positions and interests\n\nCalm.').slice(1), [
      'players: Players: positions and interests',
    ]);
  });

  it('that tell a story stay in the part that they stand in', () => {
    const text = '# Year\n\n## Events\n\n### Norvik raises its outlook (12 March 2026)\n\nIt paid.';
    assert.deepEqual(parts(text).at(-1), 'events: Norvik raises its outlook (12 March 2026)');
  });
});

describe('any text', () => {
  it('is read and restored without an error', () => {
    const pieces = fc.constantFrom(
      '# ',
      '## Events',
      'KEY DATA',
      '\n',
      '\n\n',
      '\r\n',
      '- ',
      '• ',
      '■ ',
      '① ',
      '【1】',
      '**',
      '12 March 2026',
      ' – ',
      ': ',
      '|',
      '|---|',
      'High confidence',
      '(',
      ')',
      'By 2030',
      '?',
      '.',
      'Share',
      ' · ',
      '5 min read',
      'Norvik',
      'Source: ',
      'Position: ',
      'one.Two',
      ':- ',
      '亿',
      '😀',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), parts => {
        const text = parts.join('');
        const restored = applyEdits(text, restoreEdits(read(text)));
        read(restored);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('no part of a report is made', () => {
  it('of what answers a question, in words or in a table', () => {
    const { questions } = read(
      '# Letter\n\n## Your questions\n\n**Q: How big is the port? (Ana, Brno)**\n\nA: It has 31 berths; it had 28. Ask the port for more.\n\n| Port | Berths | Source |\n|---|---:|---|\n| Norvik | 31 | Harbour Census |\n| Sundby | 28 | Harbour Census |\n',
    );
    assert.ok(questions.every(({ text }) => text.endsWith('?') || text.includes('How big')));
  });

  it('of pending cases and corrections, which ask nothing', () => {
    const { questions } = read(
      '## Pending cases\n\n| Buyer | Target |\n|---|---|\n| Norvik | Sundby |\n\n## Open questions\n\n- Will the queue clear?\n\n*Corrections.* We wrote that it cost €290bn; it cost €290m.',
    );
    assert.deepEqual(
      questions.map(({ text }) => text),
      ['Will the queue clear?'],
    );
  });

  it('of a notice behind the open questions', () => {
    const { questions } = read(
      '## Open questions\n\n- Will the queue clear?\n\n*This note is no advice. Certified; harbour number 41.*',
    );
    assert.deepEqual(
      questions.map(({ text }) => text),
      ['Will the queue clear?'],
    );
  });

  it('of what somebody owes on a day', () => {
    const { events } = read(
      '# Harbour\n\n**What the port owes** Loans on 30 June 2026\n\n| Lender | Amount |\n|---|---|\n| Sundby | 4 |\n\nSource: loan register',
    );
    assert.deepEqual(events, []);
  });

  it('of the numbers of headings, whatever separates them', () => {
    const { figures, sections } = read(
      '# Harbour\n\n### 3 · Vendors\n\nCalm.\n\n### 4 — Prices\n\nCalm.\n\n### IV · Costs\n\nCalm.\n',
    );
    assert.deepEqual(
      [figures, sections.map(({ title }) => title)],
      [[], ['Harbour', 'Vendors', 'Prices', 'Costs']],
    );
  });

  it('of the numbers that count papers and lines', () => {
    const { figures } = read(
      '**Agenda item:** 9\n**Issue:** 41 · Harbour desk\n\n1️⃣ Ports merge.\n2️⃣ Ferries stay.',
    );
    assert.deepEqual(figures, []);
  });

  it('of vendors with the dates since when they supply', () => {
    const { events } = read(
      '# Harbour\n\n## Vendors\n\n| Vendor | Since | Cranes |\n|---|---|---|\n| Norvik Cranes | April 2022 | 9 |\n| Sundby Rail | May 2024 | 4 |',
    );
    assert.deepEqual(events, []);
  });

  it('of tables of markets and of the captions above them in a part of events', () => {
    const { events } = read(
      '# Drugs\n\n## Events\n\n- 12 March 2026: Norvik buys a harbour.\n\n**Patients by market (June 2026)**\n\n| Market | Launch | Patients |\n|---|---|---|\n| Germany | May 2023 | 61 |\n| France | October 2023 | 44 |\n',
    );
    assert.deepEqual(
      events.map(({ title }) => title),
      ['Norvik buys a harbour'],
    );
  });

  it('of what ends with a share that has a decimal', () => {
    const { predictions } = read(
      '## Forecasts\n\nThe bank puts growth at 1.4% and prices at 2.1%.\n\nOurs are 1.2% and 2.5%.\n\n- **2027 (high confidence):** copper gets dearer.',
    );
    assert.deepEqual(
      predictions.map(({ text }) => text),
      ['copper gets dearer.'],
    );
  });

  it('of those who feel what the players do', () => {
    const { players } = read(
      'Harbours\nPositions of the players\n- Norvik. Stance: leader\n- Sundby. Stance: second\nWho feels it\nFor shippers: fees rise and berths are short, in the north more than in the south, and nobody waits for long.',
    );
    assert.deepEqual(
      players.map(({ name }) => name),
      ['Norvik', 'Sundby'],
    );
  });

  it('of the captions of tables', () => {
    const { predictions } = read(
      '## Forecasts\n\n**Table 1. Prices in 2027**\n\n| Metal | 2027 |\n|---|---|\n| Copper | 9,900 |\n\n**Guidance for 2027**\n\n| Item | 2027 |\n|---|---|\n| Revenue | 2.6 |\n\n- **2027 (high confidence):** copper gets dearer.',
    );
    assert.deepEqual(
      predictions.map(({ text }) => text),
      ['copper gets dearer.'],
    );
  });
});
