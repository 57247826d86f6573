// Which part of a report a heading announces, by the words that reports use for it.
import type { PartKind } from './report';

/** In order of precedence: "Impact on industry vendors" is about impacts before it is about players. */
const PART_WORDS: readonly (readonly [PartKind, RegExp])[] = [
  [
    'sources',
    /^(?:sources?|references?|bibliography|works cited|further reading|notes and sources|footnotes)$/,
  ],
  ['significance', /\bwhy (?:it|this|that) matters\b|\bso what\b/],
  [
    'questions',
    /\bto watch\b|\bwatch ?list\b|\bopen (?:questions?|points?|issues?)\b|\bquestions?\b|\b(?:do not|don['’]t) (?:yet )?know\b|\bunknowns\b|\bunresolved\b/,
  ],
  [
    'decisions',
    /^(?:key )?decisions?$|\bdecisions? (?:by|for|points?|required|needed)\b|\brecommend|\bwhat to do\b|\b(?:next|action) steps?\b|\baction (?:items|plan|points)\b|^actions?$|^advice\b|\bplaybook\b/,
  ],
  [
    'predictions',
    /\bpredict|\bforecasts?\b|\boutlook\b|\bwhat we expect\b|\bexpectations?\b|\bprojections?\b|\bour estimates\b|\blooking ahead\b|\bscenarios?\b|\bwhat comes next\b/,
  ],
  ['impacts', /^(?:the )?(?:impacts?|implications?|effects?|consequences)\b|\bimpacts?$|\bimplications$/],
  [
    'judgments',
    /\bjudge?ments?\b|\bour (?:reading|view|take|assessment|opinion)\b|\bassessments?\b|\b(?:key|main) (?:findings|takeaways|conclusions)\b|^conclusions?$|\btakeaways\b/,
  ],
  [
    'players',
    /\bplayers?\b|\bstakeholders?\b|^(?:the |key |main )?(?:companies|competitors|actors|firms|vendors|participants|protagonists)\b|\bwho['’]?s who\b|^the (?:two|three|four|five|six|seven|eight|nine|ten|big \w+)$|\bcompany profiles?\b/,
  ],
  ['landscape', /\blandscape\b|\bmarket structure\b|\bcompetition\b/],
  [
    'events',
    /\bevents?\b|\bmilestones?\b|\btimeline\b|\bchronology\b|\bdeals?\b(?: log)?|\bwhat happened\b|\bdevelopments?\b|\bkey moves\b|^(?:the )?news\b|\bannouncements?\b/,
  ],
  [
    'data',
    /\bdata\b|\b(?:key|main) (?:numbers?|figures|metrics|indicators|facts)\b|\bmetrics\b|\bindicators\b|\bby the numbers\b|\bin (?:numbers|figures)\b|\bstatistics\b|\bprices?(?: board)?$/,
  ],
  ['evolution', /\bevolution\b|\btrends?\b|\bhistory\b|^(?:past|present|future)\b|\btrajectory\b/],
  [
    'background',
    /\bbackground\b|\boverview\b|\bintroduction\b|\bsummary\b|\bcontradictions?\b|\bcontext\b|\bin brief\b|\bat a glance\b/,
  ],
  ['risks', /\brisks?\b/],
];

/** The part that a heading's words announce; 'other' when they announce none. */
export function partOfTitle(title: string): PartKind {
  const words = title.toLowerCase().slice(0, 200);
  return PART_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}
