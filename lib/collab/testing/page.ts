/** Waiting for what a page says of its document. */
import type { Signal } from "../client/handle";

/** Waits until the value is one that is looked for. */
export function until<T, R extends T>(signal: Signal<T>, holds: (value: T) => value is R): Promise<R>;
export function until<T>(signal: Signal<T>, holds: (value: T) => boolean): Promise<T>;
export function until<T>(signal: Signal<T>, holds: (value: T) => boolean): Promise<T> {
  return new Promise((done) => {
    const look = () => {
      const value = signal.get();
      if (!holds(value)) return false;
      done(value);
      return true;
    };
    if (look()) return;
    const stop = signal.subscribe(() => look() && stop());
  });
}

export const inState =
  <S extends string>(state: S) =>
  <V extends { state: string }>(value: V): value is V & { state: S } =>
    value.state === state;
