// What is capitalised in a report and yet no player of it.
import assert from 'node:assert/strict';
import { parseBlocks } from '../../../src/core/markdown/parse';
import { readReport } from '../../../src/core/report';

function players(text: string): string[] {
  return readReport(text, parseBlocks(text)).players.map(({ name }) => name);
}

describe('no player is', () => {
  const forms: Record<string, string> = {
    'a rating': 'We cut Kolbe to Hold; Hold has been right. Kolbe was at Hold.',
    'a word that the text also has in small letters':
      'In the Pool, prices fell. The Pool has ships from the Pool; a pool is deep.',
    'a term that an abbreviation stands for':
      'The final investment decision (FID) comes in May. The FID has costs; the FID took years, with FID risk.',
    'a term that its letters or its words are short for':
      'A gallium-nitride (GaN) chip is dear. GaN has won; GaN is small, and GaN has customers. TEU is twenty-foot equivalent unit; a TEU has 33 cubic metres, and TEU prices grow with TEU demand. ETA means estimated time of arrival; an ETA has a date, and ETA is kept.',
    'a place that something leaves for another':
      'A box from Sundby to Lodz costs $900. Boxes reach Sundby late. Sundby has a quay, and from Sundby to Lodz it is a day.',
    'a country that is only compared':
      'Ships went to Poland and Norway. Rates against Norway fell; Norway and Poland lead, and Norway has fog.',
  };
  for (const [form, text] of Object.entries(forms))
    it(form, () => assert.deepEqual(players(`# Review\n\n${text}\n`), []));

  it('a subject below "Who pays"', () => {
    const text =
      '# Review\n\n## Who pays\n\nOf the 11 berths, 7 were sold. The harbour round had a budget of $1 million.\n\nThe share of new berths went from 18% to 24%.\n';
    assert.deepEqual(players(text), []);
  });

  it('the first half of a term at the head of an event', () => {
    const text =
      '# Events\n\n- **Pilot Fee cut (7 May 2026).** By a tenth.\n- **Pilot Fee rise (9 May 2026).** By a fifth. Pilot of North.\n';
    assert.ok(!players(text).includes('Pilot'));
  });

  it('a place where something happens, though it heads an event', () => {
    const text = '# Events\n\n- **Brno gets a quay (7 May 2026).** The yard in Brno grows.\n';
    assert.deepEqual(players(text), []);
  });

  it('a target price in a column of targets', () => {
    const text = '# Shares\n\n| Company | Target |\n|---|---|\n| Kolbe | CHF 550 |\n| Sundby | CHF 40 |\n';
    assert.deepEqual(players(text), []);
  });

  it('a sentence, an amount or a table’s caption in the players’ part', () => {
    const text =
      '# Players\n\n- Norvik wants berths.\n- Sundby goes the other way: fees fall.\n- Eight free berths in 2027: gone.\n- In Brno: fog.\n\n**Table 2. Brno: groups**\n';
    assert.deepEqual(players(text), ['Norvik']);
  });
});

describe('no player is made', () => {
  it('of a continent, a bond of a year, or what is left of a kind', () => {
    const text =
      "# Review\n\nEurope's ports and Europe's ferries pay; all of Europe's fees rise.\n\n| Lender | Debt |\n|---|---|\n| Sundby Bank | 4 |\n| Bond 2028 | 3 |\n| Foreign lenders | 2 |\n| Other lenders | 1 |\n";
    assert.deepEqual(players(text), ['Sundby Bank']);
  });

  it('of what is of a place, or of a storm', () => {
    const text =
      '# Events\n\n- 4 May 2026: Ostravan cutter rams a ferry of Ostrava.\n- 6 May 2026: Storm Ylva shuts the quay. An Ostravan tug and Storm Ylva were seen.\n';
    assert.deepEqual(players(text), []);
  });

  it('of the word behind a full stop', () => {
    const text = '# Players\n\nThe Treasury. Buying time until May.\n';
    assert.deepEqual(players(text), ['The Treasury']);
  });

  it('of a label before a sentence about somebody else', () => {
    const text = '# Review\n\n**Bottom line.** Sundby has the best quay and sells fish.\n';
    assert.deepEqual(players(text), []);
  });

  it('of the short form of a name that stands in titles', () => {
    const text =
      '# Events\n\n## 1. Sundby Ferries Sells a Quay (4 May 2026)\n\nOf the price, Sundby keeps half.\n\n## 2. Sundby Ferries Buys Two (5 May 2026)\n\nIt paid, and Sundby owes half.\n\n# Players\n\n- **Sundby Ferries:** wants cash.\n';
    assert.deepEqual(players(text), ['Sundby Ferries']);
  });
});

describe('a player is', () => {
  it('one under its whole name, with the stop of its legal form and without a second entry for its short form', () => {
    const text =
      '# Players\n\n- Sundby Ferries (SF) – wants berths.\n- Norvik d.o.o. – wants fees.\n\nSF has 31 berths.\n';
    assert.deepEqual(players(text), ['Sundby Ferries', 'Norvik d.o.o.']);
  });

  it('a body by the whole of its name', () => {
    const text =
      '# Events\n\n## Ministry of Ports Sets Up a Fund (4 May 2026)\n\nThe Ministry of Ports pays. In May the Ministry of Ports said so.\n';
    assert.deepEqual(players(text), ['Ministry of Ports']);
  });

  it('one with the first words of its name, in the text or among the players', () => {
    const text =
      '# Players\n\n- Lac Noir Ferries – wants berths.\n- Board of Pilots – wants fees.\n- The Board – says nothing.\n\n# Rest\n\nIn June, Lac Noir paid. Berths of Lac Noir are full.\n';
    assert.deepEqual(
      readReport(text, parseBlocks(text)).players.map(({ name, aliases }) => [name, aliases]),
      [
        ['Lac Noir Ferries', ['Lac Noir']],
        ['Board of Pilots', ['Board']],
      ],
    );
  });

  it('the second of two who act together in a title with capitals', () => {
    const text =
      '# Events\n\n## 1. Sundby Ferries and Norvik Lines Found a Port (4 May 2026)\n\nSundby Ferries pays; the rest is paid by Norvik Lines. It cost Norvik Lines half of its cash.\n';
    assert.deepEqual(players(text).sort(), ['Norvik Lines', 'Sundby Ferries']);
  });

  it('introduced where the report says what it wants, though a table names it before', () => {
    const text =
      '# Events\n\n| Date | Buyer | Target |\n|---|---|---|\n| 4 May 2026 | Norvik Lines | Sundby Ferries |\n\n# Players\n\n- **Norvik Lines** – wants berths.\n- **Sundby Ferries** – wants cash.\n';
    assert.deepEqual(
      readReport(text, parseBlocks(text)).players.map(({ name, position }) => [name, position?.text]),
      [
        ['Norvik Lines', 'wants berths.'],
        ['Sundby Ferries', 'wants cash.'],
      ],
    );
  });

  it('a country that acts', () =>
    assert.deepEqual(
      players('# Review\n\nNorway has raised fees. In May, Norway said so; then Norway announced more.\n'),
      ['Norway'],
    ));

  it('named without the word that sets it apart', () =>
    assert.deepEqual(players('# Players\n\n- Norvik alone has 43% of the berths.\n'), ['Norvik']));
});
