/** How much (frames, bytes) a socket may still send now: a bucket that fills at a steady rate. Pure. */

export class Budget {
  readonly #burst: number;
  readonly #perSecond: number;
  #left: number;
  #at: number;

  /** @param now any steadily growing clock, in ms */
  constructor(burst: number, perSecond: number, now: number) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#left = burst;
    this.#at = now;
  }

  /**
   * Takes what a frame costs; more than is left may be taken.
   * @returns how long to wait until the budget is even again, in ms; 0: go on
   */
  spend(cost: number, now: number): number {
    this.#left = Math.min(this.#burst, this.#left + ((now - this.#at) / 1000) * this.#perSecond) - cost;
    this.#at = now;
    return this.#left >= 0 ? 0 : Math.ceil((-this.#left / this.#perSecond) * 1000);
  }
}
