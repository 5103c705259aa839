import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

function readJson(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

/** The texts that the extension hands to `l10n.t`. */
function textsOfSource(): Set<string> {
  const folder = path.join(root, 'src/extension');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
  return new Set(
    sources.flatMap((source) =>
      [...source.matchAll(/l10n\.t\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''),
    ),
  );
}

/** How often `l10n.t` is called at all: a call with anything but a plain text would escape the translation. */
function callsOfSource(): number {
  const folder = path.join(root, 'src/extension');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(path.join(folder, file), 'utf8').matchAll(/l10n\.t\(\s*(.)/g)])
    .filter((match) => match[1] !== "'").length;
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\d\}/g) ?? [])].sort();
}

describe('texts of the extension', () => {
  const chinese = readJson('l10n/bundle.l10n.zh-cn.json');

  test('every text of the source has a Chinese one, and nothing else stands in the bundle', () => {
    expect(Object.keys(chinese).sort()).toEqual([...textsOfSource()].sort());
    expect(textsOfSource().size).toBeGreaterThan(10);
  });

  test('every text is a literal that a translation can be found for', () => {
    expect(callsOfSource()).toBe(0);
  });

  test.each(Object.entries(chinese))(
    'the translation of "%s" keeps its placeholders',
    (english, translated) => {
      expect(placeholders(String(translated))).toEqual(placeholders(english));
    },
  );
});

describe('texts of package.json', () => {
  const english = readJson('package.nls.json');
  const chinese = readJson('package.nls.zh-cn.json');
  const used = readFileSync(path.join(root, 'package.json'), 'utf8').match(/"%[^"%]+%"/g) ?? [];

  test('every key that is used has a text, and no text is unused', () => {
    expect(Object.keys(english).sort()).toEqual([...new Set(used.map((key) => key.slice(2, -2)))].sort());
  });

  test('English and Chinese have the same keys', () => {
    expect(Object.keys(chinese)).toEqual(Object.keys(english));
  });

  test('a link to a command is the same in both', () => {
    const commands = (text: unknown) => String(text).match(/command:[\w.]+/g);
    for (const key of Object.keys(english)) expect(commands(chinese[key])).toEqual(commands(english[key]));
  });
});
