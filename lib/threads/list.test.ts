/** Lists and counts of threads in a real PostgreSQL, and that they agree with what a thread shows. */
import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Member } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { ContentState } from "@/lib/db/generated/client";
import { makeArticle, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { type CommentBody, fromPlainText } from "./body";
import { placeOf } from "./cursor";
import { firstPage, readDiscussion } from "./discussion";
import { countComments, listThreads } from "./list";
import { postOn } from "./store";
import { idsOf, type Subject } from "./subject";
import { sightOf } from "./visibility";

testDatabase();

const everything = { filter: "all", before: null, limit: 50 } as const;

let workspaceId: string;
let ana: Member;
let ben: Member;
let article: { id: string; workspaceId: string };

beforeAll(async () => {
  const { workspace, people } = await makeWorkspace("annotator", "editor");
  workspaceId = workspace.id;
  ana = { userId: people.annotator.id, role: "annotator" };
  ben = { userId: people.editor.id, role: "editor" };
});

beforeEach(async () => {
  article = { id: (await makeArticle(workspaceId)).article.id, workspaceId };
});

async function onHighlight(exact = "The first"): Promise<Subject> {
  const { id: revisionId } = await db().revision.findFirstOrThrow({ where: { articleId: article.id } });
  const place = { articleId: article.id, revisionId, start: 0, end: exact.length, exact, prefix: "", suffix: "" };
  const { id } = await db().highlight.create({
    data: { id: randomUUID(), ...place, label: "claim", createdAt: new Date() },
  });
  return { kind: "highlight", id };
}

async function onRebuttal(title: string): Promise<Subject> {
  const { id } = await db().rebuttal.create({ data: { articleId: article.id, title } });
  return { kind: "rebuttal", id };
}

/** A thread whose only comment is this old. */
async function oldThread(text: string, author: Member, subject: Subject, minutesAgo: number): Promise<string> {
  const { threadId, comment } = await postOn(article, subject, { body: fromPlainText(text) }, author, new Date());
  const createdAt = new Date(Date.UTC(2026, 0, 1) - minutesAgo * 60_000);
  await db().comment.update({ where: { id: comment.id }, data: { createdAt } });
  return threadId;
}

const texts = async (reader: Member, page: Parameters<typeof listThreads>[2] = everything) =>
  (await listThreads(article.id, reader, page)).threads.map(({ latest }) => latest.excerpt);

describe("the list", () => {
  it("names what each thread hangs on, who takes part and what was said last, newest activity first", async () => {
    const highlight = await onHighlight("The first claim");
    await oldThread("On the whole", ana, { kind: "article" }, 3);
    await oldThread("On the answer", ana, await onRebuttal("Not so"), 2);
    await oldThread("On the passage", ben, highlight, 1);
    await oldThread("Again", ana, highlight, 0);
    const { threads, next } = await listThreads(article.id, ana, everything);
    expect(next).toBeNull();
    expect(threads).toMatchObject([
      {
        subject: { kind: "highlight", exact: "The first claim", label: "claim", present: true },
        comments: 2,
        people: [{ id: ben.userId }, { id: ana.userId }],
        latest: { excerpt: "Again", author: { id: ana.userId } },
      },
      { subject: { kind: "rebuttal", title: "Not so" }, comments: 1 },
      { subject: { kind: "article" }, comments: 1 },
    ]);
  });

  it("says when a thread's highlight was taken off the article", async () => {
    const highlight = await onHighlight();
    await oldThread("Still here", ana, highlight, 0);
    await db().highlight.updateMany({ data: { deletedAt: new Date() } });
    expect((await listThreads(article.id, ana, everything)).threads).toMatchObject([{ subject: { present: false } }]);
  });

  it("cuts a long comment at a word and puts it on one line", async () => {
    await oldThread(`Begins\n${"word ".repeat(100)}`, ana, { kind: "article" }, 0);
    const [excerpt] = await texts(ana);
    expect(excerpt).toMatch(/^Begins word .* word…$/);
    expect(excerpt?.length).toBeLessThanOrEqual(241);
  });

  it("comes in pages that miss and repeat nothing, also when threads were active at the same moment", async () => {
    for (let n = 0; n < 7; n += 1) await oldThread(`No. ${n}`, ana, await onHighlight(), n < 4 ? 1 : 2);
    const seen: string[] = [];
    let before = null;
    do {
      const page = await listThreads(article.id, ana, { filter: "all", before, limit: 3 });
      seen.push(...page.threads.map(({ latest }) => latest.excerpt));
      before = page.next === null ? null : placeOf(page.next);
    } while (before && seen.length < 20);
    expect(seen.toSorted()).toEqual(Array.from({ length: 7 }, (_, n) => `No. ${n}`));
  });

  it("can keep to the threads one speaks in, or is called in", async () => {
    const calling: CommentBody = {
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "mention", attrs: { userId: ana.userId, name: "A" } }] }],
    };
    await oldThread("Ben alone", ben, { kind: "article" }, 3);
    await oldThread("Ana was here", ana, await onHighlight(), 2);
    const { comment } = await postOn(article, await onHighlight(), { body: calling }, ben, new Date());
    expect(await texts(ana, { ...everything, filter: "mine" })).toEqual(["Ana was here"]);
    expect(await texts(ana, { ...everything, filter: "mentions" })).toEqual(["@The annotator"]);
    await db().comment.update({ where: { id: comment.id }, data: { state: "hidden" } });
    expect(await texts(ana, { ...everything, filter: "mentions" })).toEqual([]);
  });
});

describe("what a reader may see", () => {
  it.each(Object.values(ContentState))(
    "of a comment that is %s is the same in thread, list and count",
    async (state) => {
      const deletedAt = state === "deleted" ? new Date(0) : null;
      const { threadId, comment } = await postOn(
        article,
        { kind: "article" },
        { body: fromPlainText("Words") },
        ana,
        new Date(),
      );
      await db().comment.update({ where: { id: comment.id }, data: { state, deletedAt } });
      for (const reader of [ana, ben]) {
        const sight = sightOf({ state, authorId: ana.userId, deletedAt }, reader, false, new Date());
        const words = sight.kind === "words" ? ["Words"] : [];
        const shown = await readDiscussion(threadId, reader, firstPage, new Date());
        expect(shown.comments.filter(({ kind }) => kind === "comment")).toHaveLength(words.length);
        expect(await texts(reader)).toEqual(words);
        expect(await countComments(article.id, reader)).toEqual(
          words.map(() => ({ threadId, ...idsOf({ kind: "article" }), comments: 1 })),
        );
      }
    },
  );
});
