import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { listen } from "@/lib/db/events";
import { makeUser, testDatabase } from "@/lib/db/testing";
import { createApiToken, listApiTokens, revokeApiToken } from "./api-tokens";
import { authenticate } from "./authenticate";

testDatabase();

const bearer = (token: string) => authenticate(new Headers({ authorization: `Bearer ${token}` }));

describe("an API token", () => {
  it("acts for the person who made it, and is kept as a hash only", async () => {
    const user = await makeUser();
    const { id, token, hint } = await createApiToken(user.id, "nightly export");
    expect(token.startsWith(hint)).toBe(true);
    expect(await bearer(token)).toMatchObject({ user: { id: user.id }, via: { type: "token", tokenId: id } });
    const row = await db().apiToken.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it("is listed with when it was used", async () => {
    const user = await makeUser();
    const { token } = await createApiToken(user.id, "nightly export");
    expect(await listApiTokens(user.id)).toMatchObject([{ name: "nightly export", lastUsedAt: null }]);
    await bearer(token);
    expect(await listApiTokens(user.id)).toMatchObject([{ lastUsedAt: expect.any(String) }]);
  });

  it("stops working at once when it is revoked, and every process is told", async () => {
    const user = await makeUser();
    const { id, token } = await createApiToken(user.id, "nightly export");
    const heard = Promise.withResolvers<unknown>();
    const stop = await listen(heard.resolve);
    await revokeApiToken(user.id, id);
    expect(await heard.promise).toEqual({ type: "token.revoked", userId: user.id, tokenId: id });
    await stop();
    expect(await bearer(token)).toBeNull();
    expect(await listApiTokens(user.id)).toEqual([]);
  });

  it("can't be revoked by anybody else", async () => {
    const [owner, other] = [await makeUser(), await makeUser()];
    const { id, token } = await createApiToken(owner.id, "nightly export");
    await expect(revokeApiToken(other.id, id)).rejects.toMatchObject({ code: "not-found" });
    expect(await bearer(token)).not.toBeNull();
  });

  it.each(["rj_", `rj_${"A".repeat(43)}`, "", "Basic abc"])("is not %j", async (token) => {
    expect(await bearer(token)).toBeNull();
  });

  it("can be had fifty times", async () => {
    const user = await makeUser();
    for (let n = 0; n < 50; n++) await createApiToken(user.id, `${n}`);
    await expect(createApiToken(user.id, "one more")).rejects.toMatchObject({ code: "conflict" });
  });
});
