import { describe, expect, it } from 'vitest';
import type { CompletionOccasion } from '../../src/service/completion/occasion.ts';
import { edited, makeService, noteAt } from './support.ts';

function complete(marked: string, occasion: CompletionOccasion = 'typed') {
  const { note, offset } = noteAt(marked);
  const service = makeService('en');
  const { items } = service.doComplete(note, offset, occasion);
  return items.map((item) => ({ ...item, result: edited(note.text, [item.edit]) }));
}

/** The note after accepting the first item; null when nothing is offered. */
const accepted = (marked: string, occasion: CompletionOccasion = 'typed') =>
  complete(marked, occasion)[0]?.result ?? null;

describe('completion of names', () => {
  it.each([
    // typed, and the note after accepting
    ['The Hugg‸', 'The Hugging Face'],
    ['Hugging F‸', 'Hugging Face'],
    ['we use qw‸ here', 'we use Qwen here'],
    ['这里说的是阿里云‸', '这里说的是阿里云'],
    ['这里说的是阿里巴‸，不是别家', '这里说的是阿里巴巴集团，不是别家'],
    ['我们说的是通义‸', '我们说的是通义千问'],
    ['我們說的是這個開源模型通義‸', '我們說的是這個開源模型通義千問'],
    // simplified letters typed into a traditional note, and the other way about
    ['我們說的是這個開源模型通义‸', '我們說的是這個開源模型通義千問'],
    ['这是开源模型，我们说通義‸', '这是开源模型，我们说通义千问'],
    // pinyin and initials stand for the Chinese name in a Chinese note, for the English one in an English note
    ['我们说的是 tongyi‸', '我们说的是 通义千问'],
    ['我们说的是 tyqw‸', '我们说的是 通义千问'],
    ['this is about tongyi‸', 'this is about Qwen'],
    // Latin typed in a Chinese note stays Latin
    ['我们说的是 Qwe‸', '我们说的是 Qwen'],
    ['我们说的是Qwe‸', '我们说的是Qwen'],
    ['- 平台：Hugg‸\n- 其他', '- 平台：Hugging Face\n- 其他'],
  ])('%j becomes %j', (marked, expected) => {
    expect(accepted(marked)).toBe(expected);
  });

  it.each([
    ['one letter', 'This is a‸'],
    ['one Chinese character', '这是一个阿‸'],
    ['a word that begins no name', 'This is the end‸'],
    ['the inside of a word', 'xqw‸'],
    ['nothing typed', 'Something is ‸'],
  ])('does not come up uninvited for %s', (_, marked) => {
    expect(complete(marked, 'typed')).toEqual([]);
  });

  it('offers names for one character when asked', () => {
    expect(complete('这是一个阿‸', 'asked').map(({ label }) => label)).toContain('阿里云');
  });

  it('covers exactly what was typed of the name, in the middle of a run of Chinese', () => {
    const [item] = complete('据悉阿里巴‸发布');
    expect(item?.edit).toMatchObject({ start: 2, end: 5 });
    expect(item?.filterText.startsWith('阿里巴')).toBe(true);
  });

  it('puts names of this note first among those alike', () => {
    const first = (marked: string) => complete(marked)[0]?.record;
    expect(first('阿里云不错。我们再说阿里‸')).toBe('alibaba-cloud');
    expect(first('阿里巴巴不错。我们再说阿里‸')).toBe('alibaba');
  });

  it('brings the card on resolve', () => {
    const service = makeService();
    const [item] = complete('Hugg‸');
    if (item === undefined) throw new Error('nothing offered');
    expect(service.doResolve(item).documentation).toContain('Hub for models and datasets.');
    expect(service.doResolve({ ...item, record: 'gone' }).documentation).toBe('');
  });
});

describe('completion of figures', () => {
  it.each([
    ['千问的累计下载量‸', '千问的累计下载量超过 6 亿次（截至 2025 年 9 月）'],
    ['千问的累计下载量突破‸', '千问的累计下载量突破 6 亿次（截至 2025 年 9 月）'],
    ['千問系列開源模型的累計下載量突破‸', '千問系列開源模型的累計下載量突破 6 億次（截至 2025 年 9 月）'],
    ['截至 2025 年 9 月，千问的累计下载量突破 ‸', '截至 2025 年 9 月，千问的累计下载量突破 6 亿次'],
    [
      'Qwen cumulative downloads reached ‸',
      'Qwen cumulative downloads reached more than 600 million as of September 2025',
    ],
    ['Qwen cumulative downloads: over ‸', 'Qwen cumulative downloads: over 600 million as of September 2025'],
    // the hedge that stands there says something else: the fact's takes its place
    ['千问的累计下载量约‸', '千问的累计下载量超过 6 亿次（截至 2025 年 9 月）'],
  ])('%j becomes %j', (marked, expected) => {
    expect(accepted(marked)).toBe(expected);
  });

  it('offers one entry for each source that says otherwise', () => {
    const items = complete('阿里云 2025 财年营收‸').filter(({ kind }) => kind === 'figure');
    expect(items.filter(({ label }) => !label.includes('[^')).map(({ label }) => label)).toEqual([
      '1180 亿元',
      '990 亿元',
    ]);
  });

  it('takes the end of the word for a metric for no name, where its figures are known', () => {
    const kinds = (marked: string) => [...new Set(complete(marked, 'asked').map(({ kind }) => kind))];
    expect(kinds('千问的累计下载量‸')).toEqual(['figure']);
    expect(kinds('某公司的累计下载量‸')).toEqual(['name']);
    expect(kinds('千问的累计下载量，量‸')).toContain('name');
    expect(kinds('千问的累计下载量比阿‸')).toContain('name');
  });

  it.each(['千问的参数‸', '某公司的累计下载量‸', '累计下载量‸'])(
    'has none where subject or metric is not known: %j',
    (marked) => {
      expect(complete(marked).filter(({ kind }) => kind === 'figure')).toEqual([]);
    },
  );
});

describe('completion of fact ids', () => {
  it('offers them behind fact:', () => {
    const items = complete('See fact:qwen.cu‸ there');
    expect(items.map(({ label }) => label)).toEqual(['qwen.cumulative-downloads@2025-09#001']);
    expect(items[0]?.result).toBe('See fact:qwen.cumulative-downloads@2025-09#001 there');
  });
});
