import { expect, test } from 'vitest';
import { buildFactBase } from '../../src/factbase/build.ts';
import { withReadings } from '../../src/factbase/build-fact.ts';
import { withPinyin } from '../../src/factbase/pinyin.ts';
import { COMPILED_VERSION, deserializeRecords, serializeRecords } from '../../src/factbase/serialize.ts';
import { base, GOOD, layer, services } from './support.ts';

const { records } = layer(GOOD).layer;

test('a compiled base is the same base, and reads no figure again', () => {
  const compiled = serializeRecords({
    records: withReadings(records, services),
    tables: { units: { a: 1 } },
  });
  const read = deserializeRecords(compiled);
  const silent = {
    ...services,
    readWritten: (): never => {
      throw new Error('read a figure');
    },
  };
  const { factBase, problems } = buildFactBase([{ name: 'bundled', records: read.records }], silent);
  const fresh = base(GOOD).factBase;
  expect(problems).toEqual([]);
  expect(factBase.facts).toEqual(fresh.facts);
  expect(factBase.entities).toEqual(fresh.entities);
  expect(factBase.metrics).toEqual(fresh.metrics);
  expect(factBase.sources).toEqual(fresh.sources);
  expect(factBase.digest('001-paper')).toEqual(fresh.digest('001-paper'));
  expect(read.tables).toEqual({ units: { a: 1 } });
});

test('pinyin of Chinese names is kept in it', () => {
  const { records: read } = deserializeRecords(
    serializeRecords({ records: withPinyin(records), tables: {} }),
  );
  const { factBase } = buildFactBase([{ name: 'bundled', records: read }], services);
  expect(factBase.entity('alibaba')?.pinyin).toEqual({ 阿里巴巴: 'a li ba ba', 阿里: 'a li' });
});

test.each([
  [
    '{"version":0,"records":[],"tables":{}}',
    `This fact base was compiled for version 0, this program reads version ${COMPILED_VERSION}: build it again.`,
  ],
  ['{}', 'This is no compiled fact base: build it again.'],
  ['[]', 'This is no compiled fact base: build it again.'],
])('%s is refused', (json, message) => {
  expect(() => deserializeRecords(json)).toThrow(message);
});
