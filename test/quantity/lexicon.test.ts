import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, decimal, shift, stepOf, toNumber } from '../../src/quantity/decimal.ts';
import { compileLexicon } from '../../src/quantity/lexicon.ts';

describe('a word list', () => {
  const words = compileLexicon([
    { text: '统一', value: 'hide' },
    { text: 'more than', value: 'bound' },
    { text: 'more', value: 'word' },
    { text: 'usd', value: 'money', open: true },
    { text: 'GB', value: 'gigabyte', exact: true },
    { text: 'Gb', value: 'gigabit', exact: true },
    { text: 'm2', value: 'area' },
  ]);

  it.each([
    ['统一标准', 0, 'hide', 2],
    ['More than 5', 0, 'bound', 9],
    ['more of it', 0, 'word', 4],
    ['USD100', 0, 'money', 3],
    ['5GB', 1, 'gigabyte', 3],
    ['5Gb', 1, 'gigabit', 3],
    ['9m2 ', 1, 'area', 3],
  ])('finds the longest word in %j', (text, at, value, end) => {
    expect(words.match(text, at)).toEqual({ value, end });
  });

  it.each(['moreover', 'usdt', '统', 'gb', 'm212', ''])('finds none in %j', (text) => {
    expect(words.match(text, 0)).toBeNull();
  });

  it('finds each of many words, and no other', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[一-龥]{1,4}$/), { minLength: 1, maxLength: 60 }),
        (list) => {
          const lexicon = compileLexicon(list.map((text) => ({ text, value: text })));
          for (const text of list) expect(lexicon.match(text, 0)).toEqual({ value: text, end: text.length });
          expect(lexicon.match('#', 0)).toBeNull();
        },
      ),
    );
  });
});

describe('exact decimals', () => {
  it('add and shift without float artefacts', () => {
    expect(toNumber(add(decimal(1, -1), decimal(2, -1)))).toBe(0.3);
    expect(toNumber(shift(decimal(12, -1), 12))).toBe(1.2e12);
    expect(compare(decimal(3, 4), decimal(30000))).toBe(0);
    expect(compare(decimal(2, 4), decimal(30000))).toBeLessThan(0);
  });

  it('are the Number that their spelling is, and so is their last place', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 19n }),
        fc.integer({ min: -30, max: 30 }),
        fc.integer({ min: 0, max: 12 }),
        (digits, exponent, zeros) => {
          const spelled = `${digits}${'0'.repeat(zeros)}`;
          expect(toNumber(decimal(BigInt(spelled), exponent))).toBe(Number(`${spelled}e${exponent}`));
          const kept = spelled.replace(/(?<=[1-9])0+$/, '');
          expect(stepOf(decimal(BigInt(spelled), exponent), 0)).toBe(
            Number(`1e${exponent + (digits === 0n ? 0 : spelled.length - kept.length)}`),
          );
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('know the place of the last digit that counts', () => {
    expect(stepOf(decimal(1590), 0)).toBe(10);
    expect(stepOf(decimal(300, -1), 1)).toBe(0.1);
    expect(stepOf(decimal(0), 0)).toBe(1);
  });
});
