import type { Localized } from './model.ts';

export type ProblemSeverity = 'error' | 'warning' | 'information';

interface ProblemText {
  /** Stable; what configuration and suppressions name. */
  readonly code: `facts.${string}`;
  readonly severity: ProblemSeverity;
  readonly message: Localized;
  /** What to do about it. */
  readonly hint: Localized;
}

/** Everything that can be wrong with a fact base, in words. `{name}` is filled from the problem's arguments. */
export const PROBLEM_TEXTS = {
  encoding: {
    code: 'facts.encoding',
    severity: 'error',
    message: {
      en: 'This file is not UTF-8 text: it holds {what}.',
      zh: '此文件不是 UTF-8 文本：其中含有{what}。',
    },
    hint: { en: 'Save the file as UTF-8.', zh: '请将文件另存为 UTF-8。' },
  },
  syntax: {
    code: 'facts.syntax',
    severity: 'error',
    message: { en: 'Not readable as YAML: {detail}.', zh: '无法按 YAML 读取：{detail}。' },
    hint: {
      en: 'Correct the record; the other records of the file are read as they are.',
      zh: '请改正这条记录；文件中的其他记录照常读取。',
    },
  },
  alias: {
    code: 'facts.syntax',
    severity: 'error',
    message: {
      en: 'Anchors and aliases are not read here ({name}).',
      zh: '这里不读取锚点和别名（{name}）。',
    },
    hint: { en: 'Write the value out.', zh: '请把值完整写出。' },
  },
  'duplicate-key': {
    code: 'facts.duplicate-key',
    severity: 'error',
    message: { en: 'The key "{key}" stands twice in one record.', zh: '同一条记录中键“{key}”出现了两次。' },
    hint: { en: 'Keep one of them; the first is read.', zh: '请只保留一个；现读取第一个。' },
  },
  'unknown-file': {
    code: 'facts.unknown-file',
    severity: 'warning',
    message: {
      en: 'Not a file of a fact base: {file}.',
      zh: '不是事实库的文件：{file}。',
    },
    hint: {
      en: 'Put it under entities/, facts/ or seeds/, or name it metrics.yaml.',
      zh: '请放到 entities/、facts/ 或 seeds/ 下，或命名为 metrics.yaml。',
    },
  },
  'not-a-list': {
    code: 'facts.type',
    severity: 'error',
    message: {
      en: 'This file must be a list of records; this is {found}.',
      zh: '此文件应为记录列表，这里是{found}。',
    },
    hint: { en: 'Begin each record with "- " at the start of a line.', zh: '每条记录请在行首以“- ”开头。' },
  },
  'no-front-matter': {
    code: 'facts.syntax',
    severity: 'error',
    message: { en: 'This seed has no front matter.', zh: '此种子文档没有 front matter。' },
    hint: {
      en: 'Begin the file with "---", the keys title, publisher, language and kind, and "---".',
      zh: '文件开头请写“---”、title、publisher、language、kind 等键，再写“---”。',
    },
  },
  'unknown-key': {
    code: 'facts.unknown-key',
    severity: 'error',
    message: { en: 'Unknown key "{key}" in {what}.', zh: '{what}中有未知的键“{key}”。' },
    hint: { en: 'Known keys: {known}.', zh: '可用的键：{known}。' },
  },
  'unknown-key-near': {
    code: 'facts.unknown-key',
    severity: 'error',
    message: { en: 'Unknown key "{key}" in {what}.', zh: '{what}中有未知的键“{key}”。' },
    hint: { en: 'Did you mean "{near}"?', zh: '是否应为“{near}”？' },
  },
  'missing-key': {
    code: 'facts.missing-key',
    severity: 'error',
    message: { en: 'The key "{key}" is missing in {what}.', zh: '{what}缺少键“{key}”。' },
    hint: { en: 'Add "{key}: …".', zh: '请补上“{key}: …”。' },
  },
  'missing-kind': {
    code: 'facts.missing-key',
    severity: 'error',
    message: {
      en: 'The kind of the entity is not said, and the file name "{file}" does not say it.',
      zh: '没有写明实体的类别，文件名“{file}”也看不出来。',
    },
    hint: { en: 'Add "kind: …", one of {known}.', zh: '请补上“kind: …”，可为 {known}。' },
  },
  type: {
    code: 'facts.type',
    severity: 'error',
    message: {
      en: '"{key}" must be {expected}, but is {found}.',
      zh: '“{key}”应为{expected}，现为{found}。',
    },
    hint: { en: '{advice}', zh: '{advice}' },
  },
  value: {
    code: 'facts.value',
    severity: 'error',
    message: { en: '"{found}" is no value of "{key}".', zh: '“{key}”不能取值“{found}”。' },
    hint: { en: '{advice}', zh: '{advice}' },
  },
  period: {
    code: 'facts.period',
    severity: 'error',
    message: { en: '"{found}" is not a period.', zh: '“{found}”不是时段。' },
    hint: {
      en: 'Write 2025, 2025-09, 2025-09-30, 2025-Q3, 2025-H1, FY2025 or 2024-07/2025-07.',
      zh: '请写成 2025、2025-09、2025-09-30、2025-Q3、2025-H1、FY2025 或 2024-07/2025-07。',
    },
  },
  range: {
    code: 'facts.range',
    severity: 'error',
    message: {
      en: 'The lower value {low} is above the upper value {high}.',
      zh: '下限 {low} 大于上限 {high}。',
    },
    hint: { en: 'Write [low, high].', zh: '请写成 [下限, 上限]。' },
  },
  'dangling-id': {
    code: 'facts.dangling-id',
    severity: 'error',
    message: { en: 'No {what} has the id "{id}".', zh: '没有 id 为“{id}”的{what}。' },
    hint: { en: 'Correct the id, or add the record.', zh: '请改正 id，或补上该记录。' },
  },
  'dangling-id-near': {
    code: 'facts.dangling-id',
    severity: 'error',
    message: { en: 'No {what} has the id "{id}".', zh: '没有 id 为“{id}”的{what}。' },
    hint: { en: 'Did you mean "{near}"?', zh: '是否应为“{near}”？' },
  },
  'no-source': {
    code: 'facts.no-source',
    severity: 'warning',
    message: {
      en: 'The source "{id}" of these facts is not described.',
      zh: '这些事实的来源“{id}”没有说明。',
    },
    hint: { en: 'Add seeds/{id}.md.', zh: '请补上 seeds/{id}.md。' },
  },
  'duplicate-id': {
    code: 'facts.duplicate',
    severity: 'error',
    message: {
      en: 'The id "{id}" is taken by another {what} at {other}.',
      zh: 'id“{id}”已被 {other} 的另一个{what}使用。',
    },
    hint: { en: 'Merge the two records, or give one another id.', zh: '请合并两条记录，或改用另一个 id。' },
  },
  'duplicate-fact': {
    code: 'facts.duplicate',
    severity: 'error',
    message: { en: 'The same fact stands at {other}.', zh: '同一事实已写在 {other}。' },
    hint: { en: 'Delete one of the two.', zh: '请删去其中一条。' },
  },
  cycle: {
    code: 'facts.cycle',
    severity: 'error',
    message: { en: '"{id}" is part of itself: {path}.', zh: '“{id}”成了自身的一部分：{path}。' },
    hint: { en: 'Take one of these "part-of" away.', zh: '请去掉其中一个“part-of”。' },
  },
  unit: {
    code: 'facts.unit',
    severity: 'error',
    message: {
      en: 'The unit "{unit}" measures {found}; the metric "{metric}" is in {expected}.',
      zh: '单位“{unit}”计量的是 {found}，而指标“{metric}”以 {expected} 计量。',
    },
    hint: {
      en: 'Choose a unit of {expected}, or another metric.',
      zh: '请选用 {expected} 的单位，或改用其他指标。',
    },
  },
  unwritten: {
    code: 'facts.written',
    severity: 'error',
    message: { en: 'No figure can be read in "{written}".', zh: '“{written}”中读不出数字。' },
    hint: {
      en: 'Copy the figure as the source writes it, with its unit and the words that bound it.',
      zh: '请照原文抄录数字，连同单位和限定词。',
    },
  },
  written: {
    code: 'facts.written',
    severity: 'error',
    message: {
      en: '"{written}" reads as {key} {found}, but the record says {expected}.',
      zh: '“{written}”读作 {key} {found}，而记录为 {expected}。',
    },
    hint: { en: 'Correct "{key}" or "written".', zh: '请改正“{key}”或“written”。' },
  },
  'not-in-digest': {
    code: 'facts.not-in-digest',
    severity: 'error',
    message: {
      en: 'The digest {file} does not state "{written}" near a name of "{subject}".',
      zh: '摘要 {file} 中，“{subject}”的名称附近没有“{written}”。',
    },
    hint: {
      en: 'State the fact in the digest, in one section with a name of the subject, or correct the record.',
      zh: '请在摘要中写出该事实，并与主体名称同在一节，或改正记录。',
    },
  },
  'no-digest': {
    code: 'facts.no-source',
    severity: 'error',
    message: {
      en: 'The source "{id}" has no digest in which this fact could be read.',
      zh: '来源“{id}”没有可供查证的摘要。',
    },
    hint: { en: 'Add seeds/{id}.md.', zh: '请补上 seeds/{id}.md。' },
  },
  'not-in-document': {
    code: 'facts.not-in-document',
    severity: 'error',
    message: { en: 'The document {file} does not state "{written}".', zh: '原文 {file} 中没有“{written}”。' },
    hint: { en: 'Correct the record after the document.', zh: '请依原文改正记录。' },
  },
  'far-from-subject': {
    code: 'facts.far-from-subject',
    severity: 'warning',
    message: {
      en: 'The document {file} states "{written}", but not near a name of "{subject}".',
      zh: '原文 {file} 中有“{written}”，但附近没有“{subject}”的名称。',
    },
    hint: {
      en: 'Check whose figure it is; add the name that the document uses to the aliases of the subject.',
      zh: '请核对该数字属于谁；并把原文所用名称加入主体的别名。',
    },
  },
  'document-unmatched': {
    code: 'facts.document-unmatched',
    severity: 'warning',
    message: {
      en: 'No source of the fact base has the number of the document {file}.',
      zh: '事实库中没有编号与文档 {file} 相同的来源。',
    },
    hint: {
      en: 'Begin the file name with the number that the id of its source begins with.',
      zh: '请让文件名与来源 id 以同一编号开头。',
    },
  },
  falls: {
    code: 'facts.falls',
    severity: 'error',
    message: {
      en: '"{metric}" is cumulative and cannot fall, but was {earlier} at {earlierPeriod} and is {later} at {laterPeriod}.',
      zh: '“{metric}”为累计值，不会下降，但 {earlierPeriod} 为 {earlier}，{laterPeriod} 为 {later}。',
    },
    hint: {
      en: 'Correct one of the two facts, or the period; the other stands at {other}.',
      zh: '请改正其中一个事实或时段；另一个在 {other}。',
    },
  },
  part: {
    code: 'facts.part-exceeds-whole',
    severity: 'error',
    message: {
      en: '{part} of "{metric}" exceed the {whole} of "{wholeMetric}" of which they are a part.',
      zh: '“{metric}”的 {part} 超过了其所属“{wholeMetric}”的 {whole}。',
    },
    hint: {
      en: 'Correct one of the two facts; the whole stands at {other}.',
      zh: '请改正其中一个事实；整体在 {other}。',
    },
  },
  'same-figure': {
    code: 'facts.repeated',
    severity: 'warning',
    message: {
      en: 'The source gives "{written}" for "{subject}" at {other} too, in another period or scope.',
      zh: '同一来源在 {other} 也以其他时段或范围为“{subject}”给出“{written}”。',
    },
    hint: {
      en: 'Delete one if they are one statement; otherwise say in "note" how they differ.',
      zh: '若为同一陈述请删去一条，否则请在“note”中说明区别。',
    },
  },
  'name-clash': {
    code: 'facts.name-clash',
    severity: 'warning',
    message: {
      en: 'The name "{name}" also means "{id}" ({other}).',
      zh: '名称“{name}”也指“{id}”（{other}）。',
    },
    hint: {
      en: 'Take it from one of the two, or make it "ambiguous" with what it needs.',
      zh: '请从其一去掉，或写入“ambiguous”并注明所需语境。',
    },
  },
  conflict: {
    code: 'facts.conflict',
    severity: 'information',
    message: {
      en: 'Sources disagree on {what}: {statements}.',
      zh: '各来源对{what}说法不一：{statements}。',
    },
    hint: {
      en: 'Both stand; notes that give either are shown as disputed.',
      zh: '两者并存；采用任一说法的笔记会显示为有争议。',
    },
  },
  ambiguity: {
    code: 'facts.ambiguity',
    severity: 'information',
    message: {
      en: 'One figure is given for different things: {statements}.',
      zh: '同一数字用于不同事物：{statements}。',
    },
    hint: {
      en: 'Both stand; say in "note" which is meant if it is known.',
      zh: '两者并存；若知所指，请在“note”中说明。',
    },
  },
} as const satisfies Readonly<Record<string, ProblemText>>;

export type ProblemKey = keyof typeof PROBLEM_TEXTS;
export type ProblemCode = (typeof PROBLEM_TEXTS)[ProblemKey]['code'];
