/** How large a document is, kept without encoding it at each frame. */
import { limits } from "../limits";

/** Encoding a large document takes tens of milliseconds, so it is done again only after so much growth, in bytes. */
const measureEvery = 256 * 1024;

export class DocumentSize {
  /** At least the document's size: what it was when last measured, and all that came since. */
  #most: number;
  #sinceMeasured: number;
  readonly #measure: () => number;

  /**
   * @param most at least its size now, in bytes of an update
   * @param measure its size now, by encoding it
   */
  constructor(most: number, measure: () => number) {
    this.#most = most;
    this.#sinceMeasured = most;
    this.#measure = measure;
  }

  /** Takes account of so many bytes more. @returns false when there is no room for them */
  grow(bytes: number): boolean {
    if (this.#most + bytes > limits.document && this.#sinceMeasured >= measureEvery) {
      this.#most = this.#measure();
      this.#sinceMeasured = 0;
    }
    if (this.#most + bytes > limits.document) return false;
    this.#most += bytes;
    this.#sinceMeasured += bytes;
    return true;
  }
}
