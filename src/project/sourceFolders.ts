// In which folders the documents for a report are: those that its project file names, else “sources” beside it.
import { folderOf, resolve, type Standing } from './bibliographies';

/** More folders than this are not looked through. */
const MOST_FOLDERS = 20;

/** The folders' paths; one that leads out of the top folder is left out. */
export function sourceFolders({
  report,
  project,
  folder,
}: Pick<Standing, 'report' | 'project' | 'folder'>): readonly string[] {
  const named = project?.sources?.map(name => resolve(folder, name));
  const folders = named ?? [resolve(folderOf(report), 'sources')];
  return [...new Set(folders.filter(path => path !== undefined))].slice(0, MOST_FOLDERS);
}
