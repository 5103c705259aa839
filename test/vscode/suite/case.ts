/** One thing that must hold in a running VS Code. `run` throws when it does not. */
export interface Case {
  readonly name: string;
  readonly run: () => Promise<void>;
}
