import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/check/message.ts';
import type { CardAction } from '../../src/service/context.ts';
import { createNoteIndex } from '../../src/service/note-index.ts';
import { sparkline } from '../../src/service/sparkline.ts';
import { makeService, noteAt } from './support.ts';

function card(marked: string, language: Language = 'en', actionUrl?: (action: CardAction) => string | null) {
  const { note, offset } = noteAt(marked);
  const service = makeService(language, {}, actionUrl === undefined ? {} : { actionUrl });
  return service.doHover(note, offset)?.markdown ?? null;
}

describe('the drawing of a series', () => {
  const { factBase } = makeService();
  const factsOf = (subject: string) => factBase.seriesOf(subject)[0]?.facts ?? [];

  it('stands in the card where there are two times and more, with its figures in words', () => {
    const found = card('Hugging Fa‸ce is a hub.') ?? '';
    // What is so comes before what is expected.
    expect(found).toContain('| community contributors&emsp; | 2.5 million ![');
    expect(found).toContain(
      '![2024: about 1 million → 2025: 2.5 million → 2027: 4 million (forecast)](<data:image/svg+xml,%3Csvg',
    );
    expect(card('抱抱‸脸是平台。', 'zh')).toContain('![2024 年: 约 100 万人 → 2025 年: 250 万人');
  });

  it('is left out where there is one', () => {
    expect(card('Lla‸ma is open.')).not.toContain('data:image');
    expect(sparkline(factsOf('llama'))).toBeNull();
    expect(sparkline([])).toBeNull();
  });

  it('has a dot for each fact, the known ones joined and what lies ahead hollow behind dashes', () => {
    const svg = sparkline(factsOf('hugging-face')) ?? '';
    expect(svg.match(/<circle /g)).toHaveLength(3);
    expect(svg.match(/fill="none" stroke="#3b8fd9"\/>/g)).toHaveLength(1);
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(1);
    // Oldest and least at the lower left, newest and most at the upper right.
    expect(svg).toContain('cx="3" cy="13"');
    expect(svg).toContain('cx="69" cy="3"');
  });

  it('keeps to what is drawn in one unit', () => {
    const [first, ...others] = factsOf('hugging-face');
    if (first === undefined) throw new Error('no series');
    expect(sparkline([{ ...first, unit: 'items' }, ...others])?.match(/<circle /g)).toHaveLength(2);
  });
});

describe('other notes that name it', () => {
  const notes = createNoteIndex();
  const put = (uri: string, text: string) => notes.update({ ...noteAt(text).note, uri });
  put('file:///notes/b.md', 'Qwen.');
  put('file:///notes/%E5%91%A8%E6%8A%A5.md', '第一行\n\n千问，千问。');
  put('file:///notes/c.md', 'Llama.');

  it('are linked with the number of places, those with most first', () => {
    const { note, offset } = noteAt('Qw‸en is open.');
    notes.update(note);
    const found = makeService().doHover(note, offset, notes)?.markdown;
    expect(found).toContain(
      '**Also in**: [周报.md](<file:///notes/%E5%91%A8%E6%8A%A5.md#L3>) ×2 · [b.md](<file:///notes/b.md#L1>) ×1',
    );
    expect(found).not.toContain('a.md');
    const other = makeService('zh').doHover(note, offset, notes)?.markdown;
    expect(other).toContain('**也见于**');
  });

  it('are not spoken of where there are none', () => {
    const { note, offset } = noteAt('阿里‸云发布了财报。');
    expect(makeService().doHover(note, offset, notes)?.markdown).not.toContain('Also in');
  });
});

describe('what a card lets one do', () => {
  const seen: CardAction[] = [];
  const actionUrl = (action: CardAction) => {
    seen.push(action);
    return action.type === 'show-in-tree' ? 'command:show?%5B%5D' : 'command:cite?%5B%5D';
  };

  it('on a name: opens the record, shows it in the tree, cites its newest figure behind the name', () => {
    const found = card('说说 Qw‸en 吧', 'zh', actionUrl);
    expect(found).toContain('[在树中显示](<command:show?%5B%5D>) · [插入引用](<command:cite?%5B%5D>)');
    expect(seen).toContainEqual({ type: 'show-in-tree', recordId: 'qwen' });
    expect(seen).toContainEqual({
      type: 'insert-citation',
      uri: 'file:///notes/a.md',
      position: { line: 0, character: 7 },
      fact: 'qwen.cumulative-downloads@2025-09#001',
    });
  });

  it('holds no commands where the editor offers none', () => {
    expect(card('Qw‸en is open.')).not.toContain('command:');
  });

  it('runs nothing but plain commands', () => {
    expect(card('Qw‸en is open.', 'en', () => 'javascript:alert(1)')).not.toContain('javascript');
    expect(card('Qw‸en is open.', 'en', () => 'command:a?>)[x](command:b')).not.toContain('command:b');
  });
});

describe('hover on pins and citations', () => {
  it.each([
    ['Qwen has 600 million downloads. <!-- fact: qwen.cumulative-downloads@2025-09#‸001 -->', '突破6亿次'],
    ['千问累计下载量 6 亿次。<!-- fact: qwen/cumulative-‸downloads -->', '突破6亿次'],
    ['下载量突破 [6 亿次](fact:qwen.cumulative-downloads@2025-09#0‸01)。', '突破6亿次'],
    ['下載量很高[^‸1]。\n\n[^1]: <https://weekly.example/figures>', '**Weekly \\<figures\\>**'],
    ['As said.[^sur‸vey]\n\n[^survey]: The Survey, “Who contributes”, 2025.', '**Who contributes**'],
    ['As said.[^survey]\n\n[^sur‸vey]: The Survey, “Who contributes”, 2025.', '**Who contributes**'],
  ])('shows what %j stands for', (marked, expected) => {
    expect(card(marked)).toContain(expected);
  });

  it.each([
    'As said.[^‸1]\n\n[^1]: https://weekly.example/figures-of-2024',
    'As said.[^‸1]\n\n[^1]: somewhere else',
    'As said.[^‸2]\n\n[^1]: https://weekly.example/figures',
    '`[^‸1]`',
    '```\nfact:qwen.cumulative-downloads@2025-09#0‸01\n```',
    '<!-- fact: qwen/no-such‸-metric -->',
  ])('shows nothing for %j', (marked) => {
    expect(card(marked)).toBeNull();
  });
});
