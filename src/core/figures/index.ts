// The quantity grammar: finds every figure of a text and says what it means.
export type { Figure, Qualifier, Quantity, QuantityKind } from './figure';
export { describeQuantity } from './describe';
export { exactly, type Interval, meets } from './interval';
export { type FigureContext, findFigures } from './find';
export { spellQuantity } from './spell';
