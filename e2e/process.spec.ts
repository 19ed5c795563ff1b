/** The process as its operator meets it: ordered stops, kills, taken ports and folders, missing settings. */

import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { freePort, makePlace, type Place, removePlace, startRefused, startServer } from "./server";

let place: Place;
test.beforeEach(async () => {
  place = await makePlace();
});
test.afterEach(() => removePlace(place));

/** The process id of the data folder's PostgreSQL, as long as that runs. */
function postgresOf({ dataDir }: Place): number | null {
  const lock = join(dataDir, "postgres/postmaster.pid");
  const pid = existsSync(lock) ? Number(readFileSync(lock, "utf8").split("\n")[0]) : null;
  return pid !== null && isAlive(pid) ? pid : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test("SIGTERM ends everything in order, within ten seconds, and leaves nothing running", async () => {
  const server = await startServer(place);
  expect(postgresOf(place)).not.toBeNull();
  const began = Date.now();
  expect(await server.end("SIGTERM")).toBe(0);
  expect(Date.now() - began).toBeLessThan(10_000);
  expect(postgresOf(place)).toBeNull();
  expect(existsSync(join(place.dataDir, "postgres/postmaster.pid"))).toBe(false);
});

test("the first start seeds the demo people and prints how they sign in; later ones find the same", async () => {
  const first = await startServer(place);
  await expect.poll(first.output).toContain(`Rejoinder is ready at ${first.url}`);
  expect(first.output()).toContain("olive@demo.example");
  await first.end("SIGTERM");
  const secret = readFileSync(join(place.dataDir, "auth-secret"), "utf8");
  expect(statSync(join(place.dataDir, "auth-secret")).mode & 0o777).toBe(0o600);
  expect(statSync(join(place.dataDir, "postgres.json")).mode & 0o777).toBe(0o600);

  const second = await startServer(place);
  await expect.poll(second.output).toContain("olive@demo.example");
  await second.end("SIGTERM");
  expect(readFileSync(join(place.dataDir, "auth-secret"), "utf8")).toBe(secret);
});

test("after kill -9 the next start takes over the database that was left running", async () => {
  const killed = await startServer(place);
  await killed.end("SIGKILL");
  const left = postgresOf(place);
  expect(left).not.toBeNull();
  const next = await startServer(place);
  expect(postgresOf(place)).toBe(left);
  await next.end("SIGTERM");
  expect(postgresOf(place)).toBeNull();
});

test("after kill -9 of the server and its database, the stale lock is no obstacle", async () => {
  const killed = await startServer(place);
  await killed.end("SIGKILL");
  process.kill(postgresOf(place) ?? 0, "SIGKILL");
  await expect.poll(() => postgresOf(place)).toBeNull();
  expect(existsSync(join(place.dataDir, "postgres/postmaster.pid"))).toBe(true);
  const next = await startServer(place);
  expect(await next.end("SIGTERM")).toBe(0);
});

test("a taken port is refused in one sentence, before anything is started", async () => {
  const occupant = createServer();
  await new Promise<void>((done) => occupant.listen(place.port, "127.0.0.1", done));
  const { code, output } = await startRefused(place, {});
  occupant.close();
  expect(code).toBe(1);
  expect(output).toContain(`Port ${place.port} is taken by another program`);
  expect(output).not.toContain("    at ");
  expect(existsSync(join(place.dataDir, "postgres"))).toBe(false);
});

test("a data folder that a running server uses is refused in one sentence, and that server isn't disturbed", async () => {
  const server = await startServer(place);
  const { code, output } = await startRefused({ ...place, port: await freePort() }, {});
  expect(code).toBe(1);
  expect(output).toContain(
    `Rejoinder is already running with the data folder ${place.dataDir} (process ${server.pid})`,
  );
  expect(output).not.toContain("    at ");
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  await server.end("SIGTERM");
});

test("two servers with folders of their own run side by side", async () => {
  const other = await makePlace();
  const servers = await Promise.all([startServer(place), startServer(other)]);
  expect(postgresOf(place)).not.toBe(postgresOf(other));
  await Promise.all(servers.map((server) => server.end("SIGTERM")));
  await removePlace(other);
});

test("DATABASE_URL without AUTH_SECRET is refused in a sentence that says so", async () => {
  const { code, output } = await startRefused(place, { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" });
  expect(code).toBe(1);
  expect(output).toContain("DATABASE_URL is set but AUTH_SECRET is not.");
  expect(output).not.toContain("    at ");
});

test("a DATABASE_URL that leads nowhere is refused in a sentence", async () => {
  const { code, output } = await startRefused(place, {
    DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
    AUTH_SECRET: "long enough to be a secret, and only for this test",
  });
  expect(code).toBe(1);
  expect(output).toContain("can't be reached");
  expect(output).not.toContain("    at ");
});

test("every wrong setting is named at once", async () => {
  const { code, output } = await startRefused(place, { PORT: "many", DEMO: "yes", GITHUB_ID: "x" });
  expect(code).toBe(1);
  for (const name of ["PORT must be a port", "DEMO must be 0 or 1", "GITHUB_SECRET must be set too"])
    expect(output).toContain(name);
});
