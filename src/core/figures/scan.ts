// What the reading of one text carries along.
import type { CurrencySigns } from './currencies';
import type { Token } from './tokens';

export interface Scan {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly signs: CurrencySigns;
  /** A cell of a table: brackets make a number negative. */
  readonly isCell: boolean;
}
