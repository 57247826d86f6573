// Whether the words around a figure call for power or for energy.

import { type Expected, reason } from './expected-kind';
import { KIND } from './kinds';
import { type Part, type Sentence, wordsAfter, wordsBefore } from './sentences';
import { kindOfStuff } from './stuff-kinds';
import { WHEN } from './times';

interface Clue {
  /** Words before the figure in its clause, and words right after it. */
  readonly before: RegExp;
  readonly after: RegExp;
  /** Words of the sentence under which the unit may be right. */
  readonly unless: RegExp;
}

/** What asks for power: a rate at which energy flows. */
const POWER: Clue = {
  before:
    /\b(?:(?:installed|electrical|generating|generation|nameplate|rated|peak|thermal|net|grid|connection|interconnector|transmission|import|export|firm|power|it|total|new|wind|solar|nuclear|gas|coal|hydro|operating|planned)\s+)?(?:capacity|peak(?: power)?(?: load| demand| output| draw| consumption)?(?: of (?:an? |the )?\p{L}+(?: \p{L}+){0,2}(?= at ))?|(?:power|rated|nominal) output|(?:installed|rated|nominal|maximum|electrical|shaft|engine|motor|connected|an?|the|its) power|(?:power |rated |nominal |electrical )?rating|(?:grid |electrical |thermal )?(?:connection|load))\s+(?:(?:is|was|of|at|to|reached|hit|came|will be|goes|went|has|from|about|around|some|nearly|up|in|which|that|(?:19|20)\d\d)\s+){1,4}$/iu,
  after:
    /^\s+(?:(?:of )?(?:(?:new|installed|electrical|generating|peak|rated|firm|additional|contracted|renewable|reserve|spare|electrolyser) )*(?:capacity|power plants?|peak (?:load|demand))\b|of (?:(?:\p{L}+ )?(?:solar (?:panels|modules|power|capacity|parks?|farms?)|wind (?:turbines|power|farms?|capacity)|turbines|electrolysers?|generators?|panels|data[- ]cent(?:re|er) capacity))|(?:solar|wind|coal|gas|nuclear|hydro)(?:-fired)? (?:farms?|parks?|plants?|turbines?|power stations?)|(?:turbines?|electrolysers?|generators?|transformers?|engines?|reactors?)\b|(?:of (?:power|electricity) )?at (?:(?:any|every|each|a given) (?:moment|time|instant|point)|(?:full|peak|half|maximum) (?:load|power|output|speed|throttle))\b)/iu,
  unless:
    /\b(?:batter(?:y|ies)|cells?|packs?|storage|stor(?:e|es|ed|ing)|gigafactor\w*|reservoirs?|powerwalls?|accumulators?|energy (?:content|capacity)|pumped|tanks?|(?<!\b(?:over|in|within) )a year|per year|annual(?:ly)?(?! (?:report|review|accounts|statement|results))|yearly|cell makers?|LFP|sodium|lithium)\b/i,
};

