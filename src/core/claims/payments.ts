// Words around a number without a unit that make it an amount of money, though no measure is named: "lends 380 crore over
// seven years", "for 61 million, at a yield of 5.4%", "took 840 million out of the till".
import { atEnd } from '../text/at-end';

/** Who does this with a number does it with money. */
const PAYS = atEnd(
  /\b(?:len(?:ds?|t|ding)|lending|pa(?:ys?|id|ying)(?: (?:back|out|over|in|up))?|repa(?:ys?|id|ying)|hand(?:s|ed|ing)? back|refund(?:s|ed|ing)?|reimburs(?:es?|ed|ing)|ow(?:es?|ed|ing)|donat(?:es?|ed|ing)|pledg(?:es?|ed|ing)|borrow(?:s|ed|ing)?|spen(?:ds?|t|ding)|invest(?:s|ed|ing)?|co-?invest(?:s|ed|ing)?|fetch(?:es|ed|ing)?|wr(?:ites?|ote|itten|iting) (?:off|down)|(?:sets?|setting) (?:aside|\w+ back)|bank(?:s|ed)|pocket(?:s|ed|ing)?|earn(?:s|ed|ing)?|awarded(?: the)? \w+|guarantee[sd]|(?:is|are|was|were) (?:worth|fined|owed|awarded|drawn (?:down )?to)|worth)\s+(?:(?:it|him|her|them|us) )?/i,
);
/** These take in other things as well, and say money only when nothing is counted before. */
const TAKES_IN = atEnd(
  /\b(?:brings?|brought|bringing|took|takes?|taken|taking|draw(?:s|n)?|drew|received?|receives|got|gets?|needs?|had|has|puts?|adds?|added|inject(?:s|ed)?|contribut(?:es?|ed))(?: in)?\s+/i,
);
const BROUGHT_IN = atEnd(/\b(?:brings?|brought|bringing) in\s+/i);
const BEARS = atEnd(/\b(?:bears?|bore|shoulders?|shouldered)\s+/i);
/** "a gain of", "a rent of": amounts of money that are no measure of the report's, or are written without a scale. */
const SUM_OF = atEnd(
  /\b(?:gains?|rents?|fines?|penalt(?:y|ies)|fees?|salar(?:y|ies)|wages?|bonus(?:es)?|pensions?|grants?|loans?|mortgages?|compensation|damages|bail|ransom|prizes?|refunds?|rebates?|levy|levies|tolls?|tax(?:es)?|dut(?:y|ies)|bills?|invoices?|windfalls?|write-?downs?|write-?offs?|impairments?|instalments?|down payments?|dowr(?:y|ies)|legac(?:y|ies)|donations?|endowments?|settlements?|equity|guarantees?|suret(?:y|ies)|indemnit(?:y|ies)|(?:capital|margin|cash) calls?|(?:capital|equity|cash) injections?|overdrafts?|credit lines?)\s+of\s+(?:a |an |another |some )?/i,
);

/** "from two private-credit funds", "out of the till". */
const FROM_PURSE =
  /^\s+(?:(?:from|out of) (?:(?!(?:and|to|in)\b)[\p{L}\d'’-]+ ){0,4}(?:funds?|banks?|lenders?|creditors?|investors?|shareholders?|till|purse|pockets?|budget|reserves|treasury|coffers|taxpayers?|savings|accounts?|donors?|insurers?|sponsors?|escrow)\b|of (?:its|his|her|their|our) own(?: (?:money|cash|funds|capital))?(?=$|[,.;)]| (?:into|in|to|on|last|this|since)\b)|of (?:(?:fresh|new|additional|further|more) )?(?:equity|capital|debt|cash|credit|aid)\b|in (?:cash|debt|equity|loans?|bonds?|notes|fees?|tax(?:es)?|fines?|dividends?|interest|aid|grants?|rents?|wages|savings|compensation|damages|bribes|subsid(?:y|ies)|royalt(?:y|ies)|bonuses)\b|at (?:a |an )?(?:yield|coupon|interest|rate of interest)\b)/iu;
/** "380 crore over seven years at 10.4%". */
const AT_INTEREST = /^[^.;]{0,40}\bat \d[\d.]*\s?(?:%|percent|per cent)(?!\s+of\b)/i;
/** "the 75 million that Norrine has posted". */
const THAT_PAID =
  /^ (?:that|which) [^.,;]{1,40}? (?:paid|posted|borrowed|lent|owes?|owed|spent|raised|invested|pledged|earned|put up|set aside)\b/i;
/** "another 14 million was spent on piles". */
const IS_SPENT =
  /^ (?:more )?(?:is|are|was|were|has been|have been|had been) (?:spent|lent|borrowed|repaid|reimbursed|invested)\b/i;
/** "the last 2 million came back from escrow", "3 million was released": of money, not of people, one says that it was. */
const COMES_FROM = /^ (?:more )?(?:comes?|came|is coming|has come|have come)(?: back| in)?(?= )/i;
const IS_HANDED =
  /^ (?:more )?(?:is|was|has been|had been) (?:paid|released|transferred|disbursed|remitted|refunded|recovered|pledged|earmarked|set aside|withheld|written off|wired)\b/i;
/** "a further 96 million went into a yard", where money has been spoken of. */
const GOES_INTO =
  /^ (?:more )?(?:(?:goes|go|went|flows?|flowed|gone|is going|was put|were put|was sunk|poured) (?:into|towards?)|(?:pays|paid) for|covers|covered) (?:the|a|an|its|their|new|\p{L}+(?:ing|s))\b/iu;
const BUYS_FOR =
  /\b(?:buys?|bought|buying|acquir(?:es?|ed|ing)|t(?:akes?|ook|aking) over|sells?|sold|selling|purchas(?:es?|ed|ing)|rent(?:s|ed)|leas(?:es|ed)|licens(?:es|ed)|hand(?:s|ed) over|chang(?:es|ed) hands|auctioned|went)\b[^.;:]{0,120}\bfor\s+(?:a total of |a price of |just |only )?$/i;

/**
 * True when the words around a number that has no unit say that it is money.
 * @param before what stands before it in its sentence, qualifiers aside
 * @param after what stands behind it
 * @param counts that something else is counted before it in the sentence, which it may count again
 * @param ofMoney that the amount before it in the block is one of money
 */
export function isPayment(before: string, after: string, counts: boolean, ofMoney: boolean): boolean {
  if (PAYS.test(before) || SUM_OF.test(before) || THAT_PAID.test(after) || IS_SPENT.test(after)) return true;
  if (counts) return false;
  if (ofMoney && (GOES_INTO.test(after) || IS_HANDED.test(after))) return true;
  const from = COMES_FROM.exec(after)?.[0];
  if (from !== undefined && FROM_PURSE.test(after.slice(from.length))) return true;
  const ends = /^\s*(?:$|[,.;)]|\b(?:to|from|in|at|and|last|this)\b)/i.test(after);
  if (BUYS_FOR.test(before) || BROUGHT_IN.test(before) || BEARS.test(before)) return ends;
  return TAKES_IN.test(before) && (FROM_PURSE.test(after) || AT_INTEREST.test(after));
}
