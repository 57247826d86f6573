// Citing a source that the reader picks or types. The text may change meanwhile, so the figure's place is followed.
import * as vscode from 'vscode';
import {
  type Candidate,
  type Citable,
  citeAllEdits,
  citeAtEdits,
  type Entry,
  editsOfCitation,
  mentionsToCite,
  type SourceDetails,
  type SourceName,
  type Span,
  type TextEdit,
} from '../core';
import { addSourceTo, homeOf, unlisted } from './addSource';
import type { Analyses, State } from './analyses';
import { askSource } from './askSource';
import { candidatesAt } from './candidatesAt';
import { COMMANDS } from './commands';
import type { CurrentReport } from './currentReport';
import { FollowedSpan } from './followedSpan';
import { rangeOf } from './positions';

/** A figure to cite a source for, or words that a source is to replace: the place in one version of a document, and the sources that the report names for it. */
export interface CiteRequest {
  readonly uri: string;
  readonly version: number;
  readonly at: Span;
  readonly instead: boolean;
  readonly sources: readonly SourceName[];
}

type Checked = State & { readonly kind: 'checked' };

/** What the reader chose: a source that is known, or to name a new one. */
type Choice = { readonly kind: 'known'; readonly source: Citable } | { readonly kind: 'new' };

interface Task {
  readonly document: vscode.TextDocument;
  /** Where the citation goes in the text as it is now; undefined when that has changed already. */
  readonly place: Span | undefined;
  readonly choose: (checked: Checked) => Promise<Choice | undefined>;
  readonly edits: (checked: Checked, place: Span, source: Citable) => readonly TextEdit[];
}

export function registerCiting(analyses: Analyses, current: CurrentReport): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  const choosing = (request: CiteRequest) => (checked: Checked) => pick(candidatesAt(checked, request));
  return vscode.Disposable.from(
    registerCommand(COMMANDS.citeNewSource, async (request: CiteRequest) =>
      cite(analyses, { ...(await taskOf(request)), choose: async () => ({ kind: 'new' }) }),
    ),
    registerCommand(COMMANDS.citeListedSource, async (request: CiteRequest) =>
      cite(analyses, { ...(await taskOf(request)), choose: choosing(request) }),
    ),
    registerCommand(COMMANDS.citeAllMentions, async (request: CiteRequest) =>
      cite(analyses, {
        ...(await taskOf(request)),
        choose: choosing(request),
        edits: ({ analysis, citationStyle }, place, source) =>
          citeAllEdits(analysis.report, mentionsToCite(analysis, place), source, citationStyle),
      }),
    ),
    registerCommand(COMMANDS.insertCitation, (item?: { readonly entry: Entry }) =>
      citeAtCursor(analyses, current, item?.entry),
    ),
  );
}

/** What a request asks for, but for the source. */
async function taskOf({ uri, version, at, instead }: CiteRequest): Promise<Omit<Task, 'choose'>> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  return {
    document,
    place: version === document.version ? at : undefined,
    edits: ({ analysis, citationStyle }, place, source) =>
      editsOfCitation(analysis.report, { at: place, instead }, source, citationStyle),
  };
}

async function citeAtCursor(
  analyses: Analyses,
  current: CurrentReport,
  entry: Entry | undefined,
): Promise<void> {
  const editor = vscode.window.visibleTextEditors.find(one => one.document === current.document);
  if (!editor) return;
  const { document, selection } = editor;
  const offset = document.offsetAt(selection.active);
  await cite(analyses, {
    document,
    place: { start: offset, end: offset },
    choose: async checked =>
      entry ? { kind: 'known', source: { entry } } : pick(candidatesAt(checked, undefined)),
    edits: ({ analysis, citationStyle }, place, source) =>
      citeAtEdits(analysis.report, place.start, source, citationStyle),
  });
}

/** Asks for a source and cites it in one undoable step; changes nothing when the reader gives up. */
async function cite(analyses: Analyses, task: Task): Promise<void> {
  const place = new FollowedSpan(task.document, task.place);
  try {
    const before = analyses.stateOf(task.document);
    const choice = before?.kind === 'checked' ? await task.choose(before) : undefined;
    const details = choice?.kind === 'new' ? await askSource('New Source') : undefined;
    if (!choice || (choice.kind === 'new' && !details)) return;
    const edit = new vscode.WorkspaceEdit();
    const checked = analyses.stateOf(task.document);
    if (checked?.kind === 'checked' && place.span) {
      const source =
        choice.kind === 'known'
          ? choice.source
          : details && (await listed(analyses, task, checked, details, edit));
      if (!source) return;
      const edits = task.edits(checked, place.span, source);
      for (const { span, newText } of edits)
        edit.replace(task.document.uri, rangeOf(task.document, span), newText);
      if (edits.length > 0 && (await vscode.workspace.applyEdit(edit))) return;
    }
    void vscode.window.showWarningMessage(
      'The text of the figure has changed meanwhile, so no citation was inserted. Please try again.',
    );
  } finally {
    place.dispose();
  }
}

/**
 * A new source as it can be cited: as an entry that the edit adds to the bibliography, if there is one or keys are
 * wanted. Undefined when it could not be added.
 */
async function listed(
  analyses: Analyses,
  { document }: Task,
  { analysis, citationStyle }: Checked,
  details: SourceDetails,
  edit: vscode.WorkspaceEdit,
): Promise<Citable | undefined> {
  const home = homeOf(analyses, document, analysis);
  if (!home && citationStyle !== 'pandoc') return { entry: unlisted(details) };
  return addSourceTo(edit, document, analysis, details, home);
}

/** The candidates with what each says of the figure as detail, and the way to a new one at the end. */
async function pick(candidates: readonly Candidate[]): Promise<Choice | undefined> {
  const known = candidates.map(({ source, label, description, quote }) => ({
    label,
    description,
    detail: quote === undefined ? '' : `“${quote}”`,
    choice: { kind: 'known', source } satisfies Choice,
  }));
  const other = {
    label: 'New source…',
    description: '',
    detail: '',
    choice: { kind: 'new' } satisfies Choice,
  };
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly choice: Choice }>(
    [...known, other],
    {
      title: 'Insert Source Citation',
      placeHolder: 'Title, key, publisher or words of the source',
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  return picked?.choice;
}
