import { describe, expect, it } from 'vitest';
import { compareScale, compileUnits, convert, toBase } from '../../src/quantity/units.ts';
import { readWritten } from '../../src/quantity/written.ts';
import { reader, sayFigure, units } from './reading.ts';

describe('conversion is exact in decimals', () => {
  it.each([
    [1590, 'EFLOPS', 'PFLOPS', 1590000],
    [1.1, 'TWh', 'kWh', 1100000000],
    [0.1, 'GB', 'MB', 100],
    [300, 'EB', 'ZB', 0.3],
    [1.68, 'percent', 'share', 0.0168],
    [12, 'years', 'years', 12],
    [25, 'basis-points', 'points', 0.25],
    [1, 'share', 'percent', 100],
  ])('%d %s in %s is %d', (value, from, to, expected) => {
    expect(convert(units, value, from, to)).toBe(expected);
  });

  it.each([
    ['CNY', 'USD'],
    ['percent', 'points'],
    ['times', 'people'],
    ['EB', 'EFLOPS'],
    ['celsius', 'fahrenheit'],
    ['nothing', 'times'],
  ])('%s and %s do not compare', (a, b) => {
    expect(compareScale(units, a, b)).toBeNull();
    expect(convert(units, 1, a, b)).toBeNull();
  });

  it('gives the base unit', () => {
    expect(toBase(units, 1.2, 'PFLOPS')).toBe(1.2e15);
    expect(toBase(units, 5, 'CNY')).toBeNull();
    expect(compareScale(units, 'EFLOPS', 'PFLOPS')).toBe(1000);
    expect(compareScale(units, 'CNY', 'CNY')).toBe(1);
  });
});

describe('unit files', () => {
  it('names the unit without a known dimension', () => {
    expect(() => compileUnits({ dimensions: {}, units: { GB: { dimension: 'data' } } })).toThrow(
      'unit GB: no dimension data',
    );
  });
  it('names the unit with a bad factor', () => {
    expect(() =>
      compileUnits({ dimensions: { data: {} }, units: { GB: { dimension: 'data', factor: 'many' } } }),
    ).toThrow('unit GB');
  });
});

describe('the written form of a fact', () => {
  it.each([
    ['突破6亿次', '600000000 times more-than'],
    ['300余个', '300 items more-than surplus'],
    ['40亿-70亿元', '4000000000..7000000000 CNY range'],
    ['百分之六十', '60 percent'],
    ['九个', '9 items'],
    ['more than 10 billion', '10000000000 - more-than'],
    ['数千万', '20000000..100000000 - range several'],
    ['近 30%', '30 percent nearly'],
    ['3% 左右', '3 percent about'],
    ['第四名', '4 rank'],
    ['前五', '5 rank at-most'],
    ['300 多倍', '300 fold more-than surplus'],
    ['超万亿 Token', '1000000000000 tokens more-than'],
    ['7 城市', '7 items'],
    ['1590 EFLOPS', '1590 EFLOPS'],
  ])('%s', (text, said) => {
    const figure = readWritten(text, reader);
    expect(figure === null ? null : sayFigure(figure)).toBe(said);
  });

  it.each(['', '很多', '从82%提升至95%', '2025 年'])('not %j', (text) => {
    expect(readWritten(text, reader)).toBeNull();
  });
});

describe('step is the place of the last digit that counts', () => {
  it.each([
    ['6 亿', 1e8],
    ['11.3 万', 1e3],
    ['1590 EFLOPS', 10],
    ['1.68%', 0.01],
    ['30.0%', 0.1],
    ['300 多倍', 100],
    ['40亿-70亿元', 1e9],
    ['数千万', 1e7],
    ['1.2 trillion yuan', 1e11],
    ['三万五', 1e3],
    ['七成六', 1],
  ])('%s: %d', (text, step) => {
    expect(reader.read(text).figures.map((figure) => figure.step)).toEqual([step]);
  });
});
