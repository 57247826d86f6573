// Which part of a report a heading announces, by the words that reports of all houses use for it.
import { SMALL_NUMBERS } from '../text/english';
import { remember } from '../text/remember';
import type { PartKind } from './report';

/** "Who stands where", not "Who pays" or "Who owns Merrow now", which tell of the matter rather than of each. */
const WHO =
  "^who\\b(?!['’]?s? (?:(?:owns|holds|controls|backs|funds|runs|buys|lends) (?!what|which|whom)|will|should|must|can|could|would|pays?|benefits?|feels?|suffers?|was|were|we|gets?|got)\\b)";

/** Words that announce a part wherever they stand in a title; in order of precedence. */
const PART_WORDS: readonly (readonly [PartKind, readonly string[]])[] = [
  [
    'sources',
    [
      '^(?:data )?sources?(?: (?:and|&) .*)?$',
      '^(?:references?|bibliography|works cited|further reading|literature|citations)$',
      '^(?:list of|notes and) (?:sources|references)$',
      '^(?:foot|end)?notes$',
    ],
  ],
  [
    'players',
    [
      `^(?:(?:the|\\d{1,2}|${SMALL_NUMBERS}) )*(?:companies|firms|groups|banks|players|names|people|actors) (?:to (?:know|watch)|(?:that|who) (?:matter|count))$`,
    ],
  ],
  ['significance', ['\\bwhy (?:it|this|that) (?:matters|counts)\\b', '\\bso what\\b', '^significance\\b']],
  [
    'questions',
    [
      '\\bto watch\\b|^what (?:we|i) (?:watch|are watching|am watching)\\b|^watch(?: (?:points?|items?|for|next|out|this))?$|\\bwatch ?list\\b|\\bkeep an eye on\\b|\\bsign ?posts?\\b|\\bkeep watching\\b|\\b(?:early[- ])?warning signals?\\b|\\bindicators and warnings?\\b|\\bon (?:our|the) radar\\b|\\bto (?:note|be (?:observed|clarified|watched|seen|confirmed|tracked|followed|monitored))\\b|\\bto (?:follow|monitor|track|look (?:out )?for|keep in view|be clarified)\\b',
      '\\b(?:open|outstanding|unresolved|unsettled|pending|remaining) (?:\\w+ )?(?:questions?|points?|issues?|items?|ends?|matters?)\\b|\\bloose ends\\b|\\bstill (?:open|unclear|unknown)\\b',
      '\\bquestions?\\b(?! and answers)|\\bto ask\\b|^ask (?:the|your)\\b|\\bpuzzles?\\b|\\bask(?:ing)? (?:ourselves|myself)\\b|\\bstill (?:ask|wonder)\\b|\\b(?:we|i) wonder\\b',
      "\\b(?:do not|don['’]t|cannot|can['’]t|could not|couldn['’]t) (?:(?:we|they|you) )?(?:yet )?(?:know|say|tell|find)\\b|\\b(?:not|un)[- ]?(?:yet )?(?:known|knowns|resolved|answered|clear|settled)\\b",
      '\\buncertaint(?:y|ies)\\b|\\bblind spots?\\b|\\bnot sure\\b|\\bin the dark\\b|(?<!\\byou )\\b(?:like|want|need|love) to know\\b|\\bpoints of attention\\b|\\bstill (?:un|not )\\w+$|\\b(?:information|knowledge|intelligence|data) gaps?\\b|^gaps\\b|^(?:our )?doubts$|\\bstill missing\\b|\\bmissing information\\b|\\bwhat remains\\b|^pending$|\\b(?:points?|issues?|matters?|questions?|items?) (?:outstanding|pending|open|left|(?:that )?(?:(?:we|i|they) )?(?:are |is |have |has |could |can |do |remains? |stays? )?(?:still )?(?:not|un\\w+|open|outstanding|pending))\\b|^park(?:ed|ing lot)\\b|\\b(?:further|future) research\\b|^(?:still )?open$',
    ],
  ],
  [
    'decisions',
    [
      '^(?:key |our |the )?decisions?(?: points?| (?:and|&) .*)?$|\\bdecisions? (?:by|for|required|needed|requested|sought|asked|to (?:take|make)|reference|support|guide|aid|menu|list)\\b|\\b(?:need|room|scope) for action\\b|^if you\\b|^for (?:your )?decision\\b|^your (?:next )?moves?\\b',
      '\\brecommend|\\bwhat (?:to |(?:\\w+ ){1,3}(?:should|must|can|need to|ought to) (?:now )?|should (?:\\w+ ){1,5})do\\b|\\b(?:next|action) steps?\\b|\\bsuggest(?:ed|ions?)\\b',
      '\\baction (?:items|plan|points|list)\\b|^(?:our |the |key |proposed |suggested )?actions?(?: (?:for|by) .*)?$|\\bcalls? (?:to|for) action\\b|\\bto[- ]dos?\\b|\\bwhat (?:i|we) (?:will|would|shall) do\\b|\\b(?:should|must|has to|needs to|ought to|is to) be done\\b',
      '\\badvice\\b|\\btips\\b|^tip$|^for action\\b|^do (?:now|this|next)\\b|\\bplaybook\\b|^(?:our |the )?plays$|\\bchecklist\\b|\\bremed(?:y|ies)\\b|^(?:proposed |policy )?measures\\b|\\bpolicy options\\b|\\b(?:choices|options) (?:for|before|open to|facing)\\b|^proposals?\\b',
      '\\bwhat (?:we|they|\\w+ \\w+|the \\w+) (?:propose|ask|asks|advise|urge|want done|would do)s?\\b|\\bif (?:we|i) (?:were|ran|owned|led|had) \\w+|\\bhow to (?:respond|act|react)\\b|^(?:our )?(?:asks|requests)\\b|^(?:proposed |draft )?resolutions?(?: proposed| sought)?$|^what (?:we|i) (?:do|will do|should do)(?: next| now)?$',
      '\\bimplications for action\\b|\\b(?:mitigating|remedial|management|corrective) actions\\b|\\b(?:is|are) asked to$|\\bseeks? approval\\b|\\b(?:matters?|items?|points?) for (?:decision|resolution|approval)\\b|^(?:we|i) ask (?:the|you|our|for)\\b|\\btactics\\b|\\bno[- ]regrets?\\b|^priorities\\b|\\bprescriptions?\\b',
    ],
  ],
  [
    'calendar',
    [
      '\\b(?:dates?|events?|milestones?|deadlines?|weeks?|days?|calendar|diary) (?:ahead|to come)\\b|\\b(?:upcoming|forthcoming|scheduled)\\b|^coming (?:up|weeks?|dates|events)\\b|^ahead$|^catalysts?\\b|\\bcatalysts (?:ahead|to come|calendar)\\b',
      "^(?:the )?next (?:week|fortnight|month)(?:['’]s .*)?$|\\b(?:what is|what['’]s|dates|next) due\\b|^due dates$|\\bnext (?:dates|events|milestones|deadlines)\\b",
    ],
  ],
  [
    'predictions',
    [
      '\\bpredict|\\bforecasts?\\b|\\bforesight\\b|\\boutlook\\b|\\bexpect(?:ed|ations?)?\\b|\\bprojections?\\b|\\bprognos[ei]s\\b|\\bforesee\\b',
      '\\bour estimates\\b|\\b(?:look(?:ing)?|see) (?:ahead|forward)\\b|\\b(?:will|may|could) bring\\b|\\b(?:the )?(?:road|way|months?|years?) ahead\\b|\\bscenarios?\\b|\\bbase case\\b',
      "\\bwhat (?:comes|happens|is|['’]?s) next\\b|\\b(?:comes|happens) next\\b|\\bwhat['’]s next\\b|\\bwhere next\\b|^next$|\\bcrystal ball\\b|\\bbets?\\b(?! on)|^(?:the |our )?odds\\b|^where (?:we|it|this|\\w+|\\w+ \\w+) (?:heads?|lands?|ends?|goes? (?:next|now|from here))\\b|^where (?:we|it|this) goes?\\b|^what (?:will|may|could) (?:happen|change|follow|come)\\b",
      '^(?:our |the |desk |key )?calls?(?: on .*| for (?:the |\\d).*)?$|^forward (?:view|look)\\b|^the next (?:\\w+ )?(?:months?|years?|quarters?|decade)$|^(?:(?:the|our|market|\\w+[- ]term) )?(?:perspectives|prospects)(?: (?:for|to|until) .*)?$',
    ],
  ],
  [
    'impacts',
    [
      '^(?:the )?(?:impacts?|implications?|effects?|consequences|repercussions|fallout)\\b|\\bimpacts?$|\\bimplications$',
      '\\bwhat (?:it|this) means for\\b|\\bwinners and losers\\b|\\bwho (?:wins|gains|loses|feels|suffers)\\b|\\bknock-on\\b',
    ],
  ],
  [
    'judgments',
    [
      '\\bjudge?ments?\\b|\\bassess(?:ed|ments?)?\\b|\\bconclusions?\\b|\\btakeaways?\\b|\\bverdicts?\\b|\\btheses\\b|\\bhypothes[ei]s\\b|\\bthesis\\b|\\bconvictions?$',
      "\\b(?:our|desk|house|my|the author[’']?s|analysts?[’']?) (?:own )?(?:readings?|views?|takes?|opinions?|read|position|analysis|beliefs?|convictions)\\b",
      '\\b(?:key|main|core|principal|bottom[- ]line) (?:findings|conclusions|views?|beliefs|insights|messages|arguments|claims)\\b|^(?:our |the )?findings$|\\blessons?\\b|\\bwhat (?:\\d{4}|we|the \\w+) (?:taught|learned|learnt)\\b|^insights?\\b',
      '\\bwhat (?:do |did )?(?:we|i|you) (?:believe|think|make of|conclude|judge|hold)\\b|\\bhow we (?:see|read|judge) it\\b|\\bwhat (?:it|this) (?:tells|teaches|means)\\b|\\bin our (?:view|opinion)\\b|^opinions?\\b|^views?$|^analysis$|^diagnosis$|^where i stand\\b|^what (?!everyone|everybody|others|people|investors)\\w+ (?:thinks|believes)$|^(?:the )?(?:readings?|views?|takes?) of (?:this|the|our) \\w+$',
    ],
  ],
  [
    'players',
    [
      '\\bplayers?\\b|\\bstakeholders?\\b|\\bcompany profiles?\\b|^profiles?\\b|\\bdramatis personae\\b|^(?:the )?cast\\b|\\bprotagonists?\\b|^(?:the )?line-?up$|\\bcontenders\\b|\\bpeople\\b|\\b(?:in the room|at the table)\\b',
      '^(?:(?:the|key|main|other|leading|principal|interested|most|important|market|deal|industry) )*(?:companies|competitors|actors|firms|vendors|participants|parties|sides|camps|rivals|institutions|organi[sz]ations|principals|names)(?: involved| (?:and|in|at|on|to) .*)?$',
      "\\bwho['’]?s (?:who|in|doing)\\b|\\bwho (?:is|are|else|wants|stands|plays|does|moves|holds)\\b.{0,30}\\b(?:who|what|where|how|involved|table|doing|cards)\\b|\\bwho is who\\b|\\bwho is involved\\b",
      '\\bwhat (?:each|every|the)(?: (?:side|party|player|one)s?| of (?:them|these|the \\w+))? (?:is after|wants?|needs?|are after|seeks?)\\b|\\bpositions? and (?:interests?|games?|goals?|demands?|claims|strateg(?:y|ies))\\b|\\binterests and positions\\b|\\b(?:market|competitive) positions\\b|\\bgames? (?:of|between|among) \\w+|\\b(?:persons|bodies|entities|those) (?:concerned|involved)\\b|^position(?:s|ing)(?: of .*)?$|\\b(?:company|player|firm|peer) tracker\\b|\\b(?:company|bank|stock|firm|country|player) (?:notes|reviews?|comments?|updates?|by (?:company|bank|stock|firm|country|player))$|\\bcompanies in focus\\b|\\bmap of (?:interests|players|power)\\b|\\bpower map\\b|^interests$',
      '\\b(?:companies|groups|firms|banks|makers|players|names|stocks|houses|\\w+ers) (?:one by one|in turn|side by side)\\b',
      `^the (?:big )?(?:${SMALL_NUMBERS})$`,
      '^where (?:the )?(?:\\w+ )?(?:companies|players|parties|sides|actors|firms|groups|banks|stakeholders|\\w+ers|\\w+ors) stand\\b|^where each (?:\\w+ )*stands$',
      '^(?:(?:the|key|main|leading|big|other|rival) )*(?:suppliers|makers|manufacturers|contractors|bidders)$',
      `${WHO}(?!.*\\?)`,
    ],
  ],
  [
    'landscape',
    [
      '\\blandscape\\b|\\bmarket (?:structure|map)\\b|\\bcompetition\\b|\\bcompetitive\\b|\\bpeer (?:group|check|comparison)\\b',
    ],
  ],
  [
    'events',
    [
      '\\bevents?\\b|\\bmilestones?\\b|\\bkey nodes?\\b|\\bturning points?\\b|\\bwhat we know\\b|\\btime ?line\\b|\\bchronolog(?:y|ical)\\b|\\bchronicle\\b|\\bcalendar\\b|\\bdiary\\b|\\bjournal\\b|\\bkey dates\\b',
      '\\bdeals?\\b|\\btransactions\\b|\\bwhat (?:has )?(?:happened|moved|changed)\\b|\\bdevelopments\\b|\\bmoves\\b|^(?:the )?news\\b|\\bannouncements?\\b|\\bincidents?\\b|\\boccurrences\\b',
      '\\blog$|^log\\b|\\bround-?up\\b|\\bdigest\\b|\\bhow we got (?:here|there)\\b|\\bthe story so far\\b|\\b(?:week|month|quarter|year) in (?:review|brief)\\b|\\brecap\\b|\\bsequence of\\b|\\bin the (?:week|month|news)\\b|^(?:also )?this (?:week|month|quarter)\\b|\\bhigh ?lights of the (?:week|month|quarter|year)\\b|\\b(?:week|month|quarter|year).s (?:high ?lights|news)\\b|\\b(?:big|top|lead|main|other) stor(?:y|ies)\\b|\\bnews ?flow\\b|\\bwhat(?:.s| is) new\\b',
    ],
  ],
  [
    'data',
    [
      '\\bdata\\b(?! cent)|\\b(?:key|main|core) (?:numbers?|figures|metrics|indicators|facts|values|ratios)\\b|\\bmetrics\\b|\\bindicators\\b|\\bkpis?\\b|\\bstatistics$|\\bstatistics (?:of|on|for|in|at|and|about|by|from)\\b',
      '\\bby the numbers\\b|\\bin (?:\\w+ )?(?:numbers|figures)\\b|\\bnumbers (?:that|at|to|in|behind)\\b|^(?:the )?(?:numbers|figures)\\b|\\bfacts (?:and|&) figures\\b|\\bfact ?(?:sheet|box|file)\\b',
      '\\bscore ?board\\b|\\bdashboard\\b|\\bscorecard\\b|\\bvital signs\\b|\\bsnapshot\\b|^(?:price |market )?levels$|\\bprices?(?: board)?$|\\bkey values\\b',
    ],
  ],
  [
    'evolution',
    [
      '\\bevolution\\b|\\btrends?\\b|\\bhistory\\b|^(?:past|present|future)\\b|\\btrajectory\\b|\\bthen,? (?:and )?now\\b|\\bfrom then to now\\b|\\bstages of\\b|\\bphases\\b|\\blong view\\b|\\bdevelopment path\\b',
    ],
  ],
  [
    'background',
    [
      '\\bbackground\\b|\\boverview\\b|\\bintroduction\\b|\\bsummary\\b|\\bcontradictions?\\b|\\bcontext\\b|\\bin brief\\b|\\bat a glance\\b|\\bbottom line\\b|\\bhigh ?lights\\b|\\bheadlines\\b|\\bbig picture\\b|\\bsetting the scene\\b|\\bshort version\\b|\\btl;?dr\\b',
    ],
  ],
  [
    'risks',
    [
      '\\brisks?\\b|\\bthreats?\\b|\\bwhat (?:would|could|might) change\\b|\\btrip ?wires\\b|\\bwhat (?:could|might|can) go wrong\\b|\\bred flags\\b|\\bheadwinds\\b|\\bpitfalls\\b',
    ],
  ],
];

