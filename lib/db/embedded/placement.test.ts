import { statSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findAccount } from "./account";
import { canReach, makePassable, placeCluster } from "./placement";

/** An account that owns nothing here and is in no group of ours. */
const stranger = { uid: 65_533, gid: 65_533 };
let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "rejoinder-home-"));
  await mkdir(join(home, "checkout/.data"), { recursive: true });
});
afterAll(() => rm(home, { recursive: true }));

test("under a 0700 home another account reaches nothing; its owner does", async () => {
  await chmod(home, 0o700);
  const data = join(home, "checkout/.data");
  expect(canReach(stranger, data)).toBe(false);
  expect(canReach({ uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }, data)).toBe(true);
});

test("one closed folder anywhere on the way is enough, and a folder that may only be passed through is no obstacle", async () => {
  await chmod(home, 0o711);
  expect(canReach(stranger, join(home, "checkout/.data/postgres"))).toBe(true);
  await chmod(join(home, "checkout"), 0o750);
  expect(canReach(stranger, join(home, "checkout/.data/postgres"))).toBe(false);
  await chmod(join(home, "checkout"), 0o755);
});

test("a new cluster goes into the data folder unless its account can't get there", async () => {
  await chmod(home, 0o711);
  const data = join(home, "checkout/.data");
  expect(placeCluster(data, null)).toBe(join(data, "postgres"));
  expect(placeCluster(data, stranger)).toBe(join(data, "postgres"));
  await chmod(home, 0o700);
  expect(placeCluster(data, stranger)).toMatch(/^\/var\/lib\/rejoinder\/[0-9a-f-]{36}\/postgres$/);
});

test("an account is found by its name, and root under any name is not", () => {
  const passwd = "root:x:0:0::/root:/bin/sh\ntoor:x:0:0::/root:/bin/sh\nnobody:x:65534:65533::/:/sbin/nologin\n";
  expect(findAccount(passwd, "nobody")).toEqual({ uid: 65_534, gid: 65_533 });
  expect(findAccount(passwd, "toor")).toBeNull();
  expect(findAccount(passwd, "postgres")).toBeNull();
});

test("folders that are made for PostgreSQL can be passed through under the strictest umask", async () => {
  await chmod(home, 0o711);
  const before = process.umask(0o077);
  try {
    await makePassable(join(home, "srv/rejoinder/data"));
  } finally {
    process.umask(before);
  }
  expect(canReach(stranger, join(home, "srv/rejoinder/data/postgres"))).toBe(true);
});

test.runIf(process.getuid?.() === 0)(
  "a closed data folder of root's own is opened to passage, and to nothing more",
  async () => {
    await chmod(home, 0o711);
    const data = await mkdtemp(join(home, "data-"));
    await makePassable(data);
    expect(statSync(data).mode & 0o777).toBe(0o711);
  },
);
