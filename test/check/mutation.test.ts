import { describe, expect, test } from 'vitest';
import { slipOf } from '../../src/check/amount.ts';
import type { NoteAnalysis } from '../../src/check/analysis.ts';
import { NEWER_FACTOR } from '../../src/check/rules.ts';
import type { CheckedClaim } from '../../src/check/verdict.ts';
import {
  contains,
  type FigureLike,
  intersects,
  logicalSet,
  precisionOf,
  statedSet,
} from '../../src/factbase/interval.ts';
import type { Fact, Metric } from '../../src/factbase/model.ts';
import { stepOf } from '../../src/factbase/written.ts';
import { dayOf, loadChecker, loadFactBase } from '../helpers/checker.ts';
import { digests, originals, type SourceText } from '../helpers/documents.ts';
import { MUTATIONS, type Mutation } from '../helpers/mutate.ts';

/*
 * Every figure that the facts bear out is spoilt in every way that people spoil figures. What must be caught is said by the sets
 * alone (docs/verdicts.md), worked out here a second time and without the checker.
 */

const today = dayOf('2026-02-15');
const factBase = loadFactBase();
const checker = loadChecker(factBase);
const read = (text: string): NoteAnalysis => checker.analyze(text, { today });

const NUMBER = /\d[\d,]*(?:\.\d+)?/;
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/\d\s*万亿/, 1e12],
  [/\d\s*[亿億]/, 1e8],
  [/\d\s*[万萬]/, 1e4],
];

const numberOf = (figure: string): number => Number((NUMBER.exec(figure)?.[0] ?? 'NaN').replaceAll(',', ''));
const scaleOf = (figure: string): number => SCALES.find(([word]) => word.test(figure))?.[1] ?? 1;

/** What the spoilt figure says: the old one with the new number and scale; null when that is no figure of its kind. */
function spoiltFigure({ claim }: CheckedClaim, written: string): FigureLike | null {
  const { figure, text } = claim;
  const unitSize = figure.low / (numberOf(text) * scaleOf(text));
  if (!Number.isFinite(unitSize)) return null;
  const size = scaleOf(written) * unitSize;
  const low = numberOf(written) * size;
  const high = figure.low === figure.high ? low : figure.high;
  const maximum = figure.kind === 'score' ? Number(/\/\s*(\d+)/.exec(text)?.[1]) : Number.POSITIVE_INFINITY;
  if (low > high || numberOf(written) > maximum) return null;
  return { ...figure, low, high, step: stepOf(numberOf(written)) * size };
}

type Expected = 'contradicted' | 'not supported' | 'anything';

/** What the sets say of the spoilt figure against the facts that bore out the right one. */
function expected(spoilt: FigureLike, { claim, verdict }: CheckedClaim, mutation: Mutation): Expected {
  const metric = factBase.metric(claim.metric?.value ?? '');
  const known = factBase
    .seriesOfMetric(metric?.id ?? '')
    .find(({ facts }) => verdict.facts.some((fact) => facts.includes(fact)));
  if (metric === undefined || known === undefined) throw new Error(`No series bears out ${claim.text}.`);
  const precision = precisionOf(metric.class);
  const stated = statedSet(spoilt, precision);
  // "Grew by N times" is read as "to N times" too.
  if (spoilt.low !== 0 && metric.class === 'growth' && claim.figure.kind === 'multiple') return 'anything';
  if (known.facts.some((fact) => intersects(stated, statedSet(fact, precision)))) return 'anything';
  const isSlip = mutation.name === 'times ten' || mutation.name === '万 for 亿';
  const weaker = verdict.facts.some(
    (fact) =>
      slipOf(spoilt.low, fact.low) === 0 &&
      contains(logicalSet(spoilt, precision), statedSet(fact, precision)),
  );
  if (weaker || maybeNewer(spoilt, metric, known.facts)) return 'not supported';
  if (metric.class === 'flow' && claim.period === null && !isSlip) return 'not supported';
  return 'contradicted';
}

/** Rising figures may have gone on rising: an excess below the factor says nothing. */
function maybeNewer(spoilt: FigureLike, metric: Metric, facts: readonly Fact[]): boolean {
  const [first] = facts;
  const last = facts.at(-1);
  if (first === undefined || last === undefined) return false;
  const rises = metric.cumulative || (metric.class === 'level' && last.low > first.high);
  return rises && spoilt.low >= last.low && spoilt.low < NEWER_FACTOR * last.high;
}

