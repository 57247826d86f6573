// What a project file may hold. VS Code completes it by the JSON Schema that is made from this.
import * as z from 'zod/mini';
import { PROFILES, rules } from '../core';

const LEVELS = ['error', 'warning', 'information', 'hint', 'off'] as const;

function level(summary: string) {
  return z.optional(z.enum(LEVELS).check(z.describe(summary)));
}

const severities = z.strictObject({
  ...Object.fromEntries(rules.map(({ id, summary }) => [id, level(summary)])),
});

const globs = z.array(z.string().check(z.maxLength(1000)));

/** As reports write it; a lone character would stand everywhere. */
const name = z.string().check(z.minLength(2), z.maxLength(100));

const rulesOf = (which: string) =>
  severities.check(
    z.describe(`How serious a finding of each rule is${which}, or “off” to switch the rule off.`),
  );

export const projectSchema = z.strictObject({
  $schema: z.optional(z.string()),
  profile: z.optional(
    z
      .enum(PROFILES)
      .check(
        z.describe(
          'The severities to start from. recommended: each rule’s own. strict: each one level graver. figures-only: the rules on units and arithmetic alone.',
        ),
      ),
  ),
  rules: z.optional(rulesOf('')),
  include: z.optional(
    globs.check(
      z.describe(
        'Globs of Markdown files that are checked even when they do not read as a report, relative to this file’s folder. Known are *, **, ? and {a,b}.',
      ),
    ),
  ),
  exclude: z.optional(
    globs.check(
      z.describe(
        'Globs of files that are never checked, relative to this file’s folder. Goes before include.',
      ),
    ),
  ),
  bibliography: z.optional(
    z
      .array(z.string().check(z.maxLength(1000)))
      .check(
        z.describe(
          'BibTeX and CSL-JSON files with the sources that reports cite, relative to this file’s folder. Without it, and when a report names none itself, those beside the report are used.',
        ),
      ),
  ),
  sources: z.optional(
    z
      .array(z.string().check(z.maxLength(1000)))
      .check(
        z.describe(
          'Folders with the documents that figures are checked against, relative to this file’s folder: Markdown, text, web pages, PDF, Word and CSV. Without it, the folder “sources” beside a report.',
        ),
      ),
  ),
  players: z.optional(
    z
      .array(
        z.strictObject({
          name: name.check(z.describe('The name that the sidebar shows.')),
          aliases: z.optional(
            z
              .array(name)
              .check(
                z.describe('Other names of the same player, such as a short form, a ticker or a brand.'),
              ),
          ),
        }),
      )
      .check(
        z.describe(
          'Organisations and people that are players in any report that names them, each known by all its names.',
        ),
      ),
  ),
  overrides: z.optional(
    z
      .array(
        z.strictObject({
          files: globs.check(
            z.describe('Globs of the files that it is for, relative to this file’s folder.'),
          ),
          rules: rulesOf(' in these files'),
        }),
      )
      .check(z.describe('Other severities for some files. Where two speak of a rule, the later one holds.')),
  ),
});

export type Project = z.infer<typeof projectSchema>;

/** The JSON Schema of a project file. */
export function projectJsonSchema(): object {
  return {
    ...z.toJSONSchema(projectSchema, { target: 'draft-7' }),
    title: 'Annotated Reading project file',
    allowComments: true,
    allowTrailingCommas: true,
  };
}
