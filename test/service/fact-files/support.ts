import { parse } from 'yaml';
import { buildFactBase } from '../../../src/factbase/build.ts';
import { readRecords } from '../../../src/factbase/load.ts';
import { createQuantityServices } from '../../../src/factbase/quantity-services.ts';
import type { FactFile, Layer } from '../../../src/factbase/records.ts';
import { type FactFileView, viewFactFile } from '../../../src/service/fact-files/fact-file.ts';
import {
  createFactFileService,
  type FactFileService,
} from '../../../src/service/fact-files/fact-file-service.ts';
import { createLanguageService } from '../../../src/service/language-service.ts';
import { dataText } from '../../helpers/fact-files.ts';

export const ENTITIES = `- id: qwen
  kind: family
  name: { zh: 通义千问, en: Qwen }
  description: { zh: 模型系列。, en: A model family. }
- id: qwen3
  kind: model
  name: { zh: 千问三, en: Qwen3 }
  part-of: qwen
- id: hugging-face
  kind: platform
  name: { zh: 抱抱脸, en: Hugging Face }
`;

export const METRICS = `- id: downloads
  name: { zh: 累计下载量, en: downloads }
  triggers: { zh: [下载量] }
  dimension: times
  class: level
  cumulative: true
  siblings: [derivatives]
- id: derivatives
  name: { zh: 衍生模型数, en: derivative models }
  triggers: { zh: [衍生模型] }
  dimension: items
  class: level
`;

export const FACT = `- subject: qwen3
  metric: downloads
  value: 600000000
  bound: more-than
  unit: times
  period: 2025-09
  written: 突破6亿次
`;

const SEED = `---
title: T
publisher: P
language: zh-Hans
kind: article
---
Qwen3 的下载量突破6亿次。
`;

export const ENTITY_FILE = 'base/entities/all.yaml';
export const METRIC_FILE = 'base/metrics.yaml';
export const FACT_FILE = 'base/facts/001-paper.yaml';

export const FILES: readonly FactFile[] = [
  { path: ENTITY_FILE, text: ENTITIES },
  { path: METRIC_FILE, text: METRICS },
  { path: FACT_FILE, text: FACT },
  { path: 'base/seeds/001-paper.md', text: SEED },
];

const tables = Object.fromEntries(
  ['units', 'set-words'].map((name) => [name, parse(dataText(`${name}.yaml`))]),
);
export const services = createQuantityServices(tables);

export const LAYER: Layer = { name: 'base', records: FILES.flatMap((file) => readRecords(file).records) };

const { factBase, problems } = buildFactBase([LAYER], services);
if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));

export function makeFactFileService(language: 'zh' | 'en' = 'en'): FactFileService {
  const service = createLanguageService({ factBase, language });
  return createFactFileService({
    factBase,
    language,
    tables,
    recordCard: (type, id) =>
      service.doResolve({ kind: type === 'entity' ? 'name' : 'fact', record: id }).documentation,
  });
}

/** A file and the offset of the cursor `‸` in it. */
export function viewAt(
  path: string,
  marked: string,
): { readonly view: FactFileView; readonly offset: number } {
  const view = viewFactFile({ path, text: marked.replace('‸', '') });
  if (view === null) throw new Error(`${path} is no fact file.`);
  return { view, offset: marked.indexOf('‸') };
}
