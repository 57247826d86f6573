// Caveats: words or a marker that say that figures are not confirmed, with the text that they speak of.
import type { Prose } from '../markdown/prose';
import { mayHave, seek } from '../text/beginnings';
import { flat } from '../text/lists';
import type { Span } from '../text/span';
import type { Wording } from '../text/wording';
import { eventScopes } from './events';
import type { Caveat, Event, Section } from './report';
import { endWithChildren } from './sections';
import { sentencesOf, sentencesWith } from './sentences';
import { rowSpan } from './tables';

/** The words of caveats, with a hint that all of the forms beside it have, so that few texts are searched for them. */
const CAVEAT_WORDS: readonly { readonly hint: RegExp; readonly forms: readonly RegExp[] }[] = [
  {
    hint: /confirm|verif|audit|substantiat|corroborat/i,
    forms: [
      /\b(?:not|never|nor|neither)(?: been)?(?: yet| been| officially| independently| publicly| fully| formally)* (?:confirmed|verified|audited|substantiated|corroborated)\b(?: by [^.;,|()]{1,60})?/i,
      /\b(?:neither|none|nobody|no[ -]one|no)\b(?:[^.;:,()]{0,40}?) (?:has|have|had|would|will|could|did)(?: yet| so far| \p{L}+ly)* (?:confirm|verif[yi]|corroborat)\p{L}*/iu,
      /\b(?:yet to (?:be )?|awaiting |awaits |pending |without |lacks |refus(?:es?|ed) to |unable to |declin(?:es?|ed) to |(?:can|will)(?:not| not|n['’]t) (?:be )?)(?:(?:official|formal|independent|public|final) )?(?:confirm(?:ed|ation)?|verif(?:y|ied|ication)|corroborat(?:ed?|ion)|audit(?:ed)?)\b/i,
      /\b(?:un(?:confirmed|verified|substantiated|corroborated|audited)|(?:has|have|had|did|does|do|could|would)(?: not|n['’]t) (?:been )?(?:yet )?(?:confirm(?:ed)?|verif(?:y|ied))|could not be (?:confirmed|verified)|declined to confirm)\b/i,
    ],
  },
  {
    hint: /reported|alleged|purported|supposed|rumou?r/i,
    forms: [/\b(?:reportedly|allegedly|purportedly|supposedly|rumou?red|rumou?rs?)\b/i],
  },
  {
    hint: /(?:said|thought|believed|understood) to/i,
    forms: [/\b(?:is|are|was|were) (?:said|thought|believed|understood) to\b/i],
  },
  {
    hint: /familiar|close to|briefed|knowledge/i,
    forms: [
      /\b(?:people|persons|sources?|insiders|executives|officials|bankers) (?:who are |that are )?(?:familiar with|close to|briefed on|with knowledge of)\b/i,
    ],
  },
  {
    hint: /unofficial/i,
    forms: [
      /\bunofficially\b|\bunofficial (?:figures?|data|numbers?|counts?|tall(?:y|ies)|results?|reports?)\b/i,
    ],
  },
  {
    hint: /(?:media|press|news) reports/i,
    forms: [/\b(?:media|press|news) reports\b/i],
  },
  {
    hint: /preliminar|provisional/i,
    forms: [
      /\b(?:preliminary|provisional) (?:(?!(?:and|or|of|on|for|about|to|with)\b)\p{Ll}[\p{L}-]* ){0,2}?(?:figures?|data|numbers?|results?|estimates?|counts?|basis|stud(?:y|ies)|assessments?|calculations?|findings|accounts|tall(?:y|ies)|totals?|returns|readings?|surveys?|tests?|sums?|balances?|values?|analys[ei]s|indications?|evidence|statements?)\b|\b(?:preliminary|provisional) \p{Ll}+ of (?:\p{Ll}+ )?(?=\p{Sc}|\p{Lu}{0,3}[ $]?\d)|\b(?:according to|judging by) (?:the |its |their |some )?(?:preliminary|provisional) \p{Ll}+|\b(?:is|are|remains?|still) (?:preliminary|provisional)\b|\((?:preliminary|provisional)\)|\b(?:preliminarily|provisionally)\b/iu,
    ],
  },
];
/** "analyst estimates" is a caveat, "Bernstein analyst estimates" names its source. */
const ANALYSTS = /(?:(?<!\S)(\S{1,60}) )?\b(?:analysts?['’]?|industry|market|third[- ]party) estimates?\b/i;
const GENERIC =
  /^(?:third[- ]party|industry|market|some|various|several|multiple|other|unnamed|by|from|on|to|and|or|the|an?|reports?\/analyst)$/i;
const MARKER = /⚠/;
/** A cheap look for a word that every caveat has, which turns nearly every text away. */
const MAY_CAUTION = new RegExp(
  `\\b(?:un)?(?:${[...CAVEAT_WORDS.map(({ hint }) => hint.source), 'estimate'].join('|')})|${MARKER.source}`,
  'i',
);

/** How those words begin. */
const CAUTIONS =
  'confirm verif audit substantiat corroborat reported alleged purported supposed rumor rumour said thought believed ' +
  'understood familiar close official briefed knowledge media press news preliminar provisional estimate';
const CAUTIONING = seek(`${CAUTIONS} ${CAUTIONS.replace(/\b(?=\w)/g, 'un')}`);

/** Turns nearly every text away. */
function mayCaution(text: string, wording: Wording): boolean {
  return mayHave(CAUTIONING, wording) || text.includes('⚠');
}

/** Where a caveat's own words stand in a piece of text; undefined when it has none. */
export function caveatIn(text: string): Span | undefined {
  if (!MAY_CAUTION.test(text)) return undefined;
  const found: Span[] = [];
  for (const { hint, forms } of CAVEAT_WORDS) {
    if (!hint.test(text)) continue;
    for (const form of forms) {
      const match = form.exec(text);
      if (match) found.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  const analysts = ANALYSTS.exec(text);
  const before = analysts?.[1] ?? '';
  const named = /^\p{Lu}/u.test(before) && !GENERIC.test(before);
  if (analysts && !named) found.push({ start: analysts.index, end: analysts.index + analysts[0].length });
  const marker = MARKER.exec(text);
  // A marker that stands alone is a mark in a rating column.
  if (marker && /[\p{L}\p{N}]/u.test(text))
    found.push({
      start: marker.index,
      end: marker.index + endOfMarked(text.slice(marker.index, marker.index + 120)),
    });
  if (found.length === 0) return undefined;
  return found.reduce((a, b) => (b.start < a.start ? b : a));
}

/** Length of the marker and the words that it marks: to the end of the clause, or to the next field's label. */
function endOfMarked(text: string): number {
  const end = /[.;|)）\n]|\s+\p{Lu}[\p{L}]*(?: \p{Lu}?[\p{L}]+)?[:：]/u.exec(text)?.index ?? text.length;
  return text.slice(0, end).trimEnd().length;
}

/** Every caveat of the report with its scopes: the section or event that it heads, its table row, its sentence. */
export function readCaveats(sections: readonly Section[], events: readonly Event[]): Caveat[] {
  const caveats: Caveat[] = [];
  const enclosing = eventScopes(events);
  sections.forEach((section, index) => {
    const heading = section.heading;
    const headed = heading && caveatIn(heading.prose.text);
    if (heading && headed) {
      const scope = { start: section.span.start, end: endWithChildren(sections, index) };
      caveats.push(caveatAt(heading.prose, headed, [scope]));
    }
    for (const block of section.blocks) {
      if (block.kind === 'footnote') continue;
      if (block.kind === 'table') {
        for (const row of block.rows) {
          for (const cell of row.cells) {
            const words = cell.prose.of(caveatInCell);
            if (words) caveats.push(caveatAt(cell.prose, words, [rowSpan(row)]));
          }
        }
      } else
        for (const { words, sentence } of block.prose.of(caveatsIn)) {
          const span = block.prose.toSpan(words);
          const event = enclosing.innermost(span);
          const speaksForEvent = event && (isInTitle(event, span) || isInSource(event, span));
          const own = isInLead(block.prose, words) ? block.span : block.prose.toSpan(sentence);
          const scope = speaksForEvent ? event.span : own;
          caveats.push(caveatAt(block.prose, words, [scope]));
        }
    }
  });
  return caveats;
}

function caveatAt(prose: Prose, words: Span, scopes: readonly Span[]): Caveat {
  return { text: prose.text.slice(words.start, words.end), span: prose.toSpan(words), scopes };
}

function caveatInCell(text: string, wording: Wording): Span | undefined {
  return mayCaution(text, wording) ? caveatIn(text) : undefined;
}

/** "(Not confirmed.)" is nothing but a caveat, and speaks of the sentence before. */
const ROOM_AROUND = 5;

/** The sentences with caveats, and where the caveats' own words stand. */
function caveatsIn(text: string, wording: Wording): { readonly words: Span; readonly sentence: Span }[] {
  const sentences = text.includes('⚠') ? wording.of(sentencesOf) : sentencesWith(CAUTIONING, wording);
  return flat(sentences, sentence => {
    const words = caveatIn(text.slice(sentence.start, sentence.end));
    if (!words) return [];
    const isAlone = words.end - words.start > sentence.end - sentence.start - ROOM_AROUND;
    const before = isAlone ? wording.of(sentencesOf).findLast(({ end }) => end <= sentence.start) : undefined;
    const spoken = { start: before?.start ?? sentence.start, end: sentence.end };
    return [
      {
        words: { start: sentence.start + words.start, end: sentence.start + words.end },
        sentence: spoken,
      },
    ];
  });
}

/** In the bold words that open a paragraph or an item. */
function isInLead({ marks, text }: Prose, words: Span): boolean {
  const bold = marks.find(({ kind }) => kind === 'strong');
  return bold !== undefined && !/\p{L}/u.test(text.slice(0, bold.at.start)) && words.end <= bold.at.end;
}

/** In the title, or between the title and the first field. */
function isInTitle(event: Event, span: Span): boolean {
  const end = event.facts
    ? Math.max(event.titleSpan.end, Math.min(event.facts.span.start, event.titleSpan.end + 200))
    : event.titleSpan.end;
  return span.start >= event.titleSpan.start && span.start < end;
}

function isInSource(event: Event, span: Span): boolean {
  return (
    event.source !== undefined && span.start >= event.source.span.start && span.start < event.source.span.end
  );
}
