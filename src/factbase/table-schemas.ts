import * as z from 'zod';
import type { FigureKind } from '../quantity/figure.ts';
import { id, unitId } from './id-schema.ts';

/*
 * The shapes of the data files that are no records: words and units that the readers go by. They are part of the program, not of
 * a workspace's fact base.
 */

const FIGURE_KINDS = [
  'quantity',
  'percent',
  'points',
  'multiple',
  'currency',
  'rank',
  'score',
  'ratio',
  'duration',
] as const satisfies readonly FigureKind[];

const spellings = (description: string) => z.array(z.string().min(1)).meta({ description });

const unitsSchema = z
  .strictObject({
    dimensions: z
      .record(
        id(),
        z.strictObject({
          kind: z
            .enum(FIGURE_KINDS)
            .meta({ description: 'What a figure of this dimension is; quantity when left out.' })
            .optional(),
          convertible: z
            .boolean()
            .meta({ description: 'Whether its units have fixed rates to each other; true when left out.' })
            .optional(),
        }),
      )
      .meta({ description: 'What can be measured.' }),
    units: z
      .record(
        unitId(),
        z.strictObject({
          dimension: id().meta({ description: 'What it measures.' }),
          factor: z
            .string()
            .regex(/^\d+(?:\.\d+)?(?:e-?\d+)?$/, 'Write an exact decimal in quotes: "0.001" or "1e-9".')
            .meta({
              description:
                'Size in the base unit of the dimension, as an exact decimal in quotes; 1 when left out.',
            })
            .optional(),
          zh: spellings('Chinese spellings behind the number, simplified.').optional(),
          en: spellings('English spellings behind the number, in any case.').optional(),
          symbols: spellings('Spellings whose case matters.').optional(),
          before: spellings('Spellings in front of the number.').optional(),
          classifiers: spellings('Chinese measure words.').optional(),
          nouns: spellings('Things that are counted without a classifier.').optional(),
          minor: z
            .record(z.string(), z.string())
            .meta({ description: 'Smaller coin behind the unit, by its share of the unit.' })
            .optional(),
        }),
      )
      .meta({ description: 'Units by id.' }),
    continues: z
      .record(z.string(), z.string())
      .meta({
        description:
          'Characters behind which a one-character unit is the head of another word, by that unit.',
      })
      .optional(),
  })
  .meta({ description: 'Dimensions and units of figures.' });

const wordList = (description: string) => z.array(z.string().min(1)).meta({ description });

const setWordsSchema = z
  .strictObject({
    words: wordList('Words in which a numeral is no figure.'),
    names: wordList(
      'Names that start with a scale character (百度): they stay names behind a number and a space.',
    ),
    plain: wordList('Words that hold a bounding or surplus character and bound nothing.'),
    structure: wordList('Words that name the figure behind them when it has no unit.'),
    naming: wordList('What stands directly behind a number that is then part of a name.'),
    plans: z
      .record(z.string(), z.tuple([z.int(), z.int()]))
      .meta({ description: 'Named plans, with their first and last year.' }),
  })
  .meta({ description: 'Words in which a numeral is no figure.' });

const cuesSchema = z
  .record(
    id(),
    z.strictObject({
      zh: wordList('Chinese patterns, in simplified characters.').optional(),
      en: wordList('English patterns.').optional(),
    }),
  )
  .meta({ description: 'Words that say how a figure is meant, by what they do.' });

/** The schema of each table, by the name of its file without ending. */
export const TABLE_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  units: unitsSchema,
  'set-words': setWordsSchema,
  cues: cuesSchema,
};
