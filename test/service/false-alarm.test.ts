import { describe, expect, it } from 'vitest';
import { makeService, noteAt } from './support.ts';

const reported = (marked: string) => {
  const { note, offset } = noteAt(marked);
  return makeService().reportAlarm(note, offset);
};

describe('a report of a false alarm', () => {
  it('holds the sentence, how it was read and what decided, and nothing else of the note', () => {
    const report = reported('私事一句。\n\n到 2025 年 9 月，千问累计下载突破 6000 ‸万次。\n\n私事两句。');
    expect(report?.code).toBe('figure.contradicted');
    expect(report?.markdown).toContain('> 到 2025 年 9 月，千问累计下载突破 6000 万次。');
    expect(report?.markdown).toContain('  - subject: Qwen');
    expect(report?.markdown).toContain('qwen.cumulative-downloads@2025-09#001');
    expect(report?.markdown).not.toContain('私事');
  });

  it('is found from anywhere in the line', () => {
    expect(reported('‸到 2025 年 9 月，千问累计下载突破 6000 万次。')?.code).toBe('figure.contradicted');
  });

  it('takes a finding', () => {
    expect(reported('到 2025 年 9 月，千问累计下载突破 6 亿‸次。')).toBeNull();
    expect(reported('到 2025 年 9 月，千问累计下载突破 6000 万次。\n\n下‸一段')).toBeNull();
  });
});
