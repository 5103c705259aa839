import type { Layer, ParsedRecord } from '../../src/factbase/records.ts';
import type { FactData } from '../../src/factbase/schema.ts';

const CHINESE = '云海星河山川风雷明远智信通达华瑞启元天启宏图安泰卓越嘉禾锦程晨曦同辉恒宇盛世';
const SYLLABLES = [
  'ra',
  'lo',
  'mi',
  'ten',
  'var',
  'quo',
  'zen',
  'dal',
  'pix',
  'nor',
  'sel',
  'kub',
  'wex',
  'jin',
];
const FILE = 'facts/synthetic.yaml';

/** An invented fact base of so many entities, each with one name in both scripts, and as many facts about them. */
export function syntheticLayer(count: number): Layer {
  const place = { file: FILE, start: 0, end: 0, line: 1 };
  const records: ParsedRecord[] = [
    {
      type: 'source',
      id: 'synthetic',
      data: {
        title: 'Synthetic',
        publisher: 'Bench',
        author: '',
        published: '2026-01-01',
        accessed: '2026-01-02',
        url: '',
        language: 'en',
        kind: 'article',
      },
      text: '# Synthetic\n',
      place,
      at: {},
    },
  ];
  for (let i = 0; i < count; i++) {
    const { zh, en } = syntheticName(i);
    records.push({
      type: 'entity',
      kind: 'model',
      data: {
        id: `synthetic-${i}`,
        kind: 'model',
        name: { zh, en },
        aliases: [],
        ambiguous: [],
        description: { zh: '虚构的模型。', en: 'An invented model.' },
        links: {},
      },
      place,
      at: {},
    });
    records.push({
      type: 'fact',
      source: 'synthetic',
      data: factOf(i),
      reading: { step: 10_000, form: 'plain' },
      place,
      at: {},
    });
  }
  return { name: 'synthetic', records };
}

/** The name of the entity of this number; no two are alike. */
export function syntheticName(i: number): { readonly zh: string; readonly en: string } {
  const character = (n: number) => CHINESE[n % CHINESE.length] ?? '';
  const syllable = (n: number) => SYLLABLES[n % SYLLABLES.length] ?? '';
  const latin = syllable(i) + syllable(Math.floor(i / 14)) + syllable(Math.floor(i / 196));
  const en = `${latin[0]?.toUpperCase() ?? ''}${latin.slice(1)}-${i}`;
  const zh = `${character(i)}${character(Math.floor(i / 40))}${character(Math.floor(i / 1600))}模型${i}号`;
  return { zh, en };
}

/** A note in which every few lines one of these entities is said to have its number of downloads. */
export function syntheticNote(count: number, lines: number): string {
  return Array.from({ length: lines }, (_, n) => {
    const i = (n * 7919) % count;
    const { zh, en } = syntheticName(i);
    return n % 2 === 0
      ? `截至 2025 年 9 月，${zh}累计下载量超过 ${downloads(i) / 10_000} 万次，社区仍在增长。`
      : `By September 2025, ${en} had passed ${downloads(i).toLocaleString('en')} downloads in total.`;
  }).join('\n\n');
}

function downloads(i: number): number {
  return ((i % 97) + 3) * 10_000;
}

function factOf(i: number): FactData {
  return {
    subject: `synthetic-${i}`,
    metric: 'cumulative-downloads',
    value: downloads(i),
    bound: 'more-than',
    unit: 'times',
    period: '2025-09',
    scope: {},
    mode: 'reported',
    written: `超过 ${downloads(i) / 10_000} 万次`,
    note: '',
  };
}
