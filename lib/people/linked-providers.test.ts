import { beforeEach, expect, it } from "vitest";
import { config } from "@/lib/config/config";
import { db } from "@/lib/db/client";
import { makeUser, testDatabase } from "@/lib/db/testing";
import { listLinkedProviders, unlinkProvider } from "./linked-providers";

testDatabase();

beforeEach(() => Object.assign(config(), { mail: null }));

const link = (userId: string, provider: string) =>
  db().account.create({ data: { userId, type: "oauth", provider, providerAccountId: userId } });

it("is unlinked by a person who can still sign in otherwise", async () => {
  const user = await makeUser({ passwordHash: "kept" });
  const { id } = await link(user.id, "github");
  await unlinkProvider(user.id, id);
  expect(await listLinkedProviders(user.id)).toEqual([]);
});

it("stays when it is the only way in", async () => {
  const user = await makeUser();
  const { id } = await link(user.id, "github");
  await expect(unlinkProvider(user.id, id)).rejects.toMatchObject({ code: "conflict" });
  Object.assign(config(), { mail: { smtpUrl: "smtp://localhost", from: "rejoinder@example.org" } });
  await unlinkProvider(user.id, id);
});

it("stays as the last of two that are unlinked at the same moment", async () => {
  const user = await makeUser();
  const both = [await link(user.id, "github"), await link(user.id, "google")];
  const outcomes = await Promise.allSettled(both.map(({ id }) => unlinkProvider(user.id, id)));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

it("can't be unlinked by anybody else", async () => {
  const [owner, other] = [await makeUser({ passwordHash: "kept" }), await makeUser({ passwordHash: "kept" })];
  const { id } = await link(owner.id, "github");
  await expect(unlinkProvider(other.id, id)).rejects.toMatchObject({ code: "not-found" });
});
