import type { Answer, Row } from './score.ts';

/** A reader of the bench. */
export interface Peer {
  readonly name: string;
  /** `ready`, or why it is left out of the table. */
  readonly state: string;
  answer(row: Row): Answer[];
  read(text: string): void;
}

/** The other readers, where they are installed (`npm install` in bench/figures). */
export async function loadPeers(): Promise<Peer[]> {
  return [];
}
