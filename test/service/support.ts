import { parse } from 'yaml';
import type { Language } from '../../src/check/message.ts';
import { readRecords } from '../../src/factbase/load.ts';
import { withPinyin } from '../../src/factbase/pinyin.ts';
import { assembleKnowledge, createReaders } from '../../src/service/assemble.ts';
import type { SeverityByCode } from '../../src/service/configuration.ts';
import {
  createLanguageService,
  type LanguageService,
  type LanguageServiceOptions,
} from '../../src/service/language-service.ts';
import type { Note } from '../../src/service/note.ts';
import { dayOf } from '../helpers/checker.ts';
import { dataText } from '../helpers/fact-files.ts';

/** A small fact base of its own, so that the texts expected here do not change with the bundled data. */
const FILES = {
  'data/metrics.yaml': dataText('metrics.yaml'),
  'data/entities/organisations.yaml': `
- id: alibaba-cloud
  name: {zh: 阿里云, zh-Hant: 阿里雲, en: Alibaba Cloud}
  aliases: [Aliyun]
  description: {zh: 阿里巴巴旗下的云计算公司。, en: The cloud company of Alibaba.}
  makes: [qwen]
  links: {website: 'https://cloud.example/'}
- id: alibaba
  name: {zh: 阿里巴巴集团, zh-Hant: 阿里巴巴集團, en: Alibaba Group}
  aliases: [阿里巴巴]
  description: {zh: 中国互联网集团。, en: Chinese internet group.}
- id: evil
  name: {zh: '恶意<b>公司</b>', en: 'Evil *Corp* [x](command:y)'}
  aliases: [量恶社]
  description: {zh: '<img src=x>', en: '<img src=x>'}
`,
  'data/entities/families.yaml': `
- id: qwen
  name: {zh: 通义千问, zh-Hant: 通義千問, en: Qwen}
  aliases: [千问]
  description: {zh: 阿里云的开源大模型系列。, en: Open model family of Alibaba Cloud.}
- id: llama
  name: {zh: Llama 系列, en: Llama}
  description: {zh: Meta 的开放权重模型。, en: Open-weight models of Meta.}
`,
  'data/entities/platforms.yaml': `
- id: hugging-face
  name: {zh: Hugging Face, en: Hugging Face}
  aliases: [抱抱脸]
  description: {zh: 模型与数据集托管平台。, en: Hub for models and datasets.}
`,
  'data/facts/001-weekly.yaml': `
- {subject: qwen, metric: cumulative-downloads, value: 600000000, bound: more-than, unit: times, period: 2025-09, written: 突破6亿次}
- {subject: qwen, metric: derivative-models, value: 113000, bound: more-than, unit: items, period: 2025-07, scope: {platform: hugging-face}, written: 超过11.3万个}
- {subject: llama, metric: derivative-models, value: 27000, unit: items, period: 2025-07, scope: {platform: hugging-face}, written: 2.7万}
- {subject: alibaba-cloud, metric: revenue, value: 118000000000, unit: CNY, period: FY2025, written: 1180亿元}
`,
  'data/facts/003-survey.yaml': `
- {subject: hugging-face, metric: contributors, value: 1000000, bound: about, unit: people, period: 2024, written: 约100万人}
- {subject: hugging-face, metric: contributors, value: 2500000, unit: people, period: 2025, written: 250万人}
- {subject: hugging-face, metric: contributors, value: 4000000, unit: people, period: 2027, mode: forecast, written: 400万人}
`,
  'data/seeds/003-survey.md': `---
title: Who contributes
publisher: The Survey
published: 2025-12
url: https://survey.example/contributors
language: en
kind: report
---
Hugging Face: 2024 约100万人, 2025 250万人, 2027 400万人.
`,
  'data/facts/002-blog.yaml': `
- {subject: alibaba-cloud, metric: revenue, value: 99000000000, unit: CNY, period: FY2025, written: 990亿元}
`,
  'data/seeds/001-weekly.md': `---
title: Weekly <figures>
publisher: The Weekly
published: 2025-10-12
url: https://weekly.example/figures
language: en
kind: article
---
Qwen 突破6亿次, 超过11.3万个; Llama 2.7万; 阿里云 1180亿元.
`,
  'data/seeds/002-blog.md': `---
title: A blog
publisher: Somebody
language: en
kind: blog
---
阿里云 990亿元
`,
};

export const readers = createReaders(
  Object.fromEntries(['units', 'set-words', 'cues'].map((name) => [name, parse(dataText(`${name}.yaml`))])),
);
const read = Object.entries(FILES).map(([path, text]) => readRecords({ path, text }));
const records = withPinyin(read.flatMap((result) => result.records));
const { factBase, checker, problems } = assembleKnowledge({ records, tables: {} }, [], readers);
const [fault] = [...read.flatMap((result) => result.problems), ...problems];
if (fault !== undefined) throw new Error(`${fault.file}: ${fault.message}`);

export function makeService(
  language: Language = 'en',
  severity: SeverityByCode = {},
  more: Pick<LanguageServiceOptions, 'actionUrl' | 'checker' | 'baseline'> = {},
): LanguageService {
  return createLanguageService({
    factBase,
    language,
    severity,
    checker,
    ...more,
    recordUrl: ({ file, line }) => `file:///base/${file}#L${line}`,
  });
}

/** A note and the offset of the cursor `‸` in it. */
export function noteAt(marked: string): { readonly note: Note; readonly offset: number } {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const analysis = checker.analyze(text, { today: dayOf('2026-02-15') });
  return { note: makeService().makeNote('file:///notes/a.md', analysis), offset };
}

/** The text of a note after edits that do not overlap. */
export function edited(
  text: string,
  edits: readonly { readonly start: number; readonly end: number; readonly newText: string }[],
): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}
