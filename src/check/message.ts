import type { Fact, Localized } from '../factbase/model.ts';
import type { Period } from '../quantity/period.ts';

/** Languages that messages are written in. */
export type Language = 'en' | 'zh';

/** What fills a place of a message: plain text, a text in both languages, or something to be put in words by `MessageWords`. */
export type MessageValue =
  | string
  | Localized
  | { readonly entity: string }
  | { readonly metric: string }
  | { readonly source: string }
  | { readonly fact: Fact }
  | { readonly period: Period | null };

/** A message before it is put in words: its key in `check/message-texts.ts` and what fills its places. */
export interface Message {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, MessageValue>>;
}

/** How things are said in one language; given by the service, which knows the fact base. */
export interface MessageWords {
  entity(id: string): string;
  metric(id: string): string;
  source(id: string): string;
  /** The fact's figure with its bound and unit: 超过 6 亿次, more than 600 million times. */
  fact(fact: Fact): string;
  /** Empty when there is no period. */
  period(period: Period | null): string;
}

export type MessageKey = keyof typeof import('./message-texts.ts').MESSAGE_TEXTS;
