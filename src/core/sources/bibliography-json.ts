// Reads a CSL-JSON file, the form in which Zotero and Pandoc exchange bibliographies.
import { getNodeValue, type Node } from 'jsonc-parser';
import { parseJson, spanOfNode } from '../text/json';
import type { Span } from '../text/span';
import { type CslField, type CslItem, readCslItem } from './bibliography-csl';
import { type Problem, type ReadEntries, repeatedKeys } from './bibliography-entry';

/** The entries of a CSL-JSON file. Any text gives a result. */
export function readCslJson(text: string, path: string): ReadEntries {
  const { root, errors } = parseJson(text);
  const problems: Problem[] = errors
    .slice(0, 1)
    .map(({ span, words }) => ({ span, message: `This is no JSON from here on: ${words}.` }));
  const items = itemsOf(root);
  if (!items) {
    const message = 'A CSL-JSON bibliography is a list of entries: [ { "id": "…", "title": "…" } ].';
    return { entries: [], problems: problems.length > 0 ? problems : [{ span: startOf(text), message }] };
  }
  const entries = items.flatMap(node => {
    if (node.type !== 'object') {
      problems.push({ span: spanOfNode(node), message: 'This is no entry: an entry stands in braces.' });
      return [];
    }
    return readCslItem(itemOf(node, path), problems) ?? [];
  });
  problems.push(...repeatedKeys(entries));
  return { entries, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

/** The offsets between which the items of a CSL-JSON list stand, and the last item; undefined for no list. */
export function cslJsonList(
  text: string,
): { readonly list: Span; readonly last: Span | undefined } | undefined {
  const { root } = parseJson(text);
  const list = root?.type === 'object' ? propertyOf(root, 'items') : root;
  if (list?.type !== 'array') return undefined;
  const last = list.children?.at(-1);
  return { list: spanOfNode(list), last: last && spanOfNode(last) };
}

/** A list of items, or, as Zotero's exports of collections, an object with the list as `items`. */
function itemsOf(root: Node | undefined): readonly Node[] | undefined {
  const list = root?.type === 'object' ? propertyOf(root, 'items') : root;
  return list?.type === 'array' ? (list.children ?? []) : undefined;
}

function propertyOf(node: Node, name: string): Node | undefined {
  return node.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1];
}

function itemOf(node: Node, path: string): CslItem {
  const fields = new Map<string, CslField>();
  for (const { children: [key, value] = [] } of node.children ?? []) {
    if (key && value) fields.set(String(key.value), { value: getNodeValue(value), span: inQuotes(value) });
  }
  return { fields, place: { kind: 'csl-json', path, span: spanOfNode(node) } };
}

/** A text without its quotes, as a key is renamed. */
function inQuotes(node: Node): Span {
  const { start, end } = spanOfNode(node);
  return node.type === 'string' && end - start >= 2 ? { start: start + 1, end: end - 1 } : { start, end };
}

function startOf(text: string): Span {
  return { start: 0, end: Math.min(1, text.length) };
}
