import type { Severity } from '../../check/finding.ts';
import type { Language } from '../../check/message.ts';
import type { ClaimsSummary } from '../../service/results.ts';

/** The words around findings on a terminal. */
export interface PrettyWords {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly known: (fact: string) => string;
  readonly moreFacts: (count: number) => string;
  readonly partial: (reason: string) => string;
  readonly checked: (summary: ClaimsSummary & { readonly documents: number }) => string;
  readonly noFindings: string;
  readonly count: (severity: Severity, count: number) => string;
}

export const PRETTY_WORDS: Readonly<Record<Language, PrettyWords>> = {
  en: {
    severity: { error: 'error', warning: 'warning', information: 'info', hint: 'hint' },
    known: (fact) => `known: ${fact}`,
    moreFacts: (count) => `and ${count} more`,
    partial: (reason) => `${reason}.`,
    checked: ({ documents, claims, supported, unverified }) =>
      `${plural(documents, 'note')}, ${plural(claims, 'claim')} (${supported} supported, ${unverified} unverified):`,
    noFindings: 'no findings',
    count: (severity, count) =>
      ({
        error: plural(count, 'error'),
        warning: plural(count, 'warning'),
        information: `${count} for information`,
        hint: plural(count, 'hint'),
      })[severity],
  },
  zh: {
    severity: { error: '错误', warning: '警告', information: '信息', hint: '提示' },
    known: (fact) => `已知：${fact}`,
    moreFacts: (count) => `另有 ${count} 条`,
    partial: (reason) => `${reason}。`,
    checked: ({ documents, claims, supported, unverified }) =>
      `${documents} 篇笔记，${claims} 处论断（${supported} 处有据，${unverified} 处未核实）：`,
    noFindings: '没有发现问题',
    count: (severity, count) =>
      ({
        error: `${count} 个错误`,
        warning: `${count} 个警告`,
        information: `${count} 条信息`,
        hint: `${count} 条提示`,
      })[severity],
  },
};

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
