/** The leak test of what people write together: in every state, to everybody, no surface shows more of it than the table says. */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { describe as describePassage } from "@/lib/anchoring";
import { writeFragment } from "@/lib/collab/fragment";
import { addHighlight, noteOf } from "@/lib/collab/layer";
import { articleDocument } from "@/lib/collab/names";
import { testCollab } from "@/lib/collab/testing";
import { db } from "@/lib/db/client";
import type { NoticeKind } from "@/lib/db/generated/client";
import { testDatabase } from "@/lib/db/testing";
import { lockContent } from "@/lib/moderation/locked";
import { purgeContent } from "@/lib/moderation/purge";
import { setState } from "@/lib/moderation/set-state";
import { columnsOf, type TargetRef } from "@/lib/moderation/target-ref";
import { firstUpdate } from "@/lib/rebuttal/document";
import { appendUpdate } from "@/lib/rebuttal/log";
import { fromPlainText } from "@/lib/threads/body";
import { answerOf, framesOf, letterTo, routesByName } from "./testing/ask-surfaces";
import { leakTable, maySeeShared, sharedLetterSights, sharedSights } from "./testing/leak-table";
import type { Route } from "./testing/routes";
import { makeSetting, type Setting } from "./testing/setting";

testDatabase();
const server = testCollab();

let routes: Map<string, Route>;
beforeAll(async () => {
  routes = await routesByName();
});

/** In this order, since a purge has no way back. */
const states = ["visible", "hidden", "removed", "purged"] as const;

/** One of each kind: who moderates, who reads, who is no member and nobody known; an author who is one, and one who left. */
const askers = [
  { caller: "moderator", isAuthor: false },
  { caller: "viewer", isAuthor: false },
  { caller: "stranger", isAuthor: false },
  { caller: "signed out", isAuthor: false },
  { caller: "annotator", isAuthor: true },
  { caller: "stranger", isAuthor: true },
] as const;

/** Writes the note into the layer and its row. */
async function plantNote({ articleId, highlightId }: Setting, word: string, authorId: string): Promise<TargetRef> {
  const { canonicalText } = await db().revision.findFirstOrThrow({ where: { articleId } });
  const text = `So ${word} says.`;
  const paragraph = { type: "paragraph", content: [{ type: "text", text }] };
  const doc = new Y.Doc();
  const common = { id: highlightId, label: "claim", authorId, createdAt: Date.UTC(2026, 0, 1) } as const;
  addHighlight(doc, { ...common, ...describePassage(canonicalText, 4, 15) });
  const fragment = noteOf(doc, highlightId);
  if (fragment) writeFragment(fragment, { type: "doc", content: [paragraph] });
  const update = Uint8Array.from(Y.encodeStateAsUpdate(doc));
  await db().collabUpdate.create({ data: { document: articleDocument(articleId), update, userId: authorId } });
  const noteAuthors = { create: { userId: authorId } };
  const words = { note: { type: "doc", content: [paragraph] }, noteText: text };
  await db().highlight.update({ where: { id: highlightId }, data: { ...words, authorId, noteAuthors } });
  return { kind: "note", id: highlightId };
}

/** Writes the rebuttal's title and text, and somebody says something about it. */
async function plantRebuttal(setting: Setting, word: string, authorId: string): Promise<TargetRef> {
  const { articleId, rebuttalId: id, workspaceId, me, otherId } = setting;
  await db().$transaction((tx) => appendUpdate(tx, id, firstUpdate({ title: `On ${word}`, text: word }), authorId));
  const body = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: word }] }] };
  await db().rebuttalContributor.deleteMany({ where: { rebuttalId: id } });
  const contributors = { create: { userId: authorId } };
  const words = { title: `On ${word}`, text: word, body };
  await db().rebuttal.update({ where: { id }, data: { ...words, createdById: authorId, contributors } });
  const thread = await db().thread.create({ data: { articleId, rebuttalId: id } });
  const said = { authorId: otherId, body: fromPlainText("Well said."), text: "Well said." };
  const comment = await db().comment.create({ data: { threadId: thread.id, ...said } });
  await db().notice.create({ data: { workspaceId, recipientId: me, kind: "mentioned", commentId: comment.id } });
  return { kind: "rebuttal", id };
}

/** An item in the queue about it, and a decision of which everybody whom it concerns was told. */
async function judge({ workspaceId, me, otherId }: Setting, ref: TargetRef, word: string, authorId: string) {
  const item = await db().reviewItem.create({ data: { workspaceId, ...columnsOf(ref) } });
  const reasons = { reason: "spam", ground: "law", groundWords: "A law", facts: "It sells something." } as const;
  const { id: decisionId } = await db().decision.create({
    data: {
      ...{ workspaceId, itemId: item.id, measure: "hide", affectedId: authorId, ...reasons },
      ...{ source: "notice", stateBefore: "visible", appealUntil: new Date() },
      snapshot: { text: `So ${word} says.` },
    },
  });
  const told = (recipientId: string, kind: NoticeKind) => ({ workspaceId, recipientId, kind, decisionId });
  const readerId = authorId === me ? otherId : me;
  await db().notice.createMany({ data: [told(authorId, "content_decided"), told(readerId, "flag_decided")] });
  return item.id;
}

test("every surface that is said to show shared words is one", () => {
  const documents = ["SOCKET article", "SOCKET rebuttal"];
  const named = Object.values(sharedSights).flatMap(Object.keys);
  for (const surface of named) expect([...Object.keys(leakTable), ...documents]).toContain(surface);
});

const plants = { note: plantNote, rebuttal: plantRebuttal };

describe.each(["note", "rebuttal"] as const)("a %s", (kind) => {
  test.each(askers)(
    "to the $caller, who wrote it: $isAuthor",
    async ({ caller, isAuthor }) => {
      const setting = await makeSetting(caller);
      const word = `planted${randomUUID().replaceAll("-", "")}`;
      const authorId = isAuthor ? setting.me : setting.otherId;
      const ref = await plants[kind](setting, word, authorId);
      const asker = { ...setting, reviewId: await judge(setting, ref, word, authorId) };
      for (const state of states) {
        if (state === "purged") await purgeContent(ref, { userId: setting.otherId, role: "owner" }, new Date());
        else if (state !== "visible")
          await db().$transaction(async (tx) => setState(tx, await lockContent(tx, ref), state));
        const sees = (surface: string) => maySeeShared(sharedSights[kind][surface], { caller, isAuthor, state });
        const answers = Object.keys(leakTable).map(async (endpoint) => {
          const seen = (await answerOf(routes, endpoint, asker)).includes(word);
          expect(seen, `${endpoint}, ${state}`).toBe(sees(endpoint));
        });
        await Promise.all(answers);
        for (const document of ["article", "rebuttal"] as const) {
          const seen = (await framesOf(server.url(), document, asker)).includes(word);
          expect(seen, `${document}'s frames, ${state}`).toBe(sees(`SOCKET ${document}`));
        }
        const isSent = caller !== "signed out" && (await letterTo(setting)).includes(word);
        const sight = sharedLetterSights[kind];
        expect(isSent, `the letter, ${state}`).toBe(maySeeShared(sight, { caller, isAuthor, state }));
      }
    },
    60_000,
  );
});
