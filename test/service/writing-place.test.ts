import { describe, expect, it } from 'vitest';
import { placeAt } from '../../src/service/writing-place.ts';
import { noteAt } from './support.ts';

describe('what stands at a place of a note', () => {
  it.each([
    ['prose', '阿里‸'],
    ['prose', '阿里 ‸'],
    ['prose', '‸'],
    ['prose', 'one\n\n‸'],
    ['prose', '> - 阿里‸'],
    ['prose', '# 阿里‸'],
    ['prose', '| a | b |\n| - | - |\n| 阿里‸ | 2 |'],
    ['prose', '**阿里‸**'],
    ['prose', '`code` 阿里‸'],
    ['prose', '[阿里‸](https://a.example)'],
    ['prose', '[^1]: 阿里‸'],
    ['prose', '10 \\` 阿里‸'],
    ['code', '```\n阿里‸\n```'],
    ['code', '~~~js\n阿里‸'],
    ['code', '---\ntitle: 阿里‸\n---\n'],
    ['code', '說明 `阿里‸` 如此'],
    ['code', '``a ` 阿里‸``'],
    ['code', '`阿里‸'],
    ['markup', 'https://a.example/qw‸'],
    ['markup', '<https://a.example/qw‸>'],
    ['markup', '[x](https://a.example/qw‸)'],
    ['markup', '![x](qw‸)'],
    ['markup', 'a <!-- qw‸ --> b'],
    ['markup', '<div class="qw‸">'],
  ])('%s: %j', (place, marked) => {
    const { note, offset } = noteAt(marked);
    expect(placeAt(note, offset)).toBe(place);
  });
});
