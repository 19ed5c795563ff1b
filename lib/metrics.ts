/** What this process counts and measures, for Prometheus. Numbers and codes only: no names, no ids, no content. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

// On globalThis because Next's route bundles hold their own copy of this module, and one process has one set of numbers.
const key = Symbol.for("rejoinder.metrics");
const holder = globalThis as { [key]?: ReturnType<typeof make> };
holder[key] ??= make();
export const metrics = holder[key];

function make() {
  const registry = new Registry();
  const registers = [registry];
  const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
  return {
    registry,
    connections: new Gauge({ name: "rejoinder_connections", help: "Open sockets", registers }),
    documents: new Gauge({ name: "rejoinder_documents", help: "Documents in memory", registers }),
    unwritten: new Gauge({
      name: "rejoinder_unwritten_edits",
      help: "Accepted edits that are not in the database yet",
      registers,
    }),
    frames: new Counter({
      name: "rejoinder_frames_total",
      help: "Frames that clients sent",
      labelNames: ["kind"],
      registers,
    }),
    refused: new Counter({
      name: "rejoinder_refused_total",
      help: "Frames, documents and sockets that were refused",
      labelNames: ["reason"],
      registers,
    }),
    commitSize: new Histogram({
      name: "rejoinder_commit_edits",
      help: "Edits in one transaction of the log",
      buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000],
      registers,
    }),
    commitTime: new Histogram({
      name: "rejoinder_commit_seconds",
      help: "Time of one transaction of the log",
      buckets: seconds,
      registers,
    }),
    acknowledgement: new Histogram({
      name: "rejoinder_acknowledgement_seconds",
      help: "Time from an edit's acceptance to its being durable",
      buckets: seconds,
      registers,
    }),
    commitFailures: new Counter({
      name: "rejoinder_commit_failures_total",
      help: "Transactions of the log that failed and are tried again",
      registers,
    }),
    letters: new Counter({
      name: "rejoinder_letters_total",
      help: "Letters of notices, by what became of them",
      labelNames: ["outcome"],
      registers,
    }),
    redis: new Gauge({
      name: "rejoinder_redis_up",
      help: "1 while other processes are heard; 0 otherwise, and without REDIS_URL",
      registers,
    }),
  };
}

/** Adds what Node itself knows: memory, processor, event-loop delay. It costs a timer, so only for who is asked. */
export function measureProcess(): void {
  collectDefaultMetrics({ register: metrics.registry });
}
