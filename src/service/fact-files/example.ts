import { isMap, isSeq, parseDocument } from 'yaml';
import type { Language } from '../../check/message.ts';

/** A file to be written, by its path from the workspace folder. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** The folder that a new fact base is kept in. */
export const NEW_FACT_FOLDER = 'fact-base';

/** The files of a small fact base to begin with: commented, whole, and right. */
export function exampleFactBase(language: Language): readonly NewFile[] {
  const { entities, metrics, facts, seed } = TEXTS[language];
  return [
    { path: `${NEW_FACT_FOLDER}/entities/organisations.yaml`, text: entities },
    { path: `${NEW_FACT_FOLDER}/metrics.yaml`, text: metrics },
    { path: `${NEW_FACT_FOLDER}/facts/example-report.yaml`, text: facts },
    { path: `${NEW_FACT_FOLDER}/seeds/example-report.md`, text: seed },
  ];
}

/**
 * The text of `.ecosystem-notes.yaml` with one more fact folder, whatever else stands in it left as it is; a new one where there is
 * none (`text` is null). Null when the file is broken, so that nobody writes over what cannot be read.
 */
export function withFactFolder(text: string | null, folder: string): string | null {
  if (text === null || text.trim() === '') return `facts: [${folder}]\n`;
  const document = parseDocument(text, { version: '1.2' });
  if (document.errors.length > 0) return null;
  if (document.contents === null) return `${text.trimEnd()}\nfacts: [${folder}]\n`;
  if (!isMap(document.contents)) return null;
  const facts = document.get('facts');
  if (isSeq(facts)) {
    if (facts.items.some((item) => String(item) === folder)) return text;
    facts.add(document.createNode(folder));
  } else if (facts === undefined || facts === null) {
    document.set('facts', document.createNode([folder], { flow: true }));
  } else return null;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

const FACTS = `- subject: example-lab
  metric: example-downloads
  value: 2000000
  bound: more-than
  unit: times
  period: 2025-09
  written: 超过200万次
`;

const TEXTS: Readonly<Record<Language, Readonly<Record<'entities' | 'metrics' | 'facts' | 'seed', string>>>> =
  {
    en: {
      entities: `# Who and what your notes speak of. The name of the file says the kind: models.yaml, products.yaml, people.yaml and so on.
# An entity with the id of a bundled one takes its place.
- id: example-lab
  name: { zh: 示例实验室, en: Example Lab }
  # Other names. (a|b) is one of them, [a|b] one of them or nothing.
  aliases: [示例所]
  description: { zh: 一个示例，请换成你的机构。, en: "An example: put your organisation in its place." }
`,
      metrics: `# What you measure, where the bundled metrics do not do. Words under "triggers" lead from a note to the metric; … is a gap.
- id: example-downloads
  name: { zh: 示例下载量, en: example downloads }
  triggers:
    zh: [示例下载量, 示例下载…次]
    en: [example downloads]
  dimension: times
  class: level
  cumulative: true
`,
      facts: `# The figures of one source. The file is named for the source: seeds/example-report.md describes it and retells it.
# value: scale words applied, [low, high] for a range. bound: exact, about, nearly, more-than, at-least, less-than, at-most, range.
# period: 2025, 2025-09, 2025-Q3, FY2025, never more precise than the source. written: the figure as the source writes it.
${FACTS}`,
      seed: `---
title: Example report
publisher: Example Lab
published: 2025-10-12
language: zh-Hans
kind: report
---

# Example report

A digest of the source in your own words. Every fact of facts/example-report.yaml must be read here, near a name of its subject:

到 2025 年 9 月，示例实验室的示例下载量超过200万次。
`,
    },
    zh: {
      entities: `# 笔记里谈到的人和事物。文件名说明类别：models.yaml、products.yaml、people.yaml 等。
# 与内置实体 id 相同的记录会取代内置的那一条。
- id: example-lab
  name: { zh: 示例实验室, en: Example Lab }
  # 其他名称。(a|b) 为其中之一，[a|b] 为其中之一或没有。
  aliases: [示例所]
  description: { zh: 一个示例，请换成你的机构。, en: "An example: put your organisation in its place." }
`,
      metrics: `# 内置指标不够用时，自己的指标写在这里。“triggers”中的词把笔记里的数字引到该指标；… 为间隔。
- id: example-downloads
  name: { zh: 示例下载量, en: example downloads }
  triggers:
    zh: [示例下载量, 示例下载…次]
    en: [example downloads]
  dimension: times
  class: level
  cumulative: true
`,
      facts: `# 一个来源的数字。文件以来源命名：seeds/example-report.md 说明并转述该来源。
# value：换算好万、亿；区间写 [下限, 上限]。bound：exact、about、nearly、more-than、at-least、less-than、at-most、range。
# period：2025、2025-09、2025-Q3、FY2025，不比来源更精确。written：来源原文中的数字。
${FACTS}`,
      seed: `---
title: 示例报告
publisher: 示例实验室
published: 2025-10-12
language: zh-Hans
kind: report
---

# 示例报告

用自己的话转述来源。facts/example-report.yaml 的每条事实都要能在这里读到，并靠近主体的名称：

到 2025 年 9 月，示例实验室的示例下载量超过200万次。
`,
    },
  };
