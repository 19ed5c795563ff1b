/** Calls a function at most once in a while, the last call never lost. */

export interface Throttled<T> {
  (value: T): void;
  /** Forgets a call that waits. */
  cancel(): void;
}

/** @param interval in ms */
export function throttled<T>(run: (value: T) => void, interval: number): Throttled<T> {
  let last = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const call = (value: T) => {
    clearTimeout(timer);
    const wait = last + interval - performance.now();
    const go = () => {
      last = performance.now();
      run(value);
    };
    if (wait <= 0) go();
    else timer = setTimeout(go, wait);
  };
  return Object.assign(call, { cancel: () => clearTimeout(timer) });
}
