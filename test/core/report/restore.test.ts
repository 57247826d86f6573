// Restoring a flattened paste gives Markdown that reads the same, loses no word but those of the page, and is done once.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parseBlocks } from '../../../src/core/markdown/parse';
import { readReport } from '../../../src/core/report';
import { furnitureIn } from '../../../src/core/report/furniture';
import type { Report } from '../../../src/core/report/report';
import { restoreEdits } from '../../../src/core/report/restore';
import { applyEdits } from '../../../src/core/text/edits';

const corpus = 'test/fixtures/corpus';

function read(text: string): Report {
  return readReport(text, parseBlocks(text));
}

function restore(text: string): string {
  return applyEdits(text, restoreEdits(read(text)));
}

/** What the parts say, wherever they stand. */
function saysOf(report: Report): unknown {
  const text = (field: { readonly text: string } | undefined) => field?.text;
  return {
    sections: report.sections.flatMap(({ part, title }) => (title === '' ? [] : [[part, title]])),
    events: report.events.map(event => [
      event.title,
      event.date,
      text(event.facts),
      text(event.drivers),
      text(event.source),
    ]),
    metrics: report.metrics.map(metric => [metric.name, metric.value.text, text(metric.source)]),
    players: report.players.map(player => [
      player.name,
      player.aliases,
      text(player.position),
      text(player.interests),
    ]),
    judgments: report.judgments.map(one => [one.text, one.confidence]),
    predictions: report.predictions.map(one => [one.text, one.horizon, one.confidence]),
    decisions: report.decisions.map(one => [one.text, one.audience]),
    questions: report.questions.map(one => one.text),
  };
}

/** Letters and digits alone: a glued word and its heading are two words once they are apart. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function withoutFurniture(text: string): string {
  return applyEdits(
    text,
    furnitureIn(read(text)).map(({ removal }) => ({ span: removal, newText: ' ' })),
  );
}

function promises(name: string, text: string): void {
  describe(`restoring ${name}`, () => {
    const restored = restore(text);

    it('loses no word but those of the page', () => {
      assert.equal(lettersOf(restored), lettersOf(withoutFurniture(text)));
    });

    it('keeps every part as it was read', () => {
      assert.deepEqual(saysOf(read(restored)), saysOf(read(text)));
    });

    it('leaves nothing to restore', () => {
      assert.equal(restore(restored), restored);
    });
  });
}

for (const name of readdirSync(corpus).filter(file => file.endsWith('.md') && file !== 'README.md')) {
  const text = readFileSync(`${corpus}/${name}`, 'utf8');
  promises(name, text);
  promises(`${name} with Windows line ends`, text.replace(/\r?\n/g, '\r\n'));
}

const glued = `Harbour Review, Spring Issue
Posted by the desk · 5 min read · Share
■ What moved
Trade grew by size:・Large ports: they merge.
・Small ports: they wait.■ Chronology
① Norvik buys the north quay (12 March 2026)
Facts: It pays $4 million.
Source: Norvik notice② Sundby sells two ferries (2 April 2026)
Facts: They bring in $2 million.
Source: Sundby notice
■ Our view
1. Ports merge because ships grow. [Confidence: high]
2. Ferries stay. [Confidence: low]
■ Still open
・Who buys the third ferry?
・Does the quay need dredging?
Subscribe · Back to top`;

promises('a paste of another house', glued);

promises(
  'a paste that is run together',
  'Harbour Monthly\nIt was a year.What HappenedOn 12 March 2026 Norvik buys the north quay.On 2 April 2026 Sundby sells two ferries.Key JudgmentsPorts merge. (High confidence)Ferries stay. (Low confidence)Open QuestionsWho buys the third ferry?Does the quay need dredging?\nSubscribe to our newsletter\n💬 Comments (3)',
);
promises(
  'a paste whose numbered titles and bullets are run together',
  'Fibre in the North\n\nKey Events1. Norvik buys a cable (February 3, 2026)Core Facts: It pays. Source: filing2. Sundby extends the grant (February 19, 2026)Core Facts: More. Source: bulletin\n\nKey Players- Norvik: owns two cables- Sundby: wants coverage\n\nKey JudgmentsPrices rise. (High confidence)Norvik sells. (Medium confidence)',
);
promises(
  'a paste of printed pages',
  'MARKET UPDATE\nPoultry | October 2026\nPage 1 of 2\n1. EVENTS\n05 Oct 2026 Norvik closes a quay. (chief vet)\n14 Oct 2026 Sundby opens one. (company)\n2. WHAT TO DO\nOwners: sell now\nBanks: lend less\nPage 2 of 2\n3. OPEN ISSUES\nWill it last?\nWho pays?',
);
promises(
  'a paste with several items in a line',
  'Harbour digest\nII. Players:- Norvik: wants berths :- Sundby: wants cash\n❓ Open\n▪ Who buys the third ferry? ▪ Does the quay need dredging?\nReply · Share · 2 new members joined today',
);

describe('what restoring gives', () => {
  it('is headings and lists in Markdown', () => {
    assert.equal(
      restore(glued),
      `# Harbour Review, Spring Issue

Posted by the desk

## What moved

Trade grew by size:

- Large ports: they merge.
- Small ports: they wait.

## Chronology

### ① Norvik buys the north quay (12 March 2026)

Facts: It pays $4 million.

Source: Norvik notice

### ② Sundby sells two ferries (2 April 2026)

Facts: They bring in $2 million.

Source: Sundby notice

## Our view

1. Ports merge because ships grow. [Confidence: high]
2. Ferries stay. [Confidence: low]

## Still open

- Who buys the third ferry?
- Does the quay need dredging?`,
    );
  });

  it('is nothing for a report whose structure is whole', () => {
    const whole = '# Ports\n\n## Events\n\nText:\n- one\n- two\n\n**For owners**\n\n- Sell.\n';
    assert.deepEqual(restoreEdits(read(whole)), []);
  });
});
