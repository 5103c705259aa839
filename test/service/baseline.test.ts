import { describe, expect, it } from 'vitest';
import { baselineEntry, readBaseline, writeBaseline } from '../../src/service/baseline.ts';
import { makeService, noteAt } from './support.ts';

const WRONG = '截至 2025 年 9 月，千问累计下载突破 6000 万次。';
const OTHER = 'In July 2025, Llama had 270,000 derivative models on Hugging Face.';

function entries(text: string) {
  const { note } = noteAt(text);
  return note.analysis.findings.map((finding) => baselineEntry(note, finding));
}

/** The codes of what is still shown of a text, when `before` was taken as the baseline. */
function shown(text: string, before: string): readonly string[] {
  const service = makeService('en', {}, { baseline: () => entries(before) });
  const { note } = noteAt(text);
  const codes = service.doValidation(note).map(({ code }) => code);
  expect(service.getFindings(note).map(({ code }) => code)).toEqual(codes);
  expect(service.summarize([note]).findings).toBe(codes.length);
  return codes;
}

describe('findings of before', () => {
  it.each([
    ['as it was', WRONG],
    ['with text above', `# 标题\n\n另一段。\n\n${WRONG}`],
    ['with other sentences around it', `这是前一句。${WRONG}这是后一句。`],
    ['spaced otherwise', WRONG.replaceAll(' ', '')],
  ])('are not shown: %s', (_, text) => {
    expect(shown(text, WRONG)).toEqual([]);
  });

  it.each([
    ['another figure', WRONG.replace('6000 万', '60 亿')],
    ['another sentence', WRONG.replace('突破', '已经突破')],
    ['another finding in its place', OTHER],
    ['the same once more', `${WRONG}\n\n${WRONG}`],
  ])('do not hide %s', (_, text) => {
    expect(shown(text, WRONG)).toEqual(['figure.contradicted']);
  });

  it('hide as many as there were', () => {
    expect(shown(`${WRONG}\n\n${OTHER}\n\n${WRONG}`, `${WRONG}\n\n${WRONG}`)).toEqual([
      'figure.contradicted',
    ]);
    expect(shown(`${OTHER}\n\n${WRONG}`, `${WRONG}\n\n${OTHER}`)).toEqual([]);
  });

  it('say what they speak of, and keep nothing of the sentence', () => {
    expect(entries(WRONG)).toEqual([
      {
        code: 'figure.contradicted',
        subject: 'qwen',
        metric: 'cumulative-downloads',
        value: 'more-than 60000000 times',
        sentence: expect.stringMatching(/^[0-9a-f]{14}$/),
      },
    ]);
  });
});

describe('the baseline file', () => {
  it('is read back as it was written, sorted by path', () => {
    const baseline = new Map([
      ['notes/b.md', entries(OTHER)],
      ['notes/a.md', entries(`${WRONG}\n\n${OTHER}`)],
      ['empty.md', []],
    ]);
    const text = writeBaseline(baseline);
    expect([...readBaseline(text).baseline.keys()]).toEqual(['notes/a.md', 'notes/b.md']);
    expect(writeBaseline(readBaseline(text).baseline)).toBe(text);
    expect(readBaseline(text).problem).toBeNull();
  });

  it.each([
    ['', 'is no JSON'],
    ['[]', 'is no baseline of version 1'],
    ['{"version": 2, "notes": {}}', 'is no baseline of version 1'],
    ['{"version": 1, "notes": {"a.md": [{"code": 1}]}}', 'something else than findings under "a.md"'],
  ])('says what is wrong with %j', (text, problem) => {
    expect(readBaseline(text).problem).toContain(problem);
    expect(readBaseline(text).baseline.size).toBe(0);
  });
});
