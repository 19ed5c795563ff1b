/** The realtime server as a process by itself, as it ships: for what only another process can show. SIGTERM ends it. */
import { createServer } from "node:http";
import { createCollab } from "@/lib/collab/server";
import { settings } from "@/lib/config/config";
import { serveMetrics } from "@/lib/process/metrics-server";

await serveMetrics(settings());
const collab = await createCollab();
const server = createServer();
server.on("upgrade", collab.handleUpgrade);
server.listen(settings().port, "127.0.0.1");
process.once("SIGTERM", () => void collab.close().finally(() => process.exit(0)));
