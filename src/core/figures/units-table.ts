// The physical units and durations: symbols in their exact case, names in words, exact factors to the base units.
import { type Decimal, decimal, decimalOf, times } from './decimal';
import type { QuantityKind } from './figure';

export interface Unit {
  readonly kind: QuantityKind;
  /** The base unit, or the unit itself where there is no conversion. */
  readonly base: string;
  /** One unit in base units, before `divisor`. */
  readonly factor: Decimal;
  /** For factors that no decimal holds: joules in watt-hours (3600). */
  readonly divisor: number;
  /** Name in words, plural, for descriptions: "megawatt-hours". */
  readonly name: string;
}

function unit(kind: QuantityKind, base: string, factor: number | Decimal, name: string, divisor = 1): Unit {
  return { kind, base, factor: typeof factor === 'number' ? decimalOf(factor) : factor, divisor, name };
}

// ------------------------------------------------------------------------------------------------- metric, with prefixes

interface Prefix {
  readonly symbol: string;
  readonly name: string;
  readonly power: number;
}

const PREFIXES: readonly Prefix[] = [
  { symbol: 'n', name: 'nano', power: -9 },
  { symbol: 'µ', name: 'micro', power: -6 },
  { symbol: 'μ', name: 'micro', power: -6 },
  { symbol: 'm', name: 'milli', power: -3 },
  { symbol: 'c', name: 'centi', power: -2 },
  { symbol: 'd', name: 'deci', power: -1 },
  { symbol: 'h', name: 'hecto', power: 2 },
  { symbol: 'k', name: 'kilo', power: 3 },
  { symbol: 'M', name: 'mega', power: 6 },
  { symbol: 'G', name: 'giga', power: 9 },
  { symbol: 'T', name: 'tera', power: 12 },
  { symbol: 'P', name: 'peta', power: 15 },
  { symbol: 'E', name: 'exa', power: 18 },
];

interface Metric {
  readonly symbols: readonly string[];
  readonly names: readonly string[];
  readonly unit: Unit;
  /** Symbols of the prefixes in use with the unit. */
  readonly prefixes: string;
  /** False where the bare symbol is too short to trust: "5 m" is listed apart, "5 A" is not read. */
  readonly bare?: boolean;
}

