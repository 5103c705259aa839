/*
 * The words that make two figures of one sentence depend on each other, as patterns over folded text (simplified characters) from
 * which times were taken out. Everything that they do not foresee makes no relation: a miss costs less than a false alarm.
 */

const UP_ZH =
  '增长|增加|上升|上涨|提高|提升|扩大|扩张|攀升|跃升|猛增|激增|飙升|暴涨|暴增|增幅|涨幅|升幅|涨|增|升|多|翻|扩';
const DOWN_ZH =
  '下降|下滑|下跌|降低|减少|缩减|萎缩|缩水|回落|压缩|节省|节约|降幅|跌幅|减幅|降|减|跌|少|省|缩';
const NOUN_UP = 'increase|rise|growth|jump|gain|surge|leap|boost|uptick';
const NOUN_DOWN = 'drop|fall|decline|decrease|reduction|cut|saving|dip|slump';
const VERB_UP =
  'rose|rises|rising|risen|grew|grows|growing|grown|increased|increasing|increases|jumped|jumping|climbed|climbing|gained|gaining|surged|surging|soared|soaring|expanded|expanding|up|higher';
const VERB_DOWN =
  'fell|falls|falling|fallen|dropped|dropping|declined|declining|decreased|decreasing|shrank|shrinking|shrunk|reduced|reducing|cut|cutting|slid|sliding|slipped|down|lower|saving|saved';

/** Words that may stand before a change without naming what changed. */
const LIGHT_ZH =
  '即|也就是说|也就是|相当于|等于|意味着|总共|整整|足足|累计|合计|一共|共|净|实际|期间|其间|短短|时间|整体|总体|大幅|已经|已|内|间|里|的|又|再';
const LIGHT_EN =
  'and|or|which|is|was|that|i\\.e\\.|meaning|representing|marking|reflecting|equivalent|to|amounting|for|thus|therefore|an?|the|its|total|in|overall|net|of|just|well|roughly|about|some|nearly|almost|over|more|than|at|least';
const BOUND_ZH = '达到|达|为|约为|约|近|超过|超|逾|高达|将近|接近|大约|不到|不足|整整|足足|多达|到|至|了';

const GAP = '[\\s,;:(\\-—–"“]*';

/** From where: ends right before the first figure. */
export const FROM =
  /(?:从|由|自|\bfrom)[\s的]*(?:时的|初的|底的|末的|前的)?(?:约|近|超过?|逾|不到|不足|about|around|some|over|nearly)?\s*$/i;

/** All that stands between the first figure and the second, with a word for "to" at its end. */
export const TO = new RegExp(
  `^[^;:.。(]{0,14}?(?:到|至|为|成|\\bto)\\s*的?(?:了|的)?(?:${BOUND_ZH}|about|around|some|over|more than|nearly|almost|only|just)?[\\s的]*$`,
  'i',
);

