import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../src/check/message-texts.ts';
import { dayOf } from '../helpers/checker.ts';
import { miniChecker } from '../helpers/mini-base.ts';

const checker = miniChecker({});
const WORDS = { entity: String, metric: String, source: String, fact: () => '', period: () => '' };

/** The figures that do not fit, as written, with what the message says of them. */
function clashes(note: string): readonly string[] {
  return checker
    .analyze(note, { today: dayOf('2026-02-15') })
    .findings.filter((finding) => finding.code === 'figures.inconsistent')
    .map(
      (finding) =>
        `${note.slice(finding.start, finding.end)}: ${formatMessage(finding.message, 'en', WORDS)}`,
    );
}

const WRONG: Readonly<Record<string, readonly (readonly [text: string, figure: string, says: string])[]>> = {
  'A course and its multiple': [
    ['某厂的月活从 200 万涨到 600 万，增长了 5 倍。', '5 倍', '3 times'],
    ['某廠的月活從 200 萬漲到 600 萬，增長了 5 倍。', '5 倍', '3 times'],
    ['用户从 200 涨到 600 万，翻了两番。', '翻了两番', '3 times'],
    ['团队由 40 人扩大到 200 人，是原来的 3 倍。', '3 倍', '5 times'],
    ['Usage went from 2 million to 6 million users, a fivefold increase.', 'fivefold', '3 times'],
    ['Prices doubled from 2 to 10 dollars.', 'doubled', '5 times'],
    ['Sales tripled to 6 million from 1 million.', 'tripled', '6 times'],
  ],
  'A course and its per cent': [
    ['The team grew from 40 to 50 people, a rise of 60%.', '60%', '25%'],
    ['成本由 100 元降至 40 元，降幅 80%。', '80%', '60%'],
    ['成本由 100 元降至 40 元，降幅達 80%。', '80%', '60%'],
    ['The price was cut from $100 to $40, an 80% reduction.', '80%', '60%'],
    ['收入从 2024 年的 50 亿元增至 2025 年的 80 亿元，增长 20%。', '20%', '60%'],
    ['Revenue rose 90% from 40 million to 50 million dollars.', '90%', '25%'],
  ],
  'A course and its points or its difference': [
    ['占比从 20% 提高到 30%，提高 15 个百分点。', '15 个百分点', '10 percentage points'],
    [
      'The share went from 19.9% in 2024 to 25.9% in 2025, up 9 percentage points.',
      '9 percentage points',
      '6 percentage points',
    ],
    ['服務網點從 300 家增至 500 家，增加 400 家。', '400 家', '200'],
  ],
  'Parts and their total': [
    ['三个仓库共 90 个模型：文本 50 个、图像 30 个、语音 20 个。', '90 个', '100'],
    ['三个仓库共 90 个：50、30、20。', '90 个', '100'],
    ['三個倉庫共 90 個模型：文本 50 個、圖像 30 個、語音 20 個。', '90 個', '100'],
    ['We host a total of 90 models: 50 for text, 30 for images and 20 for speech.', '90 models', '100'],
    ['三类共 120 个：文本 50 个、图像 30 个、语音 20 个。', '120 个', '100'],
    ['上海 50 家，北京 30 家，两地合计 120 家。', '120 家', '80'],
    ['共收录 90 个模型，其中开源 120 个。', '120 个', 'larger than the whole'],
  ],
  'Shares of one whole': [
    ['文本占 50%，图像占 40%，其余 30% 是语音。', '30%', '120%'],
    ['语料由中文 60%、英文 50% 构成，占满全部。', '50%', '110%'],
    ['Text makes up 50%, images 20%, and the remaining 10% is speech.', '10%', '80%'],
  ],
  'The same again': [
    ['该数据集共有 3 亿条记录（3 billion rows）。', '3 billion rows', '300 million against 3 billion'],
    ['總額 3.6 億元（即 3600 萬元）。', '3600 萬元', '360 million against 36 million'],
    ['The corpus holds 2 TB (200 GB).', '200 GB', '2 against 200'],
  ],
};

