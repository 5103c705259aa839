import * as z from 'zod';
import type { Bound } from '../quantity/figure.ts';
import { ENTITY_KINDS } from './entity-kinds.ts';
import { id, unitId } from './id-schema.ts';
import type { FactMode, MetricClass } from './model.ts';

/*
 * The shapes of fact base files. The descriptions are shown by YAML editors through the JSON Schemas made from this file
 * (`scripts/make-schema.ts`), so they speak to the person who writes the file.
 */

const BOUNDS = [
  'exact',
  'about',
  'nearly',
  'more-than',
  'at-least',
  'less-than',
  'at-most',
  'range',
] as const satisfies readonly Bound[];

const MODES = [
  'reported',
  'self-reported',
  'estimate',
  'forecast',
  'target',
] as const satisfies readonly FactMode[];

const METRIC_CLASSES = [
  'level',
  'flow',
  'ratio',
  'growth',
  'rank',
  'exact',
] as const satisfies readonly MetricClass[];

const idOf = (description: string) => id().meta({ description });
/** Web addresses only: they become links in an editor. */
const address = () => z.url({ protocol: /^https?$/, error: 'Write a whole address: https://….' });
const words = (description: string) => z.string().trim().min(1).meta({ description });
const ids = (description: string) => z.union([id(), z.array(id())]).meta({ description });
const patterns = (description: string) => z.array(words('One pattern.')).meta({ description });

/** YAML reads a bare year as a number; both spellings are the same period. */
const period = (description: string) =>
  z
    .union([z.string().min(1), z.int().min(1000).max(9999)])
    .nullable()
    .default(null)
    .meta({ description });

const bilingual = (description: string) =>
  z
    .strictObject({
      zh: words('In simplified Chinese.'),
      en: words('In English.'),
    })
    .meta({ description });

const bilingualPatterns = (description: string) =>
  z
    .strictObject({
      zh: patterns('Chinese patterns, in simplified characters.').default([]),
      en: patterns('English patterns.').default([]),
    })
    .meta({ description });

export const entitySchema = z
  .strictObject({
    id: idOf('Stable name of the entity in other records: small letters, digits and hyphens.'),
    kind: z
      .enum(ENTITY_KINDS)
      .meta({
        description: 'What sort of thing it is. May be left out in a file that is named for its kind.',
      })
      .optional(),
    name: z
      .strictObject({
        zh: words('Name in simplified Chinese; the Latin name where there is no other.'),
        'zh-Hant': words(
          'Name in traditional Chinese, where converting the simplified one would be wrong.',
        ).optional(),
        en: words('Name in English.'),
      })
      .meta({ description: 'The name that is shown, by language.' }),
    aliases: patterns('Other names. (a|b) is one of them, [a|b] one of them or nothing.').default([]),
    ambiguous: z
      .array(
        z.strictObject({
          name: words('The short name.'),
          needs: z
            .array(words('A word or name.'))
            .min(1)
            .meta({ description: 'One of these must stand in the same passage or heading.' }),
        }),
      )
      .meta({ description: 'Short names that mean this entity only in company (R1, V3).' })
      .default([]),
    misspellings: z
      .array(words('One misspelling, as it is written.'))
      .meta({
        description:
          'Common slips that are no name of anything (智普 for 智谱); notes are shown the right one.',
      })
      .optional(),
    description: bilingual('One line that says what it is.').optional(),
    makes: ids('What it makes: models, families, products, chips.').optional(),
    'part-of': ids('What it belongs to: the family of a model, the parent of an organisation.').optional(),
    leads: ids('What the person leads.').optional(),
    publishes: ids('Reports, data sets or media that it publishes.').optional(),
    runs: ids('Platforms and programmes that it runs.').optional(),
    'located-in': ids('The place that it is in.').optional(),
    links: z
      .record(id(), address())
      .meta({ description: 'Addresses by what they are, such as website.' })
      .default({}),
  })
  .meta({ description: 'Something that figures are stated about.' });

