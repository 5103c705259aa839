import { describe, expect, it } from 'vitest';
import { writingStyle } from '../../src/service/writing-style.ts';

describe('writingStyle', () => {
  it.each([
    ['中国的人工智能企业超过 6000 家。', 'zh', true],
    ['中国的人工智能企业超过6000家。', 'zh', false],
    ['中國的人工智慧企業超過 6000 家。', 'zh-Hant', true],
    ['阿里雲2025財年營收1180億元。', 'zh-Hant', false],
    ['Qwen has more than 600 million downloads.', 'en', true],
    ['Qwen（通义千问） has more than 600 million downloads on Hugging Face and ModelScope.', 'en', true],
    ['在 Hugging Face 上，Qwen 的衍生模型超过 DeepSeek 和 Llama 之和。', 'zh', true],
    ['著名的乾隆年间故事，说的是一位书生进京赶考的经过，路上遇到了许多有趣的人和事情。', 'zh', true],
    ['', 'en', true],
  ] as const)('takes %j for %s, spaced: %s', (text, script, spaced) => {
    expect(writingStyle(text)).toEqual({ script, spaced });
  });
});
