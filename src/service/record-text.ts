import type { Language } from '../check/message.ts';
import type { Entity, Fact, Scope, Source } from '../factbase/model.ts';
import type { Reader } from './context.ts';
import { figureText } from './figure-text.ts';
import { periodText, type Script, type WritingStyle } from './period-text.ts';
import { FACT_MODE_WORDS, word } from './words.ts';

/** How cards and messages write: in the reader's language. */
export function readerStyle(language: Language): WritingStyle {
  return { script: language, spaced: true };
}

/** The name of an entity in a script. */
export function nameIn(entity: Entity, script: Script): string {
  if (script === 'zh-Hant') return entity.name['zh-Hant'] ?? entity.name.zh;
  return entity.name[script];
}

/** The reader's name for an entity id; the id itself when nobody knows it. */
export function entityName(context: Reader, id: string): string {
  const entity = context.factBase.entity(id);
  return entity === undefined ? id : nameIn(entity, context.language);
}

export function metricName(context: Reader, id: string): string {
  return context.factBase.metric(id)?.name[context.language] ?? id;
}

/** A metric with what it is restricted to: 衍生模型数（Hugging Face）. */
export function scopedMetric(context: Reader, metric: string, scope: Scope): string {
  const name = metricName(context, metric);
  const restrictions = Object.values(scope).map((id) => entityName(context, id));
  if (restrictions.length === 0) return name;
  return context.language === 'zh'
    ? `${name}（${restrictions.join('、')}）`
    : `${name} (${restrictions.join(', ')})`;
}

/** Whose and what: Qwen3 · 累计下载量. */
export function seriesTitle(context: Reader, fact: Fact): string {
  return `${entityName(context, fact.subject)} · ${scopedMetric(context, fact.metric, fact.scope)}`;
}

/** A fact's figure with its bound, and how it is stated where that is not plain reporting: 超过6亿次, 40 billion yuan (forecast). */
export function factFigure(context: Reader, fact: Fact): string {
  const figure = figureText(fact, readerStyle(context.language));
  const mode = FACT_MODE_WORDS[fact.mode][context.language];
  if (mode === '') return figure;
  return context.language === 'zh' ? `${figure}（${mode}）` : `${figure} (${mode})`;
}

export function factPeriod(context: Reader, fact: Fact): string {
  if (fact.period === null) return word(context.language, 'fact.undated');
  return periodText(fact.period, readerStyle(context.language));
}

/** One line: whose, what, how much, when. */
export function factLine(context: Reader, fact: Fact): string {
  const subject = entityName(context, fact.subject);
  const metric = scopedMetric(context, fact.metric, fact.scope);
  const figure = factFigure(context, fact);
  const period = factPeriod(context, fact);
  return context.language === 'zh'
    ? `${subject}的${metric}：${figure}，${period}`
    : `${subject}, ${metric}: ${figure}, ${period}`;
}

/** Publisher, title and date of a source; its id when nothing more is known. */
export function sourceLine(context: Reader, id: string): string {
  const source = context.factBase.source(id);
  if (source === undefined) return id;
  const published = sourceDate(context, source);
  return context.language === 'zh'
    ? `${source.publisher}《${source.title}》${published === '' ? '' : `，${published}`}`
    : `${source.publisher}, “${source.title}”${published === '' ? '' : `, ${published}`}`;
}

export function sourceDate(context: Reader, source: Source): string {
  return source.published === null ? '' : periodText(source.published, readerStyle(context.language));
}

/** The fact that holds: the newest of those that state what is, or of all where none does. Of two of one time the later in the list. */
export function newest(facts: readonly Fact[]): Fact | undefined {
  const stated = facts.filter(({ mode }) => mode !== 'forecast' && mode !== 'target');
  return (stated.length > 0 ? stated : facts).reduce<Fact | undefined>(
    (best, fact) =>
      best === undefined || (fact.period?.to ?? -1e9) >= (best.period?.to ?? -1e9) ? fact : best,
    undefined,
  );
}
