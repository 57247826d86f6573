// What the rules on units, arithmetic and dates flag and leave alone, in many wordings.
import assert from 'node:assert/strict';
import { analyze } from '../../../src/core';

interface Wordings {
  readonly flagged: readonly string[];
  readonly alone: readonly string[];
}

const wordings: Readonly<Record<string, Wordings>> = {
  'sum-mismatch': {
    flagged: [
      `The workforce counts 3,150 people, of whom 1,900 work in Lyon, 800 in Lille and 650 in Nantes.`,
      `Grants (€40 million) and loans (€25 million) bring public support to €75 million.`,
      `With 320 MW in Denmark and 180 MW in Sweden, the fleet has a total capacity of 560 MW.`,
      `Together, the northern line (€1.2 billion) and the southern line (€0.9 billion) cost €2.4 billion.`,
      `Three funds took part: Alder with $30 million, Birch with $25 million and Cedar with $15 million, for a combined $80 million.`,
      `First-half sales of 4,200 cars and second-half sales of 5,100 make 9,600 for the year.`,
      `| | Q1 | Q2 | H1 |
|---|--:|--:|--:|
| North | 10 | 14 | 24 |
| South | 20 | 22 | 42 |
| East | 5 | 9 | 16 |`,
      `| Item | €m |
|---|--:|
| Revenue | 500 |
| Cost of sales | (310) |
| **Gross profit** | **180** |`,
      `| Partner | Upfront ($ million) | Milestones ($ million) | Total ($ million) |
|---|--:|--:|--:|
| Ayr | 85 | up to 615 | up to 700 |
| Bath | 20 | up to 180 | up to 210 |`,
      `| Company | Wafers | Gases | Total |
|---|--:|--:|--:|
| Ayr | 512 | 38 | 550 |
| Bath | – | 204 | 204 |
| Two companies | 512 | 242 | 764 |`,
      `| Region | Rooms | Beds | Jobs |
|---|--:|--:|--:|
| Coast | 210 | 400 | 90 |
| Lakes | 70 | 150 | 40 |
| Hills | 60 | 100 | 25 |
| Veldland | 340 | 650 | 165 |`,
      'The fund put in €12 million, the state €8 million and banks €15 million: €36 million altogether.',
      'It has 140 branches in Spain and 65 in Portugal, for a total of 215.',
      'Staff: 1,200 in Lyon, 800 in Lille, 450 in Nantes; 2,550 in total.',
      'Sales of $4.2 billion in Asia plus $3.1 billion in Europe make $7.9 billion.',
      'The loan has two tranches of $300 million and $450 million, together $850 million.',
      'The 62 planes (40 owned, 25 leased) are on average nine years old.',
      'Capex of $900 million is split between $500 million for mines and $300 million for ports.',
      'Costs came to £48m (£20m for staff, £18m for rent and £6m for energy).',
      'The company raised $40 million in 2023, $60 million in 2024 and $80 million in 2025, a total of $190 million.',
      'It operates 12 GW of wind and 9 GW of solar, 23 GW in all.',
      'The group employs 5,400 people: 2,100 in Germany, 1,900 in Poland and 1,200 in Italy.',
      'The price consists of $2 billion in cash and $3 billion in shares, or $6 billion in total.',
      `| £m | 2024 |
|---|---:|
| Matchday | 9.9 |
| Broadcasting | 12.4 |
| Commercial | 15.8 |
| **Total revenue** | **39.1** |
| Wages | (39.6) |
| Other costs | (13.8) |`,
      `| Region | Q1 | Q2 | Q3 | Q4 | 2025 |
|---|--:|--:|--:|--:|--:|
| North | 10 | 12 | 14 | 16 | 52 |
| South | 20 | 22 | 24 | 26 | 92 |
| West | 5 | 6 | 7 | 8 | 36 |`,
      `| Fuel | TWh |
|---|---|
| Coal | 120.4 |
| Gas | 98.2 |
| of which peakers | 8.1 |
| Wind | 77.0 |
| Sum | 305.6 |`,
      `| Item | 2023 | 2024 |
|---|---|---|
| Total | 100 | 140 |
| Cars | 60 | 70 |
| Vans | 40 | 50 |`,
      `| Assets | $m |
|---|---:|
| Cash | 120 |
| Receivables | 340 |
| Total current assets | 460 |
| Plant | 900 |
| Goodwill | 210 |
| Total non-current assets | 1,110 |
| Total assets | 1,670 |`,
      `| Line | H1 | H2 | Year |
|---|--:|--:|--:|
| Ayr | 10 | 11 | 21 |
| Bath | 20 | 25 | 45 |
| Cork | 7 | 8 | 25 |`,
    ],
    alone: [
      `With 320 MW in Denmark and 180 MW in Sweden, the fleet has a total capacity of 500 MW.`,
      `It raised $20 million in 2021 and $30 million in 2023; in all it has raised $65 million since 2018.`,
      `Revenue of €500 million less costs of €310 million left €190 million.`,
      `| Item | €m |
|---|--:|
| Revenue | 500 |
| Cost of sales | (310) |
| **Gross profit** | **190** |`,
      `| Company | Wafers | Gases | Total |
|---|--:|--:|--:|
| Ayr | 512 | 38 | 550 |
| Bath | – | 204 | 204 |
| Both | 512 | 242 | 754 |`,
      `| City | Flats | Rents |
|---|--:|--:|
| Ayr | 200 | 700 |
| Bath | 300 | 900 |
| Cork | 500 | 650 |`,
      'Of this, $1.69 billion or 51% is for staff (the largest item), $0.74 billion or 23% for buildings and $0.85 billion or 26% for grants.',
      'The limits are 65% and 50% respectively – 65% for plants and 50% for shops.',
      'Assets with a value of $4,575 were written down to $1,300, an impairment totaling $3,275.',
      'It lost $10.1 million, which included deal costs of $8.1 million and amortization of intangible assets totaling $19.3 million.',
      'The group employs 5,400 people: 2,100 in Germany, 1,900 in Poland and 1,400 in Italy.',
      'The group employs 5,400 people, including 2,100 in Germany and 1,900 in Poland.',
      'Revenue was $10 billion: $4 billion more than in 2024 and $1 billion above the forecast.',
      'Profit rose to $3 billion and sales to $20 billion, while total debt was $7 billion.',
      'Together with the $2 billion of 2023 and the $3 billion of 2024, the plan brings spending to $12 billion.',
      'The bank has 400 branches and 20 offices in all regions.',
      'It paid $3.3 million and $4.4 million, about $8 million in all.',
      'It paid $3.3 million and $4.4 million, $7.8 million in all.',
      `| Products | $m |
|---|---:|
| Products | 294,866 |
| Services | 96,169 |
| Total net sales | 391,035 |
| Products | 185,233 |
| Services | 25,119 |
| Total cost of sales | 210,352 |
| Gross margin | 180,683 |
| Research | 31,370 |
| Selling | 26,097 |
| Total operating expenses | 57,467 |
| Operating income | 123,216 |`,
      `| Item | 2024 |
|---|---|
| Revenue | 4,000 |
| Customers | 900 |
| Total employees | 5,000 |`,
      `| Hub | Flights | Average delay | Delay share |
|---|--:|--:|--:|
| Ayr | 100 | 12 | 3% |
| Bath | 200 | 10 | 4% |
| All | 300 | 11 | 4% |`,
      `| Fund | Assets | Return |
|---|--:|--:|
| Ayr | 10 | 5.0 |
| Bath | 20 | 4.0 |
| Total | 30 | 4.3 |`,
      `| Country | Users (m) | Peak (m) |
|---|--:|--:|
| Ayr | 10 | 4 |
| Bath | 20 | 9 |
| Cork | n/a | 3 |
| Total | 45 | 12 |`,
      `| Year | Wins | Draws | Total points |
|---|--:|--:|--:|
| 2023 | 10 | 5 | 35 |
| 2024 | 12 | 4 | 40 |`,
    ],
  },
  'share-mismatch': {
    flagged: [
      `Exports account for €30 million of the €120 million in sales, i.e. 35%.`,
      `The owner pays $168 million for the 6 ships, or $26 million a ship.`,
      `It held 60% of the venture and bought the remaining 45% from its partner.`,
      'The group sold 45 of its 180 stores, or 20%.',
      'Turnout was low: 2.1 million of 6.0 million voters (45%) took part.',
      'Out of 500 respondents, 320, or 54%, said yes.',
      'The bank wrote off $120 million, or 5%, of its $1.2 billion book.',
      'Exports took 30 of 75 million tonnes, 50% of the crop.',
      'Women hold 12 of the 40 seats on the board, a share of 40%.',
      'The state owns 55% of the shares, the founder 30% and a fund 25%.',
      'The market splits into Alpha (45%), Beta (35%), Gamma (20%) and others (10%).',
      'The factory runs 260 of its 220 machines at night.',
      'The network has 4,200 towers and 7,400 tenants, or 2.4 tenants a tower.',
      'It bought 20 trains for €500 million, or €30 million each.',
      `| Maker | Units | Market share |
|---|--:|--:|
| Ayr | 400 | 45% |
| Bath | 300 | 33% |
| Cork | 200 | 22% |
| Others | 100 | 11% |`,
    ],
    alone: [
      `Exports account for €42 million of the €120 million in sales, i.e. 35%.`,
      `The owner pays $168 million for the 6 ships, or $28 million a ship.`,
      `It held 60% of the venture and bought the remaining 40% from its partner.`,
      'Three buyers accounted for 49%, 26% and 40% of sales in 2019, 2018 and 2017, respectively.',
      'Profit rose to $445 million, or 18.7% of sales, from $382 million, or 17.7% of sales.',
      'There was a rise, since June, of 347,000 adults (1%) who used it, and a rise of 1.1 million (2%) over a year.',
      'The operating loss increased to $987 million, including $1.5 billion of amortization.',
      'The group sold 36 of its 180 stores, or 20%.',
      'Sales rose by 585, or 20%, to 3,510.',
      'The dividend is 40 cents, or 5% more than last year.',
      'Shares fell $2, or 4%, to $48.',
      'The fund returned 12%, 30% and 65% in three years, and holds 4% of the bank.',
      'The state owns 55% of the shares, the founder 25% and a fund 20%.',
      'Of 1,000 adults, 70% use email, 62% use chat and 40% use both.',
      'The network has 4,200 towers and 7,400 tenants, or 1.8 tenants a tower.',
      `| Survey | Share of firms |
|---|--:|
| Use AI | 62% |
| Use cloud | 55% |
| Use both | 40% |`,
    ],
  },
  'growth-mismatch': {
    flagged: [
      `Net sales increased by 14% to €228 million (2024: €190 million).`,
      `At 1,240, the number of claims was 12% above the 1,000 of the previous year.`,
      `The order intake of $45 million compares with $60 million a year ago, an increase of 25%.`,
      'Sales fell from $100 million to $80 million, or 35%.',
      `Provisions eased from €41 million in 2024 to €52 million in 2025.`,
      `Waiting times came down from 18 weeks to 21 weeks.`,
      'Sales climbed 30% to $6.5 billion from $4 billion.',
      'Profit halved to $80 million from $100 million.',
      'The price fell 25%, from $80 to $70.',
      'Users grew from 40 million in 2023 to 60 million in 2025 (+80%).',
      'Output declined from 310 to 340 tonnes.',
      'Revenue was up from €340m to €290m.',
      'Orders tripled in two years, from 200 to 430.',
      'The fleet shrank by a fifth, from 50 to 30 ships.',
      'Net debt of $2.4 billion was 20% lower than the $4.0 billion of 2024.',
      'Output reached 540 GWh in 2025 after 450 GWh in 2024, an increase of 30%.',
      'Deliveries came to 1,500, up 50% on the 1,200 of the year before.',
      'Staff numbers went down by 12% from 25,000 to 20,000.',
      `| City | 2024 | 2025 | Change |
|---|--:|--:|--:|
| Ayr | 200 | 220 | 10% |
| Bath | 300 | 270 | -10% |
| Cork | 400 | 440 | 20% |`,
      `| City | 2024 | 2025 | Change |
|---|--:|--:|--:|
| Ayr | 200 | 220 | +20 |
| Bath | 300 | 270 | -30 |
| Cork | 400 | 440 | +50 |`,
    ],
    alone: [
      `Net sales increased by 20% to €228 million (2024: €190 million).`,
      `The stock dropped 5% to $19, having risen from $15 in March.`,
      'Sales fell from $100 million to $80 million, or 20%.',
      'Sales rose from $100 million to $120 million, or by 20%.',
      'Exports rose to £36.2 billion and imports from the Union decreased by £0.1 billion to £51.8 billion.',
      'Flows decreased from an investment of £0.2 billion in 2011 to a disinvestment of £1.0 billion in 2012.',
      'Allowances were $28.9 million, or 3.9% of sales, compared to $30.5 million, or 4.6% of sales.',
      'Spending of $4.7 billion is lower by $220 million, but 23% higher than the $3.8 billion of two years ago.',
      'The tax will be lowered from $1.25 to $0.40, a reduction of 70%.',
      '| Ratio | 2018 | 2017 | Change |\n|---|--:|--:|--:|\n| Gross margin | 38.7% | 40.0% | -130 bps |\n| Net margin | 8.7% | 8.0% | +70 bps |\n| Tax rate | 21.0% | 20.5% | +50 bps |',
      'Sales climbed 30% to $5.2 billion from $4 billion.',
      'Revenue grew 12% a year from $1 billion in 2015 to $2.5 billion in 2023.',
      'Revenue grew 8% in constant currency, from $1.00 billion to $1.15 billion.',
      'Costs rose 5% and profit went from $3 million to $6 million.',
      'The loss narrowed from $300 million to $200 million.',
      'Margins improved from 12% to 15%, and sales rose by 20%.',
      'Combined ratio improved from 104 to 96.',
      'Prices fell 20% from their peak to $70, from $60 a year ago.',
      `| City | 2024 | 2025 | Change | Target |
|---|--:|--:|--:|--:|
| Ayr | 200 | 220 | 10% | 5% |
| Bath | 300 | 270 | -10% | 6% |
| Cork | 400 | 440 | 10% | 7% |`,
    ],
  },
  'unit-kind': {
    flagged: [
      'The rate went down from 9% to 7%, that is by 2%.',
      'The park generated 3,680 GWh in 2025, 15% more than the 3,200 GW of 2024.',
      'The plant, with a capacity of 6 MW, generated 5 GW of it.',
      'Unemployment rose from 4% to 6%, an increase of 2%.',
      'The margin widened by 3% to 15% from 12%.',
      'Its market share fell 5%, from 40% to 35%.',
      'The share of women was 28%, up 4% from 24%.',
      'The plant has a capacity of 1.2 GWh and employs 300.',
      'Peak demand reached 58 GWh in January.',
      'The country consumed 450 GW of electricity in 2025.',
      'The solar farm produces 320 MW a year.',
      'It will build 2 GWh of offshore wind turbines.',
      'A 500 MWh gas-fired plant will close.',
      'Households used 12 GW over the year.',
      'The firm holds a market share of €40 million.',
      'The cable has a bandwidth of 20 terabytes.',
      'Interest rates went from 2% to 3.5%, 1.5% more.',
      'Annual generation: 45 GW',
      'Installed capacity: 45 GWh',
      `| Project | Installed capacity |
|---|---|
| Ayr | 300 MW |
| Bath | 240 MWh |`,
    ],
    alone: [
      'A carbon tax rate of $5 a tonne applies.',
      'Fuel use peaked in 2004; its peak of 230.5 Mtoe will not come back.',
      'Unemployment rose from 4% to 6%, an increase of 50%.',
      'The battery factory has a capacity of 40 GWh a year.',
      'The pumped-storage plant has a capacity of 8 GWh.',
      'China installed 230 GW of solar in 2023.',
      'The plant generates 1.2 GW, enough for a million homes.',
      'It supplies 300 MW to the grid.',
      'The data centre uses 80 MW.',
      'Demand of 58 GW was met in January.',
      'The country added 12 GW of wind in 2025.',
      'The wind farm produced 1.2 TWh in 2025.',
      'Auctions awarded 3 GW a year between 2020 and 2024.',
      'It took a stake worth $3 billion.',
    ],
  },
  'range-reversed': {
    flagged: [
      'Trusts report waits of 45 to 28 days.',
      'Analysts expect an operating profit of £158 million to £150 million in 2026.',
      'Prices range from $80–$60 a tonne.',
      'Analysts expect growth of between 5% and 3%.',
      'Delivery takes 10–6 weeks.',
      'The ship carries 900–700 passengers.',
      'Revenue of $3.5–2.5 billion is expected.',
      'The cost is put at €40 million to €30 million.',
      `| Size | Price ($) |
|---|---|
| S | 10–12 |
| M | 18–14 |`,
    ],
    alone: [
      'He moved it from 45 to 28 days.',
      'It takes 28 to 45 days.',
      'Prices fell from $80–$90 to $60–$70.',
      'The vote was 7–2.',
      'The team won 3–1.',
      'Guidance was cut to 3–5%.',
      'Profit slipped 5% to $40 million.',
    ],
  },
  'date-conflict': {
    flagged: [
      `The plant stopped on 4 May 2025 and restarted on 28 April 2025.`,
      `Work began on 3 June 2026; it was completed on 14 May 2026.`,
      `The ban, in force from January 2024 to March 2025, lasted eight months.`,
      `# Weekly brief

This brief covers 2–8 March 2026.

## Events

- **Norvik buys a pier (3 March 2026)** It paid $4 million. Source: A
- **Sundby opens (5 March 2026)** It cost $4 million. Source: A
- **Kelm closes (14 March 2026)** It lost $9 million. Source: A`,
      'Trading opens on 30 February 2026.',
      'The strike runs from 20 June 2026 to 12 June 2026.',
      'A three-year contract runs from January 2024 to December 2028.',
      'The fiscal year ends on 31 November 2026.',
      'The works will last six months, from March to December 2026.',
      'It will be built between 2031 and 2029.',
      'On Friday, March 3, 2026, the board met.',
      'From 2019 to 2023, a period of seven years, it lost money.',
      'The ten-day strike (2–5 March 2026) cost $4 million.',
    ],
    alone: [
      `The plant stopped on 28 April 2025 and restarted on 4 May 2025.`,
      `It resumed flights on 2 May 2025, after it had stopped them on 1 April 2025.`,
      `The firm was opened on 2 May 2019, and had closed its first shop on 3 March 2018.`,
      `# Weekly brief

This brief covers 2–8 March 2026.

## Events

- **Norvik buys a pier (3 March 2026)** It paid $4 million. Source: A
- **Kelm closes (7 March 2026)** It lost $9 million. Source: A`,
      'A three-year contract runs from January 2024 to December 2026.',
      'The works will last ten months, from March to December 2026.',
      'It met on Tuesday, March 3, 2026.',
      'Between 2019 and 2023, it sold a five-year bond.',
      'The winter sale runs from 20 December to 10 January.',
      'The deadline moved from March 2027 to December 2026.',
    ],
  },
  'malformed-quantity': {
    flagged: [
      'It cost $5 million billion.',
      'It cost 40 billion billion yen.',
      'It cost €€5 million.',
      'It cost €5 million euros.',
      'It cost £3bn pounds.',
      'It has 12,34,5 units.',
      'Sales of $1,00.000 were made.',
      'A grant of € million was paid.',
      'Growth of 5%% is expected.',
      'It has 1,234,56 customers.',
      'It owes ¥300 billion yen.',
      'It raised US$ $40 million.',
      'It paid 5 million million dollars.',
      'The bill was $3..5 million.',
      'It has 3,5000 employees.',
    ],
    alone: [
      'See items 1,2,3 and 4.',
      'In version 2.1.3 and on 08.05.2026 it was fixed.',
      'Lines 10,20,30 are shut.',
      'Figures in $ million.',
      'It paid $5 million USD.',
      'It sold 1,00,000 cars and 12,34,567 bikes.',
      'It is a trillion-dollar company worth $1 trillion.',
    ],
  },
  'implausible-value': {
    flagged: [
      `Some 107% of the patients who finished went on into the second study.`,
      'The plant ran at 112% utilisation in May.',
      'Its market share is 120%.',
      'There is a 130% chance of a strike.',
      'Hotel occupancy climbed to 104%.',
      'Turnout in the vote was 101%.',
      'The founder owns 140% of the company.',
      'Capacity utilization: 115%',
      'The load factor rose to 103%.',
      'We put the probability at 110%.',
      'It has 9 billion customers.',
      `| Hotel | Occupancy (%) |
|---|--:|
| Ayr | 88 |
| Bath | 109 |`,
    ],
    alone: [
      `Sales reached 107% of the targets that were set.`,
      `The fund keeps 130% of the deposits that it must have.`,
      'Sales reached 120% of the plan.',
      'Its share price gained 150%.',
      'The cover ratio was 180%.',
      'Debt stands at 120% of GDP.',
      'The offer was 140% subscribed.',
      'Holders of 120% notes were paid.',
      'Net revenue retention was 118%.',
    ],
  },
  'untranslated-unit': {
    flagged: [
      'The deal is worth 5,000万 yuan.',
      'It lost 3.2 Milliarden euros.',
      'It sold 12 Mio units.',
      'The fund has 800 millones of pesos.',
      'Exports were 1.2兆 yen.',
      'It paid 3 crore in tax.',
      "It raised 2.5 milliards d'euros.",
      'The plan costs 3억 won.',
      'It costs 2 mld zlotys.',
      'It has 25 lakh users.',
    ],
    alone: ['It raised ¥3 billion (30亿元).', 'The firm sold 5 million cars.', 'He is the Mia of 5 towns.'],
  },
};

const rules = new Set(Object.keys(wordings));

function found(text: string): string[] {
  return analyze(`# Report\n\n${text}\n`)
    .findings.map(finding => finding.rule)
    .filter(rule => rules.has(rule));
}

for (const [rule, { flagged, alone }] of Object.entries(wordings)) {
  describe(rule, () => {
    for (const text of flagged) it(`flags: ${text}`, () => assert.ok(found(text).includes(rule)));
    for (const text of alone) it(`leaves alone: ${text}`, () => assert.deepEqual(found(text), []));
  });
}