export const metricSchema = z
  .strictObject({
    id: idOf('Stable name of the metric in facts.'),
    name: bilingual('The name that is shown.'),
    triggers: bilingualPatterns(
      'Words that say this is what is measured. (a|b) is one of them, [a|b] one of them or nothing, … a gap in one clause.',
    ),
    except: bilingualPatterns(
      'Words that say that another thing is measured, where they stand in the same clause.',
    ).optional(),
    dimension: idOf('Dimension of units.yaml that the values have.'),
    class: z.enum(METRIC_CLASSES).meta({
      description:
        'level at a time, flow over a time, ratio, growth, rank, or an exact count of whole things.',
    }),
    cumulative: z
      .boolean()
      .meta({ description: 'Whether it can never fall (downloads so far).' })
      .default(false),
    direction: z
      .enum(['up', 'down', 'none'])
      .meta({ description: 'Whether the metric is itself a rise or a fall.' })
      .default('none'),
    siblings: z
      .array(idOf('A metric.'))
      .meta({ description: 'Metrics that are easily taken for this one.' })
      .default([]),
    'part-of': idOf(
      'The metric of which this one is a part, and which it can therefore not exceed.',
    ).optional(),
    'growth-of': idOf('The metric whose rise or fall in per cent this one is.').optional(),
    members: z
      .boolean()
      .meta({ description: 'Whether it counts members of a named list: nine of the ten hottest models.' })
      .default(false),
    complement: idOf(
      'The metric that says what is left of the whole: cost down to 40 % and cost down by 60 %.',
    ).optional(),
  })
  .meta({ description: 'What is measured.' });

export const factSchema = z
  .strictObject({
    subject: idOf('The entity that the figure is about.'),
    metric: idOf('What is measured.'),
    value: z
      .union([z.number(), z.tuple([z.number(), z.number()])])
      .meta({ description: 'The amount with scale words applied, or [low, high].' }),
    bound: z.enum(BOUNDS).meta({ description: 'How the source limits the value.' }).default('exact'),
    unit: unitId().meta({ description: 'Unit of units.yaml.' }),
    period: period(
      'The time for which it holds: 2025, 2025-09, 2025-09-30, 2025-Q3, 2025-H1, FY2025, 2024-07/2025-07; never more precise than the source. Left out when the source gives none.',
    ),
    scope: z
      .strictObject({
        platform: idOf('The platform that it was counted on.').optional(),
        region: idOf('The place that it is restricted to.').optional(),
        segment: idOf('The part of the subject that it is restricted to.').optional(),
      })
      .meta({ description: 'What the figure is restricted to.' })
      .default({}),
    mode: z.enum(MODES).meta({ description: 'How firmly, and by whom, it is stated.' }).default('reported'),
    'said-by': idOf('Who says so, where the source names somebody.').optional(),
    written: words('The figure as the source writes it: a few characters, no sentence.').max(40),
    note: words('What a reader should know besides.').optional(),
  })
  .meta({ description: 'A figure that the source of this file states.' });

export const sourceSchema = z
  .strictObject({
    title: words('Title of the source document.'),
    publisher: words('Who published it.'),
    author: z.string().meta({ description: 'Who wrote it, where it says so.' }).default(''),
    published: period('When it was published, never more precise than known.'),
    accessed: period('When it was last read.'),
    url: z
      .union([address(), z.literal('')])
      .meta({ description: 'Where it can be read.' })
      .default(''),
    language: words('Language of the source: zh-Hans, zh-Hant, en.'),
    kind: words('What sort of document it is: article, blog, report.'),
  })
  .meta({ description: 'Front matter of a seed: the source that its digest retells.' });

export type EntityData = z.infer<typeof entitySchema>;
export type MetricData = z.infer<typeof metricSchema>;
export type FactData = z.infer<typeof factSchema>;
export type SourceData = z.infer<typeof sourceSchema>;
