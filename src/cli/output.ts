/** What a command gives back: all of its output at once, so that nothing is ever half-written, and the exit status. */
export interface Outcome {
  readonly status: 0 | 1 | 2;
  readonly stdout: string;
}

/** What a command needs of the world around it. */
export interface Terminal {
  readonly color: 'colour' | 'plain';
  readonly columns: number;
  readonly input: AsyncIterable<Uint8Array | string>;
}
