import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecords } from '../../src/factbase/load.ts';
import { appendEntity, appendFact, type NewFact } from '../../src/factbase/write.ts';

const fact: NewFact = {
  written: '突破6亿次',
  subject: 'qwen3',
  metric: 'downloads',
  value: 600_000_000,
  bound: 'more-than',
  unit: 'times',
  period: '2025-09',
  scope: { platform: 'hugging-face' },
};

const WRITTEN = `- subject: qwen3
  metric: downloads
  value: 600000000
  bound: more-than
  unit: times
  period: 2025-09
  scope: {platform: hugging-face}
  written: 突破6亿次
`;

describe('a fact is added at the end', () => {
  test.each([
    ['of an empty file', '', WRITTEN],
    ['of a file with comments only', '# Facts of the paper\n', `# Facts of the paper\n${WRITTEN}`],
    ['behind a last line without its end', '- subject: a # why', `- subject: a # why\n${WRITTEN}`],
    ['keeping every space of the rest', '-   subject:   a\n\n\n', `-   subject:   a\n\n\n${WRITTEN}`],
    ['behind a broken record', '- subject: "a\n', `- subject: "a\n${WRITTEN}`],
    [
      'with Windows line ends where the file has them',
      '- subject: a\r\n',
      `- subject: a\r\n${WRITTEN.replaceAll('\n', '\r\n')}`,
    ],
    ['of an empty list in brackets', '# none yet\n\n[]\n', `# none yet\n${WRITTEN}`],
    ['of a list in brackets', '[{subject: a}]\n', `- {subject: a}\n${WRITTEN}`],
  ])('%s', (_, before, after) => {
    expect(appendFact(before, fact)).toBe(after);
  });
});

test('quotes stand where YAML would read another thing, and only there', () => {
  const text = appendFact('', {
    ...fact,
    value: [1.5, 2],
    period: 2025,
    written: '600',
    note: 'yes: "no" # maybe',
  });
  expect(text).toContain('  value: [1.5, 2]\n');
  expect(text).toContain('  period: 2025\n');
  expect(text).toContain('  written: "600"\n');
  expect(text).toContain(`  note: 'yes: "no" # maybe'\n`);
});

test('an entity is written with its keys in order', () => {
  const text = appendEntity('', {
    name: { zh: '通义千问', en: 'Qwen' },
    id: 'qwen',
    kind: 'family',
    makes: 'a',
    'part-of': ['b'],
    aliases: ['[通义]千问', 'Qwen (A)'],
    ambiguous: [],
    links: { website: 'https://example.org/#a' },
  });
  expect(text).toBe(`- id: qwen
  kind: family
  name: {zh: 通义千问, en: Qwen}
  aliases: ["[通义]千问", Qwen (A)]
  makes: a
  part-of: [b]
  links: {website: https://example.org/#a}
`);
});

test('whatever is written is read back, however often, and nothing before it changes', () => {
  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((s) => s.trim() !== '' && !/[\0\uFFFD]/.test(s));
  const facts = fc.array(
    fc.record({
      written: words,
      note: words,
      value: fc.oneof(fc.integer(), fc.double({ min: 1e-6, max: 1e18, noNaN: true })),
    }),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(facts, (given) => {
      let text = '# head\n';
      for (const one of given) {
        const longer = appendFact(text, { ...fact, ...one });
        expect(longer.startsWith(text)).toBe(true);
        text = longer;
      }
      const { records, problems } = readRecords({ path: 'facts/a.yaml', text });
      expect(problems).toEqual([]);
      const read = records.map((record) => (record.type === 'fact' ? record.data : null));
      expect(read).toMatchObject(
        given.map(({ written, note, value }) => ({
          written: written.trim(),
          note: note.trim(),
          value: value + 0,
        })),
      );
    }),
  );
});