interface Outcome {
  /** In words: what was written for what, and what became of it. */
  readonly what: string;
  readonly mutation: Mutation;
  readonly expected: Expected;
  readonly found: CheckedClaim | undefined;
}

function mutate({ name, text }: SourceText): Outcome[] {
  return read(text)
    .claims.filter(isBorneOut)
    .flatMap((before) =>
      MUTATIONS.flatMap((mutation): Outcome[] => {
        const { start, end, text: figure } = before.claim;
        const written = mutation.apply(figure);
        const spoilt = written === null ? null : spoiltFigure(before, written);
        if (written === null || spoilt === null) return [];
        const { claims } = read(text.slice(0, start) + written + text.slice(end));
        const found = claims.find(({ claim }) => claim.start < start + written.length && claim.end > start);
        const what = `${name} ${mutation.name}: ${figure} → ${written}: ${found?.verdict.reason.key ?? 'not read'}`;
        return [{ what, mutation, expected: expected(spoilt, before, mutation), found }];
      }),
    );
}

const isBorneOut = ({ verdict }: CheckedClaim): boolean =>
  verdict.kind === 'supported' || verdict.kind === 'disputed';

function caughtShare(outcomes: readonly Outcome[]): {
  readonly share: number;
  readonly missed: readonly string[];
} {
  const due = outcomes.filter((outcome) => outcome.expected === 'contradicted');
  const missed = due.filter(({ found }) => found?.verdict.kind !== 'contradicted');
  expect(due.length).toBeGreaterThan(100);
  return { share: 1 - missed.length / due.length, missed: missed.map(({ what }) => what) };
}

/** Notations that change nothing: the figure must fare as before. */
const NOTATIONS: Readonly<Record<string, (figure: string) => string>> = {
  'full-width digits': (figure) =>
    figure.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  'traditional scale words': (figure) => figure.replaceAll('亿', '億').replaceAll('万', '萬'),
  'no spaces': (figure) => figure.replace(/ +(?=[\p{Script=Han}])/gu, ''),
};

function spoilsAreCaught(texts: readonly SourceText[]): void {
  const outcomes = texts.flatMap(mutate);

  test('spoilt figures are caught', () => {
    const { share, missed } = caughtShare(outcomes);
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  test('slips of scale are called so', () => {
    const slips = outcomes.filter(
      ({ mutation, found }) =>
        (mutation.name === 'times ten' || mutation.name === '万 for 亿') &&
        found?.verdict.kind === 'contradicted',
    );
    expect(slips.length).toBeGreaterThan(50);
    const otherwise = slips.filter(({ found }) => found?.verdict.cause !== 'scale');
    expect(otherwise.map(({ what, found }) => `${what} (${found?.verdict.cause})`)).toEqual([]);
  });

  test('no spoilt figure is supported, unless it still says what is known', () => {
    const wrong = outcomes.filter(
      ({ expected: due, found }) =>
        due !== 'anything' && (found?.verdict.kind === 'supported' || found?.verdict.kind === 'disputed'),
    );
    expect(wrong.map(({ what }) => what)).toEqual([]);
  });

  test('unchanged texts raise nothing but what sources dispute', () => {
    const raised = texts.flatMap(({ name, text }) =>
      read(text)
        .findings.filter(({ code }) => code !== 'figure.disputed')
        .map(({ code, start, end }) => `${name} ${code}: ${text.slice(start, end)}`),
    );
    expect(raised).toEqual([]);
  });

  test.each(Object.entries(NOTATIONS))('figures written another way fare as before: %s', (_, rewrite) => {
    let rewritten = 0;
    for (const { name, text } of texts) {
      for (const { claim, verdict } of read(text).claims.filter(isBorneOut)) {
        const written = rewrite(claim.text);
        if (written === claim.text) continue;
        rewritten += 1;
        const { claims } = read(text.slice(0, claim.start) + written + text.slice(claim.end));
        const found = claims.find(({ claim: { start } }) => start === claim.start);
        expect(found?.verdict.kind, `${name}: ${claim.text} → ${written}`).toBe(verdict.kind);
      }
    }
    expect(rewritten).toBeGreaterThan(5);
  });
}

describe('in the digests', () => spoilsAreCaught(digests()));

const documents = originals();
describe.skipIf(documents.length === 0)(
  'in the original documents (skipped where they are not at hand)',
  () => spoilsAreCaught(documents),
);
