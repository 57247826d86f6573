import assert from 'node:assert/strict';
import fs from 'node:fs';
import { rules } from '../../src/core';
import { cli } from './cli';

const SAMPLE = fs.readFileSync('test/fixtures/corpus/aws-anthropic.md', 'utf8');

describe('outline', () => {
  it('gives the parts of a report as JSON, with their places', async () => {
    const { code, out } = await cli(['outline', '--format', 'json', 'r.md'], { files: { 'r.md': SAMPLE } });
    assert.equal(code, 0);
    const outline = JSON.parse(out);
    assert.deepEqual(Object.keys(outline), [
      'events',
      'metrics',
      'players',
      'judgments',
      'predictions',
      'decisions',
      'questions',
    ]);
    const [event] = outline.events;
    assert.equal(event.date, '2026-04-20');
    assert.ok(SAMPLE.slice(event.start, event.end).includes('Official Announcement of AWS'));
    for (const part of Object.values<{ start: number; end: number }[]>(outline).flat())
      assert.ok(part.start < part.end);
  });

  it('gives them as text for people', async () => {
    const { out } = await cli(['outline', 'r.md'], { files: { 'r.md': SAMPLE } });
    assert.match(out, /^Events \(3\)\n {2}Official Announcement.+2026-04-20$/m);
    assert.match(out, /^Judgments \(3\)$/m);
  });

  it('says so when there are none', async () => {
    const { out } = await cli(['outline', '-'], { stdin: 'Hello.' });
    assert.match(out, /^No events, players, judgments/);
  });
});

describe('figures', () => {
  it('gives place, kind and value of each figure as JSON', async () => {
    const { code, out } = await cli(['figures', '--format', 'json', '-'], {
      stdin: 'It paid about $5 billion.\n',
    });
    assert.equal(code, 0);
    const [figure, ...more] = JSON.parse(out);
    assert.equal(more.length, 0);
    assert.deepEqual(
      { ...figure, low: figure.low < 5e9, high: figure.high > 5e9 },
      {
        start: 8,
        end: 24,
        text: 'about $5 billion',
        kind: 'money',
        low: true,
        high: true,
        value: 5e9,
        unit: 'USD',
        qualifier: 'about',
      },
    );
  });

  it('says how each figure was read, and which figures make one claim', async () => {
    const { code, out } = await cli(['figures', '--format', 'json', '--claims', '-'], {
      stdin:
        "Norvik's peak sales reached $540 million in 2025.\n\nIn 2025, Norvik's peak sales were $540 million, against $400 million in 2024.\n",
    });
    assert.equal(code, 0);
    const [first, second, before] = JSON.parse(out);
    const { subjects, measure, modifiers, aspect, periods, role } = first;
    assert.deepEqual(
      { subjects, measure, modifiers, aspect, periods, role },
      {
        subjects: ['norvik'],
        measure: 'revenue',
        modifiers: ['peak'],
        aspect: '',
        periods: ['2025'],
        role: 'level',
      },
    );
    assert.equal(first.claim, second.claim);
    assert.equal(before.role, 'previous');
    assert.notEqual(before.claim, first.claim);
  });

  it('has null for an end that is open', async () => {
    const { out } = await cli(['figures', '--format', 'json', '-'], { stdin: 'It paid over $5 billion.' });
    assert.equal(JSON.parse(out)[0].high, null);
  });

  it('reads each line as a text of its own', async () => {
    const { out } = await cli(['figures', '--lines', '--format', 'json', '-'], {
      stdin: 'It paid $5 million.\r\n    It has 12% of it.\n\n5. No more',
    });
    const lines = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    assert.equal(lines.length, 4);
    assert.deepEqual(
      lines.slice(0, 3).map(line => line.map((figure: { text: string }) => figure.text)),
      [['$5 million'], ['12%'], []],
    );
    assert.equal(lines[1][0].start, 11);
  });

  it('shows a change as one figure with its two values', async () => {
    for (const flags of [[], ['--lines']]) {
      const { out } = await cli(['figures', ...flags, '--format', 'json', '-'], {
        stdin: 'The fee fell from $9 million to $7 million.',
      });
      const [change, ...more] = JSON.parse(out);
      assert.deepEqual(more, []);
      assert.deepEqual(
        [change.text, change.start, change.end, change.low, change.high, change.qualifier],
        ['from $9 million to $7 million', 13, 42, 7e6, 9e6, 'range'],
      );
      assert.deepEqual(
        [change.from, change.to].map(({ text, start, end, value }) => [text, start, end, value]),
        [
          ['$9 million', 18, 28, 9e6],
          ['$7 million', 32, 42, 7e6],
        ],
      );
    }
  });

  it('joins a change across marks of emphasis', async () => {
    const { out } = await cli(['figures', '-'], { stdin: 'The fee rose from **$7** to **$9**.' });
    assert.match(out, /from \*\*\$7\*\* to \*\*\$9 .*then.*\n1 figure\n$/);
  });

  it('says in words what each figure means', async () => {
    const { out } = await cli(['figures', '-'], { stdin: 'It paid $5 million.' });
    assert.match(out, /^1:9 {2}\$5 million {2}.+\n1 figure\n$/);
  });
});

describe('explain', () => {
  for (const { id } of rules) {
    it(`prints the page of ${id}`, async () => {
      const { code, out } = await cli(['explain', id]);
      assert.equal(code, 0);
      assert.ok(out.startsWith(`# ${id}\n`));
    });
  }

  it('names the rules when it does not know one', async () => {
    const { code, err } = await cli(['explain', '../secret']);
    assert.equal(code, 2);
    assert.match(err, /no rule “\.\.\/secret”\. The rules are: .*magnitude-conflict/);
  });
});

describe('the command line itself', () => {
  it('helps', async () => {
    assert.match((await cli(['--help'])).out, /check FILE/);
    assert.match((await cli(['check', '--help'])).out, /check FILE/);
    assert.equal((await cli(['--version'])).out, '1.2.3\n');
  });

  const misuses = [
    [],
    ['chek'],
    ['check'],
    ['check', '--fromat', 'json', 'x'],
    ['check', '--format', 'xml', 'x'],
    ['check', '--format'],
    ['fix'],
    ['fix', '-'],
    ['fix', '--rule', 'no-such', 'x'],
    ['fix', '--rule'],
    ['outline'],
    ['outline', 'a', 'b'],
    ['figures'],
    ['explain'],
    ['check', '--lines', 'x'],
  ];
  for (const args of misuses) {
    it(`refuses “${args.join(' ')}” with a reason and 2`, async () => {
      const { code, out, err } = await cli(args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, /^annotated-reading: .+\nannotated-reading --help says how to use it\.\n$/);
    });
  }
});
