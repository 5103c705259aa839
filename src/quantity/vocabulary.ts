/** Words that say per what time the next quantity of their clause is. */
export const RATES_BEFORE: readonly (readonly [string, readonly string[]])[] = [
  ['day', ['每天', '每日', '日均', '每一天', '单日', '每天约', 'per-day']],
  ['week', ['每周', '周均']],
  ['month', ['每月', '月均', '每个月']],
  ['quarter', ['每季度']],
  ['year', ['每年', '年均']],
  ['hour', ['每小时', '每个小时']],
  ['second', ['每秒', '每秒钟']],
  ['minute', ['每分钟']],
  ['day', ['daily']],
  ['month', ['monthly']],
];

/** The same behind a figure: /month, per day, a year. */
export const RATES_AFTER: readonly (readonly [string, readonly string[]])[] = [
  [
    'day',
    [
      '/天',
      '/日',
      '/day',
      '/d',
      'per day',
      'a day',
      'daily',
      'each day',
      'every day',
      '每天',
      '每日',
      '一天',
    ],
  ],
  ['week', ['/周', '/week', 'per week', 'a week', 'weekly', 'each week', 'every week', '每周']],
  [
    'month',
    [
      '/月',
      '/month',
      '/mo',
      'per month',
      'a month',
      'monthly',
      'each month',
      'every month',
      '每月',
      '一个月',
    ],
  ],
  [
    'year',
    [
      '/年',
      '/year',
      '/yr',
      'per year',
      'a year',
      'annually',
      'each year',
      'every year',
      'per annum',
      '每年',
      '一年',
    ],
  ],
  [
    'hour',
    ['/小时', '/时', '/hour', '/h', '/hr', 'per hour', 'an hour', 'each hour', 'every hour', '每小时'],
  ],
  ['minute', ['/分钟', '/minute', '/min', 'per minute', 'a minute', '每分钟']],
  ['second', ['/秒', '/s', '/sec', '/second', 'per second', 'a second', '每秒']],
];

/** Verbs of change: behind 从, 由 or from they make two figures of what would be a range. */
export const CHANGE_WORDS: readonly string[] = [
  '增长',
  '提升',
  '提高',
  '上升',
  '增加',
  '扩大',
  '扩展',
  '下降',
  '降低',
  '减少',
  '缩短',
  '升',
  '涨',
  '跌',
  '降',
  '增',
  'grew',
  'rose',
  'rises',
  'fell',
  'increased',
  'increase',
  'increases',
  'decreased',
  'jumped',
  'climbed',
  'dropped',
  'went',
  'grow',
  'growing',
  'up',
  'down',
  'expanded',
  'surged',
  'declined',
  'improved',
];

/** Multiples without a number. */
export const MULTIPLES: readonly (readonly [number, readonly string[]])[] = [
  [
    2,
    [
      '翻番',
      '翻一番',
      '翻了一番',
      '翻了番',
      '翻倍',
      '翻了倍',
      '翻了一倍',
      '翻一倍',
      'doubled',
      'doubling',
      'twofold',
      'two-fold',
    ],
  ],
  [4, ['翻两番', '翻了两番', '翻二番', '翻了二番', 'quadrupled', 'quadrupling', 'fourfold', 'four-fold']],
  [8, ['翻三番', '翻了三番']],
  [16, ['翻四番', '翻了四番']],
  [3, ['tripled', 'tripling', 'threefold', 'three-fold', 'trebled', 'trebling']],
  [5, ['fivefold', 'five-fold', 'quintupled']],
  [6, ['sixfold', 'six-fold']],
  [7, ['sevenfold', 'seven-fold']],
  [8, ['eightfold', 'eight-fold']],
  [9, ['ninefold', 'nine-fold']],
  [10, ['tenfold', 'ten-fold']],
  [100, ['hundredfold', 'hundred-fold']],
];

/** Words in front of an ordinal or number that make it a rank. */
export const RANK_WORDS: readonly string[] = [
  '排名',
  '排在',
  '排行',
  '排',
  '位列',
  '位居',
  '位于',
  '名列',
  '列',
  '居',
  '居于',
  '全球',
  '世界',
  '全国',
  '亚洲',
  '国内',
  '行业',
  '跻身',
  'ranked',
  'ranks',
  'rank',
  'ranking',
  'placed',
  'places',
  'finished',
  'came',
];

export const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};

/** Nouns and superlatives behind an English ordinal that make it a rank. */
export const RANK_NOUNS: readonly string[] = [
  'place',
  'largest',
  'biggest',
  'most',
  'highest',
  'fastest',
  'best',
  'globally',
  'worldwide',
  'overall',
  'in the world',
  'spot',
  'position',
];

/** Separators of the two ends of a range. */
export const RANGE_SIGNS: readonly string[] = [
  '-',
  '–',
  '—',
  '——',
  '--',
  '~',
  '～',
  '∼',
  '至',
  '到',
  'to',
  'through',
  '−',
];

/** English words that end the search for the counted noun behind a number. */
export const NOUN_STOPS: ReadonlySet<string> = new Set(
  (
    'and or of in to from for by with on at is are was were be been the than per as but that which who a an had has have ' +
    'it its this these those their we they can could will would more less times after before since until during while'
  ).split(' '),
);
