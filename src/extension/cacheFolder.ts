// The folder that VS Code gives the extension for what it may make again, as the cache of documents sees it.
import * as vscode from 'vscode';
import type { CachedFile, CacheFolder } from '../documents/cache';

/** @param folder need not be there yet */
export function cacheFolder(folder: vscode.Uri): CacheFolder {
  const { fs } = vscode.workspace;
  const at = (name: string) => vscode.Uri.joinPath(folder, name);
  const list = async (): Promise<CachedFile[]> => {
    const files = (await fs.readDirectory(folder)).filter(([, type]) => type === vscode.FileType.File);
    return Promise.all(
      files.map(async ([name]) => {
        const { size, mtime } = await fs.stat(at(name));
        return { name, size, written: mtime };
      }),
    );
  };
  return {
    read: async name => {
      try {
        return await fs.readFile(at(name));
      } catch (error) {
        if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
        throw error;
      }
    },
    write: (name, bytes) => Promise.resolve(fs.writeFile(at(name), bytes)),
    remove: name => Promise.resolve(fs.delete(at(name))),
    list,
  };
}
