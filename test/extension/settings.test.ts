import assert from 'node:assert/strict';
import manifest from '../../package.json';
import { rules } from '../../src/core';
import { parseSettings, type Settings } from '../../src/extension/settings';

const declared = manifest.contributes.configuration.properties;

function parse(values: Partial<Record<keyof Settings, unknown>>) {
  return parseSettings(key => {
    const fallback = declared[`annotatedReading.${key}`].default;
    return { value: key in values ? values[key] : fallback, fallback };
  });
}

describe('settings', () => {
  it('have their defaults from the manifest', () => {
    const { settings, problems } = parse({});
    assert.deepEqual(problems, []);
    assert.equal(settings.check, 'auto');
    assert.equal(settings.profile, 'recommended');
    assert.deepEqual(settings.severity, {});
    assert.ok(settings.exclude.some(glob => glob.includes('README')));
  });

  it('may set the severity of a rule', () => {
    const { settings, problems } = parse({ severity: { 'vague-source': 'off' } });
    assert.deepEqual(settings.severity, { 'vague-source': 'off' });
    assert.deepEqual(problems, []);
  });

  const bad: readonly (readonly [keyof Settings, unknown, string])[] = [
    ['check', 'sometimes', 'annotatedReading.check: expected one of auto, always, never, found "sometimes".'],
    [
      'profile',
      'lax',
      'annotatedReading.profile: expected one of recommended, strict, figures-only, found "lax".',
    ],
    ['include', 'drafts/**', 'annotatedReading.include: expected a list, found "drafts/**".'],
    ['exclude', ['x', 7], 'annotatedReading.exclude.1: expected a text, found 7.'],
    [
      'severity',
      { 'vague-source': 'fatal' },
      'annotatedReading.severity.vague-source: expected one of error, warning, information, hint, off, found "fatal".',
    ],
    ['severity', { 'no-such-rule': 'off' }, 'annotatedReading.severity: there is no rule “no-such-rule”.'],
  ];
  for (const [key, value, message] of bad) {
    it(`name what is wrong: ${message}`, () => {
      assert.deepEqual(parse({ [key]: value }).problems, [message]);
    });
  }

  it('keep what is right beside what is wrong', () => {
    const { settings } = parse({ check: 7, include: ['drafts/**'] });
    assert.equal(settings.check, 'auto');
    assert.deepEqual(settings.include, ['drafts/**']);
  });
});

describe('the manifest', () => {
  it('offers a severity for each rule, with the rule’s own as default and its summary', () => {
    const offered = Object.entries(declared['annotatedReading.severity'].properties);
    assert.deepEqual(
      offered.map(([id, one]) => [id, one.default, one.description]),
      rules.map(rule => [rule.id, rule.severity, rule.summary]),
    );
    for (const [, { enum: levels }] of offered)
      assert.deepEqual(levels, ['error', 'warning', 'information', 'hint', 'off']);
  });

  it('hides the commands that only work from within', () => {
    const palette = new Map(manifest.contributes.menus.commandPalette.map(item => [item.command, item.when]));
    for (const { command, category } of manifest.contributes.commands) {
      assert.equal(category, 'Annotated Reading');
      if (command.startsWith('annotatedReading.cite') || command === 'annotatedReading.reveal')
        assert.equal(palette.get(command), 'false');
    }
  });
});
