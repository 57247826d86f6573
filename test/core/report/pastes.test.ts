// The parts of texts whose lines a paste has run together, or whose lists have marks that are not Markdown's.
import assert from 'node:assert/strict';
import { parseBlocks } from '../../../src/core/markdown/parse';
import { readReport } from '../../../src/core/report';
import type { Report } from '../../../src/core/report/report';

function read(text: string): Report {
  return readReport(text, parseBlocks(text));
}

const EVENTS = [
  ['Norvik buys the north quay', '2026-03-12'],
  ['Sundby sells two ferries', '2026-04-02'],
];
const JUDGMENTS = [
  ['Ports merge.', 'High'],
  ['Ferries stay.', 'Low'],
];
const PREDICTIONS = [
  ['one port fewer', '2027', 'High'],
  ['no ferry at all', '2030', 'Low'],
];
const QUESTIONS = ['Who buys the third ferry?', 'Does the quay need dredging?'];

const pastes: Record<string, string> = {
  'run together without a space':
    'Harbour Monthly\nIt was a year.What HappenedOn 12 March 2026 Norvik buys the north quay.On 2 April 2026 Sundby sells two ferries.Key JudgmentsPorts merge. (High confidence)Ferries stay. (Low confidence)Outlook2027: one port fewer (high confidence)2030: no ferry at all (low confidence)Open QuestionsWho buys the third ferry?Does the quay need dredging?',
  'with numbered headings run into their text':
    'Harbour Monthly\n\nI. Events of the MonthEvent 1: Norvik buys the north quay (March 12, 2026)Core Facts: It pays. Source: Norvik noticeEvent 2: Sundby sells two ferries (April 2, 2026)Core Facts: It is paid. Source: Sundby notice\n\nII. Key Judgments1. [High] Ports merge. 2. [Low] Ferries stay.\n\nIII. Predictions:- 2027: one port fewer (confidence: high):- 2030: no ferry at all (confidence: low)\n\nIV. Issues to Watch1. Who buys the third ferry? 2. Does the quay need dredging?',
  'as minutes with numbered paragraphs':
    'MINUTES OF THE HARBOUR BOARD\nHeld on 9 September 2026\n\n1. Matters arising\nThe chair thanked the pilots.\n\n2. Events since the last meeting\n2.1 On 12 March 2026 Norvik buys the north quay (source: Norvik notice).\n2.2 On 2 April 2026 Sundby sells two ferries (source: Sundby notice).\n\n3. Assessment\n3.1 Ports merge. (High)\n3.2 Ferries stay. (Low)\n\n4. Forecast\n4.1 By 2027: one port fewer (high)\n4.2 By 2030: no ferry at all (low)\n\n5. Questions left open\n5.1 Who buys the third ferry?\n5.2 Does the quay need dredging?\n',
  'with full-width punctuation':
    '新港口观察\n\n一、Core Events\n\n（一）Norvik buys the north quay（2026年3月12日）\nCore facts：It pays half now.\nSource：Norvik notice，March 12，2026\n\n（二）Sundby sells two ferries（April 2，2026）\nCore facts：It is paid.\nSource：Sundby notice\n\n二、Key Judgments\n\n1、Ports merge.（confidence：high）\n2、Ferries stay.（confidence：low）\n\n三、Outlook\n\n（1）2027：one port fewer（high）\n（2）2030：no ferry at all（low）\n\n四、Open questions\n\n·Who buys the third ferry?\n·Does the quay need dredging?\n',
  'with several items in a line':
    '📌 Harbour digest\n🗓 Events\n▪ 12 March 2026 – Norvik buys the north quay. ▪ 2 April 2026 – Sundby sells two ferries.\n🎯 Takeaways\n▪ Ports merge. (confidence: high) ▪ Ferries stay. (confidence: low)\n🔮 Forecasts\n▪ By 2027: one port fewer (high confidence) ▪ By 2030: no ferry at all (low confidence)\n❓ Open\n▪ Who buys the third ferry? ▪ Does the quay need dredging?\nReply · Share',
  'of slides with their numbers in brackets':
    '[Slide 1] Harbours\nSteering committee, 9 September 2026\n\n[Slide 2] What happened\n▪ 2026-03-12 Norvik buys the north quay. Source: Norvik notice\n▪ 2026-04-02 Sundby sells two ferries. Source: Sundby notice[Slide 3] Fees\n• The fee is €4 a tonne.\n• It was €3.\n\n[Slide 4] Our judgments\n① Ports merge. (Confidence: high)\n② Ferries stay. (Confidence: low)\n\n[Slide 5/6] Forecast\n2027 (confidence: high) – one port fewer\n2030 (confidence: low) – no ferry at all\n\n[Slide 6/6] Points to watch\n– Who buys the third ferry?\n– Does the quay need dredging?',
  'of a memo whose questions are its headings':
    '# Harbours\n\nThis note answers what the board asked on 9 September 2026.\n\n**Q1. Where do the fees go?**\n\nTo the town.\n\n**Q2. What has changed since spring?**\n\n- 12 March 2026: Norvik buys the north quay. It pays half now.\n- 2 April 2026: Sundby sells two ferries. It is paid.\n\n**Q3. And the pilots?**\n\nThey strike.\n\n**Our judgments**\n\n- Ports merge. Confidence: high.\n- Ferries stay. Confidence: low.\n\n**Predictions**\n\n1. By 2027 (high confidence), one port fewer\n2. By 2030 (low confidence), no ferry at all\n\n**Still open**\n\n- Who buys the third ferry?\n- Does the quay need dredging?',
  'with words in brackets that lead their lines':
    '# Harbour\n\n## Events\n\n【March 12, 2026】Norvik buys the north quay.\n【April 2, 2026】Sundby sells two ferries.\n\n## Judgments\n\n【Judgment 1】Ports merge. (Confidence: High)\n【Judgment 2】Ferries stay. (Confidence: Low)\n\n## Forecast\n\n【By 2027】one port fewer (confidence: high)\n【By 2030】no ferry at all (confidence: low)\n\n## Open\n\n? Who buys the third ferry?\n? Does the quay need dredging?',
  'with numbers before its lines and arrows in them':
    '# Harbour\n\n## Events\n\n12 March 2026 → Norvik buys the north quay.\n2 April 2026 → Sundby sells two ferries.\n\n## Conclusions\n\n3.1 Ports merge. (high confidence)\n3.2 Ferries stay. (low confidence)\n\n## What happens next\n\n2027 → one port fewer (high)\n2030 → no ferry at all (low)\n\n## Open points\n\n5.1 Who buys the third ferry?\n5.2 Does the quay need dredging?',
};

