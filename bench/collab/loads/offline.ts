/** Somebody comes back with five hundred edits made offline, which arrive at once. */
import * as Y from "yjs";
import { RawClient } from "../client";
import type { Figures } from "../figures";
import type { Load, Trial } from "../load";
import { beginParagraph, typeLetter } from "../typing";

const edits = 500;

async function run({ contestant, server, ground }: Trial): Promise<Figures> {
  const [room = ""] = await ground.rebuttals(1);
  const visit = { contestant, url: server.url, room };
  const reader = await RawClient.open({ ...visit, headers: ground.people[0]?.headers ?? {} });
  const doc = new Y.Doc();
  const words = beginParagraph({ doc });
  for (let edit = 0; edit < edits; edit += 1) typeLetter(words);

  const seen = new Promise<number>((done) => {
    reader.onUpdate = () => done(performance.now());
  });
  const durable = Promise.withResolvers<number>();
  const writer = await RawClient.open({
    ...visit,
    headers: ground.people[1]?.headers ?? {},
    doc,
    onDurable: () => durable.resolve(performance.now()),
  });
  const sentAt = writer.answeredAt;
  const figures: Figures = { "seen by the other": (await seen) - sentAt };
  if (contestant.isDurable) figures.durable = (await durable.promise) - sentAt;
  await Promise.all([reader.close(), writer.close()]);
  return figures;
}

export const offlineReturn: Load = {
  name: "offline",
  title: "500 edits made offline arrive at once",
  units: { "seen by the other": "ms", durable: "ms" },
  promises: [],
  rounds: 5,
  isFor: () => true,
  run,
};
