// What --help prints.
export const USAGE = `annotated-reading checks the figures of report drafts in Markdown.

  annotated-reading check FILE…     what does not hold in the reports
      --format pretty|json|sarif
      --sources DIR                 the folder of the documents that the figures are checked against; without it, those that
                                    the project file names, else “sources” beside the report
  annotated-reading fix FILE…       applies the fixes that are certain
      --rule RULE                   also the first fix of each finding of this rule
      --dry-run                     prints what would change, and changes nothing
  annotated-reading evidence FILE   what the sources make of each figure, with quotes
      --format pretty|json
      --sources DIR
  annotated-reading outline FILE    the parts of a report: events, key data, players, judgments …
      --format pretty|json
  annotated-reading figures FILE    every figure and what it means
      --format pretty|json
      --claims                      in JSON, also how each was read: of whom, what, when, and which claim it makes
      --lines                       each line is a text of its own; one JSON array is printed for each
  annotated-reading explain RULE    what a rule flags and what it leaves alone

FILE may be - for standard input, but not for fix. check, fix and evidence go by the nearest .annotated-reading.jsonc in the folder
of the report or above it, up to the working folder.
  --help       this text
  --version    the version

The exit code is 0 when no finding is an error, 1 when one is (after fix: when one is left; for evidence: when a source
contradicts a figure), and 2 when a command makes no sense or a file cannot be read or written.
`;
