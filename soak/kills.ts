/** Kills the real server with `kill -9` in the middle of everybody's edits, again and again, and looks for what is missing. */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type RunningServer, startServer } from "@/e2e/server";
import { describe as describePassage } from "@/lib/anchoring";
import { addHighlight } from "@/lib/collab/layer";
import { type Chance, chance } from "@/lib/collab/testing/random";
import { WireClient } from "@/lib/collab/testing/wire-client";
import { Editor } from "./editor";
import { assertConverged, assertHoldsAcknowledged, assertProjected, readStored } from "./verify";
import { inWorld, makeEditor, makeLayer, makeRebuttal, type SharedDocument, type World } from "./world";

const editorsOfEach = 4;
/** Kills that one set of documents goes through, so that a failure's seed takes few of them to come back to. */
export const killsOfOneSet = 10;
/** Time from the moment that everybody is in to the kill: at least, and at most, in ms. */
const soonest = 100;
const latest = 1200;
/** Edits that everybody makes while there is no server. */
const offlineEdits = 2;

export interface KillReport {
  kills: number;
  acknowledged: number;
  /** Sent and not acknowledged at the moment of a kill; in the end they were there all the same. */
  unacknowledged: number;
}

/**
 * Three layers and two rebuttals, twenty editors, `kills` kills.
 * @param seed chooses the edits and the moments. What happens in between is the machine's, so a seed makes a failure likely to
 * come back, not certain
 * @throws an error that names the seed when anything is missing
 */
export async function killRepeatedly(kills: number, seed: number): Promise<KillReport> {
  try {
    return await inWorld((world) => campaign(world, kills, chance(seed)));
  } catch (error) {
    throw new Error(`The kills with seed ${seed} lost something.`, { cause: error });
  }
}

async function campaign(world: World, kills: number, dice: Chance): Promise<KillReport> {
  const layers = await Promise.all([makeLayer(world), makeLayer(world), makeLayer(world)]);
  const documents = [...layers, await makeRebuttal(layers[0]), await makeRebuttal(layers[1])];
  let server = await startServer(world.place);
  try {
    const editors = await gather(world, documents, server, dice);
    const report: KillReport = { kills, acknowledged: 0, unacknowledged: 0 };
    await join(editors, server, dice);
    for (let kill = 0; kill < kills; kill += 1) {
      for (const editor of editors) editor.startEditing();
      await pause(soonest + dice.below(latest - soonest));
      await server.end("SIGKILL");
      for (const editor of editors) editor.stopEditing();
      for (const editor of editors) report.unacknowledged += await editor.lose();
      await lookAtRemains(documents, editors);
      for (const editor of editors) for (let edit = 0; edit < offlineEdits; edit += 1) editor.editOnce();

      server = await startServer(world.place);
      await join(editors, server, dice);
      await Promise.all(editors.map((editor) => editor.durable()));
      await lookAtWhole(documents, editors);
    }
    for (const editor of editors) await editor.lose();
    report.acknowledged = editors.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
    return report;
  } finally {
    await server.end("SIGTERM");
  }
}

/** Four editors for each document, and in each layer a highlight that nobody removes, for cards to quote. */
async function gather(
  world: World,
  documents: readonly SharedDocument[],
  server: RunningServer,
  dice: Chance,
): Promise<Editor[]> {
  const steward = await makeEditor(world);
  const quotables = new Map<string, { id: string; quote: string }>();
  for (const { name, kind, articleId, text } of documents) {
    if (kind !== "article") continue;
    const client = await WireClient.open(addressOf(server), name, steward.headers);
    const passage = describePassage(text, 0, 10);
    const id = randomUUID();
    addHighlight(client.doc, { id, label: "claim", authorId: steward.userId, createdAt: Date.now(), ...passage });
    await client.durable();
    await client.close();
    quotables.set(articleId, { id, quote: passage.exact });
  }
  const editors: Editor[] = [];
  for (const document of documents) {
    const quotable = quotables.get(document.articleId);
    if (!quotable) throw new Error("A rebuttal's article has no layer here.");
    for (let i = 0; i < editorsOfEach; i += 1)
      editors.push(new Editor(await makeEditor(world), document, quotable, dice.branch(editors.length)));
  }
  return editors;
}

/** In another order each time: whoever comes first may bring back what another one wrote. */
async function join(editors: readonly Editor[], server: RunningServer, dice: Chance): Promise<void> {
  const order = editors.map((editor) => ({ editor, place: dice.next() })).sort((a, b) => a.place - b.place);
  await Promise.all(
    order.map(async ({ editor, place }) => {
      await pause(place * 200);
      await editor.join(addressOf(server));
    }),
  );
}

/** While there is no server: everything that was acknowledged must be in the database. */
async function lookAtRemains(documents: readonly SharedDocument[], editors: readonly Editor[]): Promise<void> {
  for (const document of documents) {
    const stored = await readStored(document);
    assertHoldsAcknowledged(
      stored,
      editors.filter((editor) => editor.document === document),
    );
    stored.destroy();
  }
}

/** With a server again and everything durable: all see the same, and the rows say it. */
async function lookAtWhole(documents: readonly SharedDocument[], editors: readonly Editor[]): Promise<void> {
  for (const document of documents) {
    const own = editors.filter((editor) => editor.document === document);
    const stored = await readStored(document);
    assertHoldsAcknowledged(stored, own);
    await assertConverged(stored, own);
    await assertProjected(document, stored);
    stored.destroy();
  }
}

const addressOf = ({ url }: RunningServer) => `${url.replace("http", "ws")}/collab`;
