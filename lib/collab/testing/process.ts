/** A realtime server in a process of its own on the test's database, to be killed and joined with others. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { config } from "@/lib/config/config";
import { freePort, listens } from "./ports";

export interface ServerProcess {
  url: string;
  /** Lines of its log so far. */
  log: string[];
  end(signal: "SIGTERM" | "SIGKILL"): Promise<void>;
}

const pollEvery = 20; // ms
const program = fileURLToPath(new URL("server.ts", import.meta.url));

/**
 * Starts it and waits until it takes sockets.
 * @throws when it ends instead, with its log
 */
export async function startServerProcess(env: Record<string, string> = {}): Promise<ServerProcess> {
  const { databaseUrl, authSecret } = config();
  const port = await freePort();
  const child = spawn(process.execPath, ["--import", "tsx", program], {
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: authSecret,
      PORT: String(port),
      LOG_LEVEL: "info",
      ...env,
    },
  });
  const log: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => log.push(line));
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  while (!(await listens(port))) {
    if (child.exitCode !== null) throw new Error(log.join("\n"));
    await pause(pollEvery);
  }
  return {
    url: `ws://127.0.0.1:${port}/collab`,
    log,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
