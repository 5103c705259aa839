import { describe, expect, it } from 'vitest';
import { createLanguageService } from '../../src/service/language-service.ts';
import { dayOf, loadChecker, loadFactBase } from '../helpers/checker.ts';
import { expectSpansInside } from './spans.ts';

const factBase = loadFactBase();
const checker = loadChecker(factBase);
const service = createLanguageService({ factBase, recordUrl: () => 'file:///base/record' });
const today = dayOf('2026-02-15');

const CLAIM = '截至 2025 年 9 月，Qwen3 的累计下载突破 6000 万次，';
const MEGABYTE = 1024 * 1024;

describe('a hostile note is checked like any other', () => {
  it.each([
    ['lone halves of surrogate pairs', `${'\uD83D'.repeat(50_000) + CLAIM}\uDC4D`],
    ['NUL characters', `\0\0${CLAIM}${'\0'.repeat(50_000)}`],
    ['directions turned round', '\u202E\u2066'.repeat(20_000) + CLAIM],
    ['every kind of line end', '\r\n\n\r\u2028\u0085'.repeat(20_000) + CLAIM],
    ['quotations in quotations', '>'.repeat(50_000) + CLAIM],
    ['lists in lists', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i * 2)}- x`).join('\n')],
    ['open brackets', '[]('.repeat(50_000) + CLAIM],
    ['open emphasis', '**a *b _c '.repeat(20_000) + CLAIM],
    ['runs of backticks', Array.from({ length: 600 }, (_, i) => '`'.repeat(i)).join('a')],
    ['tags without an end', `${'<a '.repeat(50_000)}${'<!--'.repeat(20_000)}`],
    ['a table of many columns', `${'|'.repeat(50_000)}\n${'|-'.repeat(50_000)}|\n|a`],
    ['one number without an end', '9'.repeat(200_000)],
    ['numbers in a row', '1,'.repeat(50_000)],
    ['scale words in a row', '三万亿'.repeat(50_000)],
    ['open quotation marks', '“（《'.repeat(50_000)],
    ['names in a row', 'Qwen3 '.repeat(30_000)],
    ['suppressions in a row', '<!-- ecosystem-notes-disable-line -->\n'.repeat(3000)],
    ['front matter without an end', `---\n${'a: b\n'.repeat(20_000)}`],
    ['lines that lead in others', '阿里云：\n\n'.repeat(10_000)],
  ])('%s', (_, text) => {
    const analysis = checker.analyze(text, { today });
    expect(analysis.partial).toBeNull();
    expectSpansInside(analysis);
    const note = service.makeNote('file:///a.md', analysis);
    service.doValidation(note);
    service.doHover(note, Math.floor(text.length / 2));
    service.doComplete(note, text.length, 'asked');
  });

  it('one sentence without an end, to its last figure', () => {
    const { claims, findings } = checker.analyze(CLAIM.repeat(1500), { today });
    expect(claims).toHaveLength(1500);
    expect(findings.length).toBeGreaterThanOrEqual(0);
  });

  it('a line of 10 MB, to its last word', () => {
    const analysis = checker.analyze(`${'x '.repeat(5 * MEGABYTE)}Qwen3`, { today });
    expect(analysis.partial).toBeNull();
    expect(analysis.mentions.at(-1)).toMatchObject({ start: 10 * MEGABYTE });
  });

  it('50 MB: the beginning, and says that it was no more', () => {
    const text = `Qwen3\n\n${'```\n'.padEnd(50 * MEGABYTE, ' ')}\nQwen3`;
    const analysis = checker.analyze(text, { today });
    expect(analysis.partial).toBe('too-large');
    expect(analysis.mentions).toHaveLength(1);
  });
});
