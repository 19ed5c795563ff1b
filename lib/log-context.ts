/** Which request or connection the running code serves: lines of the log carry its id without anybody passing it on. */
import { AsyncLocalStorage } from "node:async_hooks";

/** Ids made by us, never what a client sent. */
export type LogIds = { request: string } | { connection: string };

// On globalThis because Next's route bundles hold their own copy of this module, and serve requests that server.ts took.
const key = Symbol.for("rejoinder.log-context");
const holder = globalThis as { [key]?: AsyncLocalStorage<LogIds> };
holder[key] ??= new AsyncLocalStorage<LogIds>();
const storage = holder[key];

/** Runs the code, and all that it begins, under these ids. */
export const withLogIds = <T>(ids: LogIds, run: () => T): T => storage.run(ids, run);

/** The ids that the running code serves. */
export const logIds = (): LogIds | Record<string, never> => storage.getStore() ?? {};
