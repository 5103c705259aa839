import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reader, sayFigure, sayTime } from './reading.ts';

/** Pieces of which hostile and ordinary notes are made. */
const PIECES = [
  '3',
  '12',
  '2025',
  '1,590',
  '0.5',
  '-',
  '—',
  '至',
  '到',
  '/',
  ':',
  '.',
  ',',
  '。',
  '、',
  '(',
  ')',
  '[',
  ']',
  '%',
  '+',
  '~',
  '$',
  '¥',
  ' ',
  '\n',
  '一',
  '二',
  '三',
  '十',
  '百',
  '千',
  '万',
  '亿',
  '兆',
  '半',
  '两',
  '几',
  '数',
  '上',
  '多',
  '余',
  '零',
  '点',
  '分之',
  '百分之',
  '成',
  '倍',
  '番',
  '第',
  '前',
  '年',
  '月',
  '日',
  '季度',
  '底',
  '初',
  '中',
  '个',
  '家',
  '次',
  '元',
  '美元',
  '人民币',
  '超过',
  '突破',
  '不到',
  '约',
  '近',
  '以上',
  '左右',
  '的',
  '和',
  '从',
  '截至',
  '以来',
  '今年',
  'GLM-4.5',
  'R1',
  'k',
  'B',
  'M',
  'billion',
  'more than',
  'between',
  'from',
  'to',
  'and',
  'half',
  'a',
  'one',
  'hundred',
  'June',
  'Q3',
  'FY',
  'mid-',
  'top',
  'percent',
  'times',
  '\uFFFC',
  '𠀀',
  '\ud800',
];

const note = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('any text', () => {
  it('is read without a throw into spans in order, apart and inside the text', () => {
    fc.assert(
      fc.property(note, (text) => {
        const { figures, times } = reader.read(text);
        const spans = [...figures, ...times].sort((a, b) => a.start - b.start);
        let end = 0;
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        for (const list of [figures, times]) {
          for (let i = 1; i < list.length; i++)
            expect(list[i]?.start).toBeGreaterThanOrEqual(list[i - 1]?.end ?? 0);
        }
        for (const figure of figures) {
          expect(figure.outer.start).toBeLessThanOrEqual(figure.start);
          expect(figure.outer.end).toBeGreaterThanOrEqual(figure.end);
          expect(figure.low).toBeLessThanOrEqual(figure.high);
          expect(Number.isFinite(figure.low) && Number.isFinite(figure.high)).toBe(true);
          expect(figure.step).toBeGreaterThan(0);
        }
        for (const time of times) {
          if (time.period !== null) expect(time.period.from).toBeLessThan(time.period.to);
        }
      }),
      { numRuns: 4000 },
    );
  });

  it('is read the same twice', () => {
    fc.assert(
      fc.property(note, (text) => {
        expect(reader.read(text)).toEqual(reader.read(text));
      }),
      { numRuns: 200 },
    );
  });
});

const NUMBERS = ['3', '12', '6.5', '1,590', '三', '十七', '两', '三百'];
const SCALES = ['', '万', '亿', '万亿'];
const UNITS = ['个', '家', '次', '元', '美元', '%', 'GB', '千瓦时', '倍', ''];
const BOUNDS = ['', '超过', '突破', '约', '近', '不到', '至少'];

describe('spaces between number, scale, unit and bound', () => {
  it('change nothing', () => {
    const part = fc.tuple(
      fc.constantFrom(...BOUNDS),
      fc.constantFrom(...NUMBERS),
      fc.constantFrom(...SCALES),
      fc.constantFrom(...UNITS),
    );
    const gaps = fc.array(fc.constantFrom('', ' ', '\u00a0'), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(part, gaps, ([bound, number, scale, unit], [a = '', b = '', c = '']) => {
        fc.pre(scale !== '' || unit !== '');
        const say = (text: string) => reader.read(text).figures.map(sayFigure);
        expect(say(`规模为${bound}${a}${number}${b}${scale}${c}${unit}。`)).toEqual(
          say(`规模为${bound}${number}${scale}${unit}。`),
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('change no time', () => {
    const gaps = fc.array(fc.constantFrom('', ' ', '\u00a0'), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(gaps, ([a = '', b = '', c = '', d = '', e = '']) => {
        const say = (text: string) => reader.read(text).times.map(sayTime);
        expect(say(`截至${a}2025${b}年${c}9${d}月${e}底`)).toEqual(['as-of 2025-09.end']);
      }),
    );
  });
});

describe('long runs', () => {
  const size = 200_000;
  it.each([
    '9',
    '万',
    '一',
    '(',
    '1,',
    '1-',
    '1 ',
    '3到',
    '第',
    '前',
    '百分之',
    '从',
    '超过',
    '2025-',
    '年',
    'a',
    'one ',
    'half a ',
    '$',
    '-',
    '1/',
    '1:',
    '多',
    '数',
    '十五',
    ' ',
  ])(
    '%j repeated is read',
    (piece) => {
      const text = piece.repeat(Math.ceil(size / piece.length));
      const { figures } = reader.read(text);
      for (const figure of figures.slice(0, 10)) expect(Number.isFinite(figure.low)).toBe(true);
    },
    4000,
  );
});
