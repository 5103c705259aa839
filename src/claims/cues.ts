import type { EntityKind } from '../factbase/model.ts';

/** What a cue word does to a figure; the keys of `data/cues.yaml`. */
export const CUE_KINDS = [
  'denied',
  'denied-rest',
  'rejected',
  'question',
  'doubt',
  'hypothetical',
  'forecast',
  'target',
  'current',
  'former',
  'past-tense',
  'rise',
  'fall',
  'changed-to',
  'says',
  'says-before',
  'at-before',
  'compare',
  'compare-time',
  'other-party',
  'pronoun',
  'demonstrative',
  'kind-organisation',
  'kind-model',
  'kind-product',
  'kind-platform',
  'kind-framework',
  'kind-dataset',
  'kind-chip',
  'kind-programme',
  'kind-report',
  'kind-place',
  'kind-group',
  'respectively',
  'transparent',
  'generic',
  'superlative',
  'own',
  'step',
  'part',
  'recount',
  'restricted',
  'left-out',
  'sum',
  'average',
  'margin',
  'variant',
  'heading-unreal',
  'former-of-two',
  'latter-of-two',
  'measure',
  'counter-thing',
  'counter-organisation',
  'counter-person',
] as const;

export type CueKind = (typeof CUE_KINDS)[number];

/** The shape of `data/cues.yaml`: patterns by cue and language. */
export type CueData = Readonly<
  Partial<Record<CueKind, { readonly zh?: readonly string[]; readonly en?: readonly string[] }>>
>;

/**
 * Latin words that begin with a capital and are no names, in lower case: the words of cues and triggers, and what `generic` lists.
 */
export function genericWords(
  cues: CueData,
  metrics: Iterable<{ readonly triggers: readonly string[]; readonly except: readonly string[] }>,
): ReadonlySet<string> {
  const out = new Set<string>();
  const add = (text: string) => {
    for (const word of text.toLowerCase().match(/[a-z][a-z0-9&'-]*/g) ?? []) out.add(word);
  };
  for (const cue of CUE_KINDS) for (const text of cues[cue]?.en ?? []) add(text);
  for (const metric of metrics) for (const text of [...metric.triggers, ...metric.except]) add(text);
  return out;
}

/** The word for an entity that is not named: 该平台 speaks of a platform. Kinds that are spoken of alike share a cue. */
export const KIND_CUES: Readonly<Partial<Record<EntityKind, CueKind>>> = {
  organisation: 'kind-organisation',
  model: 'kind-model',
  family: 'kind-model',
  product: 'kind-product',
  dataset: 'kind-dataset',
  framework: 'kind-framework',
  platform: 'kind-platform',
  chip: 'kind-chip',
  programme: 'kind-programme',
  policy: 'kind-programme',
  benchmark: 'kind-report',
  report: 'kind-report',
  place: 'kind-place',
  group: 'kind-group',
};
