import type { Language } from '../../check/message.ts';
import type { Localized } from '../../factbase/model.ts';

/** Lines of the cards of metrics and units. `{name}` is filled in. */
const WORDS = {
  'metric.facts': { zh: '{count} 条数据', en: '{count} facts' },
  'metric.siblings': { zh: '易混淆：{names}', en: 'easily taken for: {names}' },
  'metric.part-of': { zh: '属于：{name}', en: 'part of: {name}' },
  'metric.measure': { zh: '{class} · 计量 {dimension}', en: '{class} · measured in {dimension}' },
  'metric.cumulative': { zh: '累计，不会下降', en: 'cumulative, never falls' },
  'unit.card': {
    zh: '{dimension} 的单位，等于基本单位的 {factor} 倍。写法：{spellings}',
    en: 'A unit of {dimension}, {factor} of the base unit. Written: {spellings}',
  },
  'dimension.units': { zh: '以 {units} 计量', en: 'Measured in {units}' },
} as const satisfies Readonly<Record<string, Localized>>;

export function factFileWord(
  language: Language,
  key: keyof typeof WORDS,
  values: Readonly<Record<string, string>> = {},
): string {
  return WORDS[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
