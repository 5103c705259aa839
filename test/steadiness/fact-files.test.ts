import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRecords } from '../../src/factbase/load.ts';
import { readFactFolder } from '../../src/server/disk/fact-layers.ts';
import { walk } from '../../src/server/disk/walk.ts';
import { assembleKnowledge } from '../../src/service/assemble.ts';
import { readConfiguration } from '../../src/service/configuration.ts';
import { bundledFiles } from '../helpers/fact-files.ts';
import { readers } from '../service/support.ts';
import { applyEdit, edit, HOSTILE_NAMES, piece } from './hostile.ts';

const entity = (id: string, more = '') =>
  `- id: ${id}\n  kind: organisation\n  name: {zh: 甲${id}, en: ${id}}\n  description: {zh: 甲, en: A.}\n${more}`;

/** Everything that is said of a file with these entities, laid over an empty base. */
function built(text: string) {
  const { records, problems, damaged } = readRecords({ path: 'entities/a.yaml', text });
  const layer = { name: 'ours', records, damaged };
  const knowledge = assembleKnowledge({ records: [], tables: {} }, [layer], readers);
  return { problems: [...problems, ...knowledge.problems], factBase: knowledge.factBase };
}

describe('a hostile fact file', () => {
  it('with aliases of aliases of aliases is refused, not unfolded', () => {
    const levels = Array.from({ length: 40 }, (_, i) => `  k${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]\n`);
    const text = `- id: a\n  k0: &a0 [lol, lol]\n${levels.join('')}`;
    const { records, problems } = readRecords({ path: 'entities/a.yaml', text });
    expect(records).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('with the key %s changes no object of ours', (key) => {
    const { problems } = built(
      entity('a', `  ${key}: {polluted: yes}\n  links: {${key}: {polluted: 'x'}}\n`),
    );
    expect(problems.length).toBeGreaterThan(0);
    expect(Object.prototype).not.toHaveProperty('polluted');
    expect({}).not.toHaveProperty('polluted');
  });

  it('with 100,000 mistakes is read to its end', () => {
    const { problems, factBase } = built(`${'- {}\n'.repeat(100_000)}${entity('last')}`);
    expect(problems.length).toBeGreaterThanOrEqual(100_000);
    expect(factBase.entity('last')).toBeDefined();
  });

  it.each([
    ['itself', entity('a', '  part-of: a\n')],
    ['one another', entity('a', '  part-of: b\n') + entity('b', '  part-of: a\n')],
    [
      'a ring of a thousand',
      Array.from({ length: 1000 }, (_, i) => entity(`e${i}`, `  part-of: e${(i + 1) % 1000}\n`)).join(''),
    ],
  ])('with relations that lead back to %s is told so', (_, text) => {
    expect(built(text).problems.map(({ code }) => code)).toContain('facts.cycle');
  });

  it('nested a hundred thousand deep is refused', () => {
    const { records, problems } = readRecords({
      path: 'entities/a.yaml',
      text: `- id: ${'['.repeat(100_000)}`,
    });
    expect(records).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
  });

  it('of whatever text is read without an error, and problems lie in it', () => {
    const samples = bundledFiles().filter(({ path }) => /entities|facts|metrics|seeds/.test(path));
    const damaged = fc
      .tuple(fc.constantFrom(...samples), fc.array(edit, { maxLength: 3 }))
      .map(([file, edits]) => ({
        path: file.path,
        // Of a long file its beginning will do.
        text: edits.map((one) => ({ ...one, at: one.at % 1500 })).reduce(applyEdit, file.text.slice(0, 1500)),
      }));
    const random = fc.record({
      path: fc.constantFrom(
        'entities/a.yaml',
        'facts/a.yaml',
        'metrics.yaml',
        'seeds/a.md',
        'units.yaml',
        'x',
      ),
      text: fc
        .array(
          fc.oneof(
            piece,
            fc.constantFrom('- ', ': ', '&a ', '*a', '"', '{', '[', '? ', '| \n', '---\n', '!!js/function '),
          ),
          { maxLength: 20 },
        )
        .map((parts) => parts.join('')),
    });
    fc.assert(
      fc.property(fc.oneof(damaged, random), (file) => {
        for (const { start, end } of readRecords(file).problems) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(file.text.length + 1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('of another text at each moment of its being written never brings the base down', () => {
    const text = entity('one') + entity('two', '  part-of: one\n');
    for (let length = 0; length <= text.length; length++) built(text.slice(0, length));
    expect(built(text).problems).toEqual([]);
  });
});

describe('names that look like something else', () => {
  it.each(HOSTILE_NAMES)('%j is found as it stands, or refused at its place', (name) => {
    const text = `- id: a\n  kind: model\n  name: {zh: ${JSON.stringify(name)}, en: ${JSON.stringify(name)}}\n  description: {zh: 甲, en: A.}\n`;
    const { problems, factBase } = built(text);
    expect(problems.length > 0 || factBase.entity('a')?.name.en === name).toBe(true);
  });
});

describe('on disk', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'hostile-'));
    for (const folder of ['ours/entities', 'ours/facts', 'ours/seeds'])
      mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, 'ours/entities/organisations.yaml'), entity('one'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('links in a circle end', async () => {
    symlinkSync(root, join(root, 'ours/loop'));
    symlinkSync(join(root, 'ours/entities'), join(root, 'ours/entities/loop.yaml'));
    symlinkSync('self.yaml', join(root, 'ours/entities/self.yaml'));
    const { layer, problems } = await readFactFolder(join(root, 'ours'));
    expect([layer.records.length, problems]).toEqual([1, []]);
    const everything = { root, include: ['**/*.yaml'], exclude: [] };
    expect(await walk(root, everything)).toEqual([join(root, 'ours/entities/organisations.yaml')]);
  });

  it('a link to a file elsewhere is no fact file', async () => {
    const elsewhere = join(root, 'elsewhere.yaml');
    writeFileSync(elsewhere, entity('two'));
    symlinkSync(elsewhere, join(root, 'ours/entities/two.yaml'));
    const { files } = await readFactFolder(join(root, 'ours'));
    expect(files.map(({ path }) => path)).toEqual([join(root, 'ours/entities/organisations.yaml')]);
  });

  it('a folder in place of a file is passed over', async () => {
    mkdirSync(join(root, 'ours/facts/a.yaml'));
    expect((await readFactFolder(join(root, 'ours'))).problems).toEqual([]);
  });
});

describe('the configuration of a workspace', () => {
  it.each(['../x', 'a/../../x', '/etc', '..\\x', 'C:\\x', './..'])('leads to no other folder: %s', (path) => {
    const { configuration, problems } = readConfiguration(`facts: [ours, ${JSON.stringify(path)}]\n`);
    expect(configuration).toBeNull();
    expect(problems).toMatchObject([{ message: expect.stringContaining('outside'), start: 14 }]);
  });

  it.each(['ours', './ours', 'a/../ours', 'a/b', '..a', '.'])('may name any folder inside: %s', (path) => {
    expect(readConfiguration(`facts: [${JSON.stringify(path)}]\n`).problems).toEqual([]);
  });

  it('is read whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.constantFrom('facts', ': ', '[', ']', '..', 'severity')), {
          maxLength: 12,
        }),
        (parts) => {
          readConfiguration(parts.join(''));
        },
      ),
      { numRuns: 300 },
    );
  });
});
