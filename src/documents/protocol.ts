// What is said between those who want documents read and the thread that reads them: plain data.
import type { IndexResult } from './result';

export interface Request {
  readonly bytes: Uint8Array;
  readonly path: string;
}

export type Reply =
  | { readonly kind: 'progress'; readonly done: number; readonly pages: number }
  | { readonly kind: 'result'; readonly result: IndexResult };
