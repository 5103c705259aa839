import { describe, expect, test } from 'vitest';
import { verifyFacts } from '../../../src/factbase/verify.ts';
import { readConfiguration } from '../../../src/service/configuration.ts';
import { exampleFactBase, withFactFolder } from '../../../src/service/fact-files/example.ts';
import { dayOf, loadChecker } from '../../helpers/checker.ts';
import { services } from './support.ts';

describe.each(['zh', 'en'] as const)('a new fact base in %s', (language) => {
  const files = exampleFactBase(language);

  test('is right as it is written', () => {
    const { problems, factBase } = verifyFacts({ layers: [{ name: 'new', files }], documents: [] }, services);
    expect(problems).toEqual([]);
    expect(factBase.facts).toHaveLength(1);
  });

  test('checks notes at once', () => {
    const { factBase } = verifyFacts({ layers: [{ name: 'new', files }], documents: [] }, services);
    const check = (text: string) =>
      loadChecker(factBase)
        .analyze(text, { today: dayOf('2026-02-15') })
        .claims.map(({ verdict }) => verdict.kind);
    expect(check('2025 年 9 月，示例实验室的示例下载量超过 200 万次。')).toEqual(['supported']);
    expect(check('2025 年 9 月，示例实验室的示例下载量超过 900 万次。')).toEqual(['contradicted']);
  });

  test('says in comments what goes where', () => {
    for (const { path, text } of files.filter((file) => file.path.endsWith('.yaml')))
      expect(text.startsWith('# '), path).toBe(true);
  });
});

describe('the configuration names the folder', () => {
  test.each([
    ['where there is none', null, 'facts: [fact-base]\n'],
    ['where it is empty', '\n', 'facts: [fact-base]\n'],
    ['where it holds comments only', '# mine\n', '# mine\nfacts: [fact-base]\n'],
    [
      'beside other keys and comments',
      '# mine\nlanguage: zh # ours\n',
      '# mine\nlanguage: zh # ours\nfacts: [fact-base]\n',
    ],
    ['beside other folders', 'facts: [ours]\n', 'facts: [ours, fact-base]\n'],
    ['beside other folders in lines', 'facts:\n  - ours # old\n', 'facts:\n  - ours # old\n  - fact-base\n'],
    ['once only', 'facts: [fact-base] # here\n', 'facts: [fact-base] # here\n'],
  ])('%s', (_, before, after) => {
    expect(withFactFolder(before, 'fact-base')).toBe(after);
    expect(readConfiguration(after).configuration?.facts).toContain('fact-base');
  });

  test.each(['facts: [', 'facts: ours\n', '- a list\n'])('never in a broken file: %j', (text) => {
    expect(withFactFolder(text, 'fact-base')).toBeNull();
  });
});
