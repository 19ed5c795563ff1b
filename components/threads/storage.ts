/** This device's storage, for what must survive a closed tab. A browser that keeps nothing (private mode, full disk) costs only that. */

/** The value kept under the key, parsed; null when there is none or it can't be read. */
export function readKept(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/** Keeps the value under the key; null forgets it. */
export function keep(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Nothing to tell: the text is still on the screen, where it was before.
  }
}
