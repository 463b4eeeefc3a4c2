/** Arrays of one size, cut from large ones: a model needs thousands, and each of its own is slow to make. */
export class ColumnPool {
  readonly #size: number;
  readonly #perChunk: number;
  #chunk = new Float64Array(0);
  #used = 0;

  constructor(size: number) {
    this.#size = size;
    this.#perChunk = Math.max(1, Math.ceil(8192 / Math.max(1, size)));
  }

  take(): Float64Array {
    if (this.#used + this.#size > this.#chunk.length) {
      this.#chunk = new Float64Array(this.#perChunk * this.#size);
      this.#used = 0;
    }
    const start = this.#used;
    this.#used += this.#size;
    return this.#chunk.subarray(start, this.#used);
  }
}
