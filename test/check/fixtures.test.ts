import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dayOf, loadChecker } from '../helpers/checker.ts';
import { PROJECT } from '../helpers/fact-files.ts';
import { fixtureProblems, readFixture } from '../helpers/fixture.ts';

const folder = join(PROJECT, 'test/fixtures/notes');
const checker = loadChecker();
const today = dayOf('2026-02-15');

describe('fixture notes', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));

  it('are there', () => {
    expect(files.length).toBeGreaterThan(30);
  });

  it.each(files)('%s', (name) => {
    const fixture = readFixture(readFileSync(join(folder, name), 'utf8'));
    expect(fixture.expectations.length).toBeGreaterThan(0);
    expect(fixtureProblems(fixture, checker.analyze(fixture.note, { today })).join('\n')).toBe('');
  });
});
