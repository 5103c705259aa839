import { type BuildResult, buildFactBase } from '../../src/factbase/build.ts';
import { readRecords } from '../../src/factbase/load.ts';
import type { FactProblem } from '../../src/factbase/problem.ts';
import type { ReadPassage } from '../../src/factbase/reading.ts';
import type { FactFile, Layer } from '../../src/factbase/records.ts';
import type { VerifyServices } from '../../src/factbase/verify.ts';
import { stepOf } from '../../src/factbase/written.ts';
import type { Bound, Figure, FigureForm } from '../../src/quantity/figure.ts';
import type { Period } from '../../src/quantity/period.ts';
import { compileUnits } from '../../src/quantity/units.ts';
import { foldText } from '../../src/text/fold.ts';

const UNITS = compileUnits({
  dimensions: {
    count: {},
    percent: { kind: 'percent' },
    money: { kind: 'currency', convertible: false },
    compute: {},
  },
  units: {
    times: { dimension: 'count' },
    percent: { dimension: 'percent' },
    CNY: { dimension: 'money' },
    EFLOPS: { dimension: 'compute', factor: '1000' },
    PFLOPS: { dimension: 'compute' },
  },
});

const SCALES: Readonly<Record<string, number>> = { '': 1, 万: 1e4, 亿: 1e8 };
const UNIT_WORDS: Readonly<Record<string, string>> = { 次: 'times', '%': 'percent', 元: 'CNY' };
const BOUND_WORDS: Readonly<Record<string, Bound>> = {
  突破: 'more-than',
  超: 'more-than',
  约: 'about',
  至少: 'at-least',
};
const FIGURE = /(突破|超|约|至少)?(\d+(?:\.\d+)?)(万|亿)?(余|多)?(次|%|元|EFLOPS|PFLOPS)?/;

/** A reader for the few figures of these tests, so that they do not hang on the real one. */
function readFigure(text: string): Figure | null {
  const match = FIGURE.exec(text);
  if (match === null) return null;
  const [whole, bound = '', digits = '', scale = '', over, unit = ''] = match;
  const amount = Number((Number(digits) * (SCALES[scale] ?? 1)).toPrecision(12));
  const form: FigureForm = over === undefined ? 'plain' : 'surplus';
  const span = { start: match.index + bound.length, end: match.index + whole.length };
  return {
    ...span,
    kind: unit === '%' ? 'percent' : unit === '元' ? 'currency' : 'quantity',
    outer: { start: match.index, end: span.end },
    low: amount,
    high: amount,
    step: stepOf(amount),
    bound: over === undefined ? (BOUND_WORDS[bound] ?? 'exact') : 'more-than',
    form,
    unit: unit === '' ? null : (UNIT_WORDS[unit] ?? unit),
    counter: '',
    per: null,
    outOf: null,
  };
}

/** Paragraphs and headings of Markdown, with every figure in them. */
function readPassages(file: FactFile): ReadPassage[] {
  const body = file.text.replace(/^---\n[\s\S]*?\n---\n/, '');
  return body
    .trim()
    .split(/\n{2,}/)
    .map((block) => {
      const level = /^(#*) /.exec(block)?.[1]?.length ?? 0;
      const text = foldText(block).text.trim();
      const figures = [...text.matchAll(new RegExp(FIGURE, 'g'))].flatMap(({ 0: part, index }) => {
        const figure = readFigure(part);
        return figure === null ? [] : [{ ...figure, start: index, end: index + part.length }];
      });
      return { level, text, figures };
    });
}

const DAY = 86_400_000;

function parsePeriod(iso: string): Period | null {
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(iso);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]) - 1;
  if (month !== null && month > 11) return null;
  const from = Date.UTC(year, month ?? 0) / DAY;
  const to = (month === null ? Date.UTC(year + 1, 0) : Date.UTC(year, month + 1)) / DAY;
  return { iso, from, to, precision: month === null ? 'year' : 'month' };
}

export const services: VerifyServices = {
  readPassages,
  units: UNITS,
  readWritten: readFigure,
  parsePeriod,
};

export type Files = Readonly<Record<string, string>>;

export function layer(files: Files, name = 'bundled'): { layer: Layer; problems: readonly FactProblem[] } {
  const read = Object.entries(files).map(([path, text]) => readRecords({ path, text }));
  return {
    layer: { name, records: read.flatMap((r) => r.records), damaged: read.flatMap((r) => r.damaged) },
    problems: read.flatMap((r) => r.problems),
  };
}

/** A fact base of files, with the problems of reading and building it. */
export function base(...layers: readonly Files[]): BuildResult {
  const read = layers.map((files, i) => layer(files, i === 0 ? 'bundled' : `workspace ${i}`));
  const built = buildFactBase(
    read.map((r) => r.layer),
    services,
  );
  return { factBase: built.factBase, problems: [...read.flatMap((r) => r.problems), ...built.problems] };
}

/** Problems as lines of code, line:column, marked text, message and hint. */
export function shown(problems: readonly FactProblem[], ...layers: readonly Files[]): string[] {
  return problems.map((problem) => {
    const text = layers.map((files) => files[problem.file]).find((found) => found !== undefined) ?? '';
    const before = text.slice(0, problem.start).split('\n');
    const where = `${problem.file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    const marked = JSON.stringify(text.slice(problem.start, problem.end));
    return `${problem.code} ${where} ${marked} ${problem.message} ${problem.hint}`;
  });
}

/** A text without the indentation of its first line. */
export function yaml(text: string): string {
  const lines = text.replace(/^\n/, '').split('\n');
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  return lines.map((line) => line.slice(Math.min(indent, line.length - line.trimStart().length))).join('\n');
}

export const ENTITIES = yaml(`
  - id: alibaba
    name: {zh: 阿里巴巴, en: Alibaba}
    aliases: [阿里]
    makes: qwen
  - id: qwen
    kind: family
    name: {zh: 通义千问, en: Qwen}
  - id: qwen3
    kind: model
    name: {zh: Qwen3, en: Qwen3}
    part-of: [qwen]
  - id: hugging-face
    kind: platform
    name: {zh: Hugging Face, en: Hugging Face}
  - id: china
    kind: place
    name: {zh: 中国, en: China}
`);

export const METRICS = yaml(`
  - id: downloads
    name: {zh: 累计下载量, en: cumulative downloads}
    triggers: {zh: [下载量, 被下载…次], en: [downloads]}
    dimension: count
    class: level
    cumulative: true
    siblings: [derivatives]
  - id: derivatives
    name: {zh: 衍生模型数, en: derivatives}
    triggers: {zh: [衍生模型], en: [derivatives]}
    dimension: count
    class: level
  - id: market-share
    name: {zh: 份额, en: share}
    triggers: {zh: [份额], en: [share]}
    dimension: percent
    class: ratio
`);

export const SEED = yaml(`
  ---
  title: Downloads of open models
  publisher: A paper
  published: 2025-10
  language: zh-Hans
  kind: article
  ---

  # Qwen

  截至 2025 年 9 月，Qwen3 的累计下载量突破6亿次。
`);

export const FACT = yaml(`
  - subject: qwen3
    metric: downloads
    value: 600000000
    bound: more-than
    unit: times
    period: 2025-09
    written: 突破6亿次
`);

/** A small base without a fault. */
export const GOOD: Files = {
  'entities/organisations.yaml': ENTITIES,
  'metrics.yaml': METRICS,
  'facts/001-paper.yaml': FACT,
  'seeds/001-paper.md': SEED,
};
