// Web pages. The page is parsed as data: no script runs, no style applies, nothing is fetched.
import { Readability } from '@mozilla/readability';
import { DOMParser } from 'linkedom';
import type { SourceDocument } from '../core';
import { decodeText } from './decode';
import { type DomElement, type DomNode, writeBlocks } from './dom';
import { MarkdownWriter } from './writer';

/** What is never the text of a page. */
const NO_CONTENT = [
  'script, style, noscript, template, iframe, object, svg, math, canvas, audio, video, button, select, textarea, input',
  '[hidden], [aria-hidden="true"]',
].join();
/** What stands around it. */
const AROUND = [
  'nav, aside, dialog, body > header, body > footer',
  '[role="navigation"], [role="banner"], [role="contentinfo"], [role="complementary"], [role="search"], [role="dialog"]',
].join();

/** The share of the page's running text that its main part must have to stand for the page. */
const MOST_OF_IT = 0.5;

/** A page with less text, or with more elements, is taken whole. */
const SHORTEST_ARTICLE = 500;
const MOST_ELEMENTS = 50_000;

interface Page extends DomNode {
  readonly body: DomElement;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  cloneNode(deep: boolean): Page;
}

export function readHtml(bytes: Uint8Array, path: string): SourceDocument {
  const source = decodeText(bytes, declaredEncoding(bytes));
  const page = parse(source);
  const addresses = addressesOf(page, source);
  for (const element of [...page.querySelectorAll(NO_CONTENT)]) element.remove();
  const named = page.querySelector('title');
  const title = named?.textContent?.replace(/\s+/g, ' ').trim() || undefined;
  named?.remove();
  const writer = new MarkdownWriter();
  for (const address of addresses) writer.address(address);
  const content = mainPart(page);
  if (title && !content.querySelector('h1')) writer.heading(1, title);
  writeBlocks(content, writer);
  const { text, landmarks } = writer.finish();
  return { path, format: 'html', title, text, landmarks };
}

function parse(source: string): Page {
  const isWhole = /<body[\s>]/i.test(source);
  const whole = isWhole ? source : `<!doctype html><html><head></head><body>${source}</body></html>`;
  return new DOMParser().parseFromString(whole, 'text/html') as unknown as Page;
}

/** Where the page is from: as the one who saved it noted, and as it says itself. */
function addressesOf(page: Page, source: string): readonly string[] {
  const head = source.slice(0, 4000);
  const found = [
    /<!-- Fetched from (\S{1,2000}) on /.exec(head)?.[1],
    /<!-- saved from url=\(\d{4}\)(\S{1,2000}) -->/.exec(head)?.[1],
    page.querySelector('link[rel="canonical"]')?.getAttribute('href')?.trim(),
  ];
  return [...new Set(found.filter(address => address !== undefined))];
}

/** The encoding that the page's head names. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return /<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([\w-]{1,40})/i.exec(head)?.[1];
}

/** The part of the page that its author wrote, as far as it can be told; else all of it. */
function mainPart(page: Page): DomElement {
  const whole = runningText(page.body);
  const around = [...page.body.querySelectorAll(AROUND)];
  const rest = whole - around.reduce((sum, element) => sum + runningText(element), 0);
  if (rest >= whole * MOST_OF_IT) for (const element of around) element.remove();
  const isMost = (element: DomElement) => runningText(element) >= runningText(page.body) * MOST_OF_IT;
  const named = page.querySelector('main, [role="main"]') ?? onlyArticle(page);
  if (named && isMost(named)) return named;
  const found = whole >= SHORTEST_ARTICLE ? foundArticle(page) : undefined;
  return found && isMost(found) ? found : page.body;
}

function onlyArticle(page: Page): DomElement | undefined {
  const articles = [...page.querySelectorAll('article')];
  return articles.length === 1 ? articles[0] : undefined;
}

function foundArticle(page: Page): DomElement | undefined {
  const copy = page.cloneNode(true);
  if ([...copy.querySelectorAll('*')].length > MOST_ELEMENTS) return undefined;
  const options = { serializer: (element: unknown) => element as DomElement };
  try {
    return new Readability<DomElement>(copy as never, options as never).parse()?.content ?? undefined;
  } catch (error) {
    // It follows elements by calling itself, and the stack is only so deep.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** How much text stands outside of links. */
function runningText(element: DomElement): number {
  const links = [...element.querySelectorAll('a')].map(length);
  return length(element) - links.reduce((sum, one) => sum + one, 0);
}

function length(element: DomElement): number {
  return element.textContent?.length ?? 0;
}
