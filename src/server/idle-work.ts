/** The longest for which nothing else can be done, in milliseconds. */
const SLICE_MS = 4;

/** Does work that comes in slices, each kind once, letting everything that waits in between. */
export interface IdleWork<K extends object> {
  /** Resolves when the work for `key` is done; begins it where nobody has. */
  done(key: K): Promise<void>;
}

export function createIdleWork<K extends object>(work: (key: K) => Generator<void, void, void>): IdleWork<K> {
  const begun = new WeakMap<K, Promise<void>>();
  return {
    done(key) {
      const known = begun.get(key);
      if (known !== undefined) return known;
      const running = inSlices(work(key));
      begun.set(key, running);
      return running;
    },
  };
}

async function inSlices(slices: Generator<void, void, void>): Promise<void> {
  for (;;) {
    const end = performance.now() + SLICE_MS;
    do {
      if (slices.next().done === true) return;
    } while (performance.now() < end);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
