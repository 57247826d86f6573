// Lists whose items hold a label and one figure, and nothing else: "- Founders: 44%".
import type { Mention } from '../claims';
import type { Block } from '../markdown/block';
import { remember } from '../text/remember';
import type { Reading } from './reading';

export interface ItemList {
  readonly items: readonly LabelledItem[];
  /** The prose right before the list. */
  readonly intro: string;
}

export interface LabelledItem {
  readonly label: string;
  readonly mention: Mention;
}

const LABEL = /^([^:：|.]{1,60})[:：–—]\s*$/;
const known = new WeakMap<Reading, readonly ItemList[]>();

/** Runs of such items, in text order. */
export function itemLists(reading: Reading): readonly ItemList[] {
  return remember(known, reading, () => [...readLists(reading)]);
}

function* readLists({ report, mentions }: Reading): Iterable<ItemList> {
  let items: LabelledItem[] = [];
  let previous: Block | undefined;
  let intro = '';
  let at = 0;
  for (const block of report.blocks) {
    while ((mentions[at]?.figure.span.start ?? Infinity) < block.span.start) at++;
    const item = block.kind === 'item' ? itemOf(block, mentions[at], mentions[at + 1]) : undefined;
    if (item) {
      if (items.length === 0) intro = previous && previous.kind !== 'table' ? previous.prose.text : '';
      items.push(item);
    } else if (items.length > 0) {
      yield { items, intro };
      items = [];
    }
    previous = block;
  }
  if (items.length > 0) yield { items, intro };
}

function itemOf(
  block: Block,
  mention: Mention | undefined,
  other: Mention | undefined,
): LabelledItem | undefined {
  if (block.kind === 'table' || mention?.figure.block !== block) return undefined;
  if (other && other.figure.span.start < block.span.end) return undefined;
  const { text } = block.prose;
  const at = text.lastIndexOf(mention.figure.text);
  const label = LABEL.exec(text.slice(0, at))?.[1]?.trim();
  const rest = text.slice(at + mention.figure.text.length).replace(/[.;]?\s*$/, '');
  return label !== undefined && rest === '' ? { label, mention } : undefined;
}
