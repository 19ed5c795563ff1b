/** Telling every process what changed: PostgreSQL's NOTIFY inside the transaction, LISTEN on a connection of its own. */
import pg from "pg";
import { config } from "@/lib/config/config";
import { log } from "@/lib/log";
import type { Tx } from "./client";
import { type AppEvent, eventSchema } from "./events.schema";

const channel = "rejoinder";
/** PostgreSQL's limit for a payload is 8,000 bytes. */
const payloadLimit = 7999;
const firstRetry = 100; // ms
const longestRetry = 10_000; // ms

/** What `listen` hears: an event, or that events may have been missed while the connection was away. */
export type Heard = AppEvent | { type: "reconnected" };

/**
 * Announces the event when, and only when, the transaction commits.
 * @throws when the event doesn't fit its schema or is larger than PostgreSQL takes
 */
export async function announce(tx: Pick<Tx, "$executeRaw">, event: AppEvent): Promise<void> {
  const payload = JSON.stringify(eventSchema.parse(event));
  if (Buffer.byteLength(payload) > payloadLimit)
    throw new Error(`The event ${event.type} is too large to announce; send ids, never content.`);
  await tx.$executeRaw`SELECT pg_notify(${channel}, ${payload})`;
}

/**
 * Hears every process's events, also this one's. After a broken connection it reconnects by itself and says so.
 * @param handler called for each event in the order of their commits; what it throws is logged
 * @param name what PostgreSQL shall call the connection
 * @returns once listening, a function that stops it
 */
export async function listen(handler: (heard: Heard) => void, name?: string): Promise<() => Promise<void>> {
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let stopped = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: config().databaseUrl, keepAlive: true, application_name: name });
    next.on("error", (error) => log.warn({ error: error.message }, "the connection for events broke"));
    try {
      await next.connect();
      next.on("notification", ({ payload }) => hear(payload, handler));
      await next.query(`LISTEN ${channel}`);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    if (stopped) return next.end();
    client = next;
    next.on("end", () => {
      client = null;
      reconnect(firstRetry);
    });
  }

  function reconnect(wait: number): void {
    if (stopped) return;
    retry = setTimeout(() => {
      connect().then(
        () => !stopped && tell({ type: "reconnected" }, handler),
        () => reconnect(Math.min(wait * 2, longestRetry)),
      );
    }, wait);
  }

  await connect();
  return async () => {
    stopped = true;
    if (retry) clearTimeout(retry);
    await client?.end();
  };
}

function hear(payload: string | undefined, handler: (heard: Heard) => void): void {
  let json: unknown;
  try {
    json = JSON.parse(payload ?? "");
  } catch {
    json = null;
  }
  const event = eventSchema.safeParse(json);
  // During a rolling update another process may already speak of events that this version doesn't know.
  if (event.success) tell(event.data, handler);
  else log.warn("an event that this version doesn't know was ignored");
}

function tell(heard: Heard, handler: (heard: Heard) => void): void {
  try {
    handler(heard);
  } catch (error) {
    log.error({ err: error, event: heard.type }, "an event's handler failed");
  }
}
