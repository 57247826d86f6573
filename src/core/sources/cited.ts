// Which attached documents a figure's own sources are.
import type { PlacedFigure, Report, SourceName, SourceNote } from '../report/report';
import { Scopes } from '../text/scopes';
import { attachDocuments } from './attach';
import type { Bibliography, Entry } from './bibliography';
import type { IndexedDocument } from './index-document';

/** What a figure cites, as far as it is attached. */
export interface Cited {
  readonly documents: readonly IndexedDocument[];
  /** False when it also cites something that is not attached, or that nobody can tell. */
  readonly isComplete: boolean;
}

/** More notes than this around one figure are not looked at. */
const MOST_NOTES = 20;

export class CitedDocuments {
  private readonly notes: Scopes<SourceNote>;
  private readonly byEntry: ReadonlyMap<Entry, IndexedDocument>;
  private readonly entries = new Map<string, Entry>();

  constructor(report: Report, bibliography: Bibliography, documents: readonly IndexedDocument[]) {
    this.notes = new Scopes(report.sources.flatMap(note => note.scopes.map(span => ({ span, value: note }))));
    const attachable = documents.map(indexed => ({ ...indexed.document, indexed }));
    this.byEntry = new Map(
      [...attachDocuments(bibliography.entries, attachable)].map(([entry, { indexed }]) => [entry, indexed]),
    );
    for (const entry of bibliography.entries)
      for (const name of namesOf(entry)) if (!this.entries.has(name)) this.entries.set(name, entry);
  }

  /** The documents that the sources around a figure are. */
  of({ span }: Pick<PlacedFigure, 'span'>): Cited {
    const names: SourceName[] = [];
    let isNamed = true;
    for (const note of this.notes.holding(span)) {
      if (note.names.length === 0) isNamed = false;
      names.push(...note.names);
      if (names.length > MOST_NOTES) break;
    }
    const documents = names.map(name => this.documentOf(name));
    const attached = documents.filter(document => document !== undefined);
    return {
      documents: [...new Set(attached)],
      isComplete: isNamed && names.length > 0 && attached.length === documents.length,
    };
  }

  private documentOf({ key, url, name }: SourceName): IndexedDocument | undefined {
    for (const one of [key, url, name]) {
      const entry = one === undefined ? undefined : this.entries.get(one.toLowerCase());
      const document = entry && this.byEntry.get(entry);
      if (document) return document;
    }
    return undefined;
  }
}

function namesOf({ key, url, title }: Entry): string[] {
  return [key, url, title].flatMap(name => (name === undefined ? [] : name.toLowerCase()));
}
