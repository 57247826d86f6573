// Players that are listed beforehand, beside those that a report introduces itself.
import assert from 'node:assert/strict';
import { analyze, type KnownPlayer } from '../../../src/core';

function players(text: string, known: readonly KnownPlayer[]) {
  const { report } = analyze(text, { players: known });
  return report.players.map(({ name, aliases, mentions, span }) => ({
    name,
    aliases,
    mentions: mentions.map(({ start, end }) => text.slice(start, end)),
    introduced: text.slice(span.start, span.end),
  }));
}

const REPORT = `## Players

- Google: wants a lead in the cloud.
- Acme: sells mills.

## News

Alphabet raised its stake, and so did GOOGL's founders; Bolt waits.
`;

describe('listed players', () => {
  it('are one player with what the report introduces under another of their names', () => {
    const [google, ...others] = players(REPORT, [{ name: 'Alphabet', aliases: ['Google', 'GOOGL'] }]);
    assert.equal(google?.name, 'Alphabet');
    assert.deepEqual(google?.aliases, ['Google', 'GOOGL']);
    assert.deepEqual(google?.mentions, ['Google', 'Alphabet', 'GOOGL']);
    assert.match(google?.introduced ?? '', /wants a lead/);
    assert.deepEqual(
      others.map(({ name }) => name),
      ['Acme'],
    );
  });

  it('gather several that the report takes apart', () => {
    const text = '## Players\n\n- Google: wants a lead.\n- Alphabet: owns it.\n';
    assert.deepEqual(
      players(text, [{ name: 'Alphabet', aliases: ['Google'] }]).map(({ name }) => name),
      ['Alphabet'],
    );
  });

  it('are players when the report only names them, from the first place on', () => {
    const bolt = players(REPORT, [{ name: 'Bolt' }, { name: 'Nowhere Ltd' }]).at(-1);
    assert.deepEqual(bolt, { name: 'Bolt', aliases: [], mentions: ['Bolt'], introduced: 'Bolt' });
  });
});
