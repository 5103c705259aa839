import type { Script } from './period-text.ts';

/** How a unit is written behind a number. Units that are not listed stand as their own symbol (EFLOPS, GB, kWh). */
export interface UnitWord {
  readonly zh: string;
  /** Where it differs from `zh`. */
  readonly 'zh-Hant'?: string;
  readonly en: string;
  /** Stands at the number itself, without a space in either language: 43%. */
  readonly attached?: true;
  /** In front of the number: 第 4, No. 4. */
  readonly before?: { readonly zh: string; readonly en: string };
}

/**
 * Counts have no word in English: the metric says what is counted ("more than 600 million" downloads), and in Chinese only the
 * measure word.
 */
const WORDS: Readonly<Record<string, UnitWord>> = {
  CNY: { zh: '元', en: 'yuan' },
  USD: { zh: '美元', en: 'US dollars' },
  HKD: { zh: '港元', en: 'Hong Kong dollars' },
  TWD: { zh: '新台币', 'zh-Hant': '新臺幣', en: 'New Taiwan dollars' },
  EUR: { zh: '欧元', 'zh-Hant': '歐元', en: 'euros' },
  GBP: { zh: '英镑', 'zh-Hant': '英鎊', en: 'pounds' },
  JPY: { zh: '日元', en: 'yen' },
  percent: { zh: '%', en: '%', attached: true },
  permille: { zh: '‰', en: '‰', attached: true },
  points: { zh: '个百分点', 'zh-Hant': '個百分點', en: 'percentage points' },
  'basis-points': { zh: '个基点', 'zh-Hant': '個基點', en: 'basis points' },
  fold: { zh: '倍', en: 'times' },
  rank: { zh: '', en: '', before: { zh: '第', en: 'No.' } },
  score: { zh: '分', en: '' },
  times: { zh: '次', en: '' },
  people: { zh: '人', en: '' },
  items: { zh: '个', 'zh-Hant': '個', en: '' },
  number: { zh: '', en: '' },
  tokens: { zh: ' Token', en: 'tokens' },
  parameters: { zh: '参数', 'zh-Hant': '參數', en: 'parameters' },
  'GPU-hours': { zh: '卡时', 'zh-Hant': '卡時', en: 'GPU hours' },
  milliseconds: { zh: '毫秒', en: 'milliseconds' },
  seconds: { zh: '秒', en: 'seconds' },
  minutes: { zh: '分钟', 'zh-Hant': '分鐘', en: 'minutes' },
  hours: { zh: '小时', 'zh-Hant': '小時', en: 'hours' },
  days: { zh: '天', en: 'days' },
  weeks: { zh: '周', 'zh-Hant': '週', en: 'weeks' },
  months: { zh: '个月', 'zh-Hant': '個月', en: 'months' },
  quarters: { zh: '个季度', 'zh-Hant': '個季度', en: 'quarters' },
  years: { zh: '年', en: 'years' },
  celsius: { zh: '℃', en: '°C', attached: true },
};

export interface UnitInScript {
  readonly word: string;
  readonly attached: boolean;
  readonly before: string;
}

export function unitWord(unit: string | null, script: Script): UnitInScript {
  if (unit === null) return { word: '', attached: true, before: '' };
  const known = WORDS[unit];
  if (known === undefined) return { word: ` ${unit}`, attached: true, before: '' };
  const before = known.before === undefined ? '' : known.before[script === 'en' ? 'en' : 'zh'];
  const word = script === 'zh-Hant' ? (known['zh-Hant'] ?? known.zh) : known[script];
  return { word, attached: known.attached === true, before };
}
