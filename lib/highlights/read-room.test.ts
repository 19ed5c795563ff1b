import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { makeArticle, makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { readArticleTitle, readRoom } from "./read-room";

testDatabase();

const note = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Really?" }] }] };

async function makeRoom() {
  const { workspace, people } = await makeWorkspace("owner", "annotator");
  const { article, revision } = await makeArticle(workspace.id, ["A claim stands here.", "And one more."]);
  const addHighlight = (values: { authorId?: string | null; deletedAt?: Date; note?: typeof note } = {}) =>
    db().highlight.create({
      data: {
        id: randomUUID(),
        articleId: article.id,
        revisionId: revision.id,
        start: 2,
        end: 7,
        exact: "claim",
        prefix: "A ",
        suffix: " stands",
        label: "claim",
        authorId: people.annotator.id,
        createdAt: new Date("2026-01-02T03:04:05Z"),
        ...values,
      },
    });
  const read = () => readRoom(workspace.id, article.id, { userId: people.owner.id, role: "owner" });
  return { workspace, people, article, addHighlight, read };
}

describe("reading a room", () => {
  it("gives the article, its standing highlights and everybody in the workspace", async () => {
    const { people, addHighlight, read } = await makeRoom();
    const kept = await addHighlight({ note });
    await addHighlight({ deletedAt: new Date() });

    const room = await read();
    expect(room?.blocks.map(({ text }) => text)).toEqual(["A claim stands here.", "And one more."]);
    expect(room?.highlights).toEqual([
      {
        id: kept.id,
        start: 2,
        end: 7,
        label: "claim",
        authorId: people.annotator.id,
        createdAt: Date.UTC(2026, 0, 2, 3, 4, 5),
        note,
      },
    ]);
    expect(room?.members.map(({ id }) => id).sort()).toEqual([people.owner.id, people.annotator.id].sort());
    expect(room?.formerMembers).toEqual([]);
  });

  it("names authors who are no longer members apart from those who are, and leaves out those whose account is gone", async () => {
    const { addHighlight, read } = await makeRoom();
    const former = await makeUser({ name: "Former Member" });
    await addHighlight({ authorId: former.id });
    await addHighlight({ authorId: null });

    const room = await read();
    expect(room?.formerMembers).toEqual([{ id: former.id, name: "Former Member", color: former.color }]);
    expect(room?.members.map(({ id }) => id)).not.toContain(former.id);
    expect(room?.highlights.map(({ authorId }) => authorId).sort()).toEqual([former.id, null].sort());
  });

  it("gives no note where nothing is written, as the live layer does", async () => {
    const { addHighlight, read } = await makeRoom();
    await addHighlight({ note: { type: "doc", content: [] } });

    const room = await read();
    expect(room?.highlights.map(({ note: words }) => words)).toEqual([null]);
  });

  it("says which highlights are answered, but not by a rebuttal that was withdrawn", async () => {
    const { article, addHighlight, read } = await makeRoom();
    const [open, answered, unanswered] = [await addHighlight(), await addHighlight(), await addHighlight()];
    const answer = (highlightId: string, status: "draft" | "published" | "withdrawn") =>
      db().rebuttal.create({
        data: { articleId: article.id, status, answers: { create: { highlightId, position: 0 } } },
      });
    await answer(answered.id, "published");
    await answer(answered.id, "draft");
    await answer(unanswered.id, "withdrawn");

    const room = await read();
    expect(room?.facts.answered).toEqual([answered.id]);
    expect(room?.highlights.map(({ id }) => id)).toContain(open.id);
  });

  it("counts the comments that others can read", async () => {
    const { article, addHighlight, read } = await makeRoom();
    const [discussed, quiet] = [await addHighlight(), await addHighlight()];
    const comment = (state: "visible" | "hidden" | "deleted") => ({ body: { type: "doc" }, text: "…", state });
    await db().thread.create({
      data: {
        articleId: article.id,
        highlightId: discussed.id,
        comments: { create: [comment("visible"), comment("visible"), comment("hidden"), comment("deleted")] },
      },
    });
    await db().thread.create({
      data: { articleId: article.id, highlightId: quiet.id, comments: { create: [comment("deleted")] } },
    });

    const room = await read();
    expect(room?.facts.comments).toEqual([{ highlightId: discussed.id, count: 2 }]);
  });

  it("knows no article of another workspace, and none that was deleted", async () => {
    const { workspace, article, read } = await makeRoom();
    const other = await makeWorkspace("owner");
    expect(await readRoom(other.workspace.id, article.id, { userId: other.people.owner.id, role: "owner" })).toBeNull();
    expect(await readArticleTitle(other.workspace.id, article.id)).toBeNull();
    expect(await readArticleTitle(workspace.id, article.id)).toBe("A test's article");

    await db().article.update({ where: { id: article.id }, data: { deletedAt: new Date() } });
    expect(await read()).toBeNull();
    expect(await readArticleTitle(workspace.id, article.id)).toBeNull();
  });
});
