import assert from 'node:assert/strict';
import fs from 'node:fs';
import type { Log } from 'sarif';
import { artifactUri } from '../../src/cli/sarif';
import { rules } from '../../src/core';
import { cli, SLIP } from './cli';

const SAMPLE = fs.readFileSync('test/fixtures/corpus/aws-anthropic.md', 'utf8');

async function sarif(files: Record<string, string | Uint8Array>): Promise<Log> {
  const { out } = await cli(['check', '--format', 'sarif', ...Object.keys(files)], { files });
  return JSON.parse(out);
}

describe('check', () => {
  it('names place, severity, message and rule of a finding, and counts them', async () => {
    const { code, out, err } = await cli(['check', 'deals.md'], { files: { 'deals.md': SLIP } });
    assert.equal(code, 1);
    assert.equal(err, '');
    assert.match(out, /^deals\.md:6:\d+ {2}error {2}.+\n {4}“.*\$30.*” {2}magnitude-conflict$/m);
    assert.match(out, /\d+ findings?: .*1 error/);
  });

  it('ends with 0 when nothing is an error', async () => {
    const { code, out } = await cli(['check', 'a.md'], { files: { 'a.md': 'Nothing to see.\n' } });
    assert.equal(code, 0);
    assert.equal(out, '0 findings\n');
  });

  it('reads standard input', async () => {
    const { code, out } = await cli(['check', '-'], { stdin: SLIP });
    assert.equal(code, 1);
    assert.match(out, /^standard input:6:/m);
  });

  it('names a file that cannot be read, checks the others, and ends with 2', async () => {
    const { code, out, err } = await cli(['check', 'gone.md', 'folder', 'deals.md'], {
      files: { 'deals.md': SLIP, 'folder/x.md': '' },
    });
    assert.equal(code, 2);
    assert.match(err, /gone\.md: there is no such file\n.*folder: is a folder, not a file\n/);
    assert.match(out, /^deals\.md:6:/m);
  });

  it('colours only when asked to', async () => {
    const plain = await cli(['check', 'deals.md'], { files: { 'deals.md': SLIP } });
    const colored = await cli(['check', 'deals.md'], { files: { 'deals.md': SLIP }, color: true });
    assert.ok(!plain.out.includes('\u001b'));
    assert.ok(colored.out.includes('\u001b[31merror'));
  });

  it('lets no report steer the terminal', async () => {
    const text = SLIP.replaceAll('Norvik', 'Nor\u001b[2Jvik\u202e');
    const { out } = await cli(['check', 'x\u001b[2J.md'], { files: { 'x\u001b[2J.md': text } });
    assert.match(out, /finding/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it('gives JSON with offsets, lines and columns', async () => {
    const { out } = await cli(['check', '--format', 'json', 'deals.md'], { files: { 'deals.md': SLIP } });
    const [file] = JSON.parse(out);
    assert.equal(file.file, 'deals.md');
    const slip = file.findings.find((finding: { rule: string }) => finding.rule === 'magnitude-conflict');
    assert.equal(slip.line, 6);
    assert.match(SLIP.slice(slip.start, slip.end), /^\$300? billion$/);
    assert.ok(slip.related.length > 0);
    assert.ok(slip.fixes.some((fix: { edits?: unknown[] }) => (fix.edits ?? []).length > 0));
  });
});

describe('check --format sarif', () => {
  it('describes every rule, with help that opens offline', async () => {
    const { runs } = await sarif({ 'a.md': '' });
    const described = runs[0]?.tool.driver.rules ?? [];
    assert.deepEqual(
      described.map(rule => rule.id),
      rules.map(rule => rule.id),
    );
    for (const rule of described) {
      assert.match(rule.helpUri ?? '', /^file:\/\/\/.*\/docs\/rules\/[a-z-]+\.md$/);
      assert.match(rule.help?.markdown ?? '', new RegExp(`^# ${rule.id}`));
    }
  });

  it('points at the same text by line and column as by offset', async () => {
    const { runs } = await sarif({ 'r.md': SAMPLE });
    const lines = SAMPLE.split('\n');
    const results = runs[0]?.results ?? [];
    assert.equal(runs[0]?.columnKind, 'utf16CodeUnits');
    assert.ok(results.length > 10);
    for (const { region } of results
      .flatMap(one => [...(one.locations ?? []), ...(one.relatedLocations ?? [])])
      .map(one => one.physicalLocation!)) {
      const { startLine, startColumn, endLine, endColumn, charOffset, charLength } = region!;
      const offset = (line: number, column: number) =>
        lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
      assert.equal(offset(startLine!, startColumn!), charOffset);
      assert.equal(offset(endLine!, endColumn!), charOffset! + charLength!);
    }
  });

  it('carries fixes as replacements, related places and levels', async () => {
    const { runs } = await sarif({ 'deals.md': SLIP });
    const slip = runs[0]?.results?.find(one => one.ruleId === 'magnitude-conflict');
    assert.equal(slip?.level, 'error');
    assert.equal(runs[0]?.tool.driver.rules?.[slip?.ruleIndex ?? -1]?.id, 'magnitude-conflict');
    assert.ok((slip?.relatedLocations ?? []).length > 0);
    const replacement = slip?.fixes?.[0]?.artifactChanges[0]?.replacements[0];
    assert.equal(typeof replacement?.insertedContent?.text, 'string');
    assert.ok((replacement?.deletedRegion.charLength ?? 0) > 0);
  });

  it('says in the log which file could not be read', async () => {
    const { out } = await cli(['check', '--format', 'sarif', 'gone.md']);
    const [invocation] = JSON.parse(out).runs[0].invocations;
    assert.equal(invocation.executionSuccessful, false);
    assert.match(invocation.toolExecutionNotifications[0].message.text, /gone\.md: there is no such file/);
  });

  it('percent-encodes file names, relative to the working folder', () => {
    assert.equal(artifactUri('drafts/my report #1 ü.md', '/w'), 'drafts/my%20report%20%231%20%C3%BC.md');
    assert.equal(artifactUri('/w/100%.md', '/w'), '100%25.md');
    assert.equal(artifactUri('../x.md', '/w'), 'file:///x.md');
    assert.equal(artifactUri('..x.md', '/w'), '..x.md');
  });
});

describe('what comes in', () => {
  const BOM = '\uFEFF';
  const first = async (content: string | Uint8Array) => {
    const { code, out, err } = await cli(['check', '--format', 'json', 'r.md'], {
      files: { 'r.md': content },
    });
    return { code, err, findings: JSON.parse(out)[0]?.findings };
  };

  it('is read alike in UTF-8 with and without a byte-order mark, and in UTF-16', async () => {
    const plain = await first(SLIP);
    assert.ok(plain.findings.length > 0);
    const swapped = Buffer.from(`${BOM}${SLIP}`, 'utf16le').swap16();
    for (const content of [`${BOM}${SLIP}`, Buffer.from(`${BOM}${SLIP}`, 'utf16le'), swapped])
      assert.deepEqual(await first(content), plain);
  });

  it('has the same lines and columns with every line ending', async () => {
    const places = async (text: string) =>
      (await first(text)).findings.map(({ line, column }: { line: number; column: number }) => [
        line,
        column,
      ]);
    assert.deepEqual(await places(SLIP.replaceAll('\n', '\r\n')), await places(SLIP));
  });

  const refused: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['a binary file', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2]), /r\.md: is not a text file/],
    [
      'another encoding',
      Buffer.from('Gr\u00fc\u00dfe f\u00fcr $3 Mio', 'latin1'),
      /r\.md: is not a text in UTF-8/,
    ],
    [
      'half of a surrogate pair',
      Buffer.from([0x24, 0x35, 0xed, 0xa0, 0x80]),
      /r\.md: is not a text in UTF-8/,
    ],
  ];
  for (const [title, bytes, message] of refused) {
    it(`is refused with a clear message: ${title}`, async () => {
      const { code, err } = await first(bytes);
      assert.equal(code, 2);
      assert.match(err, message);
    });
  }

  it('may be strange', async () => {
    const strange = [
      '',
      '\n',
      '```\nunclosed $5 billion',
      '---\nunclosed: 1',
      '| a |\n|',
      '<!-- $5',
      '$'.repeat(50_000),
      '🚀'.repeat(1000),
      '[['.repeat(5000),
    ];
    for (const text of strange) {
      const { code, err } = await cli(['check', '-'], { stdin: text });
      assert.ok(code < 2, text.slice(0, 20));
      assert.equal(err, '');
    }
  });

  it('may be one line of 5 MB', async () => {
    const sentence = 'The harbour was busy again, as it had been in the weeks before, and nobody knew why. ';
    const line = `Revenue was $30 billion. ${sentence.repeat(62_000)}`;
    const { code, err } = await cli(['check', '--format', 'json', '-'], { stdin: line });
    assert.ok(code < 2);
    assert.equal(err, '');
  });
});
