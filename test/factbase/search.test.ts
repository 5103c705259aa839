import { describe, expect, test } from 'vitest';
import { buildFactBase } from '../../src/factbase/build.ts';
import { withPinyin } from '../../src/factbase/pinyin.ts';
import { createNameSearch } from '../../src/factbase/search.ts';
import { layer, services, yaml } from './support.ts';

const ENTITIES = yaml(`
  - id: alibaba
    name: {zh: 阿里巴巴, en: Alibaba}
    aliases: [阿里]
  - id: alibaba-cloud
    name: {zh: 阿里云, en: Alibaba Cloud}
  - id: hugging-face
    kind: platform
    name: {zh: Hugging Face, en: Hugging Face}
    aliases: [HF, 抱抱脸]
  - id: qwen
    kind: family
    name: {zh: 通义千问, en: Qwen}
    aliases: ["[通义]千问"]
  - id: qwen3
    kind: model
    name: {zh: Qwen3, en: Qwen3}
  - id: zhipu
    name: {zh: 智谱, zh-Hant: 智譜, en: Zhipu AI}
    aliases: [智谱AI]
  - id: tsinghua
    name: {zh: 清华大学, en: Tsinghua University}
    ambiguous: [{name: 清华, needs: [大学]}]
`);

const { layer: bundled, problems } = layer({ 'entities/organisations.yaml': ENTITIES });
const { factBase } = buildFactBase([{ ...bundled, records: withPinyin(bundled.records) }], services);
const names = createNameSearch(factBase);

function found(query: string, limit = 3): string[] {
  return names.search(query, limit).map(({ entity, name, matchKind }) => `${entity.id} ${matchKind} ${name}`);
}

test('the base of these tests is good', () => {
  expect(problems).toEqual([]);
});

describe('the best answer to a query', () => {
  test.each([
    ['阿里巴巴', 'alibaba exact 阿里巴巴'],
    ['阿里', 'alibaba exact 阿里'],
    ['通义', 'qwen prefix 通义千问'],
    ['QWEN', 'qwen exact Qwen'],
    ['ｑｗｅｎ３', 'qwen3 exact Qwen3'],
    ['智譜', 'zhipu exact 智谱'],
    ['cloud', 'alibaba-cloud word Alibaba Cloud'],
    ['hf', 'hugging-face exact HF'],
    ['alibab', 'alibaba prefix Alibaba'],
    ['qinghua', 'tsinghua pinyin 清华'],
    ['tong yi', 'qwen pinyin 通义千问'],
    ['tyqw', 'qwen initials 通义千问'],
    ['tu', 'tsinghua initials Tsinghua University'],
    ['巴巴', 'alibaba substring 阿里巴巴'],
    ['huging face', 'hugging-face fuzzy Hugging Face'],
    ['alibabba', 'alibaba fuzzy Alibaba'],
    ['阿里吧巴', 'alibaba fuzzy 阿里巴巴'],
  ])('%s', (query, expected) => {
    expect(found(query)[0]).toBe(expected);
  });
});

test('each entity answers once, the better match first', () => {
  expect(found('qw')).toEqual(['qwen prefix Qwen', 'qwen3 prefix Qwen3']);
});

test.each(['', '   ', '\u200b', 'zzz', '元宇宙'])('nothing answers to %j', (query) => {
  expect(found(query)).toEqual([]);
});

test('no more than asked for', () => {
  expect(found('a', 1)).toHaveLength(1);
  expect(found('a', 0)).toEqual([]);
});

test('scores fall from answer to answer, and stay between 0 and 1', () => {
  const scores = names.search('ali', 10).map((match) => match.score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
});
