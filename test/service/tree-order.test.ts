import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/check/message.ts';
import { createLanguageService } from '../../src/service/language-service.ts';
import type { TreeQuery } from '../../src/service/tree/node.ts';
import { loadFactBase } from '../helpers/checker.ts';

/** Most are known by name only; figures stand on `mid`, `tail-1` and the town. */
const ENTITIES = `
- {id: aaa, kind: organisation, name: {zh: 啊司, en: Aaa}, makes: empty, description: {zh: 公司, en: a company}}
- {id: bbb, kind: organisation, name: {zh: 波司, en: Bbb}, description: {zh: 公司, en: a company}}
- {id: holding, kind: organisation, name: {zh: 持股, en: Holding}, description: {zh: 公司, en: a company}}
- {id: lab, kind: organisation, name: {zh: 乐实验室, en: Lab}, makes: tail, part-of: holding, description: {zh: 公司, en: a company}}
- {id: mid, kind: organisation, name: {zh: 中社, en: Mid}, makes: [alef, tail-1, tail-0], description: {zh: 公司, en: a company}}
- {id: yyy, kind: organisation, name: {zh: 亚司, en: Yyy}, runs: tail, description: {zh: 公司, en: a company}}
- {id: zzz, kind: organisation, name: {zh: 子司, en: Zzz}, publishes: tail, description: {zh: 公司, en: a company}}
- {id: alef, kind: model, name: {zh: 甲, en: Alef}, description: {zh: 模型, en: a model}}
- {id: tail-0, kind: model, name: {zh: 尾零, en: Tail 0}, description: {zh: 模型, en: a model}}
- {id: tail-1, kind: model, name: {zh: 尾一, en: Tail 1}, part-of: tail, description: {zh: 模型, en: a model}}
- {id: empty, kind: family, name: {zh: 空系列, en: Empty}, description: {zh: 系列, en: a family}}
- {id: tail, kind: family, name: {zh: 尾系列, en: Tail}, description: {zh: 系列, en: a family}}
- {id: chip, kind: chip, name: {zh: 芯, en: Chip}, description: {zh: 芯片, en: a chip}}
- {id: town, kind: place, name: {zh: 镇, en: Empty Town}, description: {zh: 地方, en: a place}}
`;
const METRIC =
  '- {id: users, name: {zh: 日活, en: daily users}, triggers: {zh: [日活], en: [daily users]}, dimension: people, class: level, siblings: []}';
const FACTS = `
- {subject: mid, metric: users, value: 5, unit: people, period: 2024, written: 5人}
- {subject: tail-1, metric: users, value: 7, unit: people, period: 2025, written: 7人}
- {subject: tail-1, metric: users, value: 6, unit: people, period: 2023, written: 6人}
- {subject: town, metric: users, value: 8, unit: people, period: 2025, written: 8人}
`;
const SEED = '---\ntitle: One\npublisher: Press\nlanguage: zh\nkind: article\n---\n5人 7人 6人 8人\n';

const factBase = loadFactBase([
  { path: 'data/entities/all.yaml', text: ENTITIES },
  { path: 'data/metrics.yaml', text: METRIC },
  { path: 'data/facts/one.yaml', text: FACTS },
  { path: 'data/seeds/one.md', text: SEED },
]);

function labels(
  parent: string,
  query: Pick<TreeQuery, 'sort' | 'group'> & { filter?: string; language?: Language } = {},
): readonly string[] {
  const { language = 'en', ...rest } = query;
  return createLanguageService({ factBase, language })
    .getTreeChildren(parent, { note: null, filter: '', ...rest })
    .map(({ label }) => label);
}

const ORGANISATIONS = 'ecosystem/organisation';

describe('the order of the ecosystem', () => {
  it('puts those first that have figures or lead to some, over any number of steps, each half by name', () => {
    const expected = ['Holding', 'Lab', 'Mid', 'Yyy', 'Zzz', 'Aaa', 'Bbb'];
    expect(labels(ORGANISATIONS)).toEqual(expected);
    expect(labels(ORGANISATIONS, { sort: 'figures' })).toEqual(expected);
  });

  it('goes by pinyin in Chinese', () => {
    expect(labels(ORGANISATIONS, { language: 'zh' })).toEqual([
      '持股',
      '乐实验室',
      '亚司',
      '中社',
      '子司',
      '啊司',
      '波司',
    ]);
  });

  it.each([
    ['name', ['Aaa', 'Bbb', 'Holding', 'Lab', 'Mid', 'Yyy', 'Zzz']],
    ['facts', ['Mid', 'Aaa', 'Bbb', 'Holding', 'Lab', 'Yyy', 'Zzz']],
  ] as const)('sorted by %s, does as it says', (sort, expected) => {
    expect(labels(ORGANISATIONS, { sort })).toEqual(expected);
  });

  it('puts kinds with figures before kinds without, unless sorted otherwise', () => {
    expect(labels('ecosystem')).toEqual(['Organisations', 'Models', 'Model families', 'Places', 'Chips']);
    expect(labels('ecosystem', { sort: 'name' })).toEqual([
      'Organisations',
      'Models',
      'Model families',
      'Chips',
      'Places',
    ]);
  });

  it('judges a kind by what a filter leaves of it', () => {
    expect(labels('ecosystem', { filter: 'empty' })).toEqual(['Places', 'Organisations', 'Model families']);
  });

  it.each(['figures', 'name', 'facts', 'newest'] as const)(
    'sorted by %s, shows the figures of an entity before what it makes',
    (sort) => {
      expect(labels(`${ORGANISATIONS}/mid`, { sort })[0]).toBe('daily users');
    },
  );

  it('orders what an entity makes like everything else', () => {
    expect(labels(`${ORGANISATIONS}/mid`)).toEqual(['daily users', 'Tail 1', 'Alef', 'Tail 0']);
    expect(labels(`${ORGANISATIONS}/mid`, { sort: 'name' })).toEqual([
      'daily users',
      'Alef',
      'Tail 0',
      'Tail 1',
    ]);
  });

  it('holds where the tree is grouped by makers', () => {
    expect(labels(ORGANISATIONS, { group: 'maker' })).toEqual(['Holding', 'Mid', 'Yyy', 'Zzz', 'Aaa', 'Bbb']);
  });
});
