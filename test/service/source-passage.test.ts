import { expect, it } from 'vitest';
import type { FactBase } from '../../src/factbase/fact-base.ts';
import type { Fact } from '../../src/factbase/model.ts';
import { sourcePassage } from '../../src/service/source-passage.ts';
import { makeService } from './support.ts';

const { factBase } = makeService();
const known = factBase.fact('qwen.cumulative-downloads@2025-09#001');
if (known === undefined) throw new Error('the base of these tests lacks its fact');
const fact: Fact = known;

/** What of a digest is taken for the place that states the fact. */
function passage(text: string, written = fact.written): string | null {
  const digest = { file: 'seeds/x.md', text };
  const base: FactBase = { ...factBase, digest: () => digest };
  const place = sourcePassage(base, { ...fact, written });
  if (place === null) return null;
  expect(place.file).toBe(digest.file);
  expect(text.split('\n')[(place.line ?? 0) - 1]).toContain(text.slice(place.start, place.end));
  return `${place.line}: ${text.slice(place.start, place.end)}`;
}

it.each([
  ['as it is written', '# 摘要\n\n- 千问累计下载突破6亿次。\n', '3: 突破6亿次'],
  ['spaced otherwise', '# 摘要\n\n- 千问累计下载突破 6 亿次。\n', '3: 突破 6 亿次'],
  ['in the line of its subject', '- 某模型突破6亿次。\n- 通义千问突破6亿次。\n', '2: 突破6亿次'],
  ['in the first line where none names the subject', '- 它突破6亿次。\n- 再次突破6亿次。\n', '1: 突破6亿次'],
])('a fact is found in its digest %s', (_, text, expected) => {
  expect(passage(text)).toBe(expected);
});

it('signs of patterns are plain signs', () => {
  expect(passage('占 43.5%（约）。', '43.5%（约）')).toBe('1: 43.5%（约）');
  expect(passage('占 4385%。', '43.5%')).toBeNull();
});

it('nothing is found where the digest puts it otherwise, or where there is none', () => {
  expect(passage('- 千问累计下载超过六亿次。\n')).toBeNull();
  expect(sourcePassage({ ...factBase, digest: () => undefined }, fact)).toBeNull();
});
