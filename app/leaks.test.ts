/** The leak test: in every state, to everybody, no surface shows more of a comment than the table says. */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "@/lib/api/catalogue";
import { serverMessageSchema } from "@/lib/collab/protocol.schema";
import { db } from "@/lib/db/client";
import { eventSchema } from "@/lib/db/events.schema";
import { ContentState } from "@/lib/db/generated/enums";
import { testDatabase } from "@/lib/db/testing";
import { fromPlainText } from "@/lib/threads/body";
import { answerOf, letterTo, routesByName } from "./testing/ask-surfaces";
import { leakTable, letterSight, maySee } from "./testing/leak-table";
import type { Route } from "./testing/routes";
import { callers, makeSetting, type Setting } from "./testing/setting";

testDatabase();

let routes: Map<string, Route>;
beforeAll(async () => {
  routes = await routesByName();
});

interface Planted {
  word: string;
  authorId: string;
  decisionId: string;
}

/** Plants the words: in a comment, and wherever moderation keeps a copy of them. */
async function plant(setting: Setting, isAuthor: boolean): Promise<Planted> {
  const word = `planted${randomUUID().replaceAll("-", "")}`;
  const { workspaceId, otherCommentId, reviewId, me, otherId, threadId } = setting;
  const [authorId, readerId] = isAuthor ? [me, otherId] : [otherId, me];
  const reply = { threadId, parentId: otherCommentId, quotedId: otherCommentId, authorId: otherId };
  await db().comment.create({ data: { ...reply, body: fromPlainText("A reply."), text: "A reply." } });
  await db().mention.createMany({ data: { commentId: otherCommentId, userId: readerId } });
  await db().flag.create({ data: { itemId: reviewId, userId: readerId, reason: "spam" } });
  const { id: decisionId } = await db().decision.create({
    data: {
      workspaceId,
      itemId: reviewId,
      measure: "hide",
      affectedId: authorId,
      reason: "spam",
      ground: "law",
      groundWords: "A law",
      facts: "It sells something.",
      source: "notice",
      stateBefore: "visible",
      appealUntil: new Date(),
    },
  });
  const { number } = await db().comment.findUniqueOrThrow({ where: { id: otherCommentId } });
  await db().notice.createMany({
    data: [
      { workspaceId, recipientId: authorId, kind: "content_decided", decisionId },
      { workspaceId, recipientId: readerId, kind: "flag_decided", decisionId },
      { workspaceId, recipientId: readerId, kind: "mentioned", commentId: otherCommentId },
      { workspaceId, recipientId: readerId, kind: "commented", threadId, fromNumber: number },
    ],
  });
  return { word, authorId, decisionId };
}

/** Puts the comment and moderation's copy of it into the state. A purge leaves neither's words. */
async function put({ otherCommentId }: Setting, { word, authorId, decisionId }: Planted, state: ContentState) {
  const text = state === "purged" ? "" : `So ${word} says.`;
  await db().comment.update({
    where: { id: otherCommentId },
    data: {
      authorId,
      state,
      body: fromPlainText(text),
      text,
      deletedAt: state === "deleted" ? new Date() : null,
      // The newest, so that lists would take their excerpt from it.
      createdAt: new Date(Date.now() + 60_000),
    },
  });
  await db().decision.update({ where: { id: decisionId }, data: { snapshot: { text } } });
}

test("every endpoint that reads is in the table, and nothing else", () => {
  const reading = catalogue.filter(({ method }) => method === "GET").map(({ path }) => `GET ${path}`);
  expect(Object.keys(leakTable).sort()).toEqual([...new Set(reading)].sort());
});

describe.each([false, true])("a comment that the caller wrote: %s", (isAuthor) => {
  test.each(callers.filter((caller) => !(isAuthor && caller === "signed out")))("to the %s", async (caller) => {
    const setting = await makeSetting(caller);
    const planted = await plant(setting, isAuthor);
    for (const state of Object.values(ContentState)) {
      await put(setting, planted, state);
      for (const [endpoint, { sight }] of Object.entries(leakTable)) {
        const seen = (await answerOf(routes, endpoint, setting)).includes(planted.word);
        expect(seen, `${endpoint}, ${state}`).toBe(maySee(sight, { caller, isAuthor, state }));
      }
      const isMailed = (await letterTo(setting)).includes(planted.word);
      expect(isMailed, `a letter, ${state}`).toBe(maySee(letterSight, { caller, isAuthor, state }));
    }
  });
});

/** The names of all fields in the JSON schema that could hold free words. */
function freeFields(schema: unknown, name = ""): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const {
    type,
    format,
    const: only,
    enum: some,
    properties = {},
    anyOf = [],
    oneOf = [],
  } = schema as {
    type?: string;
    format?: string;
    const?: unknown;
    enum?: unknown[];
    properties?: Record<string, unknown>;
    anyOf?: unknown[];
    oneOf?: unknown[];
  };
  const isFree = type === "string" && format === undefined && only === undefined && some === undefined;
  return [
    ...(isFree ? [name] : []),
    ...Object.entries(properties).flatMap(([key, value]) => freeFields(value, key)),
    ...[...anyOf, ...oneOf].flatMap((each) => freeFields(each, name)),
  ];
}

test("what the realtime server tells beside documents has no room for words, but for its own refusals", () => {
  expect(freeFields(eventSchema.toJSONSchema())).toEqual([]);
  expect([...new Set(freeFields(serverMessageSchema.toJSONSchema()))]).toEqual(["message"]);
});