/** The second figure first: (grew) to 6 million from 3 million. */
export const TO_FIRST = /\bto\s*(?:about|around|some|over|more than|nearly|almost|only|just)?\s*$/i;
export const FROM_BEHIND = /^[^;:.。(,\d]{0,24}\bfrom\s*(?:about|around|some|over|nearly)?\s*$/i;

/** From the start of a clause to a change that names nothing of its own: ，增长了约 (5 倍). */
export const CHANGE_LEAD: readonly { readonly up: boolean; readonly pattern: RegExp }[] = [
  {
    up: true,
    pattern: new RegExp(`^${GAP}(?:(?:${LIGHT_ZH})\\s*)*(?:${UP_ZH})(?:幅度|幅)?\\s*(?:${BOUND_ZH})*\\s*$`),
  },
  {
    up: false,
    pattern: new RegExp(`^${GAP}(?:(?:${LIGHT_ZH})\\s*)*(?:${DOWN_ZH})(?:幅度|幅)?\\s*(?:${BOUND_ZH})*\\s*$`),
  },
  {
    up: true,
    pattern: new RegExp(
      `^${GAP}(?:(?:${LIGHT_EN})\\b\\s*)*(?:(?:${NOUN_UP})\\s+of|(?:${VERB_UP})(?:\\s+by)?)\\s*(?:(?:${LIGHT_EN})\\b\\s*)*$`,
      'i',
    ),
  },
  {
    up: false,
    pattern: new RegExp(
      `^${GAP}(?:(?:${LIGHT_EN})\\b\\s*)*(?:(?:${NOUN_DOWN})\\s+of|(?:${VERB_DOWN})(?:\\s+by)?)\\s*(?:(?:${LIGHT_EN})\\b\\s*)*$`,
      'i',
    ),
  },
];

/** Nothing before the change but light words: its direction stands in it (doubled) or behind it (a 60 % rise). */
export const LIGHT_LEAD = new RegExp(`^${GAP}(?:(?:${LIGHT_ZH})\\s*|(?:${LIGHT_EN})\\b\\s*)*$`, 'i');

/** As many times as before: 是原来的 3 倍. */
export const AS_MANY = new RegExp(
  `^${GAP}(?:(?:${LIGHT_ZH})\\s*)*(?:是|为|成|变成|成为|达|达到|变为)?(?:了)?(?:原来|此前|之前|当初|原先|最初|起初|原)的(?:约|近)?\\s*$`,
);

export const NOUN_BEHIND: readonly { readonly up: boolean; readonly pattern: RegExp }[] = [
  { up: true, pattern: new RegExp(`^[\\s-]*(?:${NOUN_UP})\\b|^\\s*的(?:增长|增幅|涨幅|提升|增加)`, 'i') },
  { up: false, pattern: new RegExp(`^[\\s-]*(?:${NOUN_DOWN})\\b|^\\s*的(?:降幅|下降|跌幅|减少)`, 'i') },
];

/** Changes that say their direction themselves. */
export const UP_INSIDE = /翻|doubl|tripl|quadrupl|quintupl/i;
export const DOWN_INSIDE = /halv/i;

/** Before a change that stands ahead of its two ends: 用户增长 5 倍，从 … */
export const CHANGE_BEFORE: readonly { readonly up: boolean; readonly pattern: RegExp }[] = [
  {
    up: true,
    pattern: new RegExp(
      `(?:(?:${UP_ZH})(?:幅度|幅)?\\s*(?:${BOUND_ZH})*|\\b(?:${VERB_UP})(?:\\s+by)?\\s*(?:about|nearly|over|more than|some)?)\\s*$`,
      'i',
    ),
  },
  {
    up: false,
    pattern: new RegExp(
      `(?:(?:${DOWN_ZH})(?:幅度|幅)?\\s*(?:${BOUND_ZH})*|\\b(?:${VERB_DOWN})(?:\\s+by)?\\s*(?:about|nearly|over|more than|some)?)\\s*$`,
      'i',
    ),
  },
];
export const JOINS_COURSE = new RegExp(
  `^(?:的(?:增长|增幅)|\\s*(?:${NOUN_UP}|${NOUN_DOWN}))?[\\s,:(—–-]*(?:即)?(?:从|由|自|from|to)\\s*$`,
  'i',
);

/** The change is of another time or another base than the two ends. */
export const OTHER_BASE =
  /同比|环比|年均|月均|日均|复合|每年|每月|每季|年增|平均|其中|部分|分别|CAGR|annual|yearly|monthly|per (?:year|month|annum)|a (?:year|month|quarter)\b(?! (?:ago|earlier|before))|year[- ](?:on|over)[- ]year|month[- ](?:on|over)[- ]month|quarter[- ](?:on|over)[- ]quarter|\b[yqm]o[yqm]\b|compound|average|of which|respectively/i;

/** Behind a change, to the end of its clause: more words than these speak of something else. */
export const SHORT_TAIL = /^(?:[^\u4e00-\u9fff]{0,28}|.{0,8})$/;

// Parts and their total

export const TOTAL_BEFORE =
  /(?:共计|总计|合计|总共|一共|共有|共|总数为?|总量为?)\s*(?:为|有|达|是|收录|收入|发布|开源|上线)?\s*$|\b(?:a|in) total of\s*$|\btotal(?:s|ed|led|ing|ling)?\s*$/i;
export const TOTAL_BEHIND = /^[^,;:.(\d]{0,24}\b(?:in total|altogether|in all)\s*$/i;
/** Between the total and the first part. */
export const LIST_OPENS =
  /^\s*[^,;:()\d、]{0,24}?(?:in total|altogether|in all)?\s*(?:[,]?\s*(?:分别为|分别是|分别有|namely)?\s*:|,\s*分别(?:为|是|有)|\()/i;
export const SUBSET_OPENS =
  /^[^,;:()\d、]{0,10}[,(]\s*其中(?:的)?[^,;:()\d、]{0,10}$|^[^,;:()\d]{0,24},?\s*(?:of which|of whom)\s*(?:some|about|only)?\s*$/i;
/** Anything that makes a list of parts incomplete, overlapping, or a comparison. */
export const OPEN_LIST =
  /等|其他|其它|其余|另|包括|包含|含|部分|比|较|同比|新增|平均|每|各|均|以上|约|支持|兼|其中|\b(?:etc|others?|including|includes?|such as|some|among|than|from|per|each|average|about|of which|both|also|plus)\b/i;
export const COUNTS_PARTS = /[两二三四五六七八九十\d]+\s*(?:个|类|部分|家|项|地|种|大|座|款|组|处|支)|分别/;

/** Between the last part and a total behind it; the first group says that all parts were named. */
export const SUMS_UP =
  /^[^,;:()\d]{0,12}[,;、—–\s-]*((?:两者|二者|三者|四者|两家|三家|两项|三项|两地|三地|两个|三个|the (?:two|three)|both)\s*)?(?:合计|共计|加起来|相加|合起来|加在一起|合共|together|combined|for a total of|a total of|totall?ing|altogether)(?:为|是|有|达|共|make|come to|add up to|:)?\s*$/i;

// Shares of one whole

export const SHARE_WORD =
  /占|份额|\baccount(?:s|ed|ing)? for\b|\bshares?\b|\bmakes? up\b|\bmade up\b|\bsplit\b/i;
export const REST_BEFORE =
  /(?:其余|剩余|剩下|余下)[^,;:。\d]{0,10}$|\b(?:the rest|the remaining|the remainder)\b[^,;:.\d]{0,24}$/i;
export const REST_BEHIND = /^\s*(?:for |goes to |went to |is |was |held by )?(?:the rest|the remainder)\b/i;
export const WHOLE_DIVIDED =
  /由[^,;:]{1,40}(?:组成|构成)|分为|分成|划分为|\b(?:is|are|was|were) (?:split|divided)\b|\bbreaks? down into\b|\bbroken down into\b/i;
export const NOT_ONE_WHOLE =
  /其中|各自|同比|环比|重复|多选|可多选|重叠|交叉|均|各|渗透率|\b(?:each|of which|multiple|overlap\w*|respectively)\b/i;

// A figure and the same again

/** From the first figure to the second, the bracket or comma inside: 3 亿条记录（约合 …. */
export const CONVERTS =
  /^\s*[^()\d,;:。、]{0,10}?(?:\(|,)\s*(即|也就是|约合|折合|合|相当于|约等于|or|i\.e\.|that is|equivalent to|equals|=|≈)\s*(?:约|about|approximately|roughly|some)?\s*$/i;
export const IN_BRACKETS = /^\s*[^()\d,;:。、]{0,10}?\(\s*(?:约|about|approximately|~|≈)?\s*$/i;
/** Behind the second figure: the bracket closes, a counted noun at most before it. */
export const BRACKET_CLOSES = /^\s*(?:[a-z-]{1,14}|[\u4e00-\u9fff]{0,5})\s*\)/i;
export const ENDS = /^\s*(?:[,;.。)]|$)/;
