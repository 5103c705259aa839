import type { PeriodPart, TimeRelation } from './period.ts';
import type { TimeFields } from './time-fields.ts';

/** A word that starts a time, stands before one, or is one. */
export type TimeWord = { readonly open?: boolean } & (
  | { readonly type: 'relation'; readonly relation: TimeRelation }
  | { readonly type: 'moment'; readonly fields: TimeFields }
  | { readonly type: 'month'; readonly month: number; readonly doubtful: boolean }
  | { readonly type: 'season'; readonly fields: { readonly quarter?: number; readonly half?: number } }
  | { readonly type: 'part'; readonly part: PeriodPart }
  | { readonly type: 'fiscal' }
  | { readonly type: 'century'; readonly by: number }
  | { readonly type: 'past' }
  | { readonly type: 'nearest'; readonly nearest: 'before' | 'after' }
);

const OPEN_YEAR = 'open';

const RELATIONS: readonly (readonly [TimeRelation, readonly string[]])[] = [
  [
    'as-of',
    [
      '截至',
      '截止',
      '截止到',
      '截至到',
      '截止至',
      '到',
      '至',
      '直到',
      '直至',
      '迄',
      'as of',
      'as at',
      'by',
      'until',
      'till',
      'by the end of',
      'as of the end of',
    ],
  ],
  ['since', ['since', 'starting in', 'beginning in']],
  ['before', ['before', 'prior to', '早于']],
  ['after', ['after', '晚于']],
];

const MOMENTS: readonly (readonly [TimeFields, readonly string[]])[] = [
  [
    { year: null, now: true },
    [
      '目前',
      '当前',
      '现在',
      '如今',
      '眼下',
      '当下',
      '现阶段',
      '截至目前',
      '截止目前',
      '到目前为止',
      '迄今',
      '迄今为止',
      '至今',
      '此刻',
      '现已',
      'now',
      'currently',
      'at present',
      'to date',
      'so far',
      'today',
      'right now',
      'at the moment',
      'as of now',
      'presently',
    ],
  ],
  [{ year: null, dayBy: 0 }, ['今天', '今日']],
  [{ year: null, dayBy: -1 }, ['昨天', '昨日', 'yesterday']],
  [{ year: { by: 0 } }, ['今年', '本年', '本年度', '今年以来', 'this year', 'year to date']],
  [
    { year: { by: -1 } },
    ['去年', '上年', '去年同期', '上年同期', 'last year', 'a year ago', 'the previous year'],
  ],
  [{ year: { by: -2 } }, ['前年', 'two years ago', 'the year before last']],
  [{ year: { by: 1 } }, ['明年', '来年', 'next year']],
  [{ year: { by: 2 } }, ['后年']],
  [{ year: OPEN_YEAR }, ['同年', '当年', '该年']],
  [
    { year: 'next' },
    [
      '隔年',
      '次年',
      '翌年',
      '第二年',
      '转年',
      'the following year',
      'the next year',
      'the year after',
      'a year later',
      'one year later',
    ],
  ],
  [{ year: null, monthBy: 0 }, ['本月', '当月', '这个月', 'this month']],
  [{ year: null, monthBy: -1 }, ['上月', '上个月', '上一个月', 'last month']],
  [{ year: null, monthBy: 1 }, ['下月', '下个月', 'next month']],
  [{ year: null, quarterBy: 0 }, ['本季度', '这个季度', '当季', 'this quarter']],
  [{ year: null, quarterBy: -1 }, ['上季度', '上个季度', '上一季度', '上一个季度', 'last quarter']],
  [{ year: null, quarterBy: 1 }, ['下季度', '下个季度', 'next quarter']],
  [{ year: OPEN_YEAR, half: 1 }, ['上半年', '前半年']],
  [{ year: OPEN_YEAR, half: 2 }, ['下半年', '后半年']],
  [{ year: OPEN_YEAR, part: 'start' }, ['年初']],
  [{ year: OPEN_YEAR, part: 'end' }, ['年底', '年末']],
];

const MONTHS = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const;

/** Names of months that are common words in lower case. */
const DOUBTFUL = new Set([
  'may',
  'march',
  'mar',
  'sep',
  'jan',
  'dec',
  'jun',
  'jul',
  'apr',
  'aug',
  'oct',
  'nov',
  'feb',
]);

const PARTS: readonly (readonly [PeriodPart, readonly string[]])[] = [
  [
    'start',
    [
      'early',
      'early-',
      'beginning of',
      'the beginning of',
      'start of',
      'the start of',
      'at the start of',
      'the start of the year',
    ],
  ],
  ['middle', ['mid', 'mid-', 'middle of', 'the middle of', 'mid –']],
  ['end', ['late', 'late-', 'end of', 'the end of', 'end-', 'year-end', 'year end', 'the end of the year']],
];

const QUARTERS = ['first', 'second', 'third', 'fourth'] as const;

/** Words of the reader's list that have to do with time. */
export const TIME_WORDS: readonly (readonly [string, TimeWord])[] = [
  ...MOMENTS.flatMap(([fields, texts]) => texts.map((text) => [text, { type: 'moment', fields }] as const)),
  ...RELATIONS.flatMap(([relation, texts]) =>
    texts.map((text) => [text, { type: 'relation', relation }] as const),
  ),
  ...MONTHS.flatMap((names, index) =>
    names.map((name) => [name, { type: 'month', month: index + 1, doubtful: DOUBTFUL.has(name) }] as const),
  ),
  ...PARTS.flatMap(([part, texts]) =>
    texts.map((text) => [text, { type: 'part', part, open: true }] as const),
  ),
  ...QUARTERS.flatMap((name, index) => [
    [`${name} quarter`, { type: 'season', fields: { quarter: index + 1 } }] as const,
    [`q${index + 1}`, { type: 'season', fields: { quarter: index + 1 } }] as const,
  ]),
  ['first half of', { type: 'season', fields: { half: 1 } }],
  ['second half of', { type: 'season', fields: { half: 2 } }],
  ['h1', { type: 'season', fields: { half: 1 } }],
  ['h2', { type: 'season', fields: { half: 2 } }],
  ['fy', { type: 'fiscal', open: true }],
  ['fiscal year', { type: 'fiscal' }],
  ['fiscal', { type: 'fiscal' }],
  ['financial year', { type: 'fiscal' }],
  ['上世纪', { type: 'century', by: -1 }],
  ['本世纪', { type: 'century', by: 0 }],
  ['过去', { type: 'past' }],
  ['最近', { type: 'past' }],
  ['past', { type: 'past' }],
  ['last', { type: 'past' }],
  ['the last', { type: 'past' }],
  ['the past', { type: 'past' }],
];
