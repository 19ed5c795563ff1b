/** Puts many highlights on an article the way a person's browser does: through the realtime client, over the socket. */
import { randomUUID } from "node:crypto";
import WebSocket from "ws";
import { describe } from "@/lib/anchoring/describe";
import { openDocument } from "@/lib/collab/client";
import type { DocumentHandle, SaveStatus } from "@/lib/collab/client/handle";
import { addHighlight } from "@/lib/collab/layer";
import { articleDocument } from "@/lib/collab/names";
import { labels } from "@/lib/highlights/labels";

interface Layer {
  /** The server's address, http. */
  url: string;
  token: string;
  userId: string;
  articleId: string;
  canonicalText: string;
}

/** In one change of the document, and so in one frame. */
const atOnce = 50;
const lengths = [24, 60, 110, 180];

/** Adds the highlights, spread evenly over the text and overlapping here and there. Returns when all are in the database. */
export async function addHighlights(layer: Layer, count: number): Promise<string[]> {
  const handle = openDocument(articleDocument(layer.articleId), {
    userId: layer.userId,
    url: `${layer.url.replace(/^http/, "ws")}/collab`,
    openWebSocket: (url) =>
      // The browser's type and this one agree in all that the client uses.
      new WebSocket(url, { headers: { authorization: `Bearer ${layer.token}` } }) as unknown as globalThis.WebSocket,
  });
  try {
    await statusIs(handle, ({ state }) => state === "saved");
    const ids: string[] = [];
    for (let first = 0; first < count; first += atOnce) {
      handle.doc.transact(() => {
        for (let index = first; index < Math.min(first + atOnce, count); index += 1)
          ids.push(add(handle, layer, index, count));
      });
      await statusIs(handle, ({ state }) => state === "saved");
    }
    return ids;
  } finally {
    handle.destroy();
  }
}

function add({ doc }: DocumentHandle, { canonicalText, userId }: Layer, index: number, count: number): string {
  const length = lengths[index % lengths.length] ?? 24;
  const start = Math.floor((index / count) * (canonicalText.length - Math.max(...lengths)));
  const id = randomUUID();
  addHighlight(doc, {
    id,
    label: labels[index % labels.length] ?? "claim",
    authorId: userId,
    createdAt: Date.now(),
    ...describe(canonicalText, start, start + length),
  });
  return id;
}

async function statusIs({ status }: DocumentHandle, wanted: (status: SaveStatus) => boolean): Promise<void> {
  await new Promise<void>((done, fail) => {
    const look = () => {
      const now = status.get();
      if (now.state === "refused" || now.state === "ended") fail(new Error(now.message));
      else if (wanted(now)) done();
      else return;
      stop();
    };
    const stop = status.subscribe(look);
    look();
  });
}