const METRIC: readonly Metric[] = [
  {
    symbols: ['W', 'Wp', 'We', 'Wac', 'Wdc', 'Wth'],
    names: ['watt', 'watts'],
    unit: unit('power', 'W', 1, 'watts'),
    prefixes: 'nµμmkMGTP',
  },
  {
    symbols: ['Wh', 'W·h', 'Whr'],
    names: ['watt-hour', 'watt-hours', 'watt hour', 'watt hours', 'watthour', 'watthours'],
    unit: unit('energy', 'Wh', 1, 'watt-hours'),
    prefixes: 'mkMGTPE',
  },
  {
    symbols: ['J'],
    names: ['joule', 'joules'],
    unit: unit('energy', 'Wh', 1, 'joules', 3600),
    prefixes: 'mkMGTPE',
    bare: false,
  },
  {
    symbols: ['VA'],
    names: ['volt-ampere', 'volt-amperes'],
    unit: unit('other', 'VA', 1, 'volt-amperes'),
    prefixes: 'kMG',
  },
  { symbols: ['V'], names: ['volt', 'volts'], unit: unit('other', 'V', 1, 'volts'), prefixes: 'mkM' },
  {
    symbols: ['A'],
    names: ['ampere', 'amperes'],
    unit: unit('other', 'A', 1, 'amperes'),
    prefixes: 'mk',
    bare: false,
  },
  {
    symbols: ['eV'],
    names: ['electronvolt', 'electronvolts'],
    unit: unit('other', 'eV', 1, 'electronvolts'),
    prefixes: 'kMGT',
  },
  {
    symbols: ['g'],
    names: ['gram', 'grams', 'gramme', 'grammes'],
    unit: unit('mass', 'kg', 0.001, 'grams'),
    prefixes: 'µμmk',
  },
  { symbols: ['t'], names: ['tonne', 'tonnes'], unit: unit('mass', 'kg', 1000, 'tonnes'), prefixes: 'kMG' },
  { symbols: [], names: ['ton', 'tons'], unit: unit('mass', 'kg', 1000, 'tons'), prefixes: 'kMG' },
  {
    symbols: ['m'],
    names: ['metre', 'metres', 'meter', 'meters'],
    unit: unit('length', 'm', 1, 'metres'),
    prefixes: 'nµμmcdk',
  },
  {
    symbols: ['l', 'L', 'ℓ'],
    names: ['litre', 'litres', 'liter', 'liters'],
    unit: unit('volume', 'm3', 0.001, 'litres'),
    prefixes: 'µμmcdhkMG',
  },
  {
    symbols: ['B'],
    names: ['byte', 'bytes'],
    unit: unit('data', 'B', 1, 'bytes'),
    prefixes: 'kMGTPE',
    bare: false,
  },
  {
    symbols: ['b', 'bit'],
    names: ['bit', 'bits'],
    unit: unit('data', 'B', 0.125, 'bits'),
    prefixes: 'kMGT',
    bare: false,
  },
  {
    symbols: ['bps', 'bit/s', 'b/s'],
    names: [],
    unit: unit('data', 'B/s', 0.125, 'bits per second'),
    prefixes: 'kMGT',
    bare: false,
  },
  {
    symbols: ['Bps'],
    names: [],
    unit: unit('data', 'B/s', 1, 'bytes per second'),
    prefixes: 'kMGT',
    bare: false,
  },
  { symbols: ['Hz'], names: ['hertz'], unit: unit('frequency', 'Hz', 1, 'hertz'), prefixes: 'mkMGT' },
  {
    symbols: ['s', 'sec', 'secs'],
    names: ['second', 'seconds'],
    unit: unit('duration', 's', 1, 'seconds'),
    prefixes: 'nµμm',
  },
  {
    symbols: ['Pa'],
    names: ['pascal', 'pascals'],
    unit: unit('other', 'Pa', 1, 'pascals'),
    prefixes: 'hkMG',
  },
  { symbols: ['bar'], names: [], unit: unit('other', 'Pa', 100000, 'bar'), prefixes: 'm' },
  {
    symbols: ['cal'],
    names: ['calorie', 'calories'],
    unit: unit('energy', 'Wh', 4.184, 'calories', 3600),
    prefixes: 'k',
  },
  {
    symbols: ['N'],
    names: ['newton', 'newtons'],
    unit: unit('other', 'N', 1, 'newtons'),
    prefixes: 'kM',
    bare: false,
  },
  {
    symbols: ['Sv'],
    names: ['sievert', 'sieverts'],
    unit: unit('other', 'Sv', 1, 'sieverts'),
    prefixes: 'µμm',
    bare: false,
  },
  {
    symbols: ['F'],
    names: ['farad', 'farads'],
    unit: unit('other', 'F', 1, 'farads'),
    prefixes: 'nµμm',
    bare: false,
  },
  {
    symbols: ['FLOPS', 'FLOP', 'FLOPs', 'flops'],
    names: ['flops', 'flop'],
    unit: unit('other', 'FLOPS', 1, 'FLOPS'),
    prefixes: 'MGTPE',
    bare: false,
  },
];

// ------------------------------------------------------------------------------------------------------- the other units

const METRE = 'm';
const YEAR = 31_557_600;

