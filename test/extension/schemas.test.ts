import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import { describe, expect, test } from 'vitest';
import { exampleFactBase } from '../../src/service/fact-files/example.ts';
import { bundledFiles, PROJECT } from '../helpers/fact-files.ts';

interface Contributed {
  readonly fileMatch: readonly string[];
  readonly url: string;
}

const { contributes } = JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8'));
const schemas: readonly Contributed[] = contributes.yamlValidation;

/** The schemas that a YAML editor takes for a file. */
const schemasFor = (file: string): string[] =>
  schemas
    .filter(({ fileMatch }) => picomatch.isMatch(`/home/me/${file}`, [...fileMatch]))
    .map(({ url }) => url);

describe('schemas for YAML editors', () => {
  const files = [...bundledFiles(), ...exampleFactBase('en')]
    .map((file) => file.path)
    .filter((file) => /\.yaml$/.test(file));

  test.each(files)('%s has the one of its kind', (file) => {
    const folder = path.basename(path.dirname(file));
    const kind = ['entities', 'facts'].includes(folder) ? folder : path.basename(file, '.yaml');
    expect(schemasFor(file)).toEqual([`./data/schema/${kind}.json`]);
  });

  test('are where the contribution says', () => {
    for (const { url } of schemas) expect(existsSync(path.join(PROJECT, url)), url).toBe(true);
  });

  test.each(['facts/site.yaml', 'metrics.yaml', 'k8s/entities/a.yaml', '.github/workflows/ci.yaml'])(
    'leave YAML of others alone: %s',
    (file) => expect(schemasFor(file)).toEqual([]),
  );
});
