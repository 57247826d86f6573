// Which kind of unit the words around a figure call for: volumes, areas and flows, amounts of data or their speed.
import { type Expected, reason } from './expected-kind';
import { type Part, type Sentence, wordsAfter, wordsBefore } from './sentences';

/** The unit kind that the words call for, when it is another than the figure's; undefined in doubt. */
export function kindOfStuff(sentence: Sentence, part: Part): Expected | undefined {
  const { kind, unit } = part.mention.figure.quantity;
  if (kind === 'data') return dataKind(sentence, part, unit);
  if (kind === 'area') return areaForVolume(sentence, part);
  if (kind === 'mass') return massForArea(sentence, part);
  return kind === 'volume' && FLOW.test(unit) ? flowForVolume(sentence, part) : undefined;
}

const FLOW = /^(?:L|l|m3|m³)\//;

const VESSEL =
  /\b(?:tanks?|silos?|cisterns?|barrels?|containers?)\s+(?:(?:of|with|for|hold|holds|holding|contain|contains|each|up|to|about|some)\s+){1,3}$/i;

/** "3.2 million m² of water": liquids and gases have no area, though a lake has. */
const OF_LIQUID =
  /^\s+of (?:(?:drinking|raw|treated|waste|fresh|natural|liquid|crude) )?(?:water|wastewater|sewage|oil|gas|milk|fuel|diesel|petrol|LNG|beer|wine|hydrogen)\b(?!\s+(?:surfaces?|areas?|bodies|body|features?|frontage|pipes?|tanks?|storage|fields?|mains?|parks?))/i;

/** "Two tanks of 180,000 m² each": what a vessel holds is a volume. */
function areaForVolume(sentence: Sentence, part: Part): Expected | undefined {
  const { text } = part.mention.figure;
  const named =
    VESSEL.exec(wordsBefore(sentence, part, 40)) ??
    (/(?:^|[^k])m²$|sq(?:uare)? met/i.test(text) ? OF_LIQUID.exec(wordsAfter(sentence, part, 50)) : null);
  if (!named || /^\s+(?:of )?(?:floor|land|roof|ground|area|surface)/i.test(wordsAfter(sentence, part, 16)))
    return undefined;
  return { is: 'area', wants: 'a volume', because: reason(named[0]), symbol: undefined };
}

/** What a reservoir holds, or how much fits in. */
const HELD =
  /\b(?:storage (?:volume|capacity)|(?:reservoirs?|tanks?|basins?|dams?)\b[^;:,.]{0,40} (?:holds?|held|stores?|stored))\s+(?:(?:of|is|was|up|to|about|around|some|nearly|only|just|at)\s+){0,3}$/i;

/** "A storage volume of 9,200 Ml/d": what is held is an amount, not a flow. */
function flowForVolume(sentence: Sentence, part: Part): Expected | undefined {
  const named = HELD.exec(wordsBefore(sentence, part));
  if (!named) return undefined;
  return { is: 'a flow', wants: 'a volume', because: reason(named[0]), symbol: undefined };
}

const AREA =
  /\b(?:(?:an?|the|its) (?:[\p{L}-]+ )?area|(?:planted|sown|cultivated|harvested|irrigated|floor|surface|forest|land) area|acreage)\s+(?:of|is|was|reached|covered|grew to|rose to|fell to)\s+(?:about |some |nearly |over |only )?$/iu;

/** "A planted area of 5.8 million tonnes": an area is not weighed. */
function massForArea(sentence: Sentence, part: Part): Expected | undefined {
  const named = AREA.exec(wordsBefore(sentence, part, 60));
  if (!named) return undefined;
  return { is: 'mass', wants: 'an area', because: reason(named[0]), symbol: undefined };
}

const SPEED =
  /\b(?:bandwidth|(?:download|upload|transfer|line|link|connection|network|data|internet|broadband)?\s?speeds?|throughput|data rate)\s+(?:(?:is|was|of|at|to|reached|up|about|around|from)\s+){1,3}$/i;
const STORED =
  /\b(?:storage|disk|drive|memory|ram|data (?:volume|used|stored|traffic)|stor(?:e|es|ed|ing))\s+(?:(?:capacity|space)\s+)?(?:(?:is|was|of|at|to|reached|up|about|around|from)\s+){0,3}$/i;

/** Bytes for a speed, or a speed for what is stored. */
function dataKind(sentence: Sentence, part: Part, unit: string): Expected | undefined {
  const before = wordsBefore(sentence, part);
  const after = wordsAfter(sentence, part, 14);
  if (unit === 'B' && SPEED.test(before) && !/^\s*(?:a|per|\/|each)\b/i.test(after))
    return { is: 'an amount of data', wants: 'data per second', because: 'a speed', symbol: '*bps' };
  if (unit === 'B/s' && STORED.test(before) && !/\b(?:bandwidth|speed)\b/i.test(before))
    return { is: 'speed', wants: 'an amount of data', because: 'what is stored', symbol: '*B' };
  return undefined;
}
