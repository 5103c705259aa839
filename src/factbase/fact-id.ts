import type { Scope } from './model.ts';
import type { FactData } from './schema.ts';

export const SCOPE_KEYS = ['platform', 'region', 'segment'] as const satisfies readonly (keyof Scope)[];

/** The readable id of a fact: `qwen3.cumulative-downloads.hugging-face@2025-09#004`. Not yet unique. */
export function readableFactId(fact: FactData, source: string): string {
  const scope = SCOPE_KEYS.flatMap((key) => fact.scope[key] ?? []).map((id) => `.${id}`);
  const period = fact.period === null ? '' : `@${fact.period}`;
  return `${fact.subject}.${fact.metric}${scope.join('')}${period}#${shortSource(source)}`;
}

/**
 * What makes a fact this fact, whatever its value: the same key in a later layer overrides. Facts of one file that share it are
 * told apart by their order there.
 */
export function factKey(fact: FactData, source: string): string {
  return [fact.subject, fact.metric, scopeKey(fact.scope), String(fact.period ?? ''), fact.mode, source].join(
    '|',
  );
}

/** Subject, metric and scope: what facts must share to be compared. */
export function seriesKey(subject: string, metric: string, scope: Scope): string {
  return `${subject}|${metric}|${scopeKey(scope)}`;
}

function scopeKey(scope: { readonly [key in keyof Scope]?: string | undefined }): string {
  return SCOPE_KEYS.flatMap((key) => (scope[key] === undefined ? [] : [`${key}=${scope[key]}`])).join(',');
}

/** Ids of sources begin with a number where they are one of a numbered collection; the number is enough to tell them apart there. */
function shortSource(source: string): string {
  return sourceNumber(source) ?? source;
}

/** The digits that a source id or document name begins with, or null. */
export function sourceNumber(name: string): string | null {
  return /^\d+(?=[-_.]|$)/.exec(name)?.[0] ?? null;
}

/** Gives every id of a list a suffix where it is taken already, in order: `x`, `x~2`, `x~3`. */
export function uniqueIds(ids: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return ids.map((id) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}~${count}`;
  });
}
