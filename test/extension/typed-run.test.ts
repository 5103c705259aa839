import { describe, expect, test } from 'vitest';
import { isWorthShowing, typedRun } from '../../src/extension/typed-run.ts';

describe('the run that is being typed', () => {
  test.each([
    ['Q', 'Q', null],
    ['Qw', 'w', 'Qw'],
    ['the model Qwen3', '3', 'Qwen3'],
    ['GLM-4.', '.', 'GLM-4.'],
    ['在 2025', '5', null],
    ['阿', '阿', '阿'],
    ['阿里巴巴', '阿里巴巴', '阿里巴巴'],
    ['发布了阿里', '阿里', '发布了阿里'],
    ['使用Qwen', 'n', 'Qwen'],
    ['阿里。', '。', null],
    ['word ', ' ', null],
    ['a paste\nof two lines', 'a paste\nof two lines', null],
    ['x'.repeat(40), 'x', null],
    ['周报Hugging Face', 'Hugging Face', null],
    ['使用Qwen', 'Qwen', '使用Qwen'.slice(2)],
    ['a long paste of many words in one line', 'a long paste of many words in one line', null],
  ])('%j after %j was put in: %j', (before, inserted, run) => {
    expect(typedRun(before, inserted)).toBe(run);
  });
});

describe('a list that opens uninvited', () => {
  const at = (character: number) => ({ line: 0, character });
  const item = (start: number, newText: string) => ({ textEdit: { newText, range: { start: at(start) } } });

  test('opens on an item that continues two typed characters', () => {
    expect(isWorthShowing({ items: [item(3, '阿里巴巴')] }, at(5), '发布了阿里')).toBe(true);
    expect(isWorthShowing([item(0, 'Qwen3')], at(2), 'Qw')).toBe(true);
    expect(isWorthShowing([item(0, '阿里巴巴')], at(3), 'ali')).toBe(true);
  });

  test('opens on the figure that is known for the words before the cursor', () => {
    expect(isWorthShowing([item(7, '超过 6 亿次')], at(7), '千问累计下载量')).toBe(true);
  });

  test.each([
    ['the server knows nothing', { items: [] }, 5, '发布了阿里'],
    ['there is no answer', null, 5, '发布了阿里'],
    ['the item continues one character only', [item(4, '里程碑')], 5, '发布了阿里'],
    ['two small letters were typed, as in any small word', [item(0, 'Meta')], 2, 'me'],
    ['the name stands there already', [item(0, 'Qwen3')], 5, 'Qwen3'],
  ])('stays shut when %s', (_, answer, character, line) => {
    expect(isWorthShowing(answer, at(character), line)).toBe(false);
  });
});
