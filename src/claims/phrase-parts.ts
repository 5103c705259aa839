import type { Span } from '../text/folded-text.ts';

/**
 * Gathers the parts of phrases while one sentence is read. Most parts that a text holds belong to no whole phrase (模型 is the second
 * part of dozens), so that a part counts only behind the one before it, and none costs an object. Holds nothing between two
 * sentences but its room, so one serves any number of them, one at a time.
 */
export class PhraseParts {
  private readonly lengths: Uint8Array;
  /** The sentence in which each phrase was met last; what is said of phrases below holds for that sentence only. */
  private readonly metIn: Int32Array;
  /** How many parts of each phrase were found, one behind the other. */
  private readonly reached: Uint8Array;
  private readonly firstHit: Int32Array;
  private readonly lastHit: Int32Array;
  /** The phrases met in this sentence, in the order in which any part of each came first. */
  private readonly met: Int32Array;
  private metCount = 0;
  private sentence = 0;
  /** For each hit its part, start, end, and the next hit of its phrase (0 for none); hit 0 is not used. */
  private hits = new Int32Array(256 * FIELDS);
  private hitCount = 1;

  /** For phrases of so many parts each, by index. */
  constructor(lengths: Uint8Array) {
    this.lengths = lengths;
    this.metIn = new Int32Array(lengths.length);
    this.reached = new Uint8Array(lengths.length);
    this.firstHit = new Int32Array(lengths.length);
    this.lastHit = new Int32Array(lengths.length);
    this.met = new Int32Array(lengths.length);
  }

  /** Begins a sentence; what was gathered before is forgotten. */
  begin(): void {
    this.sentence++;
    this.metCount = 0;
    this.hitCount = 1;
  }

  /** Takes a part of a phrase. Parts must come in order of their start. */
  add(phrase: number, part: number, start: number, end: number): void {
    if (this.metIn[phrase] !== this.sentence) {
      this.metIn[phrase] = this.sentence;
      this.met[this.metCount++] = phrase;
      this.reached[phrase] = 0;
      this.firstHit[phrase] = 0;
    }
    const reached = this.reached[phrase] ?? 0;
    if (part > reached) return;
    if (part === reached) this.reached[phrase] = reached + 1;
    const hit = this.hitCount++;
    const at = hit * FIELDS;
    if (at + FIELDS > this.hits.length) this.grow();
    this.hits[at] = part;
    this.hits[at + 1] = start;
    this.hits[at + 2] = end;
    this.hits[at + 3] = 0;
    if (this.firstHit[phrase] === 0) this.firstHit[phrase] = hit;
    else this.hits[(this.lastHit[phrase] ?? 0) * FIELDS + 3] = hit;
    this.lastHit[phrase] = hit;
  }

  /** Calls back for each phrase of which all parts were found, in the order in which they were met. */
  eachWhole(visit: (phrase: number, firstHit: number) => void): void {
    for (let i = 0; i < this.metCount; i++) {
      const phrase = this.met[i] ?? 0;
      if (this.reached[phrase] === this.lengths[phrase]) visit(phrase, this.firstHit[phrase] ?? 0);
    }
  }

  /** The next hit of the same phrase; 0 behind the last. */
  next(hit: number): number {
    return this.hits[hit * FIELDS + 3] ?? 0;
  }

  partOf(hit: number): number {
    return this.hits[hit * FIELDS] ?? 0;
  }

  startOf(hit: number): number {
    return this.hits[hit * FIELDS + 1] ?? 0;
  }

  span(hit: number): Span {
    return { start: this.startOf(hit), end: this.hits[hit * FIELDS + 2] ?? 0 };
  }

  private grow(): void {
    const larger = new Int32Array(this.hits.length * 2);
    larger.set(this.hits);
    this.hits = larger;
  }
}

const FIELDS = 4;
