// What a rule is, what it finds, and the fixes that it offers.
import type { SourceName } from '../report/report';
import type { TextEdit } from '../text/edits';
import type { Span } from '../text/span';
import type { Reading } from './reading';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type Family = 'verification' | 'units' | 'arithmetic' | 'text';

export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** A fix is data: `edits` change the text at once, `cite` needs a source first (see `editsOfCitation`). */
export type Fix =
  | {
      readonly kind: 'edits';
      readonly title: string;
      readonly edits: readonly TextEdit[];
      /** True when it mends the finding whatever the author meant, so that it may be applied unasked. */
      readonly certain: boolean;
    }
  | {
      readonly kind: 'cite';
      readonly title: string;
      readonly at: Span;
      /** True when the name of the source takes the place of what stands at `at`. */
      readonly instead: boolean;
      readonly sources: readonly SourceName[];
    };

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

/** What a rule's check yields; id and severity are added from the rule. */
export type Found = Omit<Finding, 'rule' | 'severity' | 'related' | 'fixes'> &
  Partial<Pick<Finding, 'related' | 'fixes'>> & {
    /** True when it is likely, but far from sure: it is then one level less severe than the rule. */
    readonly doubtful?: boolean;
  };

export interface Rule {
  readonly id: string;
  readonly family: Family;
  readonly severity: Severity;
  /** One line: what it flags. */
  readonly summary: string;
  /** What it finds; and nothing, wherever whoever asks may pause: between sentences, where many take long together. */
  check(reading: Reading): Iterable<Found | undefined>;
}
