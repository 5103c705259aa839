import { describe, expect, it } from 'vitest';
import { chooseLanguage, mergeConfiguration, readSettings } from '../../src/server/configuration.ts';
import { DEFAULT_CONFIGURATION } from '../../src/service/configuration.ts';

describe('settings of the client', () => {
  it('win over the file of the workspace, key by key', () => {
    const file = {
      ...DEFAULT_CONFIGURATION,
      facts: ['ours'],
      exclude: ['drafts/**'],
      severity: { 'figure.weaker': 'off', 'figure.outdated': 'error' },
    } as const;
    const settings = readSettings({ exclude: [], severity: { 'figure.outdated': 'hint' }, run: 'onSave' });
    expect(mergeConfiguration(file, settings)).toMatchObject({
      facts: ['ours'],
      exclude: [],
      severity: { 'figure.weaker': 'off', 'figure.outdated': 'hint' },
      run: 'onSave',
      inlayHints: 'off',
    });
  });

  it.each([
    ['nothing', null, {}, 'off'],
    ['a configuration file', DEFAULT_CONFIGURATION, {}, 'on'],
    ['facts in the settings', null, { facts: ['ours'] }, 'on'],
    ['globs in the settings', null, { include: ['**/*.md'] }, 'on'],
    ['the setting alone', null, { index: 'on' }, 'on'],
    ['the setting against the file', DEFAULT_CONFIGURATION, { index: 'off' }, 'off'],
    ['the setting that leaves it open', null, { index: 'auto' }, 'off'],
  ] as const)('have notes read in the background where asked for: %s', (_, file, settings, index) => {
    expect(mergeConfiguration(file, readSettings(settings)).index).toBe(index);
  });

  it.each([
    null,
    undefined,
    7,
    'x',
    [],
    { language: 'fr', run: 3, severity: [], facts: [1], include: 'x', inlayHints: null },
    { severity: { 'figure.weaker': 'loud', 'no.such': 'error' } },
  ])('of another shape count for nothing: %j', (value) => {
    expect(mergeConfiguration(null, readSettings(value))).toEqual(mergeConfiguration(null, {}));
  });
});

describe('chooseLanguage', () => {
  it.each([
    ['auto', 'zh-cn', 'zh'],
    ['auto', 'zh-TW', 'zh'],
    ['auto', 'en-US', 'en'],
    ['auto', 'de', 'en'],
    ['auto', '', 'en'],
    ['en', 'zh-cn', 'en'],
    ['zh', 'en', 'zh'],
  ] as const)('%s under %s is %s', (configured, locale, language) => {
    expect(chooseLanguage(configured, locale)).toBe(language);
  });
});
