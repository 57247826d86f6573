// Capitalised words that are no name of an actor: months, labels, nationalities, amounts, units.
import { isCurrencyCode, isUnitSymbol } from '../figures';
import { capitalised, MONTH_NAMES, SMALL_NUMBERS, WEEKDAY_NAMES } from '../text/english';
import { once } from '../text/remember';

const NOT_ACTORS: ReadonlySet<string> = new Set(
  (
    `${[...MONTH_NAMES, ...WEEKDAY_NAMES].join(' ')} ` +
    'a an the this that these those it its they we our in on at by for from with and but or ' +
    'of as if when while after before since under over total average others source sources table figure note key core main high ' +
    'medium low past present future january key risk impact why what how will who which whether some most many each ' +
    'mon tue tues wed weds thu thur thurs fri any all both one two three four five six seven eight nine ten first second third q1 q2 q3 q4 h1 h2 fy ai it ceo cfo coo cto chair ' +
    'ebitda ebit ebita gdp gnp cpi ppi pmi capex opex roe roi roce roic eps npl nii nim arr mrr kpi kpis esg ipo yoy qoq vat gmv gov aum nav irr npv ltv tbd ' +
    'american european asian african german french italian russian indian brazilian canadian australian mexican norwegian austrian ' +
    'belgian iranian egyptian nigerian ukrainian korean indonesian western eastern northern southern world worldwide global ' +
    'buy sell hold reduce add accumulate neutral overweight underweight outperform underperform'
  ).split(' '),
);

/** True for capitalised words that are no name of an actor: months, labels, nationalities, currencies, units. */
export const isNoActor = once(isUnfitForActor);

function isUnfitForActor(name: string): boolean {
  return (
    NOT_ACTORS.has(name.toLowerCase()) ||
    NATIONALITY.test(name) ||
    COUNTED_NAME.test(name) ||
    AMOUNT.test(name) ||
    OF_YEAR.test(name) ||
    WEATHER.test(name) ||
    isCurrencyCode(name) ||
    isUnitSymbol(name)
  );
}

/** "Series B", "Phase Two", "Table A": one of several that a letter or number tells apart. */
const COUNTED_NAME =
  /^(?:Event|Deal|Milestone|Judge?ment|Prediction|Question|Series|Phase|Stage|Class|Type|Tier|Grade|Table|Figure|Chart|Annex|Appendix|Scenario|Option|Case|Block|Unit|Line|Lot|Tranche|Round|Article|Section|Chapter|Part|Note|Box|Step|Level)(?: (?:\p{Lu}{1,4}|One|Two|Three|Four|Five))?$/u;

/** "CHF 550", "Eight free slots": what starts as an amount does. */
const AMOUNT = new RegExp(
  `^(?:\\p{Lu}{2,3} [\\d.,]+$|(?:${capitalised(SMALL_NUMBERS)}|Eleven|Twelve) \\p{Ll})`,
  'u',
);

/** "Bond 2028", "Vision 2030": a paper, a plan or a fair. */
const OF_YEAR = / (?:19|20)\d\d$/;

/** "Hurricane Odile", "Storm Ylva". */
const WEATHER = /^(?:Tropical )?(?:Hurricane|Storm|Typhoon|Cyclone) \p{Lu}/u;

/** "Danish", "Japanese". */
const NATIONALITY = /^\p{Lu}\p{Ll}{2,}(?:ish|ese)$/u;
