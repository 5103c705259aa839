import type { Period } from '../quantity/period.ts';

/** How a note writes: its script, and whether a space stands between figures and Chinese characters. */
export interface WritingStyle {
  readonly script: Script;
  readonly spaced: boolean;
}

export type Script = 'zh' | 'zh-Hant' | 'en';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A period in words: 2025 年 9 月, September 2025. Forms that are not known stand as files write them. */
export function periodText(period: Period, style: WritingStyle): string {
  return isoText(period.iso, style);
}

function isoText(iso: string, style: WritingStyle): string {
  const range = /^([^/]+)\/([^/]+)$/.exec(iso);
  if (range?.[1] !== undefined && range[2] !== undefined) {
    const from = isoText(range[1], style);
    const to = isoText(range[2], style);
    return style.script === 'en' ? `${from} to ${to}` : `${from}至${style.spaced ? ' ' : ''}${to}`;
  }
  return style.script === 'en' ? english(iso) : chinese(iso, style);
}

function english(iso: string): string {
  const day = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(iso);
  if (day) {
    const month = MONTHS[Number(day[2]) - 1];
    if (month === undefined) return iso;
    return day[3] === undefined ? `${month} ${day[1]}` : `${month} ${Number(day[3])}, ${day[1]}`;
  }
  const part = /^(\d{4})-([QH])(\d)$/.exec(iso);
  if (part) {
    if (part[2] === 'Q') return `Q${part[3]} ${part[1]}`;
    return part[3] === '1' ? `the first half of ${part[1]}` : `the second half of ${part[1]}`;
  }
  const fiscal = /^FY(\d{4})$/.exec(iso);
  return fiscal ? `fiscal year ${fiscal[1]}` : iso;
}

function chinese(iso: string, style: WritingStyle): string {
  const traditional = style.script === 'zh-Hant';
  const day = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  const join = (parts: readonly string[]) => parts.join(style.spaced ? ' ' : '');
  if (day) {
    const parts = [day[1] ?? '', '年'];
    if (day[2] !== undefined) parts.push(String(Number(day[2])), '月');
    if (day[3] !== undefined) parts.push(String(Number(day[3])), '日');
    return join(parts);
  }
  const part = /^(\d{4})-([QH])(\d)$/.exec(iso);
  if (part) {
    const year = join([part[1] ?? '', '年']);
    if (part[2] === 'H') return year + (part[3] === '1' ? '上半年' : '下半年');
    return `${year}第${'一二三四'[Number(part[3]) - 1] ?? part[3]}季度`;
  }
  const fiscal = /^FY(\d{4})$/.exec(iso);
  return fiscal ? join([fiscal[1] ?? '', traditional ? '財年' : '财年']) : iso;
}
