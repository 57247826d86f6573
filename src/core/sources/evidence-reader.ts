// What the attached documents say of a report's figures, worked out once for each figure.
import type { ContextReader, Mention } from '../claims';
import { contentWords } from '../claims';
import type { Report } from '../report/report';
import type { Bibliography } from './bibliography';
import { type Cited, CitedDocuments } from './cited';
import { type FigureEvidence, findEvidence } from './evidence';
import type { IndexedDocument } from './index-document';
import { Library } from './library';
import { isStatedIn } from './stated';

export class EvidenceReader {
  private readonly library: Library;
  private readonly cited: CitedDocuments;
  private readonly known = new Map<Mention, FigureEvidence>();

  constructor(
    report: Report,
    private readonly context: ContextReader,
    bibliography: Bibliography,
    documents: readonly IndexedDocument[],
  ) {
    this.library = libraryOf(documents);
    this.cited = new CitedDocuments(report, bibliography, documents);
  }

  /** The passages that state a figure, and those that state it otherwise. */
  of(mention: Mention): FigureEvidence {
    const known = this.known.get(mention);
    if (known) return known;
    const evidence = findEvidence(this.library, mention, this.wordsOf(mention));
    this.known.set(mention, evidence);
    return evidence;
  }

  citedBy({ figure }: Mention): Cited {
    return this.cited.of(figure);
  }

  isStatedIn(document: IndexedDocument, mention: Mention): boolean {
    return isStatedIn(this.library, document, mention, this.wordsOf(mention));
  }

  private wordsOf(mention: Mention): ReadonlySet<string> {
    return new Set([...this.context.of(mention), ...mention.subjects.flatMap(contentWords)]);
  }
}

/** A report is read again at every keystroke, its sources are not. */
const libraries = new WeakMap<readonly IndexedDocument[], Library>();

function libraryOf(documents: readonly IndexedDocument[]): Library {
  const known = libraries.get(documents) ?? new Library(documents);
  libraries.set(documents, known);
  return known;
}
