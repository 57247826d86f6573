import assert from 'node:assert/strict';
import { readProject } from '../../src/project/projectFile';
import { sourceFolders } from '../../src/project/sourceFolders';

const foldersOf = (sources: unknown, folder = 'drafts') =>
  sourceFolders({
    report: 'drafts/q3/report.md',
    folder,
    project: readProject(JSON.stringify({ sources })).project,
  });

describe('the folders of attached documents', () => {
  it('are “sources” beside the report, when no project file names any', () => {
    assert.deepEqual(sourceFolders({ report: 'report.md', folder: '', project: undefined }), ['sources']);
    assert.deepEqual(sourceFolders({ report: 'drafts/q3/report.md', folder: '', project: {} }), [
      'drafts/q3/sources',
    ]);
  });

  it('are those that the project file names, relative to it', () => {
    assert.deepEqual(foldersOf(['papers', './data/', '../shared', 'papers/']), [
      'drafts/papers',
      'drafts/data',
      'shared',
    ]);
    assert.deepEqual(foldersOf([]), []);
  });

  it('never lead out of the workspace', () => {
    assert.deepEqual(
      foldersOf(['../../etc', '/etc', 'C:\\papers', 'file:///etc', '\\\\server\\papers', 'ok']),
      ['drafts/ok'],
    );
  });
});
