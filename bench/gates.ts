/**
 * Proves that cost grows with size as promised, on any machine: `node bench/gates.ts [PART OF A NAME]`. Compares only what was
 * measured side by side; exit status 1 when some step costs more than its promise allows.
 */
import { holds, measureGrowth } from './support/growth.ts';
import { growthCases } from './support/growth-cases.ts';

const [part = ''] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const one of growthCases().filter(({ name }) => name.includes(part))) {
  const steps = measureGrowth(one);
  const ok = steps.every(holds);
  if (ok) passed++;
  else failed++;
  const told = steps.map(
    ({ from, to, ratio, allowed }) =>
      `${from} → ${to}: ${ratio.toFixed(1)} × (at most ${allowed.toFixed(0)} ×)`,
  );
  console.log(`${ok ? '✓' : '✗'} ${one.name}, ${one.growth}: ${told.join(', ')}`);
}
console.log(`gates: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