/** What asks for energy: power over a stretch of time. */
const ENERGY: Clue = {
  before:
    /\b(?:(?:heat(?:ing)?|electricity|power|energy) (?:sales|deliveries)|(?:grid|network|line|transmission|heat) losses|generat(?:ed?|es|ing|ion)|produc(?:ed?|es|ing|tion)|consum(?:ed?|es|ing|ption)|us(?:ed?|es|ing|age)|deliver(?:ed|s|ing)?|suppl(?:y|ied|ies|ying)|sold|burn(?:ed|t|s)?|fed(?: in)?|drew|draw(?:n|s|ing)?|export(?:ed|s)|import(?:ed|s)|sav(?:ed|es|ing)|curtail(?:ed|ment)|output|electricity|need(?:ed|s)?|stor(?:e|es|ed|ing)|storage|takes?|took)\b/i,
  after:
    /^(?:\s+of (?:\p{Ll}+ )?(?:electricity|energy|heat|power))?(?:\s+(?:into|to|from) (?:the |its )?(?:\p{L}+ )?\p{L}+)?\s+(?:(?:a|per|each|every) year\b|(?:in|over|during|for|across|throughout) (?:the|its|their|an?|this|that) (?:[\p{L}\d]+)-(?:hour|day|week|month|year) |(?:in|over|during|for|across) (?:the |a |one |last |this )?(?:whole (?:of )?|full |past |calendar |fiscal |financial |first |second |third |fourth )?(?:year|(?:FY ?|CY ?)?(?:19|20)\d\d|FY ?\d\d|[HQ][1-4]|month|quarter|first half|second half)\b|(?:in|over|during|across) (?:the )?(?:whole )?(?:\p{Ll}+ )?(?:season|summer|winter)\b|(?:in|over|during|across) (?:the |these |those |its )?(?:last |past |first )?(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:months|weeks|quarters|years)\b|last (?:year|season|winter|summer|month|quarter)\b|annually\b|yearly\b|of (?:electricity|energy|heat|power) (?:(?:to|for|from) (?:[a-z]+ ){1,3})?(?:a|per|each|last|in) )/iu,
  unless:
    /\b(?:capacity|peak\w*|added|add|adds|installed|install|instals|built|build|builds|building|commission\w*|connected|turbines?|panels?|plants? (?:of|with)(?: (?:about|some|up to|around|nearly))?\s{2}|rate|(?:on|an) average|averaged|average (?:power|load|demand|output|draw)|around the clock|continuous(?:ly)?|at a time|pipeline|auction\w*|tender\w*|award\w*|makes?|manufactur\w*|deliver\w* turbines|ship\w*|sold turbines|modules?|electrolysers?|demand (?:of|peak\w*)|load|orders?|ordered|project\w*|approv\w*|licen[cs]\w*|factor(?:y|ies)|goal|target|data cent(?:re|er)s?|batter(?:y|ies)|cells?)\b/i,
};

const STORES = /\b(?:stor(?:e|es|ed|ing)|holds?|held)\s+(?:up to |about |some |around )?$/i;