/** Symbols (first list, exact case) and names (second, lower case) of units that take no prefix. */
const OTHERS: readonly (readonly [readonly string[], readonly string[], Unit])[] = [
  [
    ['yr', 'yrs', 'y', 'a'],
    ['year', 'years', 'year-old', 'calendar year', 'calendar years'],
    unit('duration', 's', YEAR, 'years'),
  ],
  [
    ['mo', 'mos', 'mth', 'mths'],
    ['month', 'months', 'calendar month', 'calendar months'],
    unit('duration', 's', YEAR / 12, 'months'),
  ],
  [['wk', 'wks'], ['week', 'weeks'], unit('duration', 's', 604_800, 'weeks')],
  [
    ['d'],
    [
      'day',
      'days',
      'working day',
      'working days',
      'business day',
      'business days',
      'calendar days',
      'trading day',
      'trading days',
    ],
    unit('duration', 's', 86_400, 'days'),
  ],
  [['h', 'hr', 'hrs'], ['hour', 'hours'], unit('duration', 's', 3600, 'hours')],
  [['min', 'mins'], ['minute', 'minutes'], unit('duration', 's', 60, 'minutes')],
  [[], ['decade', 'decades'], unit('duration', 's', YEAR * 10, 'decades')],
  [[], ['century', 'centuries'], unit('duration', 's', YEAR * 100, 'centuries')],
  [[], ['fortnight', 'fortnights'], unit('duration', 's', 1_209_600, 'fortnights')],
  [[], ['quarters'], unit('duration', 's', YEAR / 4, 'quarters')],
  [['in', '″'], ['inch', 'inches'], unit('length', METRE, 0.0254, 'inches')],
  [['ft'], ['foot', 'feet'], unit('length', METRE, 0.3048, 'feet')],
  [['yd', 'yds'], ['yard', 'yards'], unit('length', METRE, 0.9144, 'yards')],
  [['mi'], ['mile', 'miles'], unit('length', METRE, 1609.344, 'miles')],
  [['nmi'], ['nautical mile', 'nautical miles'], unit('length', METRE, 1852, 'nautical miles')],
  [
    [],
    ['light year', 'light years', 'light-year', 'light-years'],
    unit('length', METRE, decimal(94_607_304_725_808, 2), 'light years'),
  ],
  // Its symbol is the time of day.
  [
    [],
    ['picometre', 'picometres', 'picometer', 'picometers'],
    unit('length', METRE, decimal(1, -12), 'picometres'),
  ],
  [
    [],
    ['kilometre', 'kilometres', 'kilometer', 'kilometers', 'km', 'kms', 'kilometre-long'],
    unit('length', METRE, 1000, 'kilometres'),
  ],
  [
    ['sqm', 'm2', 'm²', 'sq.m'],
    ['square metre', 'square metres', 'square meter', 'square meters', 'sq m', 'sq metres', 'sq meters'],
    unit('area', 'm2', 1, 'square metres'),
  ],
  [
    ['km2', 'km²', 'sqkm'],
    ['square kilometre', 'square kilometres', 'square kilometer', 'square kilometers', 'sq km'],
    unit('area', 'm2', 1_000_000, 'square kilometres'),
  ],
  [
    ['cm2', 'cm²'],
    ['square centimetre', 'square centimetres', 'square centimeters', 'sq cm'],
    unit('area', 'm2', 0.0001, 'square centimetres'),
  ],
  [
    ['mm2', 'mm²'],
    ['square millimetre', 'square millimetres', 'square millimeters', 'sq mm'],
    unit('area', 'm2', 0.000001, 'square millimetres'),
  ],
  [
    ['sqft', 'sf', 'ft2', 'ft²'],
    ['square foot', 'square feet', 'sq ft', 'sq feet', 'sq foot', 'square-foot', 'sq. ft', 'sq. feet'],
    unit('area', 'm2', 0.09290304, 'square feet'),
  ],
  [
    ['in²', 'in2'],
    ['square inch', 'square inches', 'sq in'],
    unit('area', 'm2', 0.00064516, 'square inches'),
  ],
  [
    ['mi²', 'mi2'],
    ['square mile', 'square miles', 'sq mi', 'sq miles'],
    unit('area', 'm2', 2_589_988.110336, 'square miles'),
  ],
  [[], ['square yard', 'square yards', 'sq yd'], unit('area', 'm2', 0.83612736, 'square yards')],
  [['ha'], ['hectare', 'hectares'], unit('area', 'm2', 10_000, 'hectares')],
  [['mu'], [], unit('area', 'm2', 666.67, 'mu')],
  [['ac'], ['acre', 'acres'], unit('area', 'm2', 4046.8564224, 'acres')],
  [
    ['m3', 'm³', 'cbm'],
    ['cubic metre', 'cubic metres', 'cubic meter', 'cubic meters', 'cu m'],
    unit('volume', 'm3', 1, 'cubic metres'),
  ],
  [
    ['km3', 'km³'],
    ['cubic kilometre', 'cubic kilometres', 'cubic kilometers'],
    unit('volume', 'm3', decimal(1, 9), 'cubic kilometres'),
  ],
  [
    ['cm3', 'cm³', 'cc'],
    ['cubic centimetre', 'cubic centimetres', 'cubic centimeter', 'cubic centimeters'],
    unit('volume', 'm3', 0.000001, 'cubic centimetres'),
  ],
  [['bcm'], [], unit('volume', 'm3', decimal(1, 9), 'billion cubic metres')],
  [
    ['ft3', 'ft³', 'cf', 'scf'],
    ['cubic foot', 'cubic feet', 'cu ft'],
    unit('volume', 'm3', 0.028316846592, 'cubic feet'),
  ],
  [['mcf', 'Mcf'], [], unit('volume', 'm3', 28.316846592, 'thousand cubic feet')],
  [['bcf', 'Bcf'], [], unit('volume', 'm3', 28_316_846.592, 'billion cubic feet')],
  [['in3', 'in³'], ['cubic inch', 'cubic inches'], unit('volume', 'm3', 0.000016387064, 'cubic inches')],
  [[], ['cubic yard', 'cubic yards'], unit('volume', 'm3', 0.764554857984, 'cubic yards')],
  [['gal', 'gals'], ['gallon', 'gallons', 'us gallons'], unit('volume', 'm3', 0.003785411784, 'gallons')],
  [['qt'], ['quart', 'quarts'], unit('volume', 'm3', 0.000946352946, 'quarts')],
  [['tbsp'], ['tablespoon', 'tablespoons'], unit('volume', 'm3', 0.0000147867648, 'tablespoons')],
  [['tsp'], ['teaspoon', 'teaspoons'], unit('volume', 'm3', 0.0000049289216, 'teaspoons')],
  [['rad'], ['radian', 'radians'], unit('other', 'rad', 1, 'radians')],
  [['pt'], ['pint', 'pints'], unit('volume', 'm3', 0.000473176473, 'pints')],
  [[], ['fluid ounce', 'fluid ounces', 'fl oz'], unit('volume', 'm3', 0.0000295735295625, 'fluid ounces')],
  [['bbl', 'bbls'], ['barrel', 'barrels'], unit('volume', 'm3', 0.158987294928, 'barrels')],
  [['bu'], ['bushel', 'bushels'], unit('volume', 'm3', 0.03523907016688, 'bushels')],
  [['mb/d', 'mbpd', 'mbd'], [], unit('volume', 'm3/d', 158_987.294928, 'million barrels a day')],
  [['b/d', 'bpd', 'bopd'], [], unit('volume', 'm3/d', 0.158987294928, 'barrels a day')],
  [['kgs', 'Kg', 'KG', 'Kgs'], ['kilo', 'kilos', 'kg'], unit('mass', 'kg', 1, 'kilograms')],
  [
    ['MT', 'mt'],
    ['metric ton', 'metric tons', 'metric tonne', 'metric tonnes'],
    unit('mass', 'kg', 1000, 'metric tons'),
  ],
  [[], ['short ton', 'short tons', 'us tons'], unit('mass', 'kg', 907.18474, 'short tons')],
  [[], ['long ton', 'long tons'], unit('mass', 'kg', 1016.0469088, 'long tons')],
  [[], ['quintal', 'quintals'], unit('mass', 'kg', 100, 'quintals')],
  [['jin'], [], unit('mass', 'kg', 0.5, 'jin')],
  [['lb', 'lbs'], ['pound', 'pounds'], unit('mass', 'kg', 0.45359237, 'pounds')],
  [['oz'], ['ounce', 'ounces'], unit('mass', 'kg', 0.028349523125, 'ounces')],
  [['ozt', 'toz'], ['troy ounce', 'troy ounces', 'troy oz'], unit('mass', 'kg', 0.0311034768, 'troy ounces')],
  [['ct'], ['carat', 'carats'], unit('mass', 'kg', 0.0002, 'carats')],
  [
    ['hp', 'bhp', 'PS'],
    ['horsepower', 'brake horsepower'],
    unit('power', 'W', 745.6998715822702, 'horsepower'),
  ],
  [['KW', 'Kw', 'kw'], [], unit('power', 'W', 1000, 'kilowatts')],
  [['KWh', 'kwh', 'Kwh', 'KWH'], [], unit('energy', 'Wh', 1000, 'kilowatt-hours')],
  [['MWH', 'mwh', 'Mwh'], [], unit('energy', 'Wh', 1_000_000, 'megawatt-hours')],
  [['GWH', 'gwh', 'Gwh'], [], unit('energy', 'Wh', decimal(1, 9), 'gigawatt-hours')],
  [['TWH', 'twh', 'Twh'], [], unit('energy', 'Wh', decimal(1, 12), 'terawatt-hours')],
  [
    ['BTU', 'Btu', 'btu'],
    ['british thermal unit', 'british thermal units'],
    unit('energy', 'Wh', 1055.05585262, 'British thermal units', 3600),
  ],
  [
    ['MMBtu', 'mmBtu', 'MMBTU', 'mmbtu'],
    [],
    unit('energy', 'Wh', 1_055_055_852.62, 'million British thermal units', 3600),
  ],
  [[], ['therm', 'therms'], unit('energy', 'Wh', 105_505_585.262, 'therms', 3600)],
  [
    ['toe'],
    ['tonnes of oil equivalent', 'tons of oil equivalent'],
    unit('energy', 'Wh', 11_630_000, 'tonnes of oil equivalent'),
  ],
  [['Mtoe'], [], unit('energy', 'Wh', decimal(1163, 10), 'million tonnes of oil equivalent')],
  [
    ['boe'],
    ['barrel of oil equivalent', 'barrels of oil equivalent'],
    unit('energy', 'Wh', 1_628_200, 'barrels of oil equivalent'),
  ],
  [['boe/d', 'boepd'], [], unit('energy', 'Wh/d', 1_628_200, 'barrels of oil equivalent a day')],
  [['KB'], [], unit('data', 'B', 1000, 'kilobytes')],
  [['KiB'], ['kibibyte', 'kibibytes'], unit('data', 'B', 1024, 'kibibytes')],
  [['MiB'], ['mebibyte', 'mebibytes'], unit('data', 'B', 1_048_576, 'mebibytes')],
  [['GiB'], ['gibibyte', 'gibibytes'], unit('data', 'B', 1_073_741_824, 'gibibytes')],
  [['TiB'], ['tebibyte', 'tebibytes'], unit('data', 'B', 1_099_511_627_776, 'tebibytes')],
  [['gig', 'gigs'], [], unit('data', 'B', decimal(1, 9), 'gigabytes')],
  [
    ['mph'],
    ['miles per hour', 'miles an hour', 'mile per hour', 'mile an hour'],
    unit('speed', 'm/s', 0.44704, 'miles per hour'),
  ],
  [
    ['kph', 'kmh', 'km/h', 'kmph', 'km/hr'],
    [
      'kilometres per hour',
      'kilometers per hour',
      'kilometres an hour',
      'kilometers an hour',
      'kilometer per hour',
      'kilometre per hour',
      'kilometer an hour',
      'km per hour',
    ],
    unit('speed', 'm/s', 1000, 'kilometres per hour', 3600),
  ],
  [
    ['m/s'],
    [
      'metres per second',
      'meters per second',
      'metres a second',
      'meters a second',
      'meter per second',
      'metre per second',
    ],
    unit('speed', 'm/s', 1, 'metres per second'),
  ],
  [
    ['km/s'],
    ['kilometres per second', 'kilometers per second', 'kilometers a second', 'kilometres a second'],
    unit('speed', 'm/s', 1000, 'kilometres per second'),
  ],
  [['ft/s', 'fps'], ['feet per second', 'feet a second'], unit('speed', 'm/s', 0.3048, 'feet per second')],
  [['kt', 'kts', 'kn'], ['knot', 'knots'], unit('speed', 'm/s', 1852, 'knots', 3600)],
  [['mpg'], ['miles per gallon', 'mile per gallon'], unit('length', 'm/gal', 1609.344, 'miles per gallon')],
  [['MP', 'Mpx'], ['megapixel', 'megapixels'], unit('other', 'px', 1_000_000, 'megapixels')],
  [
    ['lb-ft', 'lb-ft.', 'ft-lb', 'ft-lbs'],
    ['pound-feet', 'pound-foot', 'foot-pound', 'foot-pounds', 'lb ft', 'lb-ft', 'ft lb', 'ft-lb'],
    unit('other', 'Nm', decimal(13_558_179_483_314_004, -16), 'pound-feet'),
  ],
  [
    ['Nm'],
    ['newton metre', 'newton metres', 'newton meter', 'newton meters', 'newton-metres', 'newton-meters'],
    unit('other', 'Nm', 1, 'newton metres'),
  ],
  [['rpm'], ['revolutions per minute'], unit('frequency', 'Hz', 1, 'revolutions per minute', 60)],
  [
    ['°C', '℃', 'ºC', 'C'],
    [
      'degree celsius',
      'degrees celsius',
      'celsius',
      'degree centigrade',
      'degrees centigrade',
      'centigrade',
      'degrees c',
      'degree c',
      'deg c',
    ],
    unit('temperature', '°C', 1, 'degrees Celsius'),
  ],
  [
    ['°F', '℉', 'ºF', 'F'],
    ['degree fahrenheit', 'degrees fahrenheit', 'fahrenheit', 'degrees f', 'degree f', 'deg f'],
    unit('temperature', '°F', 1, 'degrees Fahrenheit'),
  ],
  [[], ['kelvin', 'kelvins', 'degrees kelvin'], unit('temperature', 'K', 1, 'kelvin')],
  [['°', 'º'], ['degree', 'degrees'], unit('other', '°', 1, 'degrees')],
  [['dB'], ['decibel', 'decibels'], unit('other', 'dB', 1, 'decibels')],
  [['ppm'], ['parts per million'], unit('other', 'ppm', 1, 'parts per million')],
  [['ppb'], ['parts per billion'], unit('other', 'ppb', 1, 'parts per billion')],
  [['psi'], ['pounds per square inch'], unit('other', 'psi', 1, 'pounds per square inch')],
  [['Ah'], ['ampere-hour', 'ampere-hours', 'amp-hour', 'amp-hours'], unit('other', 'Ah', 1, 'ampere-hours')],
  [['mAh'], [], unit('other', 'Ah', 0.001, 'milliampere-hours')],
  [[], ['amp', 'amps'], unit('other', 'A', 1, 'amperes')],
];

