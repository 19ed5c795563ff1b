import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { openEmbedded } from "@/lib/db/embedded/embedded";
import { makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { authenticate } from "@/lib/people/authenticate";
import { verifyPassword } from "@/lib/people/password";
import { startSignIn } from "@/lib/people/sign-ins";

const database = testDatabase();

interface Ended {
  code: number | null;
  out: string;
  words: string;
}

/** Runs the command as an operator would, and waits for its end. */
async function admin(args: string[], { input = "", env = {} }: { input?: string; env?: object } = {}): Promise<Ended> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/admin.ts", ...args], {
    env: {
      ...process.env,
      DATABASE_URL: database.url(),
      AUTH_SECRET: "a secret for tests that is long enough",
      ...env,
    },
  });
  child.stdin.end(input);
  const ended = new Promise<number | null>((done) => child.on("close", done));
  const [code, out, words] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, out, words };
}

describe("create-user", () => {
  test("makes an account that signs in with the printed password", async () => {
    const { code, out, words } = await admin(["create-user", "--email", "Ann@Example.org", "--name", " Ann  Lee "]);
    expect({ code, words }).toEqual({ code: 0, words: "Made an account for ann@example.org.\n" });
    const user = await db().user.findUniqueOrThrow({ where: { email: "ann@example.org" } });
    expect(user).toMatchObject({ name: "Ann Lee", demo: false });
    expect(await verifyPassword(out.trimEnd(), user.passwordHash)).toBe(true);
  });

  test("takes the password from standard input, makes a member, and prints nothing", async () => {
    const { workspace } = await makeWorkspace("owner");
    const options = ["--workspace", workspace.id, "--role", "moderator", "--password-stdin"];
    const ended = await admin(["create-user", "--email", "ben@example.org", "--name", "Ben", ...options], {
      input: "plain words in a row\n",
    });
    expect(ended).toMatchObject({ code: 0, out: "" });
    const user = await db().user.findUniqueOrThrow({
      where: { email: "ben@example.org" },
      include: { memberships: true },
    });
    expect(await verifyPassword("plain words in a row", user.passwordHash)).toBe(true);
    expect(user.memberships).toMatchObject([{ workspaceId: workspace.id, role: "moderator" }]);
  });

  test("leaves an account that exists as it is", async () => {
    const user = await makeUser({ name: "Cleo" });
    const { code, out, words } = await admin(["create-user", "--email", user.email, "--name", "Somebody else"]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(words).toBe(`There is already an account with the address ${user.email}. Nothing was changed.\n`);
    expect(await db().user.findUnique({ where: { id: user.id } })).toEqual(user);
  });

  test("makes no account when the workspace is unknown", async () => {
    const unknown = "00000000-0000-4000-8000-000000000000";
    const ended = await admin(["create-user", "--email", "dan@example.org", "--name", "Dan", "--workspace", unknown]);
    expect(ended).toMatchObject({ code: 1, words: expect.stringContaining(unknown) });
    expect(await db().user.count({ where: { email: "dan@example.org" } })).toBe(0);
  });
});

test("reset-password sets the password and ends the person's sign-ins", async () => {
  const user = await makeUser();
  const signIn = await startSignIn(user.id, null);
  const { code, out } = await admin(["reset-password", "--email", user.email]);
  expect(code).toBe(0);
  const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id: user.id } });
  expect(await verifyPassword(out.trimEnd(), passwordHash)).toBe(true);
  const { endedAt } = await db().signIn.findUniqueOrThrow({ where: { id: signIn.id } });
  expect(endedAt).not.toBeNull();
});

describe("create-token", () => {
  test("prints the token alone, and the token works", async () => {
    const user = await makeUser();
    const { code, out, words } = await admin(["create-token", "--email", user.email, "--name", "nightly export"]);
    expect({ code, words }).toEqual({ code: 0, words: "" });
    expect(out).toMatch(/^rj_\S+\n$/);
    const actor = await authenticate(new Headers({ authorization: `Bearer ${out.trimEnd()}` }));
    expect(actor?.user.id).toBe(user.id);
  });

  test("says so when nobody has the address", async () => {
    const ended = await admin(["create-token", "--email", "nobody@example.org", "--name", "x"]);
    expect(ended).toEqual({
      code: 1,
      out: "",
      words: "Nobody has an account with the address nobody@example.org. Nothing was changed.\n",
    });
  });
});

test("list-workspaces prints a line for each", async () => {
  const { workspace } = await makeWorkspace("owner", "viewer");
  const { code, out } = await admin(["list-workspaces"]);
  expect(code).toBe(0);
  expect(out.split("\n")).toContain(`${workspace.id}\t2\t0\t${workspace.name}`);
});

test.each([
  { args: ["create-user", "--email", "no address", "--name", "Eve"], says: "This doesn't look like a mail address." },
  { args: ["create-token", "--email", "eve@example.org"], says: "required option '--name <name>'" },
  { args: ["create-user", "--email", "e@example.org", "--name", "Eve", "--role", "king"], says: "Allowed choices are" },
  { args: ["make-coffee"], says: "unknown command 'make-coffee'" },
])("what can't be understood ends with 2 and says why: $says", async ({ args, says }) => {
  expect(await admin(args)).toMatchObject({ code: 2, out: "", words: expect.stringContaining(says) });
});

describe("with the embedded database", () => {
  let dataDir: string;
  const here = () => ({ env: { DATABASE_URL: "", AUTH_SECRET: "", DATA_DIR: dataDir } });
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "rejoinder-admin-"));
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  test("works while no server runs and while one does, on the same data", async () => {
    const made = await admin(["create-user", "--email", "fay@example.org", "--name", "Fay"], here());
    expect(made.code, made.words).toBe(0);
    const server = await openEmbedded({ dataDir, as: "server" });
    try {
      const token = await admin(["create-token", "--email", "fay@example.org", "--name", "x"], here());
      expect(token, token.words).toMatchObject({ code: 0, out: expect.stringMatching(/^rj_/) });
    } finally {
      await server.close();
    }
  });
});
