import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/text/fold.ts';
import { MASK } from '../../src/text/folded-text.ts';
import { clauses, sentenceSpans } from '../../src/text/sentences.ts';

/** The text with a bar between its sentences. */
function sentences(text: string): string {
  const folded = foldText(text).text;
  return sentenceSpans(folded)
    .map((span) => folded.slice(span.start, span.end))
    .join('|');
}

describe('sentenceSpans', () => {
  it.each([
    '第一句。|第二句!|第三句?|第四句……|第五句',
    '他说:"好。"|她走了。',
    '"好!"|"不好。"|完',
    '(见图。)|完',
    '真的吗?!!|完',
    '这款模型吗?|这款',
    '"真的吗?",他问。',
    '第一行\n|第二行。\n|第三行',
    '《开源!排名第一。》,报告说。|完',
    '没有终止符;分号不算,逗号也不算',
    'It rose to 4.5. |Then GPT-4.5 came. |In 2025 it fell.',
    'The U.S. market grew vs. 3 in the E.U. and e.g. No. 3 in Japan.',
    'Alibaba Cloud Inc. and Co. said etc. and so on. |No. |Yes.',
    'What? |Really! |"Why?" he asked. |Fine... |Then... maybe.',
    '进行了升级.|他们',
    '达到4.5.|他们',
    '1. 第一项 2.5 亿',
    'approx. 300 or Jan. 5 or a.m. 5',
    '2085 vs. 中国',
    `完成。${MASK}|`,
    `完成。|${MASK} 是`,
    'a?b a!b 是?',
    '',
  ])('divides %j', (marked) => {
    const expected = marked.endsWith('|') ? marked.slice(0, -1) : marked;
    expect(sentences(marked.replaceAll('|', ''))).toBe(expected);
  });

  it('covers any text without a gap', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        '字',
        'a',
        'B',
        '1',
        '.',
        '。',
        '!',
        '?',
        '…',
        '"',
        "'",
        ')',
        '》',
        '《',
        ' ',
        '\n',
        MASK,
      ),
    });
    fc.assert(
      fc.property(text, (source) => {
        let end = 0;
        for (const span of sentenceSpans(source)) {
          expect(span.start).toBe(end);
          expect(span.end).toBeGreaterThan(end);
          end = span.end;
        }
        expect(end).toBe(source.length);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an endless sentence', () => {
  const lengths = (text: string) => sentenceSpans(text).map(({ start, end }) => end - start);

  it('is read in pieces that end behind a mark, else behind a space, else anywhere but inside a character', () => {
    expect(lengths('字'.repeat(2500))).toEqual([1000, 1000, 500]);
    expect(lengths(`${'字'.repeat(990)},${'字'.repeat(990)}`)).toEqual([991, 990]);
    expect(lengths(`${'a'.repeat(900)} ${'a'.repeat(900)}`)).toEqual([901, 900]);
    expect(lengths(`${'😀'.repeat(600)}x`)).toEqual([1000, 201]);
    expect(lengths(`${'字'.repeat(995)}1,000`)).toEqual([1000]);
  });

  it('is no sentence that somebody wrote', () => {
    expect(lengths(`${'字'.repeat(999)}。`)).toEqual([1000]);
  });
});

describe('clauses', () => {
  function divided(text: string): string {
    const folded = foldText(text).text;
    return clauses(folded, { start: 0, end: folded.length })
      .map((span) => folded.slice(span.start, span.end))
      .join('|');
  }

  it.each([
    '规模超过 6000 家,|同比增长 30%;|累计 100 亿次。',
    '以下三点:|数据、算法、算力',
    '超过 1,590 家,|其中 12,345,678 人',
    '于2025,|300家和10,|20,|30',
    '比例为 1:1,|时间 10:30',
    '规模|(截至 9 月),|居首',
    '其影响——|以及其他——|将成为议题',
    '2024-2026 年 -| 5–8 年 –| 完',
    'it grew fast, |while the U.S. fell;| it rose',
    'it grew |but fell |whereas that rose |while this stayed',
    'butter and meanwhile',
    '是吗?|是',
    '……,完',
  ])('divides %j', (marked) => {
    expect(divided(marked.replaceAll('|', ''))).toBe(marked);
  });

  it('covers any sentence without a gap', () => {
    const text = fc.string({
      unit: fc.constantFrom('字', 'a', '1', ',', ';', ':', '(', ')', '—', '-', ' ', ' but ', ' while '),
    });
    fc.assert(
      fc.property(text, fc.nat({ max: 5 }), (source, start) => {
        const sentence = { start: Math.min(start, source.length), end: source.length };
        expect(
          clauses(source, sentence)
            .map((span) => source.slice(span.start, span.end))
            .join(''),
        ).toBe(source.slice(sentence.start));
      }),
    );
  });
});