const PATTERNS = PART_WORDS.map(([part, words]): readonly [PartKind, RegExp] => [
  part,
  new RegExp(words.join('|')),
]);

/** More words than this tell a story rather than announce a part. */
const MOST_WORDS = 9;

/** The part that a heading's words announce; 'other' when they announce none. */
export function partOfTitle(title: string): PartKind {
  const words = title.toLowerCase().slice(0, 200).trim();
  if (known.size > MOST_KNOWN) known.clear();
  return remember(known, words, () => readTitle(words));
}

/** A heading is asked about several times. */
const known = new Map<string, PartKind>();
const MOST_KNOWN = 1000;

function readTitle(all: string): PartKind {
  // "To watch: the vote; fees at Sundby": a heading that holds its list.
  const words = /^([^:;]{3,40}):[^;]+;/.exec(all)?.[1] ?? all;
  const found = PATTERNS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
  return found !== 'other' && words.split(/\s+/).length > MOST_WORDS ? 'other' : found;
}

/** True for a heading whose words announce a part, whichever else they announce: "Conclusions and recommendations". */
export function announces(title: string, part: PartKind): boolean {
  return PATTERNS.some(([one, pattern]) => one === part && pattern.test(title.toLowerCase().slice(0, 200)));
}

const ASKS_WHO = new RegExp(WHO, 'i');

/** True for a heading that starts with "who" and may go on with each of them, a question too. */
export function asksWho(title: string): boolean {
  return ASKS_WHO.test(title);
}

const SUMMARY = new RegExp(
  `\\b(?:summary|in brief|at a glance|bottom line|high ?lights|headlines|big picture|short (?:version|story)|tl;?dr|in (?:short|a nutshell)|key (?:points|messages|takeaways)|the essentials|(?:the )?gist|what you need to know|in (?:${SMALL_NUMBERS}|\\d{1,2}) (?:lines|points|sentences|bullets|paragraphs|words))\\b`,
);

/** True for a heading over what the report says again in short. */
export function isSummaryTitle(title: string): boolean {
  return SUMMARY.test(title.toLowerCase().slice(0, 200));
}
