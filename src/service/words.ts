import type { FindingCode } from '../check/finding.ts';
import type { Language } from '../check/message.ts';
import type { Cause, VerdictKind } from '../check/verdict.ts';
import type { ClaimMode } from '../claims/claim.ts';
import type { EntityKind, FactMode, Localized } from '../factbase/model.ts';

/** Labels and lines of cards, tree and actions. `{name}` is filled in. Both languages side by side, so that none can be missing. */
const WORDS = {
  'figure.read-as': { zh: '读作', en: 'Read as' },
  'figure.known': { zh: '已知', en: 'Known' },
  'figure.no-subject': { zh: '主体不明', en: 'no subject' },
  'figure.no-metric': { zh: '指标不明', en: 'no metric' },
  'figure.no-period': { zh: '未注明时间', en: 'undated' },
  'figure.current': { zh: '当前', en: 'now' },
  'off.more': { zh: '比已知多 {share}%', en: '{share}% more than is known' },
  'off.less': { zh: '比已知少 {share}%', en: '{share}% less than is known' },
  'off.times': { zh: '是已知的 {times} 倍', en: '{times} times what is known' },
  'off.fraction': { zh: '是已知的 1/{times}', en: '1/{times} of what is known' },
  'fact.undated': { zh: '未注明时间', en: 'undated' },
  'fact.as-of': { zh: '时间', en: 'as of' },
  'fact.value': { zh: '数值', en: 'figure' },
  'fact.source': { zh: '来源', en: 'source' },
  'fact.metric': { zh: '指标', en: 'metric' },
  'fact.written': { zh: '来源写作“{written}”', en: 'The source writes “{written}”' },
  'entity.made-by': { zh: '出自', en: 'by' },
  'entity.part-of': { zh: '属于', en: 'part of' },
  'entity.run-by': { zh: '运营方', en: 'run by' },
  'entity.makes': { zh: '旗下', en: 'makes' },
  'entity.more-facts': { zh: '另有 {count} 个数据', en: '{count} more figures' },
  'entity.conflict': { zh: '来源不一致', en: 'Sources disagree' },
  'entity.elsewhere': { zh: '也见于', en: 'Also in' },
  'entity.more-notes': { zh: '另有 {count} 篇笔记', en: '{count} more notes' },
  'card.tree': { zh: '在树中显示', en: 'Show in tree' },
  'card.cite': { zh: '插入引用', en: 'Insert citation' },
  'card.record': { zh: '查看记录', en: 'Open record' },
  'card.passage': { zh: '摘要原处', en: 'Where it says so' },
  'card.original': { zh: '原文', en: 'Original' },
  'source.published': { zh: '发布', en: 'published' },
  'source.facts': { zh: '{count} 条数据', en: '{count} facts' },
  'related.fact': { zh: '已知：{known}（{source}）', en: 'Known: {known} ({source})' },
  'related.passage': { zh: '来源的摘要在此处这样说', en: 'Stated here in the digest of the source' },
  'related.note': { zh: '同一笔记中的相关处', en: 'Related place in this note' },
  'related.elsewhere': { zh: '另一篇笔记中的说法', en: 'What another note says' },
  'fix.replace': { zh: '改为“{figure}”', en: 'Replace by “{figure}”' },
  'fix.soften': { zh: '改说“{figure}”', en: 'Soften to “{figure}”' },
  'action.cite': { zh: '引用来源“{source}”', en: 'Cite {source}' },
  'action.pin': { zh: '固定到事实“{fact}”', en: 'Pin to the fact “{fact}”' },
  'action.fix-all': {
    zh: '修正本笔记中可修正的 {count} 处',
    en: 'Mend all {count} findings of this note that can be',
  },
  'action.fix-code': { zh: '修正本笔记中全部 {count} 处 {code}', en: 'Mend all {count} {code} in this note' },
  'action.record': { zh: '记为新事实：{figure}', en: 'Record as a new fact: {figure}' },
  'record.no-figure': {
    zh: '写一个数字，如“突破 6 亿次”。',
    en: 'Write one figure, such as “more than 600 million”.',
  },
  'record.vague': {
    zh: '数据需要确切的量：数亿、上百、每天若干都不行。',
    en: 'A fact needs an amount: “several hundred” or a rate is none.',
  },
  'record.other-unit': { zh: '“{metric}”不以此单位计。', en: '“{metric}” is not measured in this unit.' },
  'server.not-ready': { zh: '数据尚未就绪。', en: 'The facts are not loaded.' },
  'server.not-trusted': {
    zh: '此工作区未受信任：可以核对，但不记录事实和基线。',
    en: 'This workspace is not trusted: notes are checked, but no facts and no baseline are written.',
  },
  'baseline.taken': {
    zh: '已把 {notes} 篇笔记中的 {findings} 个发现记为基线。',
    en: '{findings} findings in {notes} notes are now the baseline.',
  },
  'action.baseline': {
    zh: '把工作区当前的发现记为基线',
    en: "Take the workspace's present findings as a baseline",
  },
  'action.disable-line': { zh: '在此处忽略 {code}', en: 'Ignore {code} here' },
  'action.disable-file': { zh: '在本文件中忽略 {code}', en: 'Ignore {code} in this file' },
  'action.add-date': { zh: '补充时间“{date}”', en: 'Add the date “{date}”' },
  'suppress.reason': { zh: '原因', en: 'reason' },
  'tree.note': { zh: '本篇笔记', en: 'This Note' },
  'tree.ecosystem': { zh: '生态', en: 'Ecosystem' },
  'tree.sources': { zh: '来源', en: 'Sources' },
  'tree.conflicts': { zh: '分歧', en: 'Conflicts' },
  'tree.no-note': { zh: '没有打开的笔记', en: 'No note is open' },
  'tree.no-claims': { zh: '未发现可核对的数字', en: 'No figures to check' },
  'tree.no-conflicts': { zh: '各来源之间没有分歧', en: 'The sources do not contradict each other' },
  'tree.no-match': { zh: '没有匹配项', en: 'Nothing matches' },
  'tree.partial': { zh: '未检查到结尾', en: 'Not checked to its end' },
  'tree.conflict': { zh: '分歧', en: 'conflict' },
  'tree.ambiguity': { zh: '指标可能混淆', en: 'easily confused' },
  'partial.too-large': {
    zh: '笔记太大，只检查了开头部分',
    en: 'The note is too large: only its first part was checked',
  },
  'partial.failed': { zh: '未能检查这篇笔记（{reason}）', en: 'The note could not be checked ({reason})' },
  'faults.more': { zh: '另有 {count} 处错误未列出', en: '{count} more mistakes are not listed' },
  'index.title': { zh: '正在读取笔记', en: 'Reading notes' },
  'index.large': {
    zh: '{count} 篇笔记超过 {megabytes} MB，只在打开时读取：{example}',
    en: 'Notes above {megabytes} MB are read only while they are open; there are {count}: {example}',
  },
  'index.beyond': {
    zh: '笔记超过 {most} 篇，其余 {count} 篇未读取',
    en: 'There are more than {most} notes; the other {count} were not read',
  },
  'index.stopped': {
    zh: '笔记读取已取消，其余笔记只在打开时读取',
    en: 'Reading notes was stopped; the rest are read only while they are open',
  },
  'lens.figure': { zh: '{count} 个数字：', en: '{count} figure: ' },
  'lens.figures': { zh: '{count} 个数字：', en: '{count} figures: ' },
  'lens.count': { zh: '{count} 个{verdict}', en: '{count} {verdict}' },
  'lens.unknown': { zh: '无从核对', en: 'unknown' },
  'inlay.supported': { zh: '✓ {date}', en: '✓ {date}' },
  'completion.citing': { zh: '附引用', en: 'with citation' },
  'completion.as-of': { zh: '（截至{date}）', en: ' as of {date}' },
  'completion.in': { zh: '（{date}）', en: ' in {date}' },
} as const satisfies Readonly<Record<string, Localized>>;

