/** Measures a fact base of so many invented names and facts: `node --expose-gc bench/facts-worker.ts COUNT`. Prints one line of JSON. */
import { loadBundledBase } from '../src/server/disk/bundled.ts';
import { assembleKnowledge, createReaders } from '../src/service/assemble.ts';
import { createLanguageService } from '../src/service/language-service.ts';
import { fullCheck, TODAY } from './support/product.ts';
import { syntheticLayer, syntheticName, syntheticNote } from './support/synthetic-facts.ts';
import { measure, summarize } from './support/timing.ts';

const count = Number(process.argv[2] ?? 300);
const base = loadBundledBase();
const layer = syntheticLayer(count);
globalThis.gc?.();
const before = process.memoryUsage();
const started = performance.now();
const knowledge = assembleKnowledge(base, [layer], createReaders(base.tables));
const load = performance.now() - started;
const service = createLanguageService({ factBase: knowledge.factBase });
const text = syntheticNote(count, 400);
const note = service.makeNote('file:///note.md', knowledge.checker.analyze(text, { today: TODAY }));

// What an editor has done in idle moments before anybody types.
const slices: number[] = [];
const names = service.prepareNames();
for (let done = false; !done; ) {
  const begun = performance.now();
  done = names.next().done === true;
  slices.push(performance.now() - begun);
}
globalThis.gc?.();
const after = process.memoryUsage();

// The first strokes run code that is not compiled yet.
const queries = Array.from({ length: 20 + 200 }, (_, n) => {
  const { zh, en } = syntheticName((n * 104_729) % count);
  return (n % 3 === 0 ? zh : en).slice(0, 2 + (n % 3));
});
const completions = queries.map((query) => {
  const typed = complete(query);
  const asked = performance.now();
  service.doComplete(typed, query.length, 'asked');
  return performance.now() - asked;
});
completions.splice(0, 20);
const hovers = Array.from({ length: 200 }, (_, n) => {
  const mention = note.analysis.mentions[n % Math.max(1, note.analysis.mentions.length)];
  const asked = performance.now();
  service.doHover(note, mention?.start ?? 0);
  return performance.now() - asked;
});
const check = measure(() => fullCheck({ knowledge, service }, text), {
  atLeast: 5,
  atMost: 30,
  budget: 2000,
});
console.log(
  JSON.stringify({
    load,
    memory: after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers,
    prepared: slices.reduce((sum, time) => sum + time, 0),
    longestSlice: Math.max(...slices),
    completion: summarize(completions),
    hover: summarize(hovers),
    check: Buffer.byteLength(text) / 1e3 / check.min,
    mentions: note.analysis.mentions.length,
    supported: note.analysis.claims.filter(({ verdict }) => verdict.kind === 'supported').length,
  }),
);

function complete(query: string) {
  return service.makeNote('file:///typed.md', knowledge.checker.analyze(query, { today: TODAY }));
}
