import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Figure } from '../../src/quantity/figure.ts';
import type { Period, TimeExpression } from '../../src/quantity/period.ts';
import { createFigureReader, type SetWordData } from '../../src/quantity/reader.ts';
import { resolveTime } from '../../src/quantity/times.ts';
import { compileUnits, type UnitData } from '../../src/quantity/units.ts';
import { foldText } from '../../src/text/fold.ts';
import { MASK, toSource } from '../../src/text/folded-text.ts';
import { type Answer, boundOf, type Row } from './score.ts';

const UNIT_NAMES: Readonly<Record<string, string>> = {
  percent: '%',
  points: 'pp',
  years: 'year',
  months: 'month',
  days: 'day',
  hours: 'hour',
  minutes: 'minute',
  seconds: 'second',
  weeks: 'week',
  workdays: 'workday',
  age: 'year',
  celsius: '°C',
  fahrenheit: '°F',
  jin: '斤',
};

export function loadReader() {
  const read = (name: string) => parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8'));
  const units = compileUnits(read('units.yaml') as UnitData);
  return createFigureReader({
    units,
    setWords: read('set-words.yaml') as SetWordData,
    options: { indian: true },
  });
}

/** What our reader says of a row, in the terms of the rows. Text is folded as in the product; addresses are masked first. */
export function oursOf(reader: ReturnType<typeof loadReader>): (row: Row) => Answer[] {
  return (row) => {
    const folded = foldText(row.text.replace(/https?:\/\/\S+/g, (address) => MASK.repeat(address.length)));
    const reading = reader.read(folded.text);
    const answers = [...reading.figures.map(ofFigure), ...reading.times.flatMap((time) => ofTime(time, row))];
    return answers.map((answer) => ({ ...answer, ...toSource(folded, answer) }));
  };
}

function ofFigure(figure: Figure): Answer {
  const several = figure.form === 'several';
  const low = several ? figure.high / 10 : figure.low;
  const range = figure.high !== figure.low || several;
  const unit = figure.unit === null ? null : (UNIT_NAMES[figure.unit] ?? figure.unit);
  return {
    start: figure.outer.start,
    end: figure.outer.end,
    value: range ? [low, figure.high] : figure.low,
    unit,
    bound: several ? 'approx' : boundOf(figure),
  };
}

const RELATIONS: Readonly<Record<TimeExpression['relation'], string>> = {
  in: 'exact',
  'as-of': 'until',
  since: 'since',
  before: 'before',
  after: 'after',
};

function ofTime(time: TimeExpression, row: Row): Answer[] {
  const today = Math.floor(Date.parse(row.ref ?? '2017-06-15') / 86_400_000);
  const year = time.kind === 'partial' ? null : (row.ref?.slice(0, 4) ?? null);
  const period = resolveTime(time, { today, year: year === null ? null : Number(year) });
  if (period === null) return [];
  const answers: Answer[] = [];
  for (const value of spellings(time, period, row)) {
    const bound = Array.isArray(value) ? 'range' : RELATIONS[time.relation];
    for (const said of period.part === undefined ? [bound] : [bound, 'approx', 'exact']) {
      answers.push({ start: time.start, end: time.end, value, unit: null, bound: said });
    }
  }
  return answers;
}

/** The rows write 1 月 19 日 without a year as --01-19, decades by first and last year, and 年初 by its first and last month. */
function spellings(time: TimeExpression, period: Period, row: Row): (string | string[])[] {
  const out: (string | string[])[] = [];
  const parts = period.iso.split('/');
  const whole = parts.map((part) =>
    time.kind === 'partial' && row.ref === undefined ? part.replace(/^\d{4}-/, '--') : part,
  );
  const [from, to] = whole;
  if (from !== undefined && to !== undefined) out.push([from, fillEnd(from, to)]);
  else if (from !== undefined) out.push(from);
  const first = dayText(period.from);
  const last = dayText(period.to - 1);
  out.push([first.slice(0, 4), last.slice(0, 4)], [first.slice(0, 7), last.slice(0, 7)], first.slice(0, 7), [
    first.slice(0, 7),
    dayText(period.to).slice(0, 7),
  ]);
  return period.precision === 'decade' || period.precision === 'range' || period.part !== undefined
    ? out
    : out.slice(0, 1);
}

/** The end of a range as a full date: 2019-06-01/30 is never written by us, so this only keeps what is there. */
const fillEnd = (_from: string, to: string): string => to;

const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