export type WordKey = keyof typeof WORDS;

/** A label in the reader's language with its places filled. */
export function word(
  language: Language,
  key: WordKey,
  values: Readonly<Record<string, string>> = {},
): string {
  return WORDS[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

export const KIND_WORDS: Readonly<Record<EntityKind, Localized & { readonly many: Localized }>> = {
  organisation: { zh: '机构', en: 'organisation', many: { zh: '机构', en: 'Organisations' } },
  model: { zh: '模型', en: 'model', many: { zh: '模型', en: 'Models' } },
  family: { zh: '模型系列', en: 'model family', many: { zh: '模型系列', en: 'Model families' } },
  product: { zh: '产品', en: 'product', many: { zh: '产品', en: 'Products' } },
  dataset: { zh: '数据集', en: 'dataset', many: { zh: '数据集', en: 'Datasets' } },
  framework: { zh: '框架', en: 'framework', many: { zh: '框架', en: 'Frameworks' } },
  platform: { zh: '平台', en: 'platform', many: { zh: '平台', en: 'Platforms' } },
  chip: { zh: '芯片', en: 'chip', many: { zh: '芯片', en: 'Chips' } },
  programme: { zh: '工程项目', en: 'programme', many: { zh: '工程项目', en: 'Programmes' } },
  policy: { zh: '政策', en: 'policy', many: { zh: '政策', en: 'Policies' } },
  benchmark: { zh: '评测基准', en: 'benchmark', many: { zh: '评测基准', en: 'Benchmarks' } },
  report: { zh: '报告', en: 'report', many: { zh: '报告', en: 'Reports' } },
  media: { zh: '媒体', en: 'media', many: { zh: '媒体', en: 'Media' } },
  person: { zh: '人物', en: 'person', many: { zh: '人物', en: 'People' } },
  place: { zh: '地点', en: 'place', many: { zh: '地点', en: 'Places' } },
  group: { zh: '群体', en: 'group', many: { zh: '群体', en: 'Groups' } },
};

export const VERDICT_WORDS: Readonly<Record<VerdictKind, Localized>> = {
  supported: { zh: '有据', en: 'Supported' },
  weaker: { zh: '说得偏弱', en: 'Weaker than known' },
  outdated: { zh: '已过时', en: 'Outdated' },
  disputed: { zh: '来源不一', en: 'Disputed' },
  contradicted: { zh: '与已知不符', en: 'Contradicted' },
  unverified: { zh: '未核实', en: 'Unverified' },
};

export const CAUSE_WORDS: Readonly<Record<Cause, Localized>> = {
  scale: { zh: '数量级', en: 'scale' },
  unit: { zh: '单位', en: 'unit' },
  subject: { zh: '主体', en: 'subject' },
  period: { zh: '时间', en: 'period' },
  direction: { zh: '方向', en: 'direction' },
  value: { zh: '数值', en: 'value' },
};

/** How a fact is stated, where that is not plain reporting. */
export const FACT_MODE_WORDS: Readonly<Record<FactMode, Localized>> = {
  reported: { zh: '', en: '' },
  'self-reported': { zh: '自称', en: 'self-reported' },
  estimate: { zh: '估计', en: 'estimate' },
  forecast: { zh: '预测', en: 'forecast' },
  target: { zh: '目标', en: 'target' },
};

export const CLAIM_MODE_WORDS: Readonly<Record<ClaimMode, Localized>> = {
  asserted: { zh: '', en: '' },
  forecast: { zh: '预测', en: 'forecast' },
  target: { zh: '目标', en: 'target' },
  hypothetical: { zh: '假设', en: 'hypothetical' },
  question: { zh: '疑问', en: 'question' },
  denied: { zh: '否定', en: 'denied' },
  struck: { zh: '已划去', en: 'struck out' },
};

/** What each code finds, in a few words: rule lists, titles. */
export const CODE_WORDS: Readonly<Record<FindingCode, Localized>> = {
  'figure.contradicted': { zh: '数字与已知不符', en: 'The figure contradicts what is known' },
  'figure.outdated': { zh: '数字已过时', en: 'The figure was right once' },
  'figure.disputed': { zh: '各来源说法不一', en: 'Sources disagree about the figure' },
  'figure.weaker': { zh: '数字说得偏弱', en: 'The figure says less than is known' },
  'figure.unverified': { zh: '数字无从核实', en: 'Nothing is known about the figure' },
  'figures.inconsistent': { zh: '文中数字彼此不合', en: 'Figures of one text do not agree with each other' },
  'notes.disagree': { zh: '笔记之间说法不一', en: 'Notes of the workspace disagree' },
  'source.misattributed': { zh: '出处有误', en: 'Misattributed figure' },
  'name.spelling': { zh: '名称写法', en: 'Spelling of a name' },
  'pin.unknown': { zh: '标记指向未知的事实', en: 'A pin that binds nothing' },
  'name.unknown-in-link': { zh: '链接中的名称未知', en: 'Unknown name in a link' },
  'suppression.unused': { zh: '忽略标记未起作用', en: 'The suppression suppresses nothing' },
};
