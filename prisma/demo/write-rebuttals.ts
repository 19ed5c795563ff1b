/** Writes the demo's rebuttals: their documents' logs, and the rows that are read from them (database). */
import { randomUUID } from "node:crypto";
import { prosemirrorToYXmlFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { Tx } from "@/lib/db/client";
import { appendUpdate, projectLog } from "@/lib/rebuttal/log";
import { bodyField, rebuttalSchema, titleField } from "@/lib/rebuttal/schema";
import type { DemoHighlightName } from "./highlights";
import type { DemoPerson } from "./people";
import { type DemoBlock, type DemoRebuttal, type DemoRebuttalName, demoRebuttals } from "./rebuttals";
import { paragraph } from "./words";
import type { Written } from "./write-layer";

interface Around {
  articleId: string;
  userIds: Record<DemoPerson, string>;
  highlights: Record<DemoHighlightName, Written>;
}

/** Begun, submitted and published this long before the seeding. */
const begun = 20 * 60 * 60 * 1000; // ms
const submitted = 5 * 60 * 60 * 1000; // ms
const published = 3 * 60 * 60 * 1000; // ms

/** Writes them all and returns their ids. */
export async function writeRebuttals(tx: Tx, around: Around, now: Date): Promise<Record<DemoRebuttalName, string>> {
  return {
    assaults: await writeRebuttal(tx, demoRebuttals.assaults, around, now),
    elevenPassengers: await writeRebuttal(tx, demoRebuttals.elevenPassengers, around, now),
  };
}

async function writeRebuttal(tx: Tx, rebuttal: DemoRebuttal, around: Around, now: Date): Promise<string> {
  const { articleId, userIds, highlights } = around;
  const before = (ms: number) => new Date(now.getTime() - ms);
  const { id } = await tx.rebuttal.create({
    data: {
      articleId,
      createdById: userIds[rebuttal.by],
      createdAt: before(begun),
      contributors: { create: [rebuttal.by, ...rebuttal.with].map((who) => ({ userId: userIds[who] })) },
      answers: { create: rebuttal.answers.map((name, position) => ({ highlightId: highlights[name].id, position })) },
    },
    select: { id: true },
  });
  await appendUpdate(tx, id, documentOf(rebuttal, highlights), userIds[rebuttal.by]);
  const { title, text, body, citations } = await projectLog(tx, id);
  await tx.rebuttal.update({ where: { id }, data: { title, text, body: body.toJSON() } });
  await tx.citation.createMany({
    data: citations.map((card) => ({ id: card.id, rebuttalId: id, highlightId: card.highlightId, quote: card.quote })),
  });
  if (rebuttal.publishedBy) {
    const kept = { rebuttalId: id, title, body: body.toJSON() };
    await tx.rebuttalStatusChange.createMany({
      data: [
        { ...kept, from: "draft", to: "in_review", byId: userIds[rebuttal.by], at: before(submitted) },
        { ...kept, from: "in_review", to: "published", byId: userIds[rebuttal.publishedBy], at: before(published) },
      ],
    });
    await tx.rebuttal.update({ where: { id }, data: { status: "published", publishedAt: before(published) } });
  }
  return id;
}

function documentOf({ title, body }: DemoRebuttal, highlights: Around["highlights"]): Uint8Array {
  const content = body.map((block) => blockOf(block, highlights));
  const doc = new Y.Doc();
  doc.transact(() => {
    doc.getText(titleField).insert(0, title);
    prosemirrorToYXmlFragment(rebuttalSchema.nodeFromJSON({ type: "doc", content }), doc.getXmlFragment(bodyField));
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

function blockOf(block: DemoBlock, highlights: Around["highlights"]): object {
  if (typeof block === "string") return paragraph(block);
  if ("heading" in block) return { ...paragraph(block.heading), type: "heading", attrs: { level: 2 } };
  if ("list" in block) {
    const items = block.list.map((words) => ({ type: "listItem", content: [paragraph(words)] }));
    return { type: "bulletList", content: items };
  }
  const { id: highlightId, quote } = highlights[block.cite];
  return { type: "citation", attrs: { id: randomUUID(), highlightId, quote } };
}
