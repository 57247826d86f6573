// Sources of events that stand in brackets or as links at their ends: "Norvik buys a quay (harbour notice)", "… [Reuters]".

import { flat } from '../text/lists';
import { wholeDate } from './dated';
import type { Event, Field } from './report';

/** Fewer events than this are not set alike. */
const FEWEST = 2;
/** "… — [Harbour Post](https://post.example)": a link behind a dash. */
const LINK_AT_END = /\s[–—-]\s\[([^[\]\n]{3,80})\]\([^()\s]*\)\.?$/;
/** "… in May. *Exchange filing*", "… in May | exchange filing", "… in May. — Exchange filing": set off by emphasis, a bar or a dash. */
const SET_OFF =
  /(?:(?<=[.!?)\]] )[*_]([^*_()（）\n]{3,80})[*_]|\s\|\s([^|\n]{3,80})|(?<=[.!?)\]]) [–—] (?=\p{Lu})([^–—.\n]{3,80}))$/u;
const AT_END = /[(（[]([^()（）[\]\n]{3,80})[)）\]][.。*_]{0,3}$/;

/**
 * The events, with what stands in brackets at their ends as their sources where most of those without a source end so:
 * one bracket alone may hold anything.
 */
export function withBracketedSources(text: string, events: readonly Event[]): readonly Event[] {
  const open = events.filter(({ source }) => source === undefined);
  const found = new Map(
    flat(open, event => {
      const source = bracketAtEnd(text, event);
      return source ? [[event, source]] : [];
    }),
  );
  if (found.size < FEWEST || found.size * 2 <= open.length) return events;
  return events.map(event => {
    const source = found.get(event);
    return source ? { ...event, source, title: withoutBracket(event.title, source.text) } : event;
  });
}

function bracketAtEnd(text: string, { span, title }: Event): Field | undefined {
  const end = text.slice(Math.max(span.start, span.end - LONGEST), span.end).trimEnd();
  const [, emphasised, barred, dashed] = SET_OFF.exec(end) ?? [];
  const inTitle = barred !== undefined && title.endsWith(`| ${barred}`) ? barred : undefined;
  const linked = LINK_AT_END.exec(end)?.[1] ?? emphasised ?? dashed ?? inTitle;
  const [all = '', bracketed = ''] = linked === undefined ? (AT_END.exec(end) ?? []) : [];
  const isAddress = end.charAt(end.length - all.length - 1) === ']';
  const words = linked ?? (isAddress ? '' : bracketed);
  if (!/\p{L}{2}/u.test(words) || /[%\p{Sc}@^]|:\/\//u.test(words) || wholeDate(words)) return undefined;
  const at = text.lastIndexOf(words, span.end);
  return { text: words, span: { start: at, end: at + words.length } };
}

/** Brackets and the address of a link are no longer together. */
const LONGEST = 300;

/** A title may go on to the end of its event. */
function withoutBracket(title: string, words: string): string {
  const at = title.lastIndexOf(words);
  return at > 0 && title.length - at - words.length < 3
    ? title.slice(0, at).replace(/\s*(?:[([（]|[–—|-]\s*)$/, '')
    : title;
}
