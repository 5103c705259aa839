import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fileRole, readRecords, readTable } from '../../src/factbase/load.ts';
import { shown } from './support.ts';

const FACTS = 'facts/001-paper.yaml';

/** What reading one file says, and the first words of the records that are left. */
function read(path: string, text: string): { problems: string[]; records: string[] } {
  const result = readRecords({ path, text });
  return {
    problems: shown(result.problems, { [path]: text }),
    records: result.records.map((r) =>
      r.type === 'fact' ? r.data.written : r.type === 'source' ? r.id : r.data.id,
    ),
  };
}

const fact = (written: string, more = ''): string =>
  `- subject: qwen3\n  metric: downloads\n  value: 1\n  unit: times\n${more}  written: ${written}\n`;

describe('a good file', () => {
  test('gives its records with their places', () => {
    const text = `# two facts\n${fact('1次')}\n${fact('2次', '  period: 2025\n  scope: {platform: hugging-face}\n')}`;
    const { records, problems } = readRecords({ path: FACTS, text });
    expect(problems).toEqual([]);
    const second = records[1];
    if (second?.type !== 'fact') throw new Error('no second fact');
    expect(second.source).toBe('001-paper');
    expect(second.place.line).toBe(8);
    expect(text.slice(second.place.start, second.place.end)).toMatch(/^subject: qwen3[\s\S]*2次$/);
    const platform = second.at['scope.platform'];
    expect(text.slice(platform?.start, platform?.end)).toBe('hugging-face');
    expect(second.data).toMatchObject({ period: 2025, bound: 'exact', mode: 'reported' });
  });

  test.each([
    ['with Windows line ends', fact('1次').replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${fact('1次')}`],
    ['behind a document mark', `---\n${fact('1次')}`],
    ['as one list in brackets', '[{subject: qwen3, metric: downloads, value: 1, unit: times, written: 1次}]'],
  ])('is read %s', (_, text) => {
    expect(read(FACTS, text)).toEqual({ problems: [], records: ['1次'] });
  });

  test.each(['', '\n', '# nothing yet\n', '[]\n'])('may be empty: %j', (text) => {
    expect(read(FACTS, text)).toEqual({ problems: [], records: [] });
  });

  test('of entities says their kind by its name, and a record may say otherwise', () => {
    const text = '- id: a\n  name: {zh: 甲, en: A}\n- id: b\n  kind: person\n  name: {zh: 乙, en: B}\n';
    const { records } = readRecords({ path: 'data/entities/organisations.yaml', text });
    expect(records.map((r) => r.type === 'entity' && r.kind)).toEqual(['organisation', 'person']);
  });
});

describe('a broken record is reported at its place, and the others are read', () => {
  test.each([
    [
      'an open quote',
      fact('"1次'),
      'facts.syntax facts/001-paper.yaml:5:14 "次" Not readable as YAML: Missing closing "quote. Correct the record; the other records of the file are read as they are.',
    ],
    [
      'an unknown key',
      fact('1次', '  perod: 2025\n'),
      'facts.unknown-key facts/001-paper.yaml:5:3 "perod" Unknown key "perod" in fact. Did you mean "period"?',
    ],
    [
      'an unknown key within',
      fact('1次', '  scope: {country: china}\n'),
      'facts.unknown-key facts/001-paper.yaml:5:11 "country" Unknown key "country" in "scope". Known keys: platform, region, segment.',
    ],
    [
      'a key of JavaScript',
      fact('1次', '  __proto__: {polluted: yes}\n'),
      'facts.unknown-key facts/001-paper.yaml:5:3 "__proto__" Unknown key "__proto__" in this record. Known keys: those of the schema.',
    ],
    [
      'a key twice',
      fact('1次', '  value: 2\n'),
      'facts.duplicate-key facts/001-paper.yaml:5:3 "value" The key "value" stands twice in one record. Keep one of them; the first is read.',
    ],
    [
      'a wrong type',
      fact('1次').replace('value: 1', 'value: many'),
      'facts.type facts/001-paper.yaml:3:10 "many" "value" must be a number or a list of two numbers, but is the text "many". Write a number or a list of two numbers.',
    ],
    [
      'a number for text',
      fact('600'),
      'facts.type facts/001-paper.yaml:5:12 "600" "written" must be text, but is the number 600. Put it in quotes: "600".',
    ],
    [
      'a value that is none of the list',
      fact('1次', '  bound: more then\n'),
      'facts.value facts/001-paper.yaml:5:10 "more then" "more then" is no value of "bound". Did you mean "more-than"?',
    ],
    [
      'a missing key',
      fact('1次').replace('  unit: times\n', ''),
      'facts.missing-key facts/001-paper.yaml:1:3 "subject" The key "unit" is missing in fact. Add "unit: …".',
    ],
    [
      'an empty value',
      fact('1次').replace('unit: times', 'unit:'),
      'facts.type facts/001-paper.yaml:4:3 "unit" "unit" must be text, but is empty. Write text.',
    ],
    [
      'an id that is none',
      fact('1次').replace('qwen3', 'Qwen 3'),
      'facts.value facts/001-paper.yaml:1:12 "Qwen 3" "Qwen 3" is no value of "subject". Write small letters, digits and single hyphens, as in qwen3-coder.',
    ],
    [
      'an alias',
      fact('1次', '  note: *other\n'),
      'facts.syntax facts/001-paper.yaml:5:9 "*other" Anchors and aliases are not read here (*other). Write the value out.',
    ],
    [
      'an item that is no record',
      '- just text\n',
      'facts.type facts/001-paper.yaml:1:3 "just text" "fact" must be a record of keys and values, but is the text "just text". Write a record of keys and values.',
    ],
  ])('%s', (_, broken, expected) => {
    const { problems, records } = read(FACTS, broken + fact('9次'));
    expect(problems[0]).toBe(expected);
    expect(records.at(-1)).toBe('9次');
  });

  test('unknown keys cost the key, not the record', () => {
    expect(read(FACTS, fact('1次', '  perod: 2025\n')).records).toEqual(['1次']);
  });

  test('every fault of a record is reported, not the first only', () => {
    const text = fact('1次', '  mode: guess\n  perod: 2025\n').replace('value: 1', 'value: [1]');
    expect(read(FACTS, text).problems.map((p) => p.split(' ')[0])).toEqual([
      'facts.type',
      'facts.value',
      'facts.unknown-key',
    ]);
  });
});

test('anchors and aliases are refused, so that none can grow without end', () => {
  const text = `- &a [x, x]\n- id: m\n  name: &n {zh: 甲, en: A}\n  aliases: [*n]\n${fact('1次')}`;
  const { problems, records } = read(FACTS, text);
  expect(problems.join('\n')).toContain('Anchors and aliases are not read here (*n). Write the value out.');
  expect(records).toEqual(['1次']);
});

describe('a file that is no list of records', () => {
  test('a mapping', () => {
    expect(read(FACTS, 'facts: 3\n').problems).toEqual([
      'facts.type facts/001-paper.yaml:1:1 "facts" This file must be a list of records; this is a record of keys and values. Begin each record with "- " at the start of a line.',
    ]);
  });

  test.each([
    [
      'UTF-16',
      `\0-\0 \0a`,
      'facts.encoding facts/001-paper.yaml:1:1 "\\u0000" This file is not UTF-8 text: it holds NUL characters, as UTF-16 files do. Save the file as UTF-8.',
    ],
    [
      'GBK',
      '- \uFFFD\uFFFD',
      'facts.encoding facts/001-paper.yaml:1:3 "�" This file is not UTF-8 text: it holds bytes that are no UTF-8 characters. Save the file as UTF-8.',
    ],
  ])('%s bytes', (_, text, expected) => {
    expect(read(FACTS, text)).toEqual({ problems: [expected], records: [] });
  });

  test('of a name that says nothing', () => {
    expect(read('notes/a.yaml', fact('1次')).problems).toEqual([
      'facts.unknown-file notes/a.yaml:1:1 "" Not a file of a fact base: notes/a.yaml. Put it under entities/, facts/ or seeds/, or name it metrics.yaml.',
    ]);
  });

  test('of entities whose kind nobody says', () => {
    const text = '- id: a\n  name: {zh: 甲, en: A}\n';
    expect(read('entities/things.yaml', text).problems).toEqual([
      `facts.missing-key entities/things.yaml:1:3 "id" The kind of the entity is not said, and the file name "things" does not say it. Add "kind: …", one of organisation, model, family, product, dataset, framework, platform, chip, programme, policy, benchmark, report, media, person, place, group.`,
    ]);
  });
});

describe('a seed', () => {
  const seed = (front: string): string => `---\n${front}---\n\n# Text\n\n- a list, no record\n`;
  const good = 'title: T\npublisher: P\nlanguage: zh-Hans\nkind: article\n';

  test('gives its source and keeps its text', () => {
    const text = seed(good);
    const { records, problems } = readRecords({ path: 'seeds/001-paper.md', text });
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      { type: 'source', id: '001-paper', text, data: { title: 'T', author: '' } },
    ]);
  });

  test('without front matter', () => {
    expect(read('seeds/a.md', '# Text\n').problems).toEqual([
      'facts.syntax seeds/a.md:1:1 "# T" This seed has no front matter. Begin the file with "---", the keys title, publisher, language and kind, and "---".',
    ]);
  });

  test('with an address that is none of the web', () => {
    const text = seed(`${good}url: javascript:alert(1)\n`);
    expect(read('seeds/a.md', text).problems).toEqual([
      'facts.value seeds/a.md:6:6 "javascript:alert(1)" "javascript:alert(1)" is no value of "url". Write a whole address: https://….',
    ]);
  });

  test('with empty front matter', () => {
    expect(read('seeds/a.md', seed('')).problems[0]).toBe(
      'facts.missing-key seeds/a.md:2:1 "" The key "title" is missing in source. Add "title: …".',
    );
  });

  test('with an unknown key', () => {
    expect(read('seeds/a.md', seed(`${good}publihser: P\n`))).toEqual({
      problems: [
        'facts.unknown-key seeds/a.md:6:1 "publihser" Unknown key "publihser" in source. Did you mean "publisher"?',
      ],
      records: ['a'],
    });
  });
});

test.each([
  ['data/entities/models.yaml', 'entities'],
  ['C:\\notes\\facts\\a.yml', 'facts'],
  ['metrics.yaml', 'metrics'],
  ['data/seeds/a.md', 'seed'],
  ['data/units.yaml', 'units'],
  ['data/facts/a.md', null],
  ['notes/a.yaml', null],
])('%s holds %s', (path, role) => {
  expect(fileRole(path)).toBe(role);
});

describe('a table', () => {
  const schema = z.strictObject({ words: z.array(z.string()) });
  const table = (text: string) => {
    const result = readTable({ path: 'words.yaml', text }, schema);
    return { table: result.table, problems: shown(result.problems, { 'words.yaml': text }) };
  };

  test('is read whole', () => {
    expect(table('# head\nwords: [a, b]\n')).toEqual({ table: { words: ['a', 'b'] }, problems: [] });
  });

  test.each([
    ['words: [a\n', 'facts.syntax words.yaml:1:9 "a"'],
    [
      'words: [a, 3]\n',
      'facts.type words.yaml:1:12 "3" "words.1" must be text, but is the number 3. Put it in quotes: "3".',
    ],
    [
      'words: [a]\nword: []\n',
      'facts.unknown-key words.yaml:2:1 "word" Unknown key "word" in table. Did you mean "words"?',
    ],
    ['', 'facts.missing-key words.yaml:1:1 "" The key "words" is missing in table. Add "words: …".'],
  ])('is refused whole: %j', (text, expected) => {
    const result = table(text);
    expect(result.table).toBeNull();
    expect(result.problems[0]?.slice(0, expected.length)).toBe(expected);
  });
});

test('no text makes reading throw, and no problem points outside the text', () => {
  const piece = fc.constantFrom(
    '- ',
    '\n',
    ': ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '&a ',
    '*a',
    '? ',
    '|',
    '>',
    '#',
    'id',
    '  ',
    '---',
    '!!',
    '\t',
    '<<',
  );
  const text = fc
    .array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 30 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      text,
      fc.constantFrom('metrics.yaml', FACTS, 'entities/models.yaml', 'seeds/a.md'),
      (source, path) => {
        for (const { start, end } of readRecords({ path, text: source }).problems) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(source.length);
        }
      },
    ),
  );
});

test('brackets without end are one problem', () => {
  const { problems } = read(FACTS, `- ${'['.repeat(20_000)}\n${fact('1次')}`);
  expect(problems).toHaveLength(1);
});
