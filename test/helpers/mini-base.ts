import { loadChecker, loadFactBase } from './checker.ts';

const ENTITIES = `
- { id: alpha, kind: model, name: { zh: 阿尔法, en: Alpha }, description: { zh: 模型, en: a model } }
- { id: beta, kind: model, name: { zh: 贝塔, en: Beta }, description: { zh: 模型, en: a model } }
- { id: maker, kind: organisation, name: { zh: 造者, en: Maker }, makes: alpha, description: { zh: 公司, en: a company } }
- { id: hub, kind: platform, name: { zh: 仓库站, en: ModelHub }, description: { zh: 平台, en: a platform } }
- { id: land, kind: place, name: { zh: 某国, en: Landia }, description: { zh: 国家, en: a country } }
`;

const METRICS = `
- { id: downloads, name: { zh: 累计下载量, en: downloads }, triggers: { zh: [下载量, 下载…次], en: [downloads] }, dimension: times, class: level, cumulative: true, siblings: [] }
- { id: users, name: { zh: 日活, en: daily users }, triggers: { zh: [日活, 日活用户], en: [daily users] }, dimension: people, class: level, siblings: [] }
- { id: revenue, name: { zh: 营收, en: revenue }, triggers: { zh: [营收], en: [revenue] }, dimension: money, class: flow, siblings: [] }
- { id: growth, name: { zh: 增速, en: growth }, triggers: { zh: [增速, 同比], en: [growth, grew, fell] }, dimension: share, class: growth, direction: up, siblings: [] }
- { id: share, name: { zh: 占比, en: share }, triggers: { zh: [占比, 占], en: [share] }, dimension: share, class: ratio, siblings: [] }
- { id: hubs, name: { zh: 枢纽数, en: hubs }, triggers: { zh: [枢纽], en: [hubs] }, dimension: items, class: exact, siblings: [] }
`;

function seed(id: string): string {
  return `---\ntitle: ${id}\npublisher: Press\npublished: 2026-01-01\naccessed: 2026-01-02\nlanguage: zh\nkind: article\n---\n\n# ${id}\n`;
}

/** A checker over a small invented fact base and these facts, by source: `{ 'one': '- {subject: alpha, …}' }`. */
export function miniChecker(facts: Readonly<Record<string, string>>) {
  const files = [
    { path: 'data/entities/all.yaml', text: ENTITIES },
    { path: 'data/metrics.yaml', text: METRICS },
    ...Object.entries(facts).flatMap(([id, text]) => [
      { path: `data/facts/${id}.yaml`, text },
      { path: `data/seeds/${id}.md`, text: seed(id) },
    ]),
  ];
  return loadChecker(loadFactBase(files));
}
