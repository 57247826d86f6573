// What kinds of figures a sentence has, as bits: a rule reads on only where those stand that it asks about.
import type { Mention } from '../claims';
import type { QuantityKind } from '../figures';

/** Kinds of figures as bits. */
export type Kinds = number;

export const KIND: Readonly<Record<QuantityKind, Kinds>> = {
  money: 1 << 0,
  percent: 1 << 1,
  points: 1 << 2,
  multiple: 1 << 3,
  ratio: 1 << 4,
  count: 1 << 5,
  duration: 1 << 6,
  power: 1 << 7,
  energy: 1 << 8,
  mass: 1 << 9,
  volume: 1 << 10,
  length: 1 << 11,
  area: 1 << 12,
  data: 1 << 13,
  frequency: 1 << 14,
  temperature: 1 << 15,
  speed: 1 << 16,
  other: 1 << 17,
};

/** The kinds of some figures. */
export interface KindsOf {
  /** Those that one has. */
  readonly kinds: Kinds;
  /** Those that more than one has. */
  readonly several: Kinds;
}

export function kindsOf(parts: readonly { readonly mention: Mention }[]): KindsOf {
  let kinds = 0;
  let several = 0;
  for (const { mention } of parts) {
    const kind = KIND[mention.figure.quantity.kind];
    several |= kinds & kind;
    kinds |= kind;
  }
  return { kinds, several };
}

/** True where two or more of some kinds stand. */
export function areMixed(kinds: Kinds): boolean {
  return (kinds & (kinds - 1)) !== 0;
}
