/** A workspace with a small fact base of its own: one lab, one fact, the digest that states it. */
const ENTITY = `- id: our-lab
  name: {zh: 我们实验室, en: Our Lab}
  description: {zh: 一家实验室。, en: A lab.}
`;
export const FACTS = `- subject: our-lab
  metric: cumulative-downloads
  value: 2000000
  bound: more-than
  unit: times
  period: 2025-09
  written: 超过200万次
`;
const SEED = `---
title: Our figures
publisher: Our Lab
language: zh-Hans
kind: report
---
我们实验室累计下载超过200万次。
`;
export const FACT_PATH = 'ours/facts/our-report.yaml';
export const OWN_FACTS = {
  '.ecosystem-notes.yaml': 'facts: [ours]\n',
  'ours/entities/organisations.yaml': ENTITY,
  [FACT_PATH]: FACTS,
  'ours/seeds/our-report.md': SEED,
};
