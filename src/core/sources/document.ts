// An attached document as the reader of its format hands it to the core: Markdown text and the places in it.

export type DocumentFormat = 'markdown' | 'text' | 'html' | 'pdf' | 'docx' | 'csv';

/** Where a page, a heading or a row of the original begins in the text; it lasts up to the next of its kind. */
export type Landmark =
  | { readonly kind: 'page'; readonly at: number; readonly page: number }
  | { readonly kind: 'heading'; readonly at: number; readonly title: string }
  | { readonly kind: 'row'; readonly at: number; readonly row: number };

/** Plain data: it can be cached as JSON and handed between threads. */
export interface SourceDocument {
  /** What it is known by: its path with forward slashes, relative to the folder that the project names. */
  readonly path: string;
  readonly format: DocumentFormat;
  readonly title: string | undefined;
  /** Markdown: headings, paragraphs, tables. For a Markdown file, the file itself. */
  readonly text: string;
  /** In text order; offsets in UTF-16 code units of `text`. */
  readonly landmarks: readonly Landmark[];
}
