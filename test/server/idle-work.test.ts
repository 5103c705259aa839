import { expect, test } from 'vitest';
import { createIdleWork } from '../../src/server/idle-work.ts';

test('work is done once for each key, and lets others in between', async () => {
  const log: string[] = [];
  const work = createIdleWork(function* ({ name }: { readonly name: string }) {
    for (let n = 0; n < 3; n++) {
      const end = performance.now() + 5;
      while (performance.now() < end);
      log.push(name);
      yield;
    }
  });
  const key = { name: 'a' };
  setImmediate(() => log.push('other'));
  await Promise.all([work.done(key), work.done(key)]);
  await work.done(key);
  expect(log.filter((entry) => entry === 'a')).toHaveLength(3);
  expect(log.indexOf('other')).toBeLessThan(log.lastIndexOf('a'));
});

test('work that fails says so to whoever waits for it', async () => {
  const work = createIdleWork<object>(function* () {
    yield;
    throw new Error('no names');
  });
  await expect(work.done({})).rejects.toThrow('no names');
});