describe('a paste', () => {
  for (const [name, text] of Object.entries(pastes)) {
    it(`${name} keeps its parts`, () => {
      const { events, judgments, predictions, questions } = read(text);
      assert.deepEqual(
        events.map(({ title, date }) => [title, date]),
        EVENTS,
      );
      assert.deepEqual(
        judgments.map(({ text, confidence }) => [text, confidence]),
        JUDGMENTS,
      );
      assert.deepEqual(
        predictions.map(({ text, horizon, confidence }) => [text, horizon, confidence]),
        PREDICTIONS,
      );
      assert.deepEqual(
        questions.map(({ text }) => text),
        QUESTIONS,
      );
    });
  }

  it('heads its parts with questions that have lost their marks, right above text', () => {
    const text =
      'Harbour Desk\nKey developments\n12 March 2026: Norvik buys the north quay after a year of talks with the ministry and the port authority. 2 April 2026: Sundby sells two ferries to a buyer from Ostermo.\nThe players\nNorvik\nA family firm with nine ships. Wants a second quay.\nSundby\nOwned by the state.\nWhat we make of it\nPorts merge. Confidence: high\nFerries stay. Confidence: low\nWhat readers should do\nOwners: sell the quay.\nBanks: lend less.';
    assert.deepEqual(
      read(text).sections.map(({ part, title }) => `${part}: ${title}`),
      [
        'other: Harbour Desk',
        'events: Key developments',
        'players: The players',
        'players: Norvik',
        'players: Sundby',
        'judgments: What we make of it',
        'decisions: What readers should do',
      ],
    );
  });

  it('heads its parts behind lists, brackets and arrows', () => {
    const text =
      'Harbour Desk\nMain events\n2 January 2026 – Norvik returns\n9 February 2026 – Norvik leaves again\nJudgments\n• No return before autumn (high confidence)\n• Insurance decides, not navies (medium confidence)\nWhat to watch\nWill premiums fall?\nWHO WANTS WHAT\nNorvik → shorter contracts\nSundby → a floor price\nOUTLOOK\nPrices fall by 2027. [Confidence: low]Next Steps\n- Sell the quay.';
    assert.deepEqual(
      read(text).sections.map(({ part, title }) => `${part}: ${title}`),
      [
        'other: Harbour Desk',
        'events: Main events',
        'judgments: Judgments',
        'questions: What to watch',
        'players: WHO WANTS WHAT',
        'predictions: OUTLOOK',
        'decisions: Next Steps',
      ],
    );
  });

  it('tells what happened below the day on which it was written, which heads no events', () => {
    const { events } = read(
      'Reports\nThe week in water\n12 June 2026\nNorvik wins the Lima concession\nOn 8 June 2026 Norvik won the concession for 30 years.\nSundby is fined for its leaks\nOn 10 June 2026 the regulator fined Sundby.\nOur take\nFines get larger. Confidence: medium',
    );
    assert.deepEqual(
      events.map(({ date }) => date),
      ['2026-06-08', '2026-06-10'],
    );
  });

  it('has the items of a list in the line that introduces it', () => {
    const { blocks } = read(
      'Desk\n\nOverview:- Demand: flat for a year. - Supply: two new plants. - Price: up.',
    );
    assert.equal(blocks.filter(({ kind }) => kind === 'item').length, 3);
  });

  it('addresses a longer audience in bold above its list', () => {
    const { decisions } = read(
      '# Decisions\n\n**For chip vendors**\n\n- Report it.\n\n**For carmakers and other users of magnets**\n\n- Hold 16 weeks.',
    );
    assert.deepEqual(
      decisions.map(({ audience }) => audience),
      ['For chip vendors', 'For carmakers and other users of magnets'],
    );
  });

  it('addresses those for whom its lists are, however that is said', () => {
    const { decisions } = read(
      '# Harbour\n\n## For decision\n\n### Suppliers\n\n- Sign for steel now.\n\n### If you invest\n\n- Compare commitments with cash.\n\n## Proposed actions\n\n*For owners*\n\n- Sell the quay.\n',
    );
    assert.deepEqual(
      decisions.map(({ audience }) => audience),
      ['Suppliers', 'If you invest', 'For owners'],
    );
  });

  it('keeps a long dated title whose caveat makes it longer still', () => {
    const { events } = read(
      'Desk\nKey Events\n1. Norvik buys the north quay (March 12, 2026)\nCore Facts: It pays.\nSource: Norvik notice2. Sundby Ferries Raises Money at a Valuation of NOK 62 Billion (June 2026) ⚠️Market rumour, not confirmed by the company\nCore Facts: It is paid.\nSource: various sources\n',
    );
    assert.deepEqual(
      events.map(({ title }) => title),
      ['Norvik buys the north quay', 'Sundby Ferries Raises Money at a Valuation of NOK 62 Billion'],
    );
  });

  it('has numbered sections that are glued behind a year, and headings below them', () => {
    const { sections, decisions } = read(
      'Harbour Review\nSummary\nFees rise. Ports wait.\n1. Market\nFees rose to $4. Source: Port Census 2025.2. Moves of the Year\nNorvik waits.\n3. Recommendations\nFor owners\n- Sell the quay.\n- Keep the ships.\nFor banks\n- Lend less.\n',
    );
    assert.ok(sections.some(({ title }) => title === 'Moves of the Year'));
    assert.deepEqual(
      decisions.map(({ text, audience }) => [text, audience]),
      [
        ['Sell the quay.', 'For owners'],
        ['Keep the ships.', 'For owners'],
        ['Lend less.', 'For banks'],
      ],
    );
  });

  it('whose words run into titles and whose headings run into horizons keeps them apart', () => {
    const { events, predictions } = read(
      'Harbour Digest\nFees rose to $4 (price list).Norvik Buys the North Quay (March 12, 2026)Core Facts: It pays. Source: Norvik filingSundby Sells Two Ferries (April 2, 2026)Core Facts: It is paid. Source: Sundby noticePredictions1 year (High confidence)Fees fall by half.Issues to Watch\n- Who pays?',
    );
    assert.deepEqual(
      events.map(({ title, date }) => [title, date]),
      [
        ['Norvik Buys the North Quay', '2026-03-12'],
        ['Sundby Sells Two Ferries', '2026-04-02'],
      ],
    );
    assert.deepEqual(
      predictions.map(({ text, horizon, confidence }) => [text, horizon, confidence]),
      [['Fees fall by half.', '1 year', 'High']],
    );
  });

  it('heads its parts with lines too short to be wrapped, behind sentences and sources', () => {
    const { events, players } = read(
      'Harbour Depth\nCore Contradiction\nFees rose to $4 in May, after a year in which nobody in the town had asked for it. Ports that built now wait.\nKey Node Review\nNode 1: Norvik buys the north quay (2026.03.12)\nFacts: It pays half of the price at once, and the rest when the last of the ferries has left. Source: Norvik notice No. 58\nGame of the Main Parties\nNorvik: first mover; appeal: a lower fee.\nSundby: the only buyer; appeal: time.\n',
    );
    assert.deepEqual(
      events.map(({ title, date }) => [title, date]),
      [['Norvik buys the north quay', '2026-03-12']],
    );
    assert.deepEqual(
      players.map(({ name, interests }) => [name, interests?.text]),
      [
        ['Norvik', 'a lower fee.'],
        ['Sundby', 'time.'],
      ],
    );
  });

  it('heads its parts with roman numbers, however the words after them are written', () => {
    const { sections } = read(
      'Harbour Brief\nI. Background of the fee\nFees rose to $4 in May, after a year in which nobody had asked for it.\nII. Positions of the parties\nNorvik – Position: leader; Interest: room.\n',
    );
    assert.deepEqual(
      sections.map(({ title }) => title),
      ['Harbour Brief', 'Background of the fee', 'Positions of the parties'],
    );
  });

  it('heads its parts with short numbered lines right above their text', () => {
    const { sections, decisions } = read(
      'Minutes of the harbour board and its guests in June\n\n1. Review of the month\nFees rose to $4 (price list).\n\n2. Positions\nNorvik: wants a quay.\nSundby: waits.\n\n3. Actions\nP. Moss to call the pilots by May.\n\n4. Parked\nDoes the fee hold?\n',
    );
    assert.deepEqual(sections.map(({ title }) => title).slice(-4), [
      'Review of the month',
      'Positions',
      'Actions',
      'Parked',
    ]);
    assert.equal(decisions[0]?.audience, 'P. Moss');
  });

  it('keeps names whole that have a capital within', () => {
    const text =
      'Desk\n\nIt was a year.CrowdStrike sells its quay.PayPal pays.On 2 April 2026 CrowdStrike is paid.';
    const titles = read(text).sections.map(({ title }) => title);
    assert.deepEqual(
      titles.filter(title => /Crowd|Pay/.test(title)),
      [],
    );
  });
});
