import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { splitBlocks } from '../../src/text/blocks.ts';
import { FOLD } from '../../src/text/fold.ts';
import { MASK, toSource } from '../../src/text/folded-text.ts';
import { readBlock } from '../../src/text/passages.ts';
import { anyMarkdown } from './markdown-samples.ts';

/** The texts of all passages, masks as ␣. */
function read(source: string): readonly string[] {
  return splitBlocks(source).flatMap((block) =>
    readBlock(source, block).map((passage) => passage.folded.text.replaceAll(MASK, '␣')),
  );
}

describe('readBlock', () => {
  it.each([
    ['bold inside a figure', '突破**1亿**，**约43%**', '突破1亿,约43%'],
    ['bold around quotes and stops', '**“引文”**中文**1亿次。**其中', '"引文"中文1亿次。其中'],
    ['nested emphasis', '***a* b** _c_ __d__', 'a b c d'],
    [
      'stars and underscores that are text',
      '2 * 3, 3*4*5, snake_case_name, **x',
      '2 * 3, 3*4*5, snake_case_name, **x',
    ],
    ['marked text', '突破==6 亿==次', '突破6 亿次'],
    ['comparisons', 'a==b, c == d == e', 'a==b, c == d == e'],
    ['code', '`6 亿` 与 ``a ` b``', '␣ 与 ␣'],
    ['backticks that are text', '一个 ` 和 `` 两个', '一个 ` 和 `` 两个'],
    ['code before emphasis', '*a `*` b*', 'a ␣ b'],
    ['links', '[6亿次](http://a.b/9 "12") [x]( <a b> )', '6亿次 x'],
    ['links by label', '[千问][qwen] [千问][]', '千问 千问'],
    ['brackets that are text', '[千问] [x](y', '[千问] [x](y'],
    ['a link in a link', '[a [b](c) d](e)', '[a b d](e)'],
    ['wiki links', '[[千问]] [[qwen|通义]] ![[图.png]]', '千问 通义 ␣'],
    ['images', '![Screenshot 2026-02-03](/a.png)图 [![12](b)](c)', '␣图 ␣'],
    [
      'addresses',
      '见 https://a.b/c?d=7。<https://a.b/8> <a@b.co> a.b@c.com 与 www.a.com/9',
      '见 ␣。␣ ␣ ␣ 与 ␣',
    ],
    ['an address in brackets', '(https://a.b/c_(9)), x', '(␣), x'],
    ['what only resembles an address', 'a://, x@y, www. 5:30', 'a://, x@y, www. 5:30'],
    ['tags', '<b>1</b>亿 <img src="5.png"> a<br>b <!-- 7 --> c', '1亿 ␣ a\nb ␣ c'],
    ['code in tags', '<code>6 亿</code> 和 <kbd>7</kbd>，<code>8', '␣ 和 ␣,␣8'],
    ['a call-out', '> [!NOTE]\n> 突破 6 亿', '␣ 突破 6 亿'],
    ['broken tags in HTML', '<p><img src="5.png", width=70%> 6 亿', '␣␣ 6 亿'],
    ['angle brackets that are text', '5 < 6 and 7 > 6', '5 < 6 and 7 > 6'],
    ['residue of HTML', '再創新?！?/p>', '再创新?!␣'],
    ['half a closing tag', '创新</p 和 a?/b>', '创新␣ 和 a␣'],
    ['a question and a slash', '是吗?/否', '是吗?/否'],
    ['note marks', '6 亿次[^1]，7 亿[^注]。', '6 亿次,7 亿。'],
    ['citation marks', '6 亿[1]，7 亿[2, 5]，8 亿[3](#r)', '6 亿␣,7 亿␣,8 亿␣'],
    ['brackets that cite nothing', '[v1] [2026 年]', '[v1] [2026 年]'],
    ['escapes', '\\*6\\* \\- 2\\. \\a', '*6* - 2. \\a'],
    ['entities', '5&nbsp;亿&nbsp&#37; &lt;6&gt; &#x1F600; &copy;', '5 亿 % <6> 😀 ©'],
    ['ampersands that are text', 'R&D; AT&T &bogus; &#xyz;', 'R&D; AT&T &bogus; &#xyz;'],
    ['formulas', '$x^2$，$n$，$$a+b$$，$O(n)$', '␣,␣,␣,␣'],
    ['no formula around Chinese', '$\\数$ 文', '$\\数$ 文'],
    ['money', '$5 and $6，US$5、HK$60，$5M 至$6M', '$5 and $6,US$5、HK$60,$5M 至$6M'],
    ['glosses with a tone', '實現(xiàn)了性能領(lǐng)先（數（shù）千萬）', '实现了性能领先(数千万)'],
    ['glosses without, once they are the habit', '現(xiàn)領(lǐng)關(guān)們(men)', '现领关们'],
    [
      'brackets that gloss nothing',
      '模型(moe)、通义(tong yi)、们(men)、现(Xiàn)',
      '模型(moe)、通义(tong yi)、们(men)、现(Xiàn)',
    ],
    ['line ends between Chinese characters', '累计\n  下载，\n约“六”\n亿', '累计下载,约"六"亿'],
    ['line ends elsewhere', '突破 6\n亿次 more\nthan', '突破 6 亿次 more than'],
    ['markup around line ends', '**累计\n下载**\n[数](x)\n量[^1]\n_x_', '累计下载数量 x'],
    ['hard line breaks', 'a  \nb\\\nc', 'a\nb\nc'],
    [
      'lines that end as sentences do',
      '第一句。\n第二句！”\n第三句。[1]\n第四句',
      '第一句。\n第二句!"\n第三句。␣\n第四句',
    ],
    ['runs of space', ' a  b \t c ', 'a b c'],
    ['a heading', '## 2.1 **标题** ##', '2.1 标题'],
    ['hashes in a heading', '# C#', 'C#'],
    ['an underlined heading', '标题\n一\n---', '标题一'],
    ['a task', '- [x] 完成', '完成'],
    ['a nested item', '- - 1. 内', '内'],
    ['a quote', '> 引\n> 用', '引用'],
    ['a note', '[^1]: 正文', '正文'],
    ['HTML', '<p align="center">下载 <b>6 亿</b>\n更多</p>', '␣下载 6 亿\n更多␣'],
  ])('reads %s', (_, source, expected) => {
    expect(read(source)).toEqual([expected]);
  });

  it.each([
    ['front matter', '---\ndate: 2026\n---'],
    ['fenced code', '```\n6 亿\n```'],
    ['indented code', '    6 亿'],
    ['mathematics', '$$\nx\n$$'],
    ['a comment', '<!-- 6 亿 -->'],
    ['a script', '<script>\n6\n</script>'],
    ['a link definition', '[a]: http://x "6"'],
  ])('has nothing to read in %s', (_, source) => {
    expect(read(source)).toEqual([]);
  });

  it('reads the paragraphs of an item and of a note apart', () => {
    expect(read('- 一\n  二\n\n  三\n\n[^1]: 四\n\n    五')).toEqual(['一二', '三', '四', '五']);
  });

  it('keeps headlines of unwrapped text apart', () => {
    const long = '很长的一行'.repeat(8);
    expect(read(`${long}。\n短标题\n${long}\n${long}，\n短\n续`)).toEqual([
      `${long}。\n短标题\n${long}${long},短续`,
    ]);
  });

  it('reads a table cell by cell', () => {
    const source =
      '> | 模型 | 量\\|次 | `x` |\n> |:--|--:|---|\n> | **Qwen** | 6 亿 | |\n> | 多 | 出 | 的 | 格 |';
    const [block] = splitBlocks(source);
    const cells = block === undefined ? [] : readBlock(source, block);
    expect(cells.map(({ role, row, column, folded }) => [role, row, column, folded.text])).toEqual([
      ['header-cell', 0, 0, '模型'],
      ['header-cell', 0, 1, '量|次'],
      ['header-cell', 0, 2, MASK],
      ['cell', 1, 0, 'Qwen'],
      ['cell', 1, 1, '6 亿'],
      ['cell', 2, 0, '多'],
      ['cell', 2, 1, '出'],
      ['cell', 2, 2, '的'],
    ]);
  });

  it.each([
    ['~~7 亿~~ 6 亿', ['7 亿']],
    ['约 **~~5~~ 6** ~~a *b* c~~', ['5', 'a b c']],
    ['<del>7 亿</del> 6', ['7 亿']],
    ['5~7, ~~8', []],
  ])('knows what is struck out in %j', (source, expected) => {
    const struck = splitBlocks(source).flatMap((block) =>
      readBlock(source, block).flatMap((passage) =>
        passage.struck.map((span) => passage.folded.text.slice(span.start, span.end)),
      ),
    );
    expect(struck).toEqual(expected);
  });

  it('finds the way back to the source', () => {
    const source = '# 一\n\n> 下載突破 **６亿** 次[^1]，實現(xiàn)了';
    const block = splitBlocks(source)[1];
    const passage = block && readBlock(source, block)[0];
    const sourceOf = (needle: string): string => {
      const start = passage?.folded.text.indexOf(needle) ?? -1;
      if (passage === undefined || block === undefined || start < 0) return 'not found';
      const span = toSource(passage.folded, { start, end: start + needle.length });
      return source.slice(block.start + span.start, block.start + span.end);
    };
    expect(sourceOf('6亿')).toBe('６亿');
    expect(sourceOf('6亿 次')).toBe('６亿** 次');
    expect(sourceOf('下载')).toBe('下載');
    expect(sourceOf('实现了')).toBe('實現(xiàn)了');
  });
});

