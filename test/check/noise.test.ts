import { describe, expect, test } from 'vitest';
import { dayOf, loadChecker } from '../helpers/checker.ts';

/*
 * Documents come with readings in brackets behind a character, HTML, broken lines and wide forms in the midst of names and figures.
 */

const checker = loadChecker();
const read = (text: string) => checker.analyze(text, { today: dayOf('2026-02-15') });

describe('names split by noise are read, and cover all of it', () => {
  test.each([
    ['王戰(zhàn)新', 'wang-zhanxin'],
    ['王戰新', 'wang-zhanxin'],
    ['國務(wù)院', 'state-council'],
    ['通義(yì)千問', 'qwen'],
    ['阿里<b>云</b>', 'alibaba-cloud'],
    ['ＤｅｅｐＳｅｅｋ', 'deepseek'],
  ])('%s', (name, entity) => {
    const text = `據${name}介紹，情況很好。`;
    const found = read(text).mentions.filter((mention) => mention.entity === entity);
    expect(found.map(({ start, end }) => text.slice(start, end).replace(/<\/b>$/, ''))).toEqual([
      name.replace(/<\/b>$/, ''),
    ]);
  });

  test.each(['王先生(zhàn)新來', '王戰 (見圖) 新'])('but not what is no reading: %s', (text) => {
    expect(read(text).mentions.map(({ entity }) => entity)).not.toContain('wang-zhanxin');
  });
});

describe('figures split by noise are read', () => {
  test.each([
    ['數(shù)千萬次', 2e7, 1e8],
    ['6億(yì)次', 6e8, 6e8],
    ['6<b>億</b>次', 6e8, 6e8],
    ['６ 億次', 6e8, 6e8],
    ['6\n億次', 6e8, 6e8],
    ['6&nbsp;億次', 6e8, 6e8],
  ])('%j', (figure, low, high) => {
    const text = `截至2025年9月，Qwen3 的累計下載量達${figure}。`;
    const [claim, ...more] = read(text).claims.map((checked) => checked.claim);
    expect(more).toEqual([]);
    expect(claim?.figure).toMatchObject({ low, high });
    expect(claim?.subject?.value).toBe('qwen3');
    expect(text.slice(claim?.start, claim?.end)).toContain(figure.slice(0, 1));
  });
});
