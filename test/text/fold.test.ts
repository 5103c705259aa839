import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FOLD, foldName, foldText, toSimplified } from '../../src/text/fold.ts';
import { toSource } from '../../src/text/folded-text.ts';

describe('foldText', () => {
  it.each([
    ['full-width digits and letters', '１２万，ＧＰＴ－４．５', '12万,GPT-4.5'],
    ['full-width punctuation', '（约４３％）；：？！', '(约43%);:?!'],
    ['the marks that only Chinese has', '一、二。《三》「四」……', '一、二。《三》「四」……'],
    ['hyphens and minus', '−3 a‐b a‑b', '-3 a-b a-b'],
    ['dashes, which stay apart from the hyphen', '2024–2026 ——', '2024–2026 ——'],
    ['waves', '5～10〜20', '5~10~20'],
    ['quotes', '“a” ‘b’', '"a" \'b\''],
    ['spaces', '6\u00a0亿\u3000次\u2009\t x', '6 亿 次 x'],
    ['what nobody sees', '6\u200b亿\u00ad次\ufe0f\u202e\ufeff', '6亿次'],
    ['variation selectors beyond the BMP', '葛\u{e0100}城', '葛城'],
    ['traditional characters', '國產開源大模型數量突破億', '国产开源大模型数量突破亿'],
    ['compatibility characters', '⼀\uf9ba', '一了'],
    ['characters that simplified text has too', '什么著名', '什么著名'],
    ['currency', '￥5 ＄6', '¥5 $6'],
    ['line ends', 'a\r\nb\rc\n', 'a\nb\nc\n'],
    ['case, which stays', 'DeepSeek ＡＩ', 'DeepSeek AI'],
    ['characters beyond the BMP', '𠮷😀', '𠮷😀'],
  ])('folds %s', (_, source, expected) => {
    expect(foldText(source).text).toBe(expected);
  });

  it('knows where each code unit stands', () => {
    const source = '第\u00ad６\u200b亿次';
    const folded = foldText(source);
    const start = folded.text.indexOf('6亿');
    expect(toSource(folded, { start, end: start + 2 })).toEqual({ start: 2, end: 5 });
  });

  it('keeps offsets in order and in range, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        const { text, offsets } = foldText(source);
        expect(offsets.length).toBe(text.length);
        for (let i = 0; i < text.length; i++) {
          expect(offsets[i]).toBeLessThan(source.length);
          if (i > 0) expect(offsets[i]).toBeGreaterThan(offsets[i - 1] ?? 0);
        }
      }),
    );
  });
});

describe('foldName', () => {
  it('folds a name as running text is folded', () => {
    expect(foldName(' 阿里雲　ＱＷＥＮ３ ')).toBe('阿里云 QWEN3');
    expect(foldName('GPT‑4')).toBe('GPT-4');
  });

  it('changes nothing when done twice', () => {
    const twice = FOLD.map((folded) => FOLD[folded] ?? 0);
    expect(FOLD.length).toBe(0x10000);
    expect([...twice].filter((folded, code) => folded !== FOLD[code])).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => foldName(foldName(name)) === foldName(name)),
    );
  });
});

describe('toSimplified', () => {
  it('changes the script and nothing else', () => {
    expect(toSimplified('騰訊 Ｈunyuan，“混元”\u200b﹁１')).toBe('腾讯 Ｈunyuan，“混元”\u200b﹁１');
    expect(toSimplified('已经是简体')).toBe('已经是简体');
  });
});
