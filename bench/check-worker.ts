/**
 * Measures one program on one text, in a process of its own so that its memory is its own:
 * `node bench/check-worker.ts PROGRAM FILE BUDGET_MS`. Prints one line of JSON; `bench/run.ts` starts it.
 */
import { readFileSync } from 'node:fs';
import { PEERS } from './support/peers.ts';
import { fullCheck, loadProduct } from './support/product.ts';
import { measureAsync } from './support/timing.ts';

const [program = '', file = '', budget = '5000'] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const check = await load(program);
let found = 0;
const timing = await measureAsync(
  async () => {
    found = await check(text);
  },
  { atLeast: 1, atMost: 25, budget: Number(budget) },
);
const memory = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ ...timing, found, memory }));
// Some of them keep workers or timers.
process.exit(0);

async function load(name: string): Promise<(text: string) => number | Promise<number>> {
  if (name === 'floor') return countDigits;
  if (name === 'ours') {
    const product = loadProduct();
    return (note) => fullCheck(product, note);
  }
  const peer = PEERS.find((one) => one.name === name);
  if (peer === undefined) throw new Error(`no program "${name}"`);
  return peer.load();
}

/** The floor: looks at every character once. */
function countDigits(note: string): number {
  let digits = 0;
  for (let i = 0; i < note.length; i++) {
    const code = note.charCodeAt(i);
    if (code >= 48 && code <= 57) digits++;
  }
  return digits;
}
