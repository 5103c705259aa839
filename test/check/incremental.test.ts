import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteAnalysis } from '../../src/check/analysis.ts';
import { dayOf, loadChecker } from '../helpers/checker.ts';
import { PROJECT } from '../helpers/fact-files.ts';

const checker = loadChecker();
const today = dayOf('2026-02-15');
const options = { today };

/** Pieces that change what the text behind them means: headings, dates, lead-in lines, fences, tables, comments. */
const PIECES = [
  '\n\n',
  '# Qwen\n',
  '## 2025 年 9 月\n',
  '累计下载量突破 9 亿次。',
  '豆包在 2025 年 12 月日活突破 1 亿。',
  '它的日活是 2 亿。',
  '阿里云 2025 财年：\n\n',
  '- 营收 1180 亿元\n',
  '1. 同比增长 21%\n',
  '```\n',
  '~~6000 万次~~',
  '**6 亿**次',
  '| 模型 | 衍生模型 |\n| --- | --- |\n| Qwen | 11.3 万 |\n',
  '<!-- ecosystem-notes-disable -->\n',
  '---\ndate: 2024-02-10\n---\n',
  'Llama 2.7 万，',
  '这一说法有误。',
  '> 豆包日活 10 亿。\n\n',
  '上面这段不能信。',
  '- 北京自动驾驶场景数据集\n  - 视频合计 1 万小时\n',
  '目前',
  '？',
  ' ',
  'x',
];

const edit = fc.record({
  at: fc.nat(),
  remove: fc.nat({ max: 40 }),
  insert: fc.oneof(fc.constantFrom(...PIECES), fc.constant(''), fc.string({ maxLength: 6, unit: 'binary' })),
});

function apply(text: string, { at, remove, insert }: { at: number; remove: number; insert: string }): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + insert + text.slice(start + remove);
}

/** What an analysis says, without what is only the same by reference. */
function said(analysis: NoteAnalysis): unknown {
  const { mentions, readings, claims, findings, partial } = analysis;
  return { mentions, readings, claims, findings, partial };
}

describe('reading a note again after an edit', () => {
  it('says what a fresh reading says', () => {
    const seed = readFileSync(join(PROJECT, 'samples/01-qwen-weekly.md'), 'utf8');
    fc.assert(
      fc.property(fc.constantFrom('', seed), fc.array(edit, { maxLength: 12 }), (start, edits) => {
        let text = start;
        let analysis = checker.analyze(text, options);
        for (const change of edits) {
          text = apply(text, change);
          analysis = checker.reanalyze(analysis, text, options);
        }
        expect(said(analysis)).toEqual(said(checker.analyze(text, options)));
      }),
      { numRuns: 150 },
    );
  });

  it('reads a quotation again when the paragraph behind it takes it back', () => {
    const quoted = '> 豆包日活 10 亿。\n\n';
    const before = checker.analyze(`${quoted}这段话很长。`, options);
    expect(before.findings.map((finding) => finding.code)).toEqual(['figure.contradicted']);
    const after = checker.reanalyze(before, `${quoted}这段话不能信。`, options);
    expect(after.findings).toEqual([]);
    expect(checker.reanalyze(after, `${quoted}这段话很长。`, options).findings).toHaveLength(1);
  });

  it('reads again what another day means', () => {
    const text = '目前中国日均 Token 消耗量大约 1000 亿。';
    const first = checker.analyze(text, options);
    const earlier = { today: dayOf('2024-03-01') };
    expect(said(checker.reanalyze(first, text, earlier))).toEqual(said(checker.analyze(text, earlier)));
  });

  it('never throws and keeps its spans inside the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' })), { maxLength: 20 }),
        (parts) => {
          const text = parts.join('');
          const { mentions, readings, claims, findings } = checker.analyze(text, options);
          for (const { start, end } of [
            ...mentions,
            ...readings,
            ...findings,
            ...claims.map(({ claim }) => claim),
          ]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
          for (const { claim } of claims) expect(claim.text).toBe(text.slice(claim.start, claim.end));
        },
      ),
      { numRuns: 300 },
    );
  });
});
