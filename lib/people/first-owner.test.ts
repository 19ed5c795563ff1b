import { beforeEach, describe, expect, it } from "vitest";
import { config } from "@/lib/config/config";
import { db } from "@/lib/db/client";
import { addMember, makeUser, testDatabase } from "@/lib/db/testing";
import { listWorkspaces } from "@/lib/workspaces/workspaces";
import { firstOwnerIsAwaited, setupCode, welcomeFirstOwner } from "./first-owner";

testDatabase();

const owner = (name = "Ada") => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  password: "a quiet reading room",
  workspaceName: "The desk",
});
const atThisMachine = { host: "127.0.0.1", appUrl: "http://localhost:3000" };

beforeEach(async () => {
  await db().user.deleteMany();
  await db().workspace.deleteMany();
  await db().rateLimit.deleteMany();
  Object.assign(config(), atThisMachine);
});

describe("the first owner", () => {
  it("gets an account and a workspace, and an open demo workspace too", async () => {
    const demo = await makeUser({ demo: true });
    const workspace = await db().workspace.create({ data: { name: "Demo" } });
    await addMember(workspace.id, demo.id, "owner");
    expect(await firstOwnerIsAwaited()).toBe(true);

    const { workspaceId } = await welcomeFirstOwner(owner(), "127.0.0.1");

    const ada = await db().user.findUniqueOrThrow({ where: { email: "ada@example.org" } });
    expect(ada).toMatchObject({ name: "Ada", demo: false, emailVerified: expect.any(Date) });
    expect(await listWorkspaces(ada.id)).toEqual([
      { id: workspaceId, name: "The desk", role: "owner" },
      { id: workspace.id, name: "Demo", role: "owner" },
    ]);
    expect(await firstOwnerIsAwaited()).toBe(false);
  });

  it("is one, also when two come at the same moment", async () => {
    const outcomes = await Promise.allSettled([
      welcomeFirstOwner(owner("Ada"), "127.0.0.1"),
      welcomeFirstOwner(owner("Eve"), "127.0.0.1"),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().user.count()).toBe(1);
    expect(await db().workspace.count()).toBe(1);
  });

  it("has no successor", async () => {
    await makeUser();
    await expect(welcomeFirstOwner(owner(), "127.0.0.1")).rejects.toMatchObject({ code: "gone" });
  });
});

describe("the setup code", () => {
  it.each([
    ["everybody on the network can reach the server", { host: "0.0.0.0" }],
    ["a proxy lets others in", { appUrl: "https://rejoinder.example" }],
  ])("is asked for when %s", async (_, reach) => {
    Object.assign(config(), reach);
    const code = setupCode(config());
    expect(code).toMatch(/^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/);
    await expect(welcomeFirstOwner(owner(), "203.0.113.9")).rejects.toMatchObject({ code: "wrong-credentials" });
    await expect(
      welcomeFirstOwner({ ...owner(), setupCode: "0000-0000-0000-0000" }, "203.0.113.9"),
    ).rejects.toMatchObject({ code: "wrong-credentials" });
    expect(await db().user.count()).toBe(0);
    await welcomeFirstOwner({ ...owner(), setupCode: ` ${code?.toUpperCase()} ` }, "203.0.113.9");
    expect(await firstOwnerIsAwaited()).toBe(false);
  });

  it("is not asked for at this machine", () => {
    expect(setupCode(config())).toBeNull();
  });

  it("is the same in every process with the same secret, and another with another", () => {
    const reach = { host: "0.0.0.0", appUrl: "http://localhost:3000" };
    const code = (authSecret: string) => setupCode({ ...reach, authSecret });
    expect(code("one secret")).toBe(code("one secret"));
    expect(code("one secret")).not.toBe(code("another secret"));
  });

  it("can be tried ten times an hour", async () => {
    Object.assign(config(), { host: "0.0.0.0" });
    const guess = () => welcomeFirstOwner({ ...owner(), setupCode: "0000-0000-0000-0000" }, "203.0.113.9");
    for (let n = 0; n < 10; n++) await expect(guess()).rejects.toMatchObject({ code: "wrong-credentials" });
    await expect(guess()).rejects.toMatchObject({ code: "rate-limited" });
  });
});
