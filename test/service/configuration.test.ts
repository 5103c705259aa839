import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIGURATION, readConfiguration } from '../../src/service/configuration.ts';

describe('readConfiguration', () => {
  it('reads every key', () => {
    const { configuration, problems } = readConfiguration(
      `facts: [ours]
seeds: ['sources/*.md']
include: ['notes/**/*.md']
exclude: [drafts/**]
severity:
  figure.weaker: off
  figure.outdated: error
language: zh
`,
    );
    expect(problems).toEqual([]);
    expect(configuration).toEqual({
      facts: ['ours'],
      seeds: ['sources/*.md'],
      include: ['notes/**/*.md'],
      exclude: ['drafts/**'],
      severity: { 'figure.weaker': 'off', 'figure.outdated': 'error' },
      language: 'zh',
    });
  });

  it.each(['', '# nothing but a comment\n', '{}', 'severity: {}\n'])('takes the defaults for %j', (text) => {
    expect(readConfiguration(text)).toEqual({ configuration: DEFAULT_CONFIGURATION, problems: [] });
  });

  // The marked words are where the problem is shown.
  it.each([
    ['«fact»: [ours]', 'Unknown key "fact". Did you mean "facts"?'],
    [
      'severity:\n  «figure.weeker»: off',
      'Unknown finding code "figure.weeker". Did you mean "figure.weaker"?',
    ],
    ['severity:\n  figure.weaker: «loud»', '"severity.figure.weaker" is one of error, warning'],
    ['language: «french»', '"language" is one of auto, en, zh.'],
    ['facts: «ours»', '"facts" is a list'],
    ['include: [«3»]', '"include.0" is text'],
    ['«- a\n- b»', 'keys and values'],
    ['facts: [ours]\n«facts»: [theirs]', 'stands twice'],
    ['facts: [our«s', 'Not readable as YAML'],
  ])('points at what is wrong in %j', (marked, message) => {
    const text = marked.replace(/[«»]/g, '');
    const { configuration, problems } = readConfiguration(text);
    expect(configuration).toBeNull();
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.start).toBe(marked.indexOf('«'));
    const end = marked.indexOf('»');
    if (end >= 0) expect(problems[0]?.end).toBe(end - 1);
  });
});
