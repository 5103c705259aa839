import { describe, expect, it } from 'vitest';
import { buildLexicon } from '../../src/claims/lexicon.ts';
import { scanNames } from '../../src/claims/name-scan.ts';
import type { Entity } from '../../src/factbase/model.ts';

const place = { file: 'test', start: 0, end: 0 };

function entity(id: string, ...aliases: string[]): Entity {
  return {
    id,
    kind: 'model',
    name: { zh: id, en: id },
    aliases,
    ambiguous: [],
    description: { zh: '', en: '' },
    relations: { makes: [], 'part-of': [], leads: [], publishes: [], runs: [], 'located-in': [] },
    links: {},
    place,
  };
}

const lexicon = buildLexicon({
  entities: [
    entity('qwen', 'Qwen', '千问'),
    entity('qwen3', 'Qwen3'),
    entity('gpt-4', 'GPT-4'),
    entity('glm', 'GLM'),
    entity('meta', 'Meta'),
    entity('deepseek-r1', 'DeepSeek-R1'),
    entity('hugging-face', 'Hugging Face'),
    entity('alibaba', '阿里'),
    entity('alibaba-cloud', '阿里云'),
  ],
  metrics: [],
  cues: {},
});
const generic = new Set(['ai', 'the', 'in']);

/** The names of a text as `text=entity`, with `+variant`; unknown ones as `text=?`. */
function names(text: string): string[] {
  return scanNames(text, lexicon, (word) => generic.has(word.toLowerCase())).map((hit) => {
    const variant = hit.variant === '' ? '' : `+${hit.variant}`;
    return `${text.slice(hit.start, hit.end)}=${hit.entity ?? '?'}${variant}`;
  });
}

describe('names in text', () => {
  it.each([
    ['含Qwen系列', ['Qwen=qwen']],
    ['GPT-4发布', ['GPT-4=gpt-4']],
    ['qwen 与 QWEN3', ['qwen=qwen', 'QWEN3=qwen3']],
    ['阿里云和阿里', ['阿里云=alibaba-cloud', '阿里=alibaba']],
    ['on Hugging Face.', ['Hugging Face=hugging-face']],
    ["Qwen's downloads", ['Qwen=qwen']],
    ['Qwen/Meta', ['Qwen=qwen', 'Meta=meta']],
    ['千问很好', ['千问=qwen']],
  ])('finds the names of %j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each([
    ['Qwen3-Max', ['Qwen3-Max=qwen3+-Max']],
    ['Qwen2.5-VL', ['Qwen2.5-VL=qwen+2.5-VL']],
    ['GLM-4.6 上线', ['GLM-4.6=glm+-4.6']],
    ['DeepSeek-R1-Distill-Qwen-32B', ['DeepSeek-R1-Distill-Qwen-32B=deepseek-r1+-Distill-Qwen-32B']],
    ['Qwen3-235B-A22B-2507', ['Qwen3-235B-A22B-2507=qwen3+-235B-A22B-2507']],
  ])('keeps the variant of %j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each([
    ['Qwen-based', ['Qwen-based=qwen']],
    ['Qwen-tagged', ['Qwen-tagged=qwen']],
  ])('takes %j for the name itself', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each([
    ['Metadata', ['Metadata=?']],
    ['metadata', []],
    ['Mistral 有 3 个', ['Mistral=?']],
    ['ChatQwen', ['ChatQwen=?']],
    ['the AI in', []],
    ['方案 A', []],
    ['3000 家', []],
  ])('finds none of ours in %j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('takes a shorter name where a longer one wants company that it has not', () => {
    const own = buildLexicon({
      entities: [
        entity('datasets', 'AI data sets'),
        { ...entity('use', 'use'), ambiguous: [{ name: 'share of AI', needs: ['production'] }] },
      ],
      metrics: [],
      cues: {},
    });
    const found = (text: string) =>
      scanNames(
        text,
        own,
        () => true,
        (needs) => needs.some((need) => text.includes(need)),
      ).map((hit) => hit.entity);
    expect(found('the share of AI in production')).toEqual(['use']);
    expect(found('the share of AI data sets')).toEqual(['datasets']);
  });
});
