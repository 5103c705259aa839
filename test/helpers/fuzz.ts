import fc from 'fast-check';

/** Set by scripts/fuzz.ts: every property begins at the seed, and runs no longer than its share of the time. */
const { FUZZ_SEED, FUZZ_PROPERTY_MS } = process.env;
const seed = Number(FUZZ_SEED);
const limit = Number(FUZZ_PROPERTY_MS);

fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  ...(Number.isSafeInteger(seed) ? { seed } : {}),
  ...(limit > 0 ? { interruptAfterTimeLimit: limit } : {}),
});
