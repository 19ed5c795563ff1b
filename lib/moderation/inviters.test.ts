import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { addMember, makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { readBroughtIn, readInviters } from "./inviters";

testDatabase();

const now = new Date("2026-06-01T12:00:00.000Z");

/** People who brought each other in, the first one by nobody. */
async function makeChain(...names: string[]) {
  const { workspace } = await makeWorkspace();
  const ids: string[] = [];
  for (const name of names) {
    const { id: userId } = await makeUser({ name });
    await addMember(workspace.id, userId, "annotator");
    await change(workspace.id, userId, { invitedById: ids.at(-1) ?? null });
    ids.push(userId);
  }
  return { workspaceId: workspace.id, ids };
}

const change = (
  workspaceId: string,
  userId: string,
  data: Parameters<ReturnType<typeof db>["membership"]["update"]>[0]["data"],
) => db().membership.update({ where: { workspaceId_userId: { workspaceId, userId } }, data });

it("reads the whole chain, the nearest first, each with how they stand now", async () => {
  const { workspaceId, ids } = await makeChain("Olive", "Ben", "Ana");
  const [, ben = "", ana = ""] = ids;
  await change(workspaceId, ben, { standing: "silenced", standingUntil: new Date(now.getTime() + 1) });
  expect(await readInviters(workspaceId, ana, now)).toMatchObject([
    { name: "Ben", standing: "silenced" },
    { name: "Olive", standing: "active" },
  ]);
  const later = new Date(now.getTime() + 2);
  expect(await readInviters(workspaceId, ana, later)).toMatchObject([{ standing: "active" }, { name: "Olive" }]);
});

it("ends where somebody left, and where the chain would begin anew", async () => {
  const { workspaceId, ids } = await makeChain("Olive", "Ben", "Ana", "Eve");
  const [olive = "", ben = "", ana = "", eve = ""] = ids;
  await change(workspaceId, olive, { invitedById: ana });
  expect((await readInviters(workspaceId, eve, now)).map(({ name }) => name)).toEqual(["Ana", "Ben", "Olive"]);
  await db().membership.delete({ where: { workspaceId_userId: { workspaceId, userId: ben } } });
  expect((await readInviters(workspaceId, eve, now)).map(({ name }) => name)).toEqual(["Ana"]);
});

it("reads whom somebody brought in", async () => {
  const { workspaceId, ids } = await makeChain("Olive", "Ben");
  const [olive = "", ben = ""] = ids;
  await change(workspaceId, ben, { standing: "banned" });
  expect(await readBroughtIn(workspaceId, olive, now)).toMatchObject([{ name: "Ben", standing: "banned" }]);
  expect(await readBroughtIn(workspaceId, ben, now)).toEqual([]);
});
