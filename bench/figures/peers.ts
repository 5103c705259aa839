import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Answer, Row } from './score.ts';

/** A reader of the bench. */
export interface Peer {
  readonly name: string;
  /** `ready`, or why it is left out of the table. */
  readonly state: string;
  answer(row: Row): Answer[];
  read(text: string): void;
}

interface Entity {
  readonly start: number;
  readonly end: number;
  readonly typeName: string;
  readonly resolution: Resolution | null;
}

interface Resolution {
  readonly value?: string;
  readonly unit?: string;
  readonly isoCurrency?: string;
  readonly values?: readonly {
    readonly timex?: string;
    readonly start?: string;
    readonly end?: string;
    readonly Mod?: string;
  }[];
}

type Recognize = (text: string, culture: string) => Entity[];
type Recognizers = Readonly<
  Record<
    | 'recognizeNumber'
    | 'recognizePercentage'
    | 'recognizeCurrency'
    | 'recognizeDimension'
    | 'recognizeAge'
    | 'recognizeDateTime',
    Recognize
  >
>;

interface ChronoDate {
  isCertain(part: 'year' | 'month' | 'day'): boolean;
  get(part: 'year' | 'month' | 'day'): number | null;
}
interface ChronoResult {
  readonly index: number;
  readonly text: string;
  readonly start: ChronoDate;
  readonly end: ChronoDate | null;
}
type ChronoParse = (text: string, reference?: Date) => ChronoResult[];
interface Chrono {
  readonly parse: ChronoParse;
  readonly zh: {
    readonly hans: { readonly parse: ChronoParse };
    readonly hant: { readonly parse: ChronoParse };
  };
}

/** The other readers, where they are installed (`npm install` in bench/figures). Each gets the text as it stands. */
export async function loadPeers(): Promise<Peer[]> {
  return [
    load('Recognizers-Text', '@microsoft/recognizers-text-suite', recognizersPeer),
    load('chrono-node', 'chrono-node', chronoPeer),
  ];
}

function load<T>(name: string, module: string, make: (loaded: T) => Omit<Peer, 'name' | 'state'>): Peer {
  const require = createRequire(new URL('./package.json', import.meta.url));
  const absent = {
    name,
    state: 'not installed (npm install in bench/figures)',
    answer: () => [],
    read: () => {},
  };
  if (!existsSync(new URL(`./node_modules/${module}/`, import.meta.url))) return absent;
  return { name, state: 'ready', ...make(require(module) as T) };
}

const isChinese = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);

const DIMENSIONS: Readonly<Record<string, string>> = {
  Kilometer: 'km',
  Meter: 'm',
  Centimeter: 'cm',
  Millimeter: 'mm',
  Mile: 'mi',
  Foot: 'ft',
  Kilogram: 'kg',
  Gram: 'g',
  Milligram: 'mg',
  Pound: 'lb',
  'Metric ton': 't',
  Ton: 't',
  'Square meter': 'm2',
  'Cubic foot': 'ft3',
  Barrel: 'bbl',
  Liter: 'L',
  Milliliter: 'mL',
  'Mile per hour': 'mph',
  Gigabyte: 'GB',
  Megabyte: 'MB',
  Terabyte: 'TB',
  Petabyte: 'PB',
  Year: 'year',
  Month: 'month',
  Day: 'day',
  Hour: 'hour',
};
const CURRENCIES: Readonly<Record<string, string>> = {
  Dollar: 'USD',
  'United States dollar': 'USD',
  Euro: 'EUR',
  'British pound': 'GBP',
  Pound: 'GBP',
  'Japanese yen': 'JPY',
  'Chinese yuan': 'CNY',
  Jin: '斤',
};

function recognizersPeer(suite: Recognizers): Omit<Peer, 'name' | 'state'> {
  const recognizers = [
    suite.recognizeNumber,
    suite.recognizePercentage,
    suite.recognizeCurrency,
    suite.recognizeDimension,
    suite.recognizeAge,
    suite.recognizeDateTime,
  ];
  const run = (text: string): Entity[] => {
    const culture = isChinese(text) ? 'zh-cn' : 'en-us';
    return recognizers.flatMap((recognize) => recognize(text, culture));
  };
  return { answer: (row) => run(row.text).flatMap(ofEntity), read: (text) => void run(text) };
}

