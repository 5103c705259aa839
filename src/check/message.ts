/** Languages that messages are written in. */
export type Language = 'en' | 'zh';

/** A message before it is put in words: its key in `check/message-texts.ts` and what fills its places. */
export interface Message {
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
}
