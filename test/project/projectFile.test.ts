// The project file: what is right in it applies, and what is wrong is named at its place.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import manifest from '../../package.json';
import { LineIndex, profileSeverities } from '../../src/core';
import {
  isExcluded,
  isIncluded,
  optionsFor,
  PROJECT_FILE,
  readProject,
  severitiesFor,
} from '../../src/project/projectFile';
import { projectJsonSchema } from '../../src/project/schema';

/** Each problem as "line:column message". */
function problems(text: string): string[] {
  const lines = new LineIndex(text);
  return readProject(text).problems.map(({ span, message }) => {
    const { line, column } = lines.positionAt(span.start);
    return `${line + 1}:${column + 1} ${message}`;
  });
}

const WHOLE = `{
  // Who reads this?
  "$schema": "./schema.json",
  "profile": "strict",
  "rules": { "vague-source": "off" },
  "include": ["drafts/**"],
  "exclude": ["**/old/*.md"],
  "players": [{ "name": "Alphabet", "aliases": ["Google", "GOOGL"] }, { "name": "Norvik" }],
  "overrides": [
    { "files": ["notes/**"], "rules": { "vague-source": "hint", "unit-style": "off" } },
    { "files": ["notes/a.md"], "rules": { "unit-style": "error" } },
  ],
}
`;

describe('a project file', () => {
  it('may have comments and trailing commas, and sets all that it can', () => {
    assert.deepEqual(problems(WHOLE), []);
    const { project } = readProject(WHOLE);
    assert.ok(isIncluded(project, 'drafts/a.md'));
    assert.ok(!isIncluded(project, 'a.md'));
    assert.ok(isExcluded(project, 'x/old/a.md'));
    assert.ok(!isExcluded(project, 'x/a.md'));
  });

  it('lists players, whose names are long enough to be found', () => {
    const { players } = optionsFor(readProject(WHOLE).project, 'a.md');
    assert.deepEqual(players, [{ name: 'Alphabet', aliases: ['Google', 'GOOGL'] }, { name: 'Norvik' }]);
    assert.deepEqual(problems('{ "players": [{ "name": "A" }, { "aliases": ["Bolt"] }] }'), [
      '1:25 Expected at least 2 characters, found "A".',
      '1:32 “name” is missing here.',
    ]);
  });

  it('sets severities by profile, then by rule, then by file, the later ones first in force', () => {
    const { project } = readProject(WHOLE);
    const strict = profileSeverities('strict');
    assert.deepEqual(severitiesFor(project, 'a.md'), { ...strict, 'vague-source': 'off' });
    assert.deepEqual(severitiesFor(project, 'notes/b.md'), {
      ...strict,
      'vague-source': 'hint',
      'unit-style': 'off',
    });
    assert.equal(severitiesFor(project, 'notes/a.md')['unit-style'], 'error');
  });

  it('leaves open what it does not say', () => {
    assert.deepEqual(severitiesFor(readProject('{}').project, 'a.md'), {});
  });

  const wrong: readonly (readonly [string, readonly string[]])[] = [
    ['{\n  "profil": "strict"\n}', ['2:3 There is no setting “profil” here.']],
    ['{ "rules": {\n "no-such": "off" } }', ['2:2 There is no rule “no-such”.']],
    [
      '{ "rules": { "vague-source": "fatal" } }',
      ['1:30 Expected one of error, warning, information, hint, off, found "fatal".'],
    ],
    ['{ "profile": 7 }', ['1:14 Expected one of recommended, strict, figures-only, found 7.']],
    ['{ "include": "drafts/**" }', ['1:14 Expected a list, found "drafts/**".']],
    ['{ "exclude": ["a", 7, "b"] }', ['1:20 Expected a text, found 7.']],
    ['{ "overrides": [{ "rules": {} }] }', ['1:17 “files” is missing here.']],
    [
      '{ "overrides": [{ "files": [], "rule": {} }] }',
      ['1:17 “rules” is missing here.', '1:32 There is no setting “rule” here.'],
    ],
    ['[]', ['1:1 Expected an object, found [].']],
    ['', ['1:1 The file is empty. Write at least {}.']],
    ['{ "__proto__": 1 }', ['1:3 There is no setting “__proto__” here.']],
  ];
  for (const [text, messages] of wrong) {
    it(`${JSON.stringify(text)} has ${messages.length} named`, () =>
      assert.deepEqual(problems(text), messages));
  }

  it('still applies beside what is wrong in it', () => {
    const { project, isUsable } = readProject(`{
      "profil": "strict",
      "rules": { "no-such": "off", "vague-source": "fatal", "unit-style": "off" },
      "exclude": ["a.md", 7, "b.md"],
      "overrides": [{ "rules": {} }, { "files": ["c.md"], "rules": { "unit-style": "hint", "x": "y" } }]
    }`);
    assert.ok(isUsable);
    assert.deepEqual(severitiesFor(project, 'a.md'), { 'unit-style': 'off' });
    assert.deepEqual(severitiesFor(project, 'c.md'), { 'unit-style': 'hint' });
    assert.deepEqual(project.exclude, ['a.md', 'b.md']);
  });

  it('still applies as far as broken JSON lets it be read', () => {
    const { project, problems: found, isUsable } = readProject('{ "profile": "strict" "rules": { }');
    assert.equal(project.profile, 'strict');
    assert.ok(found.length > 0);
    assert.ok(isUsable);
  });

  it('is of no use when nothing in it can apply', () => {
    for (const text of ['', 'nonsense', '[]', '{ "profile": "lax" }', '['.repeat(100_000)])
      assert.ok(!readProject(text).isUsable);
    assert.ok(readProject('{}').isUsable);
  });

  it('comes out of any text, its problems inside it', () => {
    const part = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"rules"',
      '"files"',
      '"overrides"',
      '"off"',
      '1',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), parts => {
        const text = parts.join('');
        for (const { span } of readProject(text).problems)
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the JSON Schema of project files', () => {
  it('is in step with what is read; npm run schema writes it anew', () => {
    const written = JSON.parse(readFileSync('media/annotated-reading.schema.json', 'utf8'));
    assert.deepEqual(written, JSON.parse(JSON.stringify(projectJsonSchema())));
  });

  it('is what VS Code completes the file by', () => {
    assert.deepEqual(manifest.contributes.jsonValidation, [
      { fileMatch: PROJECT_FILE, url: './media/annotated-reading.schema.json' },
    ]);
  });
});