/** A device's battery is sized by energy; the capacity of a grid's batteries may be told in MW. */
const BATTERY =
  /\bbatter(?:y|ies)(?: pack)?(?:'s)? (?:capacity|capacities|size|pack(?: of| holds| stores)?|holds|stores|of|with)\b(?:\s+(?:of|is|was|from|to|up|at|about|around|some|nearly|the|its|an?|each|\p{Lu}[\p{L}\p{N}-]*|\p{L}*\d\p{L}*))*\s*[:(]?\s*$|\bcapacity of (?:the|its|each|their|a|every) (?:\p{L}+ ){0,2}batter(?:y|ies)\b(?:\s+(?:of|is|was|to|up|at|about|around|some|nearly))*\s*$/iu;
const LARGEST_DEVICE = 1e6;

/** The kinds of units for which words may call for another. */
export const PHYSICAL = KIND.energy | KIND.power | KIND.data | KIND.area | KIND.mass | KIND.volume;

/** The unit kind that the words call for, when it is another than the figure's; undefined in doubt. */
export function physicalKind(sentence: Sentence, part: Part): Expected | undefined {
  const { kind, unit } = part.mention.figure.quantity;
  if (kind === 'energy' && unit === 'Wh') return energyForPower(sentence, part);
  if (kind === 'power' && unit.startsWith('W')) return powerForEnergy(sentence, part);
  return kindOfStuff(sentence, part);
}

function clauseOf(sentence: Sentence, part: Part): { before: string; after: string; around: string } {
  const before =
    wordsBefore(sentence, part, 90)
      .split(/[;:]\s|\.\s|\s[–—]\s/)
      .at(-1) ?? '';
  const after = wordsAfter(sentence, part, 70).split(/[;:]\s|\.\s/)[0] ?? '';
  // What is joined to the figure speaks of something else.
  const nearby = wordsAfter(sentence, part, 90).split(/[,;]\s|\s(?:and|which|while|but)\s/)[0] ?? '';
  const told = wordsBefore(sentence, part, 160).split(';').at(-1) ?? '';
  const text = `${told} ${nearby}`;
  return { before, after, around: text };
}

const HEADS_POWER =
  /\b(?:installed|rated (?:output|power)|peak(?: load| demand)?|power rating|nameplate|(?:grid|generating|electrical|full) (?:connection|capacity)|grid connection)\b/i;

function energyForPower(sentence: Sentence, part: Part): Expected | undefined {
  const { before, after, around } = clauseOf(sentence, part);
  const { cell, quantity } = part.mention.figure;
  // Oil equivalents measure fuels, which have no capacity in watts.
  if (quantity.unit.includes('/') || /\boil\b/.test(quantity.unitName ?? '')) return undefined;
  const head = cell ? headOf(part) : '';
  const label = cell ? '' : labelOf(sentence, part);
  const named =
    POWER.before.exec(before.replace(/["“(]/g, ' ')) ??
    POWER.before.exec(label) ??
    POWER.after.exec(after) ??
    givenBy(before, after) ??
    (GIVES.test(before) ? AT_ONCE.exec(after) : null);
  const headed = cell && isAlone(sentence, part) ? HEADS_POWER.exec(head)?.[0] : undefined;
  if (!named && headed === undefined) return undefined;
  const isOfMoment = AT_ONCE.test(after);
  if (
    isOfMoment
      ? STORES.test(before)
      : POWER.unless.test(around) || POWER.unless.test(head) || aboutStorage(sentence, part)
  )
    return undefined;
  return {
    is: 'energy',
    wants: 'power, in W, kW, MW or GW',
    because: reason(headed ?? named?.[0]),
    symbol: '*W',
  };
}

/** "The battery can deliver 500 MWh at any moment", "150 MWh for four hours": whatever gives it, that is power. */
const AT_ONCE =
  /^\s+(?:at (?:any|every|each|a given) (?:moment|instant|point in time)|for (?:up to |about |at least |as long as )?(?:\d{1,2}|one|two|three|four|five|six|eight|ten|twelve) hours?)\b/i;

const GIVES =
  /\b(?:deliver|suppl(?:y|ie)|provide|discharge|generate|produce|give|feed)(?:s|d|ed|ing)?(?: up to| about)?\s+$/i;

/** What gives power, and how much: "its solar arrays deliver 14 kWh of power in full sun", "chargers of up to 350 kWh". */
const GIVER =
  /\b((?:solar )?(?:arrays?|panels?|modules?)|turbines?|generators?|engines?|motors?|reactors?|dynamos?)\s+(?:can |will |now |each |together )*(?:deliver|give|produce|provide|suppl(?:y|ie)|yield)s?\s+(?:up to |about |some |around )?$/i;
const CHARGER =
  /\b(?:fast |rapid |ultra-?fast )?charg(?:ers?|ing (?:points?|stations?|posts?))\s+(?:(?:of|with|at|up|to|rated|that|now|can|give|gives|deliver|delivers|about|some)\s+){1,4}$|\bcharg(?:es|ed|ing)\s+(?:it |them )?at\s+$/i;

/** "Each has a main engine rated at 9,480 kW": what a machine is rated at. */
const RATED =
  /\b(?:engines?|motors?|turbines?|generators?|transformers?|inverters?|converters?|electrolysers?|boilers?|chargers?)\s+(?:(?:that|which|is|are|was|were|each)\s+){0,3}rated (?:at|for)\s+(?:about |some |up to )?$/i;

/** "The pumping station, with an output of 45 kW", "a gas burner of 18 MW". */
const OUTPUT =
  /\b(?:stations?|plants?|pumps?|engines?|motors?|turbines?|generators?),?\s+(?:with|has|have|having) an output of\s+(?:about |some |up to )?$|\b(?:burners?|boilers?|engines?|motors?|turbines?|generators?|heat pumps?|heaters?|transformers?|compressors?)\s+of\s+(?:about |some |up to )?$/i;

/** "It draws 1.2 MW of power when it runs": so it does at any moment of that time. */
const DRAWS = /\b(?:draws?|drawing)\s+(?:up to |about |some |around |nearly )?$/i;
const WHILE_ON =
  /^(?:\s+of (?:electric(?:al)? )?power)?\s+(?:when|whenever|while|as long as) (?:it|they|in|on|at|switched|running)\b(?! (?:is |are )?charg)/i;

function givenBy(before: string, after: string): RegExpExecArray | null {
  const rated =
    RATED.exec(before) ?? (/^\s+(?:a|per|each|every|in|over)\b/i.test(after) ? null : OUTPUT.exec(before));
  if (rated) return rated;
  if (DRAWS.test(before) && WHILE_ON.test(after)) return DRAWS.exec(before);
  return /^\s+of power\b(?! (?:a|per|each|in (?:a|the|19|20)|over|during|last|every)\b)/i.test(after)
    ? GIVER.exec(before)
    : /^\s+(?:a|per|each|every|in|over|on|sold|of)\b/i.test(after)
      ? null
      : CHARGER.exec(before);
}

function powerForEnergy(sentence: Sentence, part: Part): Expected | undefined {
  const { before, after, around } = clauseOf(sentence, part);
  const { cell, quantity } = part.mention.figure;
  const head = cell ? headOf(part) : '';
  // Power for each year or hour is energy by its unit; for each robot or home it is power still.
  const rate = /\/(?:yr|mo|month|wk|week|d|day|h|hr|hour|quarter)$/.test(quantity.unit);
  const used = ENERGY.before.exec(before);
  const period =
    ENERGY.after.exec(after) ?? (OF_ELECTRICITY.test(after) ? OPENED_BY_PERIOD.exec(sentence.text) : null);
  const labelled = isAlone(sentence, part) ? `${head} ${sentence.text.slice(0, part.start)}` : '';
  const headed =
    /\b(?:generat(?:ed|ion)|produced|production|consum(?:ed|ption)|used|drawn|fed in|delivered|sold|saved|stored|curtailed)\b/i.test(
      labelled,
    ) &&
    /\b(?:year|annual|yearly|(?:19|20)\d\d|month|quarter|FY\d\d|fiscal|electricity|energy|heat)\b/i.test(
      labelled,
    )
      ? labelled
      : undefined;
  // "a plant of 6 MW generated 5 GW of it": a part of an energy.
  const ofEnergy =
    /\b(?:generated|produced|supplied|delivered)\s+$/i.test(before) &&
    /^\s+of (?:it|that|this|them)\b/i.test(after);
  // "the three sites can store 1,960 MW of electricity"
  const stores =
    (STORES.test(before) &&
      /^\s+(?:of (?:electricity|energy|heat|power)|when (?:it is )?full)\b/i.test(after)) ||
    /^\s+of stored (?:electricity|energy|heat|power)\b/i.test(after) ||
    (!rate && DISCHARGED.test(before) && DAYS.test(around) && !PEAK.test(around));
  const ownBattery =
    !rate &&
    quantity.value < LARGEST_DEVICE &&
    (BATTERY.test(before) ||
      BATTERY.test(cell ? (isAlone(sentence, part) ? head : '') : labelOf(sentence, part)));
  const battery = ownBattery || MADE_BATTERIES.test(labelled);
  if (!(used && (period || rate)) && headed === undefined && !battery && !ofEnergy && !stores)
    return undefined;
  const unless = rate ? ADDED : ENERGY.unless;
  const isPlain = PLAINLY_USED.test(before) && period !== null && !PEAK.test(around);
  if (!battery && !ofEnergy && !stores && !isPlain && unless.test(headed ?? around)) return undefined;
  return {
    is: 'power',
    wants: 'energy, in kWh, MWh, GWh or TWh',
    because: reason(
      ownBattery
        ? 'battery capacity'
        : battery
          ? 'what batteries or cells hold'
          : (headed ?? (stores ? 'what is stored' : used?.[0])),
    ),
    symbol: rate ? undefined : '*Wh',
  };
}

/** Batteries and their cells are counted by what they hold. */
const MADE_BATTERIES =
  /\binstalled (?:\p{L}+ )?batter(?:y|ies)\b|\b(?:cells?|packs?) (?:output|production|shipments|sales)\b|\bbatter(?:y|ies) (?:production|shipments|sales)\b/iu;

/** "Last year the smelter used 1.9 GW of electricity". */
const OF_ELECTRICITY =
  /^\s+(?:of (?:\p{Ll}+ )?(?:electricity|energy|heat|power)|(?:into|from) (?:the |its )?(?:\p{L}+ )?(?:grid|network|system))\b/iu;
const OPENED_BY_PERIOD = new RegExp(
  `^(?:last (?:year|quarter|month|season|week)|(?:in|over|during) the (?:year|quarter|months?) (?:under|to|of|up)\\b[^,]{0,20}|(?:in|over|during|throughout|across|in the course of) (?:the (?:[\\p{L}\\d]+ )?(?:weeks|months) (?:of|to|until|from)|${WHEN}))\\b`,
  'iu',
);

/** "The data centres consumed 52 GW of electricity in 2025": whatever did so, over a stretch of time that is energy. */
const PLAINLY_USED =
  /\b(?:consumed|generated|used up|burn(?:t|ed))\s+(?:about |some |around |nearly |over )?$/i;

/** "Over the five evenings batteries discharged 31 GW": what went out over a stretch of time is energy. */
const DISCHARGED = /\b(?:dis)?charg(?:ed|es)\s+(?:a total of |up to |about |some |around |over |nearly )?$/i;
const DAYS =
  /\b(?:over|during|in|across|within) (?:the|these|those|all|a|an|[\p{L}\d]+) (?:[\p{L}\d]+ ){0,2}(?:hours?|evenings?|nights?|days?|weeks?|months?|quarter|year)\b/iu;
const PEAK = /\b(?:peak\w*|at (?:once|a time|any|most)|moment|record|maximum|averag\w+)\b/i;

/** What is built in a year is told in power, "5 GW a year"; what is used in one is not. */
const ADDED =
  /\b(?:capacity|add(?:s|ed|ing)?|install\w*|buil[dt]\w*|commission\w*|connect\w*|mak(?:es?|ing)|made|manufactur\w*|ship\w*|sold|sells?|order\w*|auction\w*|tender\w*|award\w*|approv\w*|licen[cs]\w*|pipeline|goal|target|rate|modules?|panels?|turbines?|electrolysers?|factor(?:y|ies)|batter(?:y|ies)|cells?)\b/i;

/** The label of a "Label: value" item, as if the value followed it. */
function labelOf(sentence: Sentence, part: Part): string {
  return isAlone(sentence, part) ? sentence.text.slice(0, part.start).replace(/:\s*$/, ' is ') : '';
}

/** A cell or a "Label: value" item that holds little but the figure. */
function isAlone(sentence: Sentence, part: Part): boolean {
  const { cell } = part.mention.figure;
  if (cell) return sentence.text.length <= part.end - part.start + 16;
  return part.start <= 90 && /:\s*$/.test(sentence.text.slice(0, part.start));
}

function headOf({ mention }: Part): string {
  const place = mention.figure.cell;
  if (!place || place.column === 0) return '';
  const beside = place.column > 1 ? place.row.cells[place.column - 1]?.prose.text : undefined;
  return `${place.row.cells[0]?.prose.text ?? ''} ${beside ?? ''} ${place.table.header.cells[place.column]?.prose.text ?? ''}`;
}

/** A neighbouring "100 MW / 400 MWh" or "four hours" tells of a store. */
function aboutStorage(sentence: Sentence, part: Part): boolean {
  return /\/\s*$/.test(wordsBefore(sentence, part, 4)) || /^\s*\//.test(wordsAfter(sentence, part, 4));
}
