/** Brackets that were opened in a passage and not yet closed. */
export class BracketStack {
  /** For each: where it stands in the source and in the text that is being built, emphasis runs before it, is it an image? */
  readonly #sources: number[] = [];
  readonly #places: number[] = [];
  readonly #runs: number[] = [];
  readonly #images: boolean[] = [];
  /** Openers below this height stand around a link; a link holds no link. */
  #spent = 0;

  push(source: number, place: number, runs: number, isImage: boolean): void {
    this.#sources.push(source);
    this.#places.push(place);
    this.#runs.push(runs);
    this.#images.push(isImage);
  }

  /** Takes the innermost opener. */
  pop(): Bracket | null {
    const source = this.#sources.pop();
    const place = this.#places.pop();
    const runs = this.#runs.pop();
    const isImage = this.#images.pop();
    if (source === undefined || place === undefined || runs === undefined || isImage === undefined)
      return null;
    const isSpent = !isImage && this.#sources.length < this.#spent;
    this.#spent = Math.min(this.#spent, this.#sources.length);
    return { source, place, runs, isImage, isSpent };
  }

  /** Does the innermost opener stand at `source`? */
  isOpenAt(source: number): boolean {
    return this.#sources.at(-1) === source;
  }

  /** A link was closed: what is still open stands around it. */
  closeLink(): void {
    this.#spent = this.#sources.length;
  }
}

export interface Bracket {
  readonly source: number;
  readonly place: number;
  readonly runs: number;
  readonly isImage: boolean;
  readonly isSpent: boolean;
}
