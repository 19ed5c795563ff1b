/** A realtime server in a process of its own, whose memory can be asked for after a collection. For the fuzzer. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { completeConfig } from "@/lib/config/config";
import { createCollab } from "../server";

/** What the process is asked and told, over its channel. */
export type FuzzServerReport =
  | { type: "listening"; port: number }
  /** Bytes in use after a collection, and of the whole process; promises that failed unheard so far. */
  | { type: "measured"; used: number; rss: number; unhandled: number };

const [databaseUrl = ""] = process.argv.slice(2);
completeConfig({
  databaseUrl,
  authSecret: "a secret that only the fuzzer uses, long enough",
  databaseIsEmbedded: true,
});

let unhandled = 0;
process.on("unhandledRejection", (error) => {
  unhandled += 1;
  process.stderr.write(`unhandled: ${error instanceof Error ? error.stack : String(error)}\n`);
});

const collab = await createCollab();
const http = createServer();
http.on("upgrade", collab.handleUpgrade);
http.listen(0, "127.0.0.1", () => tell({ type: "listening", port: (http.address() as AddressInfo).port }));

process.on("message", async () => {
  // The second one takes what the first one's finalizers let go.
  for (let round = 0; round < 2; round += 1) {
    globalThis.gc?.();
    await new Promise(setImmediate);
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  tell({ type: "measured", used: heapUsed + external, rss, unhandled });
});
process.on("disconnect", () => process.exit(0));

function tell(report: FuzzServerReport): void {
  process.send?.(report);
}