const RIGHT: Readonly<Record<string, readonly string[]>> = {
  'Changes that fit in one reading': [
    '某厂的月活从 200 万涨到 600 万，增长了 2 倍。',
    '某厂的月活从 200 万涨到 600 万，增长了 3 倍。',
    '某廠的月活從 200 萬漲到 600 萬，是原來的 3 倍。',
    'The team grew from 40 to 50 people, a rise of 25%.',
    '渗透率从 20% 提高到 30%，提高 10 个百分点。',
    '渗透率从 20% 提高到 30%，增长 50%。',
    '渗透率从 20% 提高到 30%，提高 10%。',
    '用户从 200 涨到 600 万，增长两倍。',
    'Prices fell from $100 to $40, down 60%.',
    'Usage doubled from 2 to 4 million users.',
    '用户从近 200 万增至超 400 万，翻了一番。',
  ],
  'Changes of something else': [
    '月活从 200 万涨到 600 万，海外收入增长 5 倍。',
    '月活从 200 万涨到 600 万，同比增长 20%。',
    '月活从 200 万涨到 600 万，年均增长 40%。',
    'Users grew from 40 to 50 million, while revenue rose 60%.',
    'The team grew from 40 to 50 people, with profits up 60%.',
    'It grew from 40 to 50 people, an average annual rise of 60%.',
    '从 3 家公司到 50 个城市，增长了 5 倍。',
    '从 200 万涨到 600 万，比对手多 5 倍。',
    '他们花了 3 年，从 200 万做到 600 万，错误率下降 80%。',
  ],
  'Lists that are not all': [
    '三个仓库共 100 个模型：文本 50 个、图像 30 个、语音 20 个。',
    '除文本 50 个、图像 30 个以外，还有一些别的，共 90 个模型。',
    '共 90 个模型：文本 30 个、图像 20 个。',
    '共 90 个模型：文本 50 个、图像 30 个、语音 20 个等。',
    '共 90 个模型（含文本 50 个、图像 60 个）。',
    'A total of 90 models: more than 50 for text, 60 with images.',
    '共 90 个模型，其中文本 50 个，图像 60 个。',
    '共 90 人：今年 50 人，去年 60 人。',
    '上海 50 家，北京 30 家，全国合计 120 家。',
    'In total 90 models were tested by 120 people and 30 teams.',
  ],
  'Shares that need not add up': [
    '文本占 50%，图像占 20%，其余 30% 是语音。',
    '多选题中，写作占 60%，编程占 50%，其余 20% 是翻译。',
    '文本占 60%，其中中文占 70%，其余 30% 是英文。',
    '第一名占 60%，其余各占 20%。',
    'A 占 33.3%，B 占 33.3%，其余 33.3%。',
    'Adoption is 60% in banking, 50% in retail and 40% in health.',
    '2024 年占 60%，2025 年占 50%，其余 10% 未统计。',
  ],
  'Brackets that say something else': [
    '到账 3.6 亿元（约合 5000 万美元）。',
    '该数据集共有 3 亿条记录（300 million rows）。',
    '覆盖 200 家医院（3000 张床位）。',
    'It has 235B parameters (22B active).',
    '显存 80 GB（8 卡共 640 GB）。',
    'A memory of 2 TB (2048 GB).',
    '累计 3 亿条（日均 30 万条）。',
    '训练用了 30 天（720 小时）。',
  ],
  'Not meant': [
    '有人说从 200 万涨到 600 万是增长 5 倍，这一说法有误。',
    '如果从 200 万涨到 600 万，增长 5 倍？',
  ],
};

describe.each(Object.entries(WRONG))('%s', (_, rows) => {
  it.each(rows)('%s', (text, figure, says) => {
    const found = clashes(text);
    expect(found).toHaveLength(1);
    expect(found[0]?.startsWith(`${figure}: `)).toBe(true);
    expect(found[0]).toContain(says);
  });
});

describe.each(Object.entries(RIGHT))('%s', (_, texts) => {
  it.each(texts)('%s', (text) => {
    expect(clashes(text)).toEqual([]);
  });
});

it('names the other figures as related', () => {
  const note = '> 摘录\n\n某厂的月活从 200 万涨到 600 万，增长了 5 倍。';
  const [finding] = checker.analyze(note, { today: 0 }).findings;
  expect(finding?.related.map(({ start, end }) => note.slice(start, end))).toEqual(['200 万', '600 万']);
});
