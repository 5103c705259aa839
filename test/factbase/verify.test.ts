import { describe, expect, test } from 'vitest';
import { verifyFacts } from '../../src/factbase/verify.ts';
import { FACT, type Files, GOOD, METRICS, SEED, services, shown } from './support.ts';

const toFiles = (files: Files) => Object.entries(files).map(([path, text]) => ({ path, text }));

function report(files: Files, documents: Files = {}) {
  return verifyFacts(
    { layers: [{ name: 'bundled', files: toFiles(files) }], documents: toFiles(documents) },
    services,
  );
}

const problems = (files: Files, documents: Files = {}): string[] =>
  shown(report(files, documents).problems, files, documents);

const with_ = (files: Files): Files => ({ ...GOOD, ...files });

test('a good base verifies, with its document or without', () => {
  expect(problems(GOOD)).toEqual([]);
  expect(problems(GOOD, { '001_paper.txt': '截至九月，Qwen3 下載量突破6亿次。' })).toEqual([]);
});

test('problems of reading and building are among the problems, by file and place', () => {
  const files = with_({
    'metrics.yaml': METRICS.replace('dimension: percent', 'dimention: percent'),
    'facts/001-paper.yaml': FACT.replace('qwen3', 'qwen4'),
  });
  expect(problems(files)).toEqual([
    'facts.dangling-id facts/001-paper.yaml:1:12 "qwen4" No entity has the id "qwen4". Did you mean "qwen3"?',
    'facts.missing-key metrics.yaml:13:3 "id" The key "dimension" is missing in metric. Add "dimension: …".',
    'facts.unknown-key metrics.yaml:16:3 "dimention" Unknown key "dimention" in metric. Did you mean "dimension"?',
  ]);
});