const NOISE = [
  '**',
  '*',
  '_',
  '`',
  '``',
  '[',
  '](/u)',
  '](/u "t")',
  '[^1]',
  '[1]',
  '![',
  '<b>',
  '</b>',
  '<a href="',
  '">',
  '<!--',
  '-->',
];
const WORDS = [
  '中文',
  '数',
  '字',
  'word',
  '5',
  '6.5',
  ' ',
  '，',
  '。',
  '（',
  '）',
  '“',
  '”',
  '$',
  '~~',
  '==',
  '|',
  '&',
  '&amp;',
  '\\',
  '\n文',
];

const inline = fc
  .array(fc.constantFrom(...NOISE, ...WORDS), { maxLength: 25 })
  .map((parts) => `文${parts.join('')}`);
const anything = fc.oneof(anyMarkdown, inline, fc.string({ unit: 'binary' }));

describe('passages of any text', () => {
  it('have offsets in order, spans inside, and say what stands in the source', () => {
    fc.assert(
      fc.property(anything, (source) => {
        for (const block of splitBlocks(source)) {
          for (const { folded, sentences, struck } of readBlock(source, block)) {
            const { text, offsets } = folded;
            expect(offsets.length).toBe(text.length);
            let before = -1;
            for (let i = 0; i < text.length; i++) {
              const offset = offsets[i] ?? -1;
              expect(offset).toBeLessThan(block.end - block.start);
              expect(offset).toBeGreaterThanOrEqual(before);
              const written = source.charCodeAt(block.start + offset);
              const isMade =
                text[i] === MASK ||
                text[i] === ' ' ||
                text[i] === '\n' ||
                source[block.start + offset] === '&';
              if (!isMade) expect(text.charCodeAt(i)).toBe(FOLD[written]);
              before = offset;
            }
            expect(sentences.map((span) => text.slice(span.start, span.end)).join('')).toBe(text);
            for (const span of struck) {
              expect(span.start).toBeGreaterThanOrEqual(0);
              expect(span.end).toBeGreaterThan(span.start);
              expect(span.end).toBeLessThanOrEqual(text.length);
            }
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('hold the Chinese characters that markdown-it shows as text, and no others', () => {
    const markdownIt = new MarkdownIt({ html: true });
    const han = (text: string): string => text.replace(/\P{Script=Han}/gu, '');
    const visible = (source: string): string =>
      markdownIt
        .parse(source, {})
        .flatMap((token) => token.children ?? [])
        .map((token) => (token.type === 'text' ? han(token.content) : ''))
        .join('');
    fc.assert(
      fc.property(inline, (source) => {
        expect(han(read(source).join(''))).toBe(visible(source));
      }),
      { numRuns: 3000 },
    );
  });
});
