/** Cursors reach the others under their owner's name, at once among few and thinned out in a crowd, and go with their owner. */
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { makeArticle, makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { limits } from "../limits";
import { articleDocument } from "../names";
import { bearer, type Received, testCollab, WireClient } from "../testing";
import { pauseFor } from "./presence";

testDatabase();
const server = testCollab();

let people: Awaited<ReturnType<typeof makeWorkspace<"owner" | "annotator">>>["people"];
let document: string;
let workspaceId: string;

beforeEach(async () => {
  const made = await makeWorkspace("owner", "annotator");
  people = made.people;
  workspaceId = made.workspace.id;
  document = articleDocument((await makeArticle(made.workspace.id)).article.id);
});

const open = async (role: keyof typeof people) =>
  WireClient.open(server.url(), document, await bearer(people[role].id));
const says =
  (client: number, wanted: (state: Record<string, unknown> | null) => boolean) =>
  (received: Received): boolean => {
    const state = received.kind === "awareness" ? received.states.get(client) : undefined;
    return state !== undefined && wanted(state);
  };

test("who comes later learns where everyone is, and who stays learns that somebody left", async () => {
  const ada = await open("owner");
  ada.sendAwareness([[ada.doc.clientID, 1, { cursor: 3 }]]);
  const bo = await open("annotator");
  const seen = await bo.until(says(ada.doc.clientID, (state) => state?.cursor === 3));
  expect(seen.kind === "awareness" && seen.states.get(ada.doc.clientID)?.user).toMatchObject({ id: people.owner.id });
  await ada.close();
  await bo.until(says(ada.doc.clientID, (state) => state === null));
});

test("that somebody writes a comment is told of who may post at once, and of nobody else", async () => {
  const bo = await open("owner");
  const writing = "article:";
  const ada = await open("annotator");
  ada.sendAwareness([[ada.doc.clientID, 1, { writing, cursor: 1 }]]);
  await bo.until(says(ada.doc.clientID, (state) => state?.writing === writing));
  for (const standing of ["premoderated", "silenced"] as const) {
    const held = await makeUser();
    const standingUntil = standing === "silenced" ? new Date(Date.now() + 60_000) : null;
    await db().membership.create({
      data: { workspaceId, userId: held.id, role: "annotator", standing, standingUntil },
    });
    const cleo = await WireClient.open(server.url(), document, await bearer(held.id));
    cleo.sendAwareness([[cleo.doc.clientID, 1, { writing, cursor: 2 }]]);
    const seen = await bo.until(says(cleo.doc.clientID, (state) => state?.cursor === 2));
    expect(seen.kind === "awareness" && seen.states.get(cleo.doc.clientID)).not.toHaveProperty("writing");
  }
});

test("a cursor that came before its document was loaded is not lost", async () => {
  const bo = await open("annotator");
  const ada = await WireClient.connect(server.url(), document, await bearer(people.owner.id));
  ada.authenticate();
  ada.sendAwareness([[ada.doc.clientID, 1, { cursor: 5 }]]);
  await bo.until(says(ada.doc.clientID, (state) => state?.cursor === 5));
});

test("a client that comes back on another socket is not taken away with the old one", async () => {
  const bo = await open("annotator");
  const ada = await open("owner");
  ada.sendAwareness([[ada.doc.clientID, 1, { cursor: 1 }]]);
  await bo.until(says(ada.doc.clientID, (state) => state?.cursor === 1));
  const again = await WireClient.open(server.url(), document, await bearer(people.owner.id), ada.doc);
  again.sendAwareness([[ada.doc.clientID, 2, { cursor: 2 }]]);
  await bo.until(says(ada.doc.clientID, (state) => state?.cursor === 2));
  await ada.close();
  again.sendAwareness([[ada.doc.clientID, 3, { cursor: 3 }]]);
  await bo.until(says(ada.doc.clientID, (state) => state?.cursor === 3));
  expect(bo.received.some(says(ada.doc.clientID, (state) => state === null))).toBe(false);
});

test("bytes that are no awareness update close the socket", async () => {
  const ada = await open("owner");
  const frame = createEncoder();
  writeVarString(frame, document);
  writeVarUint(frame, 1);
  writeVarUint8Array(frame, Uint8Array.of(5));
  ada.sendBytes(toUint8Array(frame));
  expect(await ada.until(({ kind }) => kind === "socket-closed")).toMatchObject({ code: 1007 });
});

test("among few people cursors wait for nothing, and in a crowd no longer than a quarter of a second", () => {
  expect([1, limits.cursorsAtOnce].map(pauseFor)).toEqual([0, 0]);
  const pauses = Array.from({ length: 200 }, (_, people) => pauseFor(people));
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  expect(Math.max(...pauses)).toBe(limits.longestCursorPause);
});
