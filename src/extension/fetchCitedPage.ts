// Fetches one page that the report cites into its folder of sources: on command, after asking, and never otherwise.
import * as vscode from 'vscode';
import { type Fetched, fetchableUrl, fetchPage, fileStemFor, isPrivateHost } from '../documents/fetchPage';
import type { Analyses } from './analyses';
import type { AttachedSources } from './attachedSources';
import { COMMANDS } from './commands';
import type { CurrentReport } from './currentReport';

export function registerFetching(
  analyses: Analyses,
  current: CurrentReport,
  sources: AttachedSources,
): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.fetchCitedPage, async () => {
    const { document } = current;
    const analysis = document && analyses.analysisOf(document);
    if (!document || !analysis || !vscode.workspace.isTrusted) return;
    const folder = sources.foldersOf(document.uri)[0];
    if (!folder) return tell('The report has no folder for sources. Save it first.');
    const addresses = analysis.bibliography.entries.flatMap(({ url }) =>
      url ? (fetchableUrl(url) ?? []) : [],
    );
    const url = await pickAddress([...new Map(addresses.map(one => [one.href, one])).values()]);
    if (url && (await isWanted(url, folder))) await fetchInto(folder, url);
  });
}

async function pickAddress(addresses: readonly URL[]): Promise<URL | undefined> {
  if (addresses.length === 0) {
    tell('The report cites no address that begins with http:// or https://.');
    return undefined;
  }
  const items = addresses.map(url => ({ label: url.href, url }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Fetch Cited Page',
    placeHolder: 'A page that the report cites',
  });
  return picked?.url;
}

async function isWanted(url: URL, folder: vscode.Uri): Promise<boolean> {
  const own = isPrivateHost(url.hostname)
    ? '\n\nThis address is in your own network or on your own machine.'
    : '';
  const detail = `${url.href}\n\nThe page is saved in ${vscode.workspace.asRelativePath(folder)} with its address and today’s date.${own}`;
  const choice = await vscode.window.showInformationMessage(
    `Fetch this page from ${url.host}?`,
    { modal: true, detail },
    'Fetch and Save',
  );
  return choice !== undefined;
}

async function fetchInto(folder: vscode.Uri, url: URL): Promise<void> {
  const fetched = await withProgress(url);
  if (!fetched) return;
  if (fetched.kind === 'failed') return tell(`The page ${fetched.reason}. Nothing was saved.`);
  const file = vscode.Uri.joinPath(folder, `${fileStemFor(url)}.${fetched.extension}`);
  if (!(await mayWrite(file))) return;
  // Creates the folder where need be.
  await vscode.workspace.fs.writeFile(file, fetched.bytes);
}

function withProgress(url: URL): Thenable<Fetched | undefined> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: `Fetching ${url.host}`,
    cancellable: true,
  };
  return vscode.window.withProgress(options, (progress, token) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    const onProgress = (bytes: number) => progress.report({ message: `${Math.ceil(bytes / 1024)} KB` });
    return fetchPage(url.href, { signal: stop.signal, today: today(), onProgress });
  });
}

/** Asks before a file is replaced. */
async function mayWrite(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
  } catch {
    return true;
  }
  const choice = await vscode.window.showWarningMessage(
    `Replace ${vscode.workspace.asRelativePath(file)}?`,
    { modal: true, detail: 'The page has been saved before.' },
    'Replace',
  );
  return choice !== undefined;
}

/** The reader's day, as YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function tell(message: string): void {
  void vscode.window.showWarningMessage(message);
}
