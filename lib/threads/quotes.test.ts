/** Quotes, reactions and earlier versions in a real PostgreSQL: none of them shows more than the comment itself. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Member } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { ContentState } from "@/lib/db/generated/enums";
import { makeArticle, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { fromPlainText, toPlainText } from "./body";
import { firstPage, readChanged, readDiscussion } from "./discussion";
import { setReaction } from "./reactions";
import type { CommentView } from "./schema";
import { editComment, type Posted, postOn } from "./store";
import { listVersions } from "./versions";

testDatabase();

const whole = { kind: "article" } as const;
let workspaceId: string;
let ana: Member;
let ben: Member;
let article: { id: string; workspaceId: string };
let source: Posted;

beforeAll(async () => {
  const { workspace, people } = await makeWorkspace("annotator", "editor");
  workspaceId = workspace.id;
  ana = { userId: people.annotator.id, role: "annotator" };
  ben = { userId: people.editor.id, role: "editor" };
});
beforeEach(async () => {
  article = { id: (await makeArticle(workspaceId)).article.id, workspaceId };
  source = await say("Words to quote", ana);
});

const say = (text: string, author: Member, quotedId?: string) =>
  postOn(article, whole, { quotedId, body: fromPlainText(text) }, author, new Date());
const put = (state: ContentState) => db().comment.update({ where: { id: source.comment.id }, data: { state } });
const found = async (id: string, reader: Member): Promise<CommentView | undefined> =>
  (await readDiscussion(source.threadId, reader, firstPage, new Date())).comments.find((comment) => comment.id === id);
const edit = (text: string) => editComment(source.comment.id, workspaceId, fromPlainText(text), ana, new Date());
const versionsFor = async (reader: Member) =>
  (await listVersions(source.comment.id, reader)).map(({ body }) => toPlainText(body));

describe("a quote", () => {
  it("shows its source's words as they are now", async () => {
    const { comment } = await say("I agree", ben, source.comment.id);
    expect(comment).toMatchObject({ quote: { words: { author: { id: ana.userId }, excerpt: "Words to quote" } } });
    await edit("Other words");
    expect(await found(comment.id, ben)).toMatchObject({ quote: { words: { excerpt: "Other words" } } });
  });

  it.each(Object.values(ContentState))(
    "of a comment that is %s shows no more than readers see of it",
    async (state) => {
      const { comment } = await say("I agree", ben, source.comment.id);
      await put(state);
      const words = state === "visible" ? { excerpt: "Words to quote" } : null;
      expect(await found(comment.id, ben)).toMatchObject({ quote: { id: source.comment.id, words } });
    },
  );

  it("of a part shows that part, and all of the words once they are others", async () => {
    const part = { quotedId: source.comment.id, quotedPart: { start: 9, end: 14 } };
    const { comment } = await postOn(article, whole, { ...part, body: fromPlainText("How?") }, ben, new Date());
    expect(comment).toMatchObject({ quote: { words: { excerpt: "quote" } } });
    await edit("Altogether other words");
    expect(await found(comment.id, ben)).toMatchObject({ quote: { words: { excerpt: "Altogether other words" } } });
  });

  it("of a part that the source doesn't have is refused", async () => {
    const part = { quotedId: source.comment.id, quotedPart: { start: 9, end: 15 } };
    await expect(
      postOn(article, whole, { ...part, body: fromPlainText("How?") }, ben, new Date()),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  it("is told anew when its source changes", async () => {
    const { comment } = await say("I agree", ben, source.comment.id);
    await put("hidden");
    const { comments } = await readChanged(source.comment.id, ben, new Date());
    expect(comments).toMatchObject([{ id: comment.id, quote: { words: null } }]);
  });

  it("of what isn't there, or is elsewhere, is refused", async () => {
    await put("hidden");
    await expect(say("?", ben, source.comment.id)).rejects.toMatchObject({ code: "not-found" });
    await put("visible");
    article = { id: (await makeArticle(workspaceId)).article.id, workspaceId };
    await expect(say("?", ben, source.comment.id)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a reaction", () => {
  const react = (isSet: boolean, by: Member) => setReaction(source.comment.id, "agree", isSet, by, new Date());

  it("counts once for each person, and can be taken back", async () => {
    await react(true, ana);
    await Promise.all([react(true, ben), react(true, ben)]);
    expect(await found(source.comment.id, ben)).toMatchObject({ reactions: [{ kind: "agree", count: 2, mine: true }] });
    await react(false, ben);
    expect(await found(source.comment.id, ben)).toMatchObject({ reactions: [{ count: 1, mine: false }] });
  });

  it("on what readers don't see is refused", async () => {
    await put("hidden");
    await expect(react(true, ben)).rejects.toMatchObject({ code: "gone" });
  });
});

describe("the versions of a comment", () => {
  it("are all that it said, the last what it says now", async () => {
    await edit("Second words");
    await edit("Third words");
    expect(await versionsFor(ben)).toEqual(["Words to quote", "Second words", "Third words"]);
  });

  it("are there for whoever may read the comment, and for nobody while it is taken down", async () => {
    await edit("Second words");
    for (const state of ["hidden", "removed", "deleted", "purged"] as const) {
      await put(state);
      for (const reader of [ana, ben]) await expect(versionsFor(reader)).rejects.toMatchObject({ code: "gone" });
    }
  });

  it("leave out what nobody but the author could see", async () => {
    await put("pending");
    await edit("Second words");
    await put("visible");
    expect(await versionsFor(ben)).toEqual(["Second words"]);
  });
});
