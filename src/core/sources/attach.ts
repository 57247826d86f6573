// Tells which attached document belongs to an entry of the bibliography. In doubt, none does.
import { doiIn, type Entry, nameOf } from './bibliography-entry';
import type { SourceDocument } from './document';

/** What is looked at in a document. */
export type Attachable = Pick<SourceDocument, 'path' | 'title' | 'text'>;

/** A document names its own address or DOI near its start; further down stand those of others. */
const HEAD = 3000;

/**
 * The document of each entry that has one: the file that the entry names, else the one document that states its
 * address or DOI at its start, else the one that is named like it. A way of telling that fits several documents tells
 * nothing. Time is linear in the entries and in the documents, as long as names differ.
 */
export function attachDocuments<T extends Attachable>(
  entries: readonly Entry[],
  documents: readonly T[],
): ReadonlyMap<Entry, T> {
  const known = new Documents(documents);
  const attached = new Map<Entry, T>();
  for (const entry of entries) {
    const document = known.documentOf(entry);
    if (document) attached.set(entry, document);
  }
  return attached;
}

class Documents<T extends Attachable> {
  private readonly byPath = new Groups<T>();
  private readonly byFile = new Groups<T>();
  private readonly byUrl = new Groups<T>();
  private readonly byDoi = new Groups<T>();
  private readonly byName = new Groups<T>();
  /** By the rarest of the words of their names, those that are named by two at least. */
  private readonly byWord = new Map<string, { readonly document: T; readonly words: readonly string[] }[]>();

  constructor(documents: readonly T[]) {
    this.addWords(documents.map(document => ({ document, words: new Set(wordsOf(stemOf(document.path))) })));
    for (const document of documents) {
      this.byPath.add(pathKey(document.path), document);
      this.byFile.add(fileOf(pathKey(document.path)), document);
      const head = document.text.slice(0, HEAD);
      for (const url of addressesIn(head)) this.byUrl.add(url, document);
      const doi = doiIn(head);
      if (doi !== undefined) this.byDoi.add(doi, document);
      for (const name of new Set([nameKey(stemOf(document.path)), nameKey(document.title ?? '')]))
        this.byName.add(name, document);
    }
  }

  documentOf(entry: Entry): T | undefined {
    return (
      (entry.file === undefined ? undefined : this.byFileName(entry.file)) ??
      (entry.url === undefined ? undefined : this.byAddress(entry.url)) ??
      (entry.doi === undefined ? undefined : this.byDoi.only(entry.doi)) ??
      this.named(entry)
    );
  }

  /** The path may be relative to another folder than the documents', so that its end decides. */
  private byFileName(file: string): T | undefined {
    const path = pathKey(file);
    return this.byPath.only(path) ?? this.byFile.only(fileOf(path));
  }

  private byAddress(url: string): T | undefined {
    const isPath = !/^[a-z][a-z0-9+.-]*:/i.test(url);
    return isPath ? this.byFileName(url) : this.byUrl.only(urlKey(url));
  }

  private named(entry: Entry): T | undefined {
    const name = nameOf(entry);
    return (
      (entry.key === undefined || /^\d+$/.test(entry.key)
        ? undefined
        : this.byName.only(nameKey(entry.key))) ??
      this.byName.only(nameKey(name)) ??
      this.namedInWords(wordsOf([...entry.authors, entry.publisher ?? '', name].join(' ')))
    );
  }

  private addWords(named: readonly { readonly document: T; readonly words: ReadonlySet<string> }[]): void {
    const counts = new Map<string, number>();
    for (const word of named.flatMap(({ words }) => [...words]))
      counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const { document, words } of named) {
      const byRarity = [...words].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
      const [rarest] = byRarity;
      if (rarest === undefined || byRarity.length < 2) continue;
      const known = this.byWord.get(rarest);
      if (known) known.push({ document, words: byRarity });
      else this.byWord.set(rarest, [{ document, words: byRarity }]);
    }
  }

  /** The one document all of whose name's words, two at least, stand in an entry's. */
  private namedInWords(words: readonly string[]): T | undefined {
    const said = new Set(words);
    const fitting = [...said]
      .flatMap(word => this.byWord.get(word) ?? [])
      .filter(({ words: stem }) => stem.every(word => said.has(word)));
    return fitting.length === 1 ? fitting[0]?.document : undefined;
  }
}

/** Documents by a key; '' is no key. */
class Groups<T> {
  private readonly groups = new Map<string, Set<T>>();

  add(key: string, document: T): void {
    if (key === '') return;
    const group = this.groups.get(key) ?? new Set();
    this.groups.set(key, group.add(document));
  }

  /** The document of a key that stands for one alone. */
  only(key: string): T | undefined {
    const group = this.groups.get(key);
    return group?.size === 1 ? [...group][0] : undefined;
  }
}

function pathKey(path: string): string {
  return path
    .replace(/\\/g, '/')
    .replace(/^(?:\.\/)+/, '')
    .normalize('NFC')
    .toLowerCase();
}

function fileOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function stemOf(path: string): string {
  return fileOf(path.replace(/\\/g, '/')).replace(/\.[^.]*$/, '');
}

/** A name without what spellings differ in: case, accents, punctuation, spaces. */
function nameKey(name: string): string {
  return wordsOf(name).join(' ');
}

function wordsOf(name: string): readonly string[] {
  return (
    name
      .slice(0, 500)
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

const ADDRESS = /https?:\/\/[^\s<>()[\]"'`|\\]{1,1000}/gi;

function addressesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(ADDRESS)].map(([address]) => urlKey(address)))];
}

/** An address without what makes no other page of it: protocol, "www.", tracking, fragment, a slash at the end. */
function urlKey(url: string): string {
  const [address = ''] = url.trim().split('#');
  const [page = '', query = ''] = address.split('?');
  const wanted = query.split('&').filter(part => part !== '' && !/^(?:utm_|fbclid|gclid)/i.test(part));
  const plain = page
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/^[^/]*/, host => host.toLowerCase())
    .replace(/[.,;:!/]+$/, '');
  return wanted.length > 0 ? `${plain}?${wanted.join('&')}` : plain;
}
