import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type * as Y from "yjs";
import { describe as describePassage } from "@/lib/anchoring";
import { addHighlight } from "@/lib/collab/layer";
import {
  articleDocument,
  type DocumentName,
  deskDocument,
  type parseDocumentName,
  rebuttalDocument,
} from "@/lib/collab/names";
import { testCollab, WireClient } from "@/lib/collab/testing";
import { db } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing";
import { titleField } from "@/lib/rebuttal/schema";
import { type Caller, callers, makeSetting, type Setting } from "./testing/setting";

testDatabase();
const server = testCollab();

interface Row {
  of: string;
  /** Letters of the roles (owner, moderator, editor, annotator, viewer) that may write; every member may read. */
  writers: string;
  /** Letters of those that may read; every member unless told. */
  readers?: string;
  document: (setting: Setting) => Promise<DocumentName> | DocumentName;
  write: (doc: Y.Doc, setting: Setting) => Promise<void> | void;
}

type Kind = NonNullable<ReturnType<typeof parseDocumentName>>["kind"];

const title: Row["write"] = (doc) => doc.getText(titleField).insert(0, "Not so");

/** A kind of document that is missing here doesn't compile. */
const table: Record<Kind, readonly Row[]> = {
  article: [
    {
      of: "an article's highlights",
      writers: "o m e a",
      document: ({ articleId }) => articleDocument(articleId),
      write: async (doc, { articleId, me }) => {
        const { canonicalText } = await db().revision.findFirstOrThrow({ where: { articleId } });
        const passage = describePassage(canonicalText, 0, 9);
        addHighlight(doc, { id: randomUUID(), label: "claim", authorId: me, createdAt: Date.now(), ...passage });
      },
    },
  ],
  rebuttal: [
    {
      of: "somebody's draft",
      writers: "o e",
      document: ({ rebuttalId }) => rebuttalDocument(rebuttalId),
      write: title,
    },
    {
      of: "a draft that one contributes to",
      writers: "o m e a",
      document: async ({ rebuttalId, me }) => {
        await db().rebuttalContributor.createMany({ data: { rebuttalId, userId: me }, skipDuplicates: true });
        return rebuttalDocument(rebuttalId);
      },
      write: title,
    },
    {
      of: "a published rebuttal",
      writers: "",
      document: async ({ rebuttalId }) => {
        await db().rebuttal.update({ where: { id: rebuttalId }, data: { status: "published" } });
        return rebuttalDocument(rebuttalId);
      },
      write: title,
    },
  ],
  desk: [
    {
      of: "the moderators' desk",
      writers: "",
      readers: "o m",
      document: ({ workspaceId }) => deskDocument(workspaceId),
      write: title,
    },
  ],
};

type Outcome = "no socket" | "denied" | "reads" | "writes";

function expected({ writers, readers = "o m e a v" }: Row, caller: Caller): Outcome {
  if (caller === "signed out") return "no socket";
  if (caller === "stranger") return "denied";
  const role = caller === "token" ? "owner" : caller;
  const isIn = (letters: string) => letters.split(" ").includes(role.charAt(0));
  if (!isIn(readers)) return "denied";
  return isIn(writers) ? "writes" : "reads";
}

/** Opens the document, tries to write, and tells how far it got. */
async function outcomeOf(row: Row, setting: Setting): Promise<Outcome> {
  const name = await row.document(setting);
  const client = await WireClient.open(server.url(), name, setting.headers).catch((error: Error) => error);
  if (client instanceof Error) {
    expect(client.message).toContain("401");
    return "no socket";
  }
  try {
    if (client.received.some(({ kind }) => kind === "denied")) return "denied";
    await row.write(client.doc, setting);
    const answer = await answerTo(client);
    expect(["durable", "read-only"]).toContain(answer);
    return answer === "durable" ? "writes" : "reads";
  } finally {
    await client.close();
  }
}

/** Waits until everything sent is durable, or something was refused, and tells which. */
async function answerTo(client: WireClient): Promise<string> {
  let answer = "";
  await client.until((received) => {
    if (received.kind !== "message") return false;
    const { message } = received;
    if (message.type === "refused") answer = message.code;
    else if (message.type === "durable" && message.frames >= client.sent) answer = "durable";
    return answer !== "";
  });
  return answer;
}

describe.each(Object.values(table).flat())("$of", (row) => {
  test.each(callers)("%s", async (caller) => {
    expect(await outcomeOf(row, await makeSetting(caller))).toBe(expected(row, caller));
  });

  test("a stranger can't tell whether it is there", async () => {
    const setting = await makeSetting("stranger");
    const there = await row.document(setting);
    const nowhere = there.replace(/:.*/, `:${randomUUID()}`);
    const denials = [];
    for (const name of [there, nowhere]) {
      const client = await WireClient.open(server.url(), name, setting.headers);
      denials.push(client.received.filter(({ kind }) => kind === "denied"));
      await client.close();
    }
    expect(denials[0]).toHaveLength(1);
    expect(denials[0]).toEqual(denials[1]);
  });
});
