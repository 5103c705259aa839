import { expect, it } from 'vitest';
import { makeService, noteAt } from './support.ts';

it.each([
  [
    'en',
    [
      'Known: Qwen, cumulative downloads: more than 600 million, September 2025 (The Weekly)',
      'Stated here in the digest of the source',
    ],
  ],
  ['zh', ['已知：通义千问的累计下载量：超过 6 亿次，2025 年 9 月（The Weekly）', '来源的摘要在此处这样说']],
] as const)('a finding leads to the record and to the passage of its source, in %s', (language, expected) => {
  const { note } = noteAt('截至 2025 年 9 月，千问累计下载突破 6000 万次。');
  const [finding] = makeService(language).doValidation(note);
  expect(finding?.related.map(({ message }) => message)).toEqual(expected);
  expect(finding?.related.map((place) => (place.type === 'record' ? place.place.file : place.type))).toEqual([
    'data/facts/001-weekly.yaml',
    'data/seeds/001-weekly.md',
  ]);
});

it('no text of a finding keeps a place to be filled', () => {
  const service = makeService('en');
  const { note } = noteAt(
    'Qwen-Max 很好。阿里云 2025 财年营收 1180 亿元。到 2025 年 9 月千问累计下载突破 60 亿次。',
  );
  for (const { message, related } of service.doValidation(note))
    for (const text of [message, ...related.map((place) => place.message)])
      expect(text).not.toMatch(/\{\w+\}/);
});
