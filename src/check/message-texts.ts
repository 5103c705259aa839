import type { Language, Message, MessageValue, MessageWords } from './message.ts';

/** All messages of the checker, both languages side by side. `{name}` is filled from the message's values. */
export const MESSAGE_TEXTS = {
  supported: {
    en: '{subject}, {metric}: {source} gives {known}{asOf}.',
    zh: '{subject}的{metric}：{source}记为{known}{asOf}。',
  },
  weaker: {
    en: '“{claimed}” is true but says less than is known: {subject}, {metric}: {known}{asOf} ({source}).',
    zh: '“{claimed}”没有错，但已知的更多：{subject}的{metric}为{known}{asOf}（{source}）。',
  },
  outdated: {
    en: '“{claimed}” was the figure{oldAsOf}; {subject}, {metric} is now {known}{asOf} ({source}).',
    zh: '“{claimed}”是旧数据{oldAsOf}；{subject}的{metric}现为{known}{asOf}（{source}）。',
  },
  disputed: {
    en: 'Sources disagree on {subject}, {metric}: {known} ({source}) against {other} ({otherSource}).',
    zh: '各来源对{subject}的{metric}说法不一：{source}称{known}，{otherSource}称{other}。',
  },
  'contradicted.value': {
    en: '“{claimed}” is not borne out: {subject}, {metric} is {known}{asOf} ({source}).',
    zh: '“{claimed}”与来源不符：{subject}的{metric}为{known}{asOf}（{source}）。',
  },
  'contradicted.scale': {
    en: '“{claimed}” is off by a factor of {factor}: {subject}, {metric} is {known}{asOf} ({source}).',
    zh: '“{claimed}”差了 {factor} 倍的数量级：{subject}的{metric}为{known}{asOf}（{source}）。',
  },
  'contradicted.unit': {
    en: '“{claimed}” has another unit than the source: {subject}, {metric} is {known}{asOf} ({source}).',
    zh: '“{claimed}”的单位与来源不同：{subject}的{metric}为{known}{asOf}（{source}）。',
  },
  'contradicted.subject': {
    en: '“{claimed}” is the figure of {owner}; {subject}, {metric} is {known}{asOf} ({source}).',
    zh: '“{claimed}”是{owner}的数据；{subject}的{metric}为{known}{asOf}（{source}）。',
  },
  'contradicted.period': {
    en: '“{claimed}” is the figure{otherPeriod}; {subject}, {metric} is {known}{asOf} ({source}).',
    zh: '“{claimed}”是另一时间{otherPeriod}的数据；{subject}的{metric}为{known}{asOf}（{source}）。',
  },
  'contradicted.direction': {
    en: '“{claimed}” points the wrong way: {subject}, {metric} is {known}{asOf} ({source}).',
    zh: '“{claimed}”方向相反：{subject}的{metric}为{known}{asOf}（{source}）。',
  },
  'unverified.apart': {
    en: '“{claimed}” is so far from what is known ({known}{asOf}, {source}) that it may well count something else.',
    zh: '“{claimed}”与已知的{known}相差太远{asOf}（{source}），说的多半不是同一项。',
  },
  'unverified.no-metric': {
    en: 'Nothing is known of this figure of {subject}.',
    zh: '{subject}的这项数据没有来源记载。',
  },
  'unverified.no-series': {
    en: 'No source gives {metric} of {subject}.',
    zh: '没有来源记载{subject}的{metric}。',
  },
  'unverified.variant': {
    en: 'Nothing is known of {variant} by itself.',
    zh: '没有来源单独记载{variant}的数据。',
  },
  'unverified.mode': {
    en: '{subject}, {metric}: sources give {known}{asOf} ({source}), which is not a statement of the same kind (forecast against fact).',
    zh: '{subject}的{metric}：来源给出{known}{asOf}（{source}），但性质不同（预测与事实）。',
  },
  'unverified.period': {
    en: '{subject}, {metric} is known for another time only: {known}{asOf} ({source}).',
    zh: '{subject}的{metric}只有其他时间的数据：{known}{asOf}（{source}）。',
  },
  'unverified.newer': {
    en: '“{claimed}” goes beyond what is known: {subject}, {metric}: {known}{asOf} ({source}). It may be newer; a source would settle it.',
    zh: '“{claimed}”超出已知数据：{subject}的{metric}为{known}{asOf}（{source}）。若为新数据，请注明来源。',
  },
  'unverified.precise': {
    en: '“{claimed}” is more precise than what is known: {subject}, {metric}: {known}{asOf} ({source}).',
    zh: '“{claimed}”比已知数据更精确：{subject}的{metric}为{known}{asOf}（{source}）。',
  },
  'unverified.scope': {
    en: '{subject}, {metric} is known for another scope only: {known}{asOf} ({source}).',
    zh: '{subject}的{metric}只有其他口径的数据：{known}{asOf}（{source}）。',
  },
  'unverified.unit': {
    en: '{subject}, {metric} is known in another unit only: {known}{asOf} ({source}).',
    zh: '{subject}的{metric}只有其他单位的数据：{known}{asOf}（{source}）。',
  },
  'unverified.not-asserted': {
    en: 'The sentence does not assert “{claimed}”.',
    zh: '这句话没有断言“{claimed}”。',
  },
  'inconsistent.multiple': {
    en: 'From {from} to {to} is {is} times, which does not fit “{claimed}”.',
    zh: '从{from}到{to}是 {is} 倍，与“{claimed}”不符。',
  },
  'inconsistent.percent': {
    en: 'From {from} to {to} is a change of {is}%, not {claimed}.',
    zh: '从{from}到{to}的变化是 {is}%，不是{claimed}。',
  },
  'inconsistent.points': {
    en: 'From {from} to {to} is {is} percentage points, not {claimed}.',
    zh: '从{from}到{to}相差 {is} 个百分点，不是{claimed}。',
  },
  'inconsistent.difference': {
    en: 'From {from} to {to} is a difference of {is}, not {claimed}.',
    zh: '从{from}到{to}相差 {is}，不是{claimed}。',
  },
  'inconsistent.total': {
    en: 'The parts add up to {is} ({parts}), not {claimed}.',
    zh: '各部分相加是 {is}（{parts}），不是{claimed}。',
  },
  'inconsistent.subset': {
    en: 'A part ({part}) cannot be larger than the whole ({claimed}).',
    zh: '部分（{part}）不可能大于整体（{claimed}）。',
  },
  'inconsistent.shares': {
    en: 'The shares of one whole add up to {is}% ({parts}).',
    zh: '同一整体的各部分占比相加是 {is}%（{parts}）。',
  },
  'inconsistent.conversion': {
    en: '“{other}” and “{claimed}” are not the same amount: {is} against {against}.',
    zh: '“{other}”与“{claimed}”不是同一个数：一个是 {is}，一个是 {against}。',
  },
  'inconsistent.series': {
    en: '“{claimed}” does not agree with “{other}”, said before of the same ({subject}, {metric}).',
    zh: '“{claimed}”与前文的“{other}”不一致（{subject}的{metric}）。',
  },
  'notes.disagree': {
    en: '“{claimed}” here, “{other}” in {note}: {subject}, {metric}.',
    zh: '这里是“{claimed}”，{note} 中是“{other}”：{subject}的{metric}。',
  },
  'source.misattributed': {
    en: '“{claimed}” is said by {sayer}, not by {claimedSayer} ({source}).',
    zh: '“{claimed}”出自{sayer}，不是{claimedSayer}（{source}）。',
  },
  spelling: {
    en: '“{written}” is written {right}.',
    zh: '“{written}”应写作“{right}”。',
  },
  'pin.unknown': {
    en: 'Nothing is known by “{id}”: write subject/metric or the id of a fact.',
    zh: '没有“{id}”这个编号：请写“主体/指标”或事实编号。',
  },
  'pin.no-figure': {
    en: 'There is no figure on this line that “{id}” could speak of.',
    zh: '这一行没有可与“{id}”对应的数字。',
  },
  'link.unknown': {
    en: 'Nothing is known by “{id}”: this link leads nowhere.',
    zh: '没有“{id}”这个编号：此链接无处可去。',
  },
  'suppression.unused': {
    en: 'This suppression suppresses nothing.',
    zh: '这条抑制注释没有抑制任何问题。',
  },
  'fix.replace': { en: 'Replace by {newText}', zh: '改为 {newText}' },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

/** Puts a message in words. Places without a value are left empty. */
export function formatMessage(message: Message, language: Language, words: MessageWords): string {
  const template: string = MESSAGE_TEXTS[message.key][language];
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = message.values[name];
    return value === undefined ? '' : wordsOf(value, language, words);
  });
}

function wordsOf(value: MessageValue, language: Language, words: MessageWords): string {
  if (typeof value === 'string') return value;
  if ('entity' in value) return words.entity(value.entity);
  if ('metric' in value) return words.metric(value.metric);
  if ('source' in value) return words.source(value.source);
  if ('fact' in value) return words.fact(value.fact);
  if ('period' in value) return periodWords(words.period(value.period), language);
  return value[language];
}

/** A time as an insertion: " as of September 2025", "（2025 年 9 月）". */
function periodWords(period: string, language: Language): string {
  if (period === '') return '';
  return language === 'zh' ? `（${period}）` : ` as of ${period}`;
}