function ofEntity(entity: Entity): Answer[] {
  const span = { start: entity.start, end: entity.end + 1 };
  const { resolution } = entity;
  if (resolution === null) return [{ ...span, value: 'unresolved', unit: null, bound: 'exact' }];
  if (resolution.values !== undefined) return resolution.values.flatMap((value) => ofTimex(span, value));
  const text = resolution.value ?? '';
  const percent = text.endsWith('%');
  const value = Number(percent ? text.slice(0, -1) : text);
  const unit = percent
    ? '%'
    : (resolution.isoCurrency ??
      CURRENCIES[resolution.unit ?? ''] ??
      DIMENSIONS[resolution.unit ?? ''] ??
      resolution.unit ??
      null);
  return [{ ...span, value, unit, bound: 'exact' }];
}

const MODS: Readonly<Record<string, string>> = {
  since: 'since',
  before: 'before',
  after: 'after',
  until: 'until',
  approx: 'approx',
};

function ofTimex(
  span: { start: number; end: number },
  value: NonNullable<Resolution['values']>[number],
): Answer[] {
  const bound = MODS[value.Mod ?? ''] ?? 'exact';
  const answers: Answer[] = [];
  const timex = value.timex?.replace(/^XXXX/, '-') ?? '';
  answers.push({ ...span, value: timex, unit: null, bound });
  const pair = /^\((?<from>[^,]+),(?<to>[^,]+),/.exec(value.timex ?? '')?.groups;
  if (pair?.from !== undefined && pair.to !== undefined) {
    const [from, to] = [pair.from.replace(/^XXXX/, '-'), pair.to.replace(/^XXXX/, '-')];
    answers.push(
      { ...span, value: [from, to], unit: null, bound: 'range' },
      { ...span, value: [from.slice(0, 7), to.slice(0, 7)], unit: null, bound: 'range' },
      { ...span, value: [from.slice(0, 4), to.slice(0, 4)], unit: null, bound: 'range' },
    );
  }
  const quarter = /^(?<year>\d{4})-(?:Q(?<quarter>\d)|H(?<half>\d))/.exec(timex);
  if (quarter !== null) answers.push({ ...span, value: quarter[0], unit: null, bound });
  const amount = /^PT?(?<count>[\d.]+)(?<unit>[YMWDHS])$/.exec(value.timex ?? '')?.groups;
  if (amount !== undefined) {
    const units = {
      Y: 'year',
      M: value.timex?.startsWith('PT') === true ? 'minute' : 'month',
      W: 'week',
      D: 'day',
      H: 'hour',
      S: 'second',
    };
    answers.push({
      ...span,
      value: Number(amount.count),
      unit: units[amount.unit as keyof typeof units],
      bound: 'exact',
    });
  }
  return answers;
}

function chronoPeer(chrono: Chrono): Omit<Peer, 'name' | 'state'> {
  const run = (text: string, reference?: Date): ChronoResult[] => {
    if (!isChinese(text)) return chrono.parse(text, reference);
    const simplified = chrono.zh.hans.parse(text, reference);
    return simplified.length > 0 ? simplified : chrono.zh.hant.parse(text, reference);
  };
  return {
    answer: (row) =>
      run(row.text, row.ref === undefined ? undefined : new Date(`${row.ref}T12:00:00Z`)).map(ofChrono),
    read: (text) => void run(text),
  };
}

function ofChrono(result: ChronoResult): Answer {
  const span = { start: result.index, end: result.index + result.text.length };
  const start = isoOf(result.start);
  if (result.end === null) return { ...span, value: start, unit: null, bound: 'exact' };
  return { ...span, value: [start, isoOf(result.end)], unit: null, bound: 'range' };
}

function isoOf(date: ChronoDate): string {
  const two = (value: number | null) => String(value ?? 0).padStart(2, '0');
  const year = date.isCertain('year') ? String(date.get('year')) : '-';
  if (!date.isCertain('month')) return year;
  return date.isCertain('day')
    ? `${year}-${two(date.get('month'))}-${two(date.get('day'))}`
    : `${year}-${two(date.get('month'))}`;
}
