/** Nothing is lost or doubled however documents come and go, and nobody overwrites what happened while they were away. */
import { randomInt } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { db } from "@/lib/db/client";
import { addMember, makeArticle, makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { bodyField } from "@/lib/rebuttal/schema";
import { type DocumentName, rebuttalDocument } from "../names";
import { bearer, testCollab, WireClient } from "../testing";
import { writeIn } from "../testing/layer-edits";
import { chance } from "../testing/random";
import { compact } from "./compaction";
import { readStoredDocument } from "./stored-document";

testDatabase();
const server = testCollab();

const steps = 250;
let userIds: string[];
let document: DocumentName;
beforeEach(async () => {
  const { workspace } = await makeWorkspace();
  userIds = [];
  for (let i = 0; i < 4; i += 1) {
    const { id } = await makeUser();
    await addMember(workspace.id, id, "editor");
    userIds.push(id);
  }
  const { article } = await makeArticle(workspace.id);
  document = rebuttalDocument((await db().rebuttal.create({ data: { articleId: article.id } })).id);
});

const join = async (who: number, doc = new Y.Doc()) =>
  WireClient.open(server.url(), document, await bearer(userIds[who] ?? ""), doc);
const bodyOf = (doc: Y.Doc) => doc.getXmlFragment(bodyField);
const write = ({ doc }: WireClient, words: string) => writeIn(bodyOf(doc), 0, words);
const textOf = (doc: Y.Doc) => bodyOf(doc).toString();

async function stored(where: Uint8Array[] | null = null): Promise<Y.Doc> {
  const doc = new Y.Doc();
  for (const update of where ?? (await readStoredDocument(document)).updates) Y.applyUpdate(doc, update);
  return doc;
}

test("people come, write, leave at once and come back while snapshots are made: each line is there once", async () => {
  const seed = randomInt(2 ** 32);
  const dice = chance(seed);
  const docs = userIds.map(() => new Y.Doc());
  const present: (WireClient | null)[] = userIds.map(() => null);
  const lines: string[] = [];
  let unloads = 0;
  const compacting: Promise<unknown>[] = [];
  for (let step = 0; step < steps; step += 1) {
    const who = dice.below(userIds.length);
    const client = present[who];
    const act = dice.of(["write", "write", "write", "go", "all go", "compact", "wait"]);
    if (!client) present[who] = await join(who, docs[who]);
    else if (act === "write") {
      lines.push(`line-${step};`);
      write(client, `line-${step};`);
    } else if (act === "go") {
      client.terminate();
      present[who] = null;
    } else if (act === "all go") {
      for (const each of present) each?.terminate();
      present.fill(null);
      unloads += 1;
    } else if (act === "compact") compacting.push(compact(document).catch(() => 0));
    else await client.durable();
  }
  await Promise.all(compacting);
  const all = await Promise.all(userIds.map(async (_, who) => present[who] ?? join(who, docs[who])));
  await Promise.all(all.map((client) => client.durable()));
  await compact(document);
  const final = await stored();
  for (const line of lines) expect(textOf(final).split(line).length - 1, `${line} with seed ${seed}`).toBe(1);
  for (const client of all) await client.sees((doc) => Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(final)));
  // All rows of the log, without any snapshot, add up to the same.
  const rows = await db().collabUpdate.findMany({ where: { document }, orderBy: { seq: "asc" } });
  const replayed = await stored(rows.map(({ update }) => update));
  expect(Y.equalSnapshots(Y.snapshot(replayed), Y.snapshot(final)), `seed ${seed}`).toBe(true);
  expect(unloads).toBeGreaterThan(0);
  await Promise.all(all.map((client) => client.close()));
});

test("a client that slept brings its own words and takes back nobody's", async () => {
  const [sleeper, other] = [await join(0), await join(1)];
  write(sleeper, "said before. ");
  await sleeper.durable();
  await other.sees((doc) => textOf(doc).includes("said before"));
  sleeper.terminate();
  // Meanwhile the old words go, others come, and the document is let go and loaded again.
  bodyOf(other.doc).delete(0, bodyOf(other.doc).length);
  write(other, "said meanwhile. ");
  await other.durable();
  await other.close();
  await compact(document);

  // One that wrote nothing changes nothing; one that wrote brings that alone.
  const silent = await join(0, copyOf(sleeper.doc));
  await silent.durable();
  expect(textOf(silent.doc)).toBe(textOf(other.doc));
  await silent.close();
  write(sleeper, "said in its sleep. ");
  const awake = await join(0, sleeper.doc);
  await awake.durable();
  const now = textOf(await stored());
  expect(now).toContain("said meanwhile");
  expect(now).toContain("said in its sleep");
  await awake.close();
});

test("an old version comes back as a new edit, which no late client undoes", async () => {
  const author = await join(0);
  write(author, "the first version. ");
  await author.durable();
  const old = (await readStoredDocument(document)).updates;
  const late = copyOf(author.doc);
  bodyOf(author.doc).delete(0, bodyOf(author.doc).length);
  write(author, "the second version. ");
  await author.durable();
  const later = copyOf(author.doc);

  // What stood then, written anew on top of what stands now.
  const then = await stored(old);
  author.doc.transact(() => {
    const body = bodyOf(author.doc);
    body.delete(0, body.length);
    body.insert(
      0,
      bodyOf(then)
        .toArray()
        .map((node) => node.clone() as Y.XmlElement),
    );
  });
  await author.durable();
  for (const doc of [late, later]) {
    const back = await join(1, doc);
    await back.durable();
    await back.close();
  }
  const now = textOf(await stored());
  expect(now.split("the first version").length - 1).toBe(1);
  expect(now).not.toContain("the second version");
  await author.close();
});

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}
