/** People who type into a rebuttal, a letter at a time, each at a steady pace of their own. */
import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { bodyField } from "@/lib/rebuttal/schema";
import type { RawClient } from "./client";

/** A paragraph of one's own to write in. */
export function beginParagraph({ doc }: { doc: Y.Doc }): Y.XmlText {
  const paragraph = new Y.XmlElement("paragraph");
  const words = new Y.XmlText("a");
  paragraph.insert(0, [words]);
  doc.getXmlFragment(bodyField).insert(0, [paragraph]);
  return words;
}

/**
 * Lets each client act so many times a second, spread evenly over the period.
 * @param hertz how often each acts
 * @param during for how long, in ms
 */
export async function atPace<T>(actors: readonly T[], hertz: number, during: number, act: (actor: T) => void) {
  const period = 1000 / hertz;
  const began = performance.now();
  const count = Math.floor(during / period);
  const steps = actors
    .flatMap((actor, index) =>
      Array.from({ length: count }, (_, turn) => ({ actor, due: (turn + index / actors.length) * period })),
    )
    .sort((a, b) => a.due - b.due);
  for (const { actor, due } of steps) {
    const wait = began + due - performance.now();
    if (wait > 1) await pause(wait);
    act(actor);
  }
}

/** Writes one more letter, and after every eighth a space. */
export function typeLetter(words: Y.XmlText): void {
  words.insert(words.length, words.length % 8 === 7 ? " " : "e");
}

/** How long each frame took to be durable, of all clients together, in ms. */
export function followDurability(clients: readonly RawClient[]): { waited: number[]; frames(): number } {
  const waited: number[] = [];
  let frames = 0;
  for (const client of clients) {
    let known = client.sent;
    const sentAt = new Map<number, number>();
    client.onSend = chain(client.onSend, (frame) => sentAt.set(frame, performance.now()));
    client.onDurable = (durable) => {
      const now = performance.now();
      for (let frame = known + 1; frame <= durable; frame += 1) {
        const sent = sentAt.get(frame);
        sentAt.delete(frame);
        if (sent === undefined) continue;
        waited.push(now - sent);
        frames += 1;
      }
      known = Math.max(known, durable);
    };
  }
  return { waited, frames: () => frames };
}

type OnSend = RawClient["onSend"];
const chain =
  (first: OnSend, then: (frame: number) => void): OnSend =>
  (frame, update) => {
    first(frame, update);
    then(frame);
  };
