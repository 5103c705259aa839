/** What a cue word does to a figure; the keys of `data/cues.yaml`. */
export const CUE_KINDS = [
  'denied',
  'rejected',
  'question',
  'hypothetical',
  'forecast',
  'target',
  'current',
  'rise',
  'fall',
  'changed-to',
  'says',
  'says-before',
  'at-before',
  'compare',
  'other-party',
  'pronoun',
  'respectively',
  'transparent',
  'generic',
] as const;

export type CueKind = (typeof CUE_KINDS)[number];

/** The shape of `data/cues.yaml`: patterns by cue and language. */
export type CueData = Readonly<
  Partial<Record<CueKind, { readonly zh?: readonly string[]; readonly en?: readonly string[] }>>
>;
