// The content words of a text as stems, with one stem for words that reports use for one another.
import { ALPHABETIC, APOSTROPHE, DIGIT, eachRun, endWithoutOwner, inLowerCase } from '../text/letters';
import { flat } from '../text/lists';
import { onceOfWord } from '../text/remember';
import { Wording } from '../text/wording';

const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the and or but nor so yet of in on at by for from with to into onto over under above below between among within without about around ' +
    'after before during since until till as than then that this these those it its they them their he she his her we our you your who which ' +
    'what where when how why is are was were be been being am has have had having do does did will would can could may might must shall should ' +
    'not no yes if whether while because although though also only just even still already more most less least much many few some any all ' +
    'both each every other others another such same own too very up down out off per plus via e g i et al one ' +
    'said says say according total about approximately nearly almost roughly exceed exceeds exceeding reach reached reaches stood stands ' +
    'million billion trillion thousand crore lakh percent year years month months quarter ' +
    // How a value moved and when tells nothing about what it is a value of.
    'rose rise risen rises rising grew grow grown growth grows growing increase increased increases increasing climbed climb jumped gained ' +
    'fell fall fallen falls falling decrease decreased decreases declined decline drop dropped slipped slip shrank eased ease higher lower ' +
    'came come comes went go goes put puts amount amounts amounted totalled totaled totals worth now today currently thus there here ' +
    'first second third fourth compared against earlier later ago last next day days week weeks half nine hundred previous ' +
    'january february march april june july august september october november december'
  ).split(' '),
);

/** Each is one meaning: where one word names what a figure measures in the text, another names it in the table. */
const MEANINGS: readonly string[] = [
  'sales sold revenue turnover takings',
  'spend spent outlay capex expenditure cost expense',
  'staff employee headcount worker workforce personnel job people payroll',
  'loan lend lent lending credit',
  'customer client subscriber user',
  'buy bought purchase acquire acquisition takeover bid offer deal',
  'contract agreement order',
  'shipment shipped export deliver delivery transport carry carried move haul',
  'plant factory works mill facility',
  'produce production output generate generation',
  'invest investment inject injection',
  'commit commitment pledge promise',
  'donate donation give gift grant subsidy contribute contribution',
  'raise raised issue placement',
  'profit earnings income',
  'loss losses deficit shortfall',
  'debt borrow borrowing borrowed',
  'stake holding shareholding',
  'store shop outlet branch',
  'vessel ship boat',
  'pay paid payment wage salary',
  'build built construct construction',
  'visitor guest tourist',
  'home house dwelling flat',
  'fund funding finance financing',
  'farm farmer grower',
  'rent rental lease leased rented',
  'fine penalty',
  'passenger traveller rider',
  'hire recruit',
  'licence license licensed licensing permit',
];

const BY_STEM: ReadonlyMap<string, string> = new Map(
  flat(MEANINGS, line => {
    const [first = '', ...others] = line.split(' ').map(bareStem);
    return others.map(other => [other, first] as const);
  }),
);

/** The content words of a text as stems, in order, and where each starts and ends. */
export interface Stems {
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Chinese and Japanese write words without spaces between them; a name in Latin letters is a word of its own there. */
const FURTHER = ALPHABETIC | DIGIT | APOSTROPHE;

/** The content words of a text with their places. */
export function stemsIn(text: string, wording = new Wording(text)): Stems {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const lower = wording.of(inLowerCase);
  eachRun(text, ALPHABETIC, FURTHER, (start, end) => {
    const stem = stemOf(lower, start, endWithoutOwner(lower, start, end));
    if (stem === '') return;
    words.push(stem);
    starts.push(start);
    ends.push(end);
  });
  return { words, starts, ends };
}

/** The content words of a text as stems, in order. */
export function contentWords(text: string): readonly string[] {
  return stemsIn(text).words;
}

/** "FY25" and "Q3" tell when, not what. */
const PERIOD = /^(?:fy|cy|q|h)\d+[a-z]?$/;

/** The stem of a word in lower case; '' when it is no content word. */
const stemOf = onceOfWord((word: string) => {
  if (word.length < 2 || STOP_WORDS.has(word) || PERIOD.test(word)) return '';
  const stem = bareStem(word);
  return BY_STEM.get(stem) ?? stem;
});

/** Enough of a stem to join "subscribers" and "subscriber", "invested" and "investment". */
function bareStem(word: string): string {
  const bare = word.length > 3 ? word.replace(/(?:ies|ing|ments?|ed|es|s|e)$/, '') : word.replace(/s$/, '');
  return bare.slice(0, 7);
}
