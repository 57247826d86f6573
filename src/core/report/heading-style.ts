// How a heading is numbered or marked off: headings that are marked alike stand side by side.
import type { Heading } from '../markdown/block';
import { COUNTING_WORDS } from '../markdown/flattened';

const STYLES: readonly (readonly [string, RegExp])[] = [
  ['label', /^\p{Lu}\p{Ll}{2,12} \d{1,2}\s?[:.–—-]/u],
  ['roman', /^[IVX]{1,5}\s?[.)]/],
  ['two digits', /^0\d\b|^1\d\s+\p{Lu}/u],
  ['decimal', /^\d{1,2}\.\d/],
  ['number', /^\d{1,2}\s?[.)、|·]/],
  ['plain number', /^\d{1,2}\s+\p{Lu}/u],
  ['letter', /^[A-K]\s?[.)]/],
  ['brackets', /^[（(][\p{L}\d]{1,3}[）)]/u],
  ['han', /^第?[一二三四五六七八九十]{1,3}[、.章节節]/],
  ['circled', /^[①-⑳❶-❿]/],
  ['counting word', new RegExp(`^(?:${COUNTING_WORDS})[.)]\\s`)],
  ['capitals', /^[^\p{Ll}]*\p{Lu}{3}[^\p{Ll}]*$/u],
];

/** The style of a heading; 'plain' when nothing marks it off. */
export function styleOf(heading: Heading): string {
  const { text } = heading.prose;
  if (heading.sign !== undefined) return heading.sign;
  return STYLES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'plain';
}
