/** A list of numbers below 2³² that grows, four bytes for each. */
export interface Numbers {
  add(number: number): void;
  finish(): Uint32Array;
}

const FIRST_SIZE = 1024;

export function createNumbers(): Numbers {
  let numbers = new Uint32Array(FIRST_SIZE);
  let count = 0;
  return {
    add(number) {
      if (count === numbers.length) {
        const larger = new Uint32Array(numbers.length * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[count++] = number;
    },
    finish: () => numbers.slice(0, count),
  };
}
