import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFactBase } from '../../src/factbase/build.ts';
import type { FactBase } from '../../src/factbase/fact-base.ts';
import type { Entity } from '../../src/factbase/model.ts';
import { foldForSearch, searchName } from '../../src/factbase/name-index/name-index.ts';
import { namesOf } from '../../src/factbase/names.ts';
import { withPinyin } from '../../src/factbase/pinyin.ts';
import { createNameSearch, type MatchKind } from '../../src/factbase/search.ts';
import { layer, services } from './support.ts';

function baseOf(names: readonly { readonly zh: string; readonly en: string }[]): FactBase {
  const records = names.map(
    ({ zh, en }, i) =>
      `- {id: e${i}, kind: model, name: {zh: ${JSON.stringify(zh)}, en: ${JSON.stringify(en)}}, description: {zh: 某, en: Some}}\n`,
  );
  const { layer: read } = layer({ 'entities/models.yaml': records.join('') });
  return buildFactBase([{ ...read, records: withPinyin(read.records) }], services).factBase;
}

/** What each kind of match means, said without any index. */
function meets(entity: Entity, query: string, kind: MatchKind): boolean {
  return namesOf(entity)
    .map((name) => searchName(entity, name))
    .some(({ folded, pinyin, initials }) => {
      if (kind === 'exact') return folded === query;
      if (kind === 'prefix') return folded !== query && folded.startsWith(query);
      // Syllables may be typed apart.
      if (kind === 'pinyin') return pinyin.startsWith(query) || pinyin.startsWith(query.replaceAll(' ', ''));
      if (kind === 'initials') return query.length > 1 && initials.startsWith(query);
      return folded.includes(query);
    });
}

const LATIN = fc.stringMatching(/^[abAB12]{1,4}([- ][ab1]{1,3})?$/);
const CHINESE = fc.stringMatching(/^[阿里巴云雲]{1,4}[ab]?$/);
const BASES = fc.array(fc.record({ zh: CHINESE, en: LATIN }), { minLength: 1, maxLength: 120 });
const QUERIES = fc.oneof(LATIN, CHINESE, fc.stringMatching(/^[a-z]{1,3}$/));

describe('the index finds what a look at every name would find', () => {
  test.each<MatchKind>(['exact', 'prefix', 'pinyin', 'initials'])('%s', (kind) => {
    fc.assert(
      fc.property(BASES, QUERIES, (names, typed) => {
        const base = baseOf(names);
        const query = foldForSearch(typed);
        // A name that answers better is not listed under what it also is.
        const better: MatchKind[] = [];
        for (const one of ['exact', 'prefix', 'word', 'pinyin', 'initials'] as const) {
          better.push(one);
          if (one === kind) break;
        }
        const found = createNameSearch(base).search(typed, 1000, new Set(better));
        const expected = base.entities.filter((entity) => meets(entity, query, kind));
        expect(found.map(({ entity }) => entity.id)).toEqual(
          expect.arrayContaining(expected.map(({ id }) => id)),
        );
        const ofKind = found.filter(({ matchKind }) => matchKind === kind);
        expect(ofKind.every(({ entity }) => meets(entity, query, kind))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('anywhere in a name', () => {
    fc.assert(
      fc.property(BASES, QUERIES, (names, typed) => {
        const base = baseOf(names);
        const query = foldForSearch(typed);
        const found = createNameSearch(base).search(typed, 1000);
        const expected = base.entities.filter((entity) => meets(entity, query, 'substring'));
        expect(found.map(({ entity }) => entity.id)).toEqual(
          expect.arrayContaining(expected.map(({ id }) => id)),
        );
      }),
      { numRuns: 60 },
    );
  });
});

/** Thousands of names that begin alike. */
const MANY = baseOf(Array.from({ length: 5000 }, (_, i) => ({ zh: `云海模型${i}号`, en: `Seamodel-${i}` })));

describe('of thousands of names that begin alike', () => {
  const names = createNameSearch(MANY);

  test('as many as asked for are found, those first of which the query is the greater part', () => {
    const found = names.search('云海模', 10);
    expect(found).toHaveLength(10);
    expect(found.every(({ name }) => name.length === '云海模型0号'.length)).toBe(true);
  });

  test.each([
    ['Seamodel-4321', 'e4321'],
    ['云海模型4321', 'e4321'],
    ['4321', 'e4321'],
    ['模型4321号', 'e4321'],
    ['yunhaimoxing4321', 'e4321'],
    ['Seamodle-4321', 'e4321'],
  ])('%s finds its own', (query, id) => {
    expect(names.search(query, 5).map(({ entity }) => entity.id)).toContain(id);
  });

  test('one that is named is told how it answers, however many there are', () => {
    const last = MANY.entity('e4999');
    if (last === undefined) throw new Error('the base lacks its last entity');
    expect(names.match(last, '云海')).toMatchObject({ matchKind: 'prefix', name: '云海模型4999号' });
    expect(names.match(last, '河')).toBeNull();
  });

  test('what begins a name does, what does not does not', () => {
    expect(names.begins('ＳＥＡ')).toBe(true);
    expect(names.begins('雲海')).toBe(true);
    expect(names.begins('海')).toBe(false);
    expect(names.begins('')).toBe(false);
  });
});

test('names made ready in slices answer as those that were not, and a question in between is answered in full', () => {
  const slow = createNameSearch(MANY);
  const slices = slow.prepare();
  for (let n = 0; n < 5; n++) slices.next();
  const between = slow.search('云海模型123', 20);
  for (const _ of slices);
  expect(between).toEqual(createNameSearch(MANY).search('云海模型123', 20));
  expect(slow.search('云海模型123', 20)).toEqual(between);
});