describe('each fact must be read in its digest', () => {
  const seed = (body: string): Files => with_({ 'seeds/001-paper.md': SEED.replace(/# Qwen[\s\S]*/, body) });
  const missing =
    'facts.not-in-digest facts/001-paper.yaml:7:12 "突破6亿次" The digest seeds/001-paper.md does not state "突破6亿次" near a name of "qwen3". State the fact in the digest, in one section with a name of the subject, or correct the record.';

  test.each<[string, string]>([
    ['in one sentence', 'Qwen3 被下载突破6亿次。'],
    ['in other words of the same meaning', 'Qwen3 被下载超60000万次。'],
    ['under a heading that names the subject', '# Qwen3\n\n## 下载\n\n突破6亿次。'],
    ['beside a name of its family', '通义千问被下载突破6亿次。'],
    ['in the next paragraph of the section', 'Qwen3 很受欢迎。\n\n下载突破6亿次。'],
  ])('%s: found', (_, body) => {
    expect(problems(seed(body))).toEqual([]);
  });

  test.each<[string, string]>([
    ['with another amount', 'Qwen3 被下载突破7亿次。'],
    ['with another bound', 'Qwen3 被下载约6亿次。'],
    ['with another unit', 'Qwen3 收入突破6亿元。'],
    ['in a section that names somebody else', '# Qwen3\n\n很好。\n\n# DeepSeek\n\n下载突破6亿次。'],
    ['beside a name that only begins like it', 'Qwen3000 被下载突破6亿次。'],
    ['not at all', 'Qwen3 很好。'],
  ])('%s: missing', (_, body) => {
    expect(problems(seed(body))).toEqual([missing]);
  });

  test('without a digest', () => {
    const { 'seeds/001-paper.md': _, ...files } = GOOD;
    expect(problems(files)).toEqual([
      'facts.no-source facts/001-paper.yaml:7:12 "突破6亿次" The source "001-paper" has no digest in which this fact could be read. Add seeds/001-paper.md.',
    ]);
  });
});

describe('each fact must be read in its document, where that is at hand', () => {
  test('the figure is not there', () => {
    expect(problems(GOOD, { 'docs/001_a.txt': 'Qwen3 很好。' })).toEqual([
      'facts.not-in-document facts/001-paper.yaml:7:12 "突破6亿次" The document docs/001_a.txt does not state "突破6亿次". Correct the record after the document.',
    ]);
  });

  test('the very words are enough, broken as they may be', () => {
    const files = with_({
      'facts/001-paper.yaml': FACT.replace('突破6亿次', '突破6 亿次').replace('value: 6', 'value: 6'),
    });
    const words = problems(files, { '001.txt': '千问 突 破 6 亿 次' });
    expect(words.filter((line) => line.startsWith('facts.not-in-document'))).toEqual([]);
  });

  test('the name is far away', () => {
    const far = `Qwen3 很好。\n\n${'别的事。'.repeat(150)}\n\n下载突破6亿次。`;
    expect(problems(GOOD, { '001.txt': far })).toEqual([
      'facts.far-from-subject facts/001-paper.yaml:7:12 "突破6亿次" The document 001.txt states "突破6亿次", but not near a name of "qwen3". Check whose figure it is; add the name that the document uses to the aliases of the subject.',
    ]);
  });

  test('a document of no source', () => {
    expect(problems(GOOD, { '007_b.txt': '6亿次' })).toEqual([
      'facts.document-unmatched 007_b.txt:1:1 "" No source of the fact base has the number of the document 007_b.txt. Begin the file name with the number that the id of its source begins with.',
    ]);
  });

  test('files without a number are not documents', () => {
    expect(problems(GOOD, { 'README.md': 'Qwen3' })).toEqual([]);
  });
});

/** A fact file with these facts, and a digest that states each of them. */
function stating(...facts: string[]): Files {
  const text = facts.join('');
  const written = [...text.matchAll(/written: (.*)/g)].map((match) => match[1]);
  return with_({
    'facts/001-paper.yaml': text,
    'seeds/001-paper.md': `${SEED}\n${written.map((figure) => `Qwen3：${figure}。`).join('\n\n')}\n`,
  });
}

const downloads = (period: string, amount: number, more = ''): string =>
  FACT.replace('2025-09', period).replace('600000000', `${amount}00000000`).replace('6亿', `${amount}亿`) +
  more;

describe('facts must agree with each other', () => {
  test('a sum that only grows has fallen', () => {
    const exact = downloads('2025-12', 5).replace('more-than', 'exact').replace('突破5亿次', '5亿次');
    expect(problems(stating(downloads('2025-09', 6), exact))).toEqual([
      'facts.falls facts/001-paper.yaml:10:10 "500000000" "downloads" is cumulative and cannot fall, but was 突破6亿次 at 2025-09 and is 5亿次 at 2025-12. Correct one of the two facts, or the period; the other stands at facts/001-paper.yaml:1.',
    ]);
  });

  test('over 5 after over 6 is no fall: it may be 7', () => {
    expect(problems(stating(downloads('2025-09', 6), downloads('2025-12', 5)))).toEqual([]);
  });

  test('a forecast does not make a sum fall', () => {
    const forecast = downloads('2025-12', 5, '  mode: forecast\n')
      .replace('more-than', 'exact')
      .replace('突破5亿次', '5亿次');
    expect(problems(stating(downloads('2025-09', 6), forecast))).toEqual([]);
  });

  test('a part is more than its whole', () => {
    const metrics = METRICS.replace('- id: market', '  part-of: downloads\n- id: market');
    const whole = downloads('2025-09', 6).replace('more-than', 'exact').replace('突破', '');
    const part = downloads('2025-09', 7).replace('downloads', 'derivatives');
    expect(problems({ ...stating(whole, part), 'metrics.yaml': metrics })).toEqual([
      'facts.part-exceeds-whole facts/001-paper.yaml:10:10 "700000000" 突破7亿次 of "derivatives" exceed the 6亿次 of "downloads" of which they are a part. Correct one of the two facts; the whole stands at facts/001-paper.yaml:1.',
    ]);
  });

  test('one figure for two periods needs a word on it', () => {
    const twice = (note: string): Files => stating(downloads('2025-09', 6), downloads('2025-10', 6, note));
    expect(problems(twice(''))).toEqual([
      'facts.repeated facts/001-paper.yaml:10:10 "600000000" The source gives "突破6亿次" for "qwen3" at facts/001-paper.yaml:1 too, in another period or scope. Delete one if they are one statement; otherwise say in "note" how they differ.',
    ]);
    expect(problems(twice('  note: stated for both months\n'))).toEqual([]);
  });
});

describe('names', () => {
  const other = (more: string): Files =>
    with_({ 'entities/models.yaml': `- id: other\n  name: {zh: 别的, en: Other}\n${more}` });

  test('that mean two entities are reported', () => {
    expect(problems(other('  aliases: [阿裡]\n'))).toEqual([
      'facts.name-clash entities/models.yaml:1:3 "id: other\\n  name: {zh: 别的, en: Other}\\n  aliases: [阿裡]" The name "阿裡" also means "alibaba" (entities/organisations.yaml:1). Take it from one of the two, or make it "ambiguous" with what it needs.',
    ]);
  });

  test('are not when they are marked as ambiguous', () => {
    expect(problems(other('  ambiguous: [{name: 阿里, needs: [别的]}]\n'))).toEqual([]);
  });
});

test('conflicts are listed apart, for they are no fault', () => {
  const files = {
    ...GOOD,
    'facts/002-other.yaml': downloads('2025-09', 9),
    'seeds/002-other.md': SEED.replace('6亿', '9亿'),
  };
  const { problems: found, conflicts } = report(files);
  expect(found).toEqual([]);
  expect(conflicts.map(({ problem }) => `${problem.code} ${problem.severity} ${problem.message}`)).toEqual([
    'facts.conflict information Sources disagree on qwen3 downloads: 突破6亿次 (001-paper, 2025-09); 突破9亿次 (002-other, 2025-09).',
  ]);
});
