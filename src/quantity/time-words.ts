/** A word that starts a time or says how one relates to its statement. */
export interface TimeWord {
  readonly open?: boolean;
}

export const TIME_WORDS: readonly (readonly [string, TimeWord])[] = [];
