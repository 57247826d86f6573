// Amounts of money where a share is meant: "a market share of $31 billion".
import { seek } from '../text/beginnings';
import type { Fix, Found } from './rule';
import { type Part, type Sentence, wordsAfter, wordsBefore } from './sentences';

/** "Its share of the market for pumps in Tarn is …", "the vacancy rate there stands at …". */
const SHARE_OF_MONEY =
  /\b(?:(?:market|viewing|audience|vote|modal) shares?|share of the (?:[\p{L}-]+ ){0,3}market|occupancy(?: rate)?|utili[sz]ation(?: rate)?|load factors?|turnout|(?:unemployment|vacancy|inflation|churn|default|approval|success) rates?|probabilit(?:y|ies)|likelihood)(?: there| (?:in|for|among|at|of)(?: (?!(?:that|which|who|and|or|worth|is|are|was|were|with|to)\b)[\p{L}’'-]+){1,7})?\s+(?:now |currently )?(?:(?:was|is|stood|stands|came|rose|fell|reached|hit|of|at|to|about|around|some|worth)\s+){1,3}(?:an? )?$/iu;

const NAMES_SHARE =
  /\b(?:(?:market|viewing|audience|vote|modal) share|share of (?:[\p{L}-]+ ){0,2}(?:tenders|orders|shipments|installations|deliveries|registrations|exports|imports|votes|households|users|passengers|traffic|tonnage|flights)|occupancy|load factor|turnout|(?:unemployment|vacancy|churn|approval) rate)\b/iu;

/** "Share of rented homes in revenue"; a share of profit or loss in associates is an amount. */
const SHARE_IN =
  /^\s*(?:the )?share of (?!(?:[\p{L}-]+ ){0,3}(?:profits?|loss(?:es)?|income|results?|earnings|net assets|equity)\b)(?:[\p{L}-]+ ){1,4}in (?:[\p{L}-]+ ){0,2}(?:revenues?|sales|turnover|output|production|exports|imports|spending|costs|generation|total|demand)\b/iu;

/** The first cell of a row that holds a share, where no word of it asks for an amount: "World market share in carriers". */
function labelOfShare({ mention: { figure } }: Part): string | undefined {
  const { cell } = figure;
  const label = cell?.row.cells[0]?.prose.of(shareNamedIn);
  return label !== undefined && cell?.cell.prose.text.trim() === figure.text ? label : undefined;
}

function shareNamedIn(label: string): string | undefined {
  const asks = /\b(?:value|worth|costs?|expenses?|charges?|prices?|revenue|sales|size)\b/i.test(label);
  const ofPart = SHARE_IN.exec(label)?.[0];
  return ofPart ?? (asks ? undefined : NAMES_SHARE.exec(label)?.[0]);
}

const STAKE = /\b(?:stake|shareholding|holding|interest)\b[^,;:.]{0,50}$/i;
const OF_VOTES =
  /^\s+of (?:the |its |all )?(?:voting rights|votes|(?:share )?capital|shares|equity|ordinary shares)\b/i;

/** "Their stake falls to $31.5 of the voting rights". */
function stakeOf(sentence: Sentence, part: Part): string | undefined {
  const { scale, quantity } = part.mention.figure;
  if (scale !== undefined || quantity.value > 100 || !OF_VOTES.test(wordsAfter(sentence, part, 30)))
    return undefined;
  return STAKE.test(wordsBefore(sentence, part, 80)) ? 'stake' : undefined;
}

/** What the words above for a share begin with: in prose, one of them stands in the sentence. */
const NAMES_ONE = seek(
  'share shares occupancy utilisation utilization load turnout rate rates probability probabilities likelihood stake shareholding holding interest',
);

/** Money where a share is named. */
export function moneyAsShare(sentence: Sentence, part: Part): Found | undefined {
  const { figure } = part.mention;
  if (figure.quantity.kind !== 'money' || figure.inherited) return undefined;
  const named =
    (sentence.words & NAMES_ONE) !== 0
      ? (SHARE_OF_MONEY.exec(wordsBefore(sentence, part, 90))?.[0] ?? stakeOf(sentence, part))
      : undefined;
  const measure = named ?? labelOfShare(part);
  if (measure === undefined) return undefined;
  const number = /\d[\d.,]*/.exec(figure.text)?.[0];
  const fixes: Fix[] =
    number === undefined || figure.quantity.stated === undefined || figure.quantity.stated.value > 100
      ? []
      : [
          {
            kind: 'edits',
            title: `Write ${number}%`,
            edits: [{ span: figure.core, newText: `${number}%` }],
            certain: false,
          },
        ];
  return {
    span: figure.span,
    message: `“${figure.text}” is an amount of money, but a ${measure.split(/\s+(?:was|is|stood|stands|came|rose|fell|reached|hit|of|at|to|about)\b/)[0] ?? 'share'} is a percentage.`,
    fixes,
  };
}
