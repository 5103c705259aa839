import { describe, expect, it } from 'vitest';
import { dayOf, loadChecker } from '../helpers/checker.ts';

const checker = loadChecker();

function slips(note: string) {
  return checker
    .analyze(note, { today: dayOf('2026-02-15') })
    .findings.filter((finding) => finding.code === 'name.spelling');
}

/** What each misspelt name is and becomes: `Deepseek → DeepSeek`. */
function mended(note: string): readonly string[] {
  return slips(note).map((finding) => {
    const [fix] = finding.fixes;
    expect({ start: fix?.start, end: fix?.end }).toEqual({ start: finding.start, end: finding.end });
    return `${note.slice(finding.start, finding.end)} → ${fix?.newText}`;
  });
}

const WRONG: Readonly<Record<string, readonly (readonly [text: string, ...mends: string[]])[]>> = {
  Capitals: [
    ['Deepseek 的论文我放在共享盘了。', 'Deepseek → DeepSeek'],
    ['Hugging face 上关注度最高的是它。', 'Hugging face → Hugging Face'],
    ['昇思（Mindspore）社区很活跃。', 'Mindspore → MindSpore'],
    ['Trained with Pytorch and Tensorflow.', 'Pytorch → PyTorch', 'Tensorflow → TensorFlow'],
    ['**Deepseek-R1** 蒸馏版', 'Deepseek-R1 → DeepSeek-R1'],
    ['| 公司 | 备注 |\n| --- | --- |\n| Openai | 闭源 |', 'Openai → OpenAI'],
  ],
  'One slip': [
    ['我们用 DeepSeak 做评测。', 'DeepSeak → DeepSeek'],
    ['我们用 DeepSekk 做评测。', 'DeepSekk → DeepSeek'],
    ['我們用 HuggingFcae 下載。', 'HuggingFcae → HuggingFace'],
    ['Weights are on ModelScpoe today.', 'ModelScpoe → ModelScope'],
    ['The lab at Alibabba said so.', 'Alibabba → Alibaba'],
  ],
  'Listed misspellings': [
    ['智普的 GLM-4.5 也在榜上。', '智普 → 智谱'],
    ['智普發佈了新模型，數據來自騰迅。', '智普 → 智譜', '騰迅 → 騰訊'],
    ['科大迅飞开放平台', '科大迅飞 → 科大讯飞'],
    ['模型放在魔塔社区。', '魔塔社区 → 魔搭社区'],
  ],
};

const RIGHT: Readonly<Record<string, readonly string[]>> = {
  'As their owners write them': [
    'DeepSeek、Hugging Face、HuggingFace、MindSpore、PyTorch、OpenAI、ModelScope',
    'DeepSeek-R1、DeepSeek-V3、Qwen3-Max、GLM-4.6 与 Qwen2.5-VL',
    '智谱与腾讯；智譜與騰訊',
  ],
  'As people type them': [
    'Meta LLaMA 与 Kimi-k2；Alibaba cloud revenue.',
    'deepseek 和 qwen 都行，HUGGING FACE 也可以。',
    'DEEPSEEK, QWEN, OPENAI',
    'Ernie and Glm are acronyms; Iflytek is not.',
  ],
  'Other words': [
    'He was in deep, seeking answers beside the metadata.',
    '同济 Tongji 大学；OpenAPI 文档；Clause 3；Minimal example.',
    '智普达是一家做标签的公司。',
    '民智普及、机智普通、才智普遍提高。',
    'Transformed data is minimal. Googles of them.',
    'Alibabas of the world, unite.',
    'DeepMind, MindSpeed, OpenCV, LangChain',
  ],
  'Code and addresses': [
    '`Deepseek` 与 https://huggingface.co/Deepseek-ai/x',
    '```\nDeepseek\n```',
    '见 Deepseek-ai/Deepseek-R1 与 @Deepseek 和 #Deepseek',
    '[论文](https://example.com/Deepseek)',
    'Deepseek_chat = 1',
  ],
};

describe.each(Object.entries(WRONG))('%s', (_, rows) => {
  it.each(rows)('%s', (text, ...mends) => {
    expect(mended(text)).toEqual(mends);
  });
});

describe.each(Object.entries(RIGHT))('%s', (_, texts) => {
  it.each(texts)('%s', (text) => {
    expect(mended(text)).toEqual([]);
  });
});

it('is a hint', () => {
  expect(slips('Deepseek').map((finding) => finding.severity)).toEqual(['hint']);
});