export const SYMBOLS = new Map<string, Unit>();
export const NAMES = new Map<string, Unit>();

function prefixed(base: Unit, prefix: Prefix): Unit {
  return { ...base, factor: times(base.factor, decimal(1, prefix.power)), name: prefix.name + base.name };
}

/** "three consecutive years", "two more weeks". */
const IN_A_ROW = ['consecutive', 'straight', 'successive', 'full', 'further', 'additional', 'extra', 'more'];

for (const { symbols, names, unit: base, prefixes, bare } of METRIC) {
  for (const prefix of PREFIXES) {
    if (!prefixes.includes(prefix.symbol)) continue;
    for (const symbol of symbols) SYMBOLS.set(prefix.symbol + symbol, prefixed(base, prefix));
    for (const name of names) NAMES.set(prefix.name + name, prefixed(base, prefix));
  }
  for (const name of names) NAMES.set(name, base);
  if (bare !== false) for (const symbol of symbols) SYMBOLS.set(symbol, base);
}
for (const [symbols, names, other] of OTHERS) {
  for (const symbol of symbols) if (!SYMBOLS.has(symbol)) SYMBOLS.set(symbol, other);
  for (const name of names) NAMES.set(name, other);
  if (other.kind === 'duration')
    for (const name of names) for (const word of IN_A_ROW) NAMES.set(`${word} ${name}`, other);
}
SYMBOLS.set('Mt', prefixed(unit('mass', 'kg', 1000, 'tonnes'), { symbol: 'M', name: 'million ', power: 6 }));
SYMBOLS.set('kt', prefixed(unit('mass', 'kg', 1000, 'tonnes'), { symbol: 'k', name: 'thousand ', power: 3 }));
SYMBOLS.set('Gt', prefixed(unit('mass', 'kg', 1000, 'tonnes'), { symbol: 'G', name: 'billion ', power: 9 }));
for (const [letter, power] of [
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
] as const)
  for (const gas of ['CO2', 'CO2e', 'CO2eq'])
    SYMBOLS.set(`${letter}t${gas}`, unit('mass', 'kg', decimal(1, power + 3), `${letter}t ${gas}`));
