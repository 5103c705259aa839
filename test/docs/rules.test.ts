import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROBLEM_TEXTS } from '../../src/factbase/problem-texts.ts';
import { FINDING_CODES } from '../../src/service/configuration.ts';
import { dayOf, loadChecker } from '../helpers/checker.ts';
import { PROJECT } from '../helpers/fact-files.ts';

const FOLDER = join(PROJECT, 'docs/rules');
const CODES = [...FINDING_CODES, ...new Set(Object.values(PROBLEM_TEXTS).map(({ code }) => code))];

function page(code: string): string {
  return readFileSync(join(FOLDER, `${code}.md`), 'utf8');
}

/** The first example under a heading. */
function example(code: string, heading: string): string {
  const section = page(code).split(`\n## ${heading}\n`)[1] ?? '';
  return /```md\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
}

test('every code has a page, and every page a code', () => {
  const pages = readdirSync(FOLDER)
    .filter((file) => file !== 'README.md')
    .map((file) => file.replace(/\.md$/, ''));
  expect(pages.sort()).toEqual([...CODES].sort());
});

test('the index names every code', () => {
  const index = readFileSync(join(FOLDER, 'README.md'), 'utf8');
  expect(CODES.filter((code) => !index.includes(`](${code}.md)`))).toEqual([]);
});

describe('examples of the pages', () => {
  const checker = loadChecker();
  const linesWith = (code: string, note: string): string[] => {
    const { findings } = checker.analyze(note, { today: dayOf('2026-02-15') });
    const found = findings.filter((finding) => finding.code === code);
    return found.map(({ start }) => note.slice(note.lastIndexOf('\n', start - 1) + 1).split('\n')[0] ?? '');
  };
  const statements = (note: string) =>
    note.split('\n').filter((line) => line !== '' && !line.startsWith('<!--'));

  test.each(FINDING_CODES.filter((code) => code.startsWith('figure.')))(
    '%s: each line is flagged',
    (code) => {
      const note = example(code, code === 'figure.unverified' ? 'Flagged, once switched on' : 'Flagged');
      expect(statements(note)).toHaveLength(2);
      expect(linesWith(code, note)).toEqual(statements(note));
    },
  );

  test.each(FINDING_CODES)('%s: no line of the counter-example is flagged', (code) => {
    const note = example(code, 'Not flagged') || example(code, 'Not to be flagged');
    expect(statements(note).length).toBeGreaterThan(0);
    expect(linesWith(code, note)).toEqual([]);
  });

  test('a suppression is reported exactly where it silences nothing', () => {
    expect(linesWith('suppression.unused', example('suppression.unused', 'Flagged'))).toHaveLength(2);
  });
});
