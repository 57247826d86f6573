// The quantity grammar: finds every figure of a text and says what it means; dates and periods beside it.
export { joinChanges, levelsOf } from './changes';
export { isCurrencyCode } from './currencies';
export { type DateMention, type DatePrecision, findDates } from './dates';
export { exactProduct, exactSum } from './decimal';
export { describeQuantity } from './describe';
export { type DigitRun, readDigits } from './digits';
export type { Change, Figure, Level, Qualifier, Quantity, QuantityKind } from './figure';
export { type FigureContext, findFigures, findFiguresAndDates, type Header, headerOf } from './find';
export { add, between, divide, exactly, hull, type Interval, meets, multiply, subtract } from './interval';
export { plainNumber, scaledNumber } from './numbers';
export { type SpellingStyle, spellQuantity } from './spell';
export { spellLike } from './spell-like';
export { isUnitSymbol } from './units';
