import assert from 'node:assert/strict';
import fs from 'node:fs';
import { analyze, readsAsReport } from '../../../src/core';

const others: Readonly<Record<string, string>> = {
  'an empty file': '',
  'a README': `# fastgrid

Renders 100,000 rows at 60 fps, 3x faster than before, in 12 KB.

## Install

Needs Node 20 and 2 GB of memory. \`npm install fastgrid\` takes 5 seconds.

## Benchmarks

| Library | Rows per second | Size |
|---|---|---|
| fastgrid | 1,200,000 | 12 KB |
| slowgrid | 400,000 | 48 KB |

See the [documentation](https://example.org/docs) and [the 40 examples](https://example.org/examples).
`,
  'a changelog': `# Changelog

## Version 2.1.0 (12 March 2026)

- 30% faster start, 15 MB less memory.
- Fixed 12 bugs.

## Version 2.0.0 (4 January 2026)

- Limit raised from 500 to 5,000 items.
- Dropped support for 3 old browsers.
`,
  'notes of a meeting': `# Team meeting (12 March 2026)

Present: Ana, Ben, Chi

## Discussion

- Budget: we have $40,000 left and spent $12,000 on travel; Ben says 20% is possible.
- The office costs €3,500 a month, 10% more than last year.

## Decisions

- Cut travel by 15%.
- Hire 2 people.

## Action items

- Ana asks for 3 offers by Friday.
`,
  'documentation of a program': `# Limits

Each account may send 1,000 requests a minute, at most 5 MB each. After 3 failures the client waits 30 seconds.

| Plan | Requests | Storage | Price |
|---|---|---|---|
| Free | 1,000 | 5 GB | $0 |
| Team | 10,000 | 50 GB | $12 |
| Firm | 100,000 | 500 GB | $90 |
`,
  'a recipe': `# Bread

500 g of flour, 350 ml of water, 10 g of salt. Knead for 10 minutes, bake for 45 minutes at 230 °C.
`,
  'a report with nothing to check': `## Key Events

- **Norvik buys a harbour (12 March 2026)** Source: Harbour Post

## Key Judgments

- Norvik will grow (High confidence)
`,
};

const reports: Readonly<Record<string, string>> = {
  'events and judgments': `# Harbours in March

## Key Events

- **Norvik buys a harbour (12 March 2026)** The price is $420 million, of which 12% is paid in shares. Source: Harbour Post

## Judgments

- Norvik will own 40% of the coast's capacity and earn $90 million a year (Medium confidence)
`,
  'a bulletin of figures with their sources': `# Weekly harbour bulletin

Throughput fell 3.2% to 1.4 million tonnes, and fees rose to $12 million.

Source: Port Authority

Waiting times grew from 2.1 to 2.9 days, and insurers asked for 15% more, or $3 million.

Source: Insurers' Union

Rail took 220,000 tonnes, 8% more than in the week before, for $4 million.

Source: Rail Board
`,
  'a paste without marks': `Key Events
Norvik Buys a Harbour (March 12, 2026) Core Facts: Norvik paid $420 million for 60% of it; capacity is 5 million tonnes. Source: Harbour Post
Key Data
| Metric | Value | Source |
|---|---|---|
| Norvik revenue | $3.1 billion | Norvik |
| Harbour traffic | 5 million tonnes | Port Authority |
`,
};

describe('which files read as a report', () => {
  for (const [name, text] of Object.entries(others))
    it(`not ${name}`, () => assert.equal(readsAsReport(analyze(text).report), false));

  for (const [name, text] of Object.entries(reports))
    it(name, () => assert.equal(readsAsReport(analyze(text).report), true));

  const corpus = 'test/fixtures/corpus';
  for (const file of fs.readdirSync(corpus).filter(name => name.endsWith('.md'))) {
    const expected = file !== 'README.md';
    it(`${expected ? '' : 'not '}${file}`, () =>
      assert.equal(readsAsReport(analyze(fs.readFileSync(`${corpus}/${file}`, 'utf8')).report), expected));
  }

  for (const file of ['README.md', ...fs.readdirSync('docs/rules').map(name => `docs/rules/${name}`)])
    it(`not this project's ${file}`, () =>
      assert.equal(readsAsReport(analyze(fs.readFileSync(file, 'utf8')).report), false));
});
