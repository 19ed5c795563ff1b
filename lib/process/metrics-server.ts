/** /metrics for Prometheus, on a port of its own that is not the public one. */
import { createServer, type Server } from "node:http";
import type { Settings } from "@/lib/config/settings";
import { measureProcess, metrics } from "@/lib/metrics";
import { listenOn } from "./listen";

/**
 * Serves what this process measures; null where nobody asked for it.
 * @throws StartRefused when the port is taken or not ours to take
 */
export async function serveMetrics({ metricsPort, metricsHost }: Settings): Promise<Server | null> {
  if (metricsPort === null) return null;
  measureProcess();
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    metrics.registry.metrics().then(
      (text) => response.writeHead(200, { "Content-Type": metrics.registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await listenOn(server, { port: metricsPort, host: metricsHost });
  return server;
}
