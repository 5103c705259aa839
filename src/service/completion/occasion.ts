/** `typed`: a character brought it up, so it must be worth it; `asked`: the person wants to see what there is. */
export type CompletionOccasion = 'typed' | 'asked';
