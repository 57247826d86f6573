/** The files that are looked for in a folder of sources, by how their names end. */
export const EXTENSIONS: readonly string[] = [
  'md',
  'markdown',
  'txt',
  'text',
  'html',
  'htm',
  'xhtml',
  'pdf',
  'docx',
  'csv',
  'tsv',
];
