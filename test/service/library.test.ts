import { beforeAll, describe, expect, it } from 'vitest';
import { createLanguageService, dayOf, loadBundledFactBase, readRecords } from '../../src/index.ts';
import { ensureFactBase } from '../cli/support.ts';

beforeAll(ensureFactBase, 60_000);

describe('the library', () => {
  it('checks a note with the bundled facts', () => {
    const { factBase, checker, problems } = loadBundledFactBase();
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const service = createLanguageService({ factBase });
    const text = '截至 2025 年 9 月，Qwen3 的累计下载突破 6000 万次。';
    const note = service.makeNote('file:///a.md', checker.analyze(text, { today: dayOf('2026-02-15') }));
    expect(service.doValidation(note)).toMatchObject([{ code: 'figure.contradicted', start: 28, end: 35 }]);
  });

  it('lays facts of its user over them', () => {
    const { records } = readRecords({
      path: 'entities/models.yaml',
      text: '- id: our-model\n  name: {zh: 我们的模型, en: Our Model}\n',
    });
    const { factBase } = loadBundledFactBase([{ name: 'ours', records }]);
    expect(factBase.entity('our-model')?.kind).toBe('model');
    expect(factBase.entity('qwen3')).toBeDefined();
  });
});

describe('dayOf', () => {
  it('counts days since 1970', () => {
    expect(dayOf('1970-01-02')).toBe(1);
    expect(dayOf('2026-02-15')).toBe(20_499);
  });

  it.each(['2026', '2026-13-01', 'today', ''])('refuses "%s"', (text) => {
    expect(() => dayOf(text)).toThrow(RangeError);
  });
});
