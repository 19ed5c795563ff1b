/** Frames that a rebuttal's document must not take, and who may write in it when. */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { RebuttalStatus } from "@/lib/access/policies";
import { describe as describePassage } from "@/lib/anchoring";
import { db } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import { makeArticle, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { maxTitleLength } from "@/lib/rebuttal/limits";
import { bodyField, titleField } from "@/lib/rebuttal/schema";
import { addHighlight, type LayerHighlight, removeHighlight } from "../layer";
import { articleDocument, rebuttalDocument } from "../names";
import { bearer, testCollab, WireClient } from "../testing";

testDatabase();
const server = testCollab();

let people: Awaited<ReturnType<typeof makeWorkspace<"owner" | "annotator" | "viewer">>>["people"];
let articleId: string;
let rebuttalId: string;
let highlightId: string;
let elsewhereId: string;
const quote = "first claim";

beforeAll(async () => {
  const made = await makeWorkspace("owner", "annotator", "viewer");
  people = made.people;
  const here = await makeArticle(made.workspace.id);
  const elsewhere = await makeArticle(made.workspace.id);
  articleId = here.article.id;
  highlightId = await makeHighlight(here);
  elsewhereId = await makeHighlight(elsewhere);
  const contributors = { create: { userId: people.annotator.id } };
  rebuttalId = (await db().rebuttal.create({ data: { articleId, contributors } })).id;
});

async function makeHighlight({ article, revision }: Awaited<ReturnType<typeof makeArticle>>): Promise<string> {
  const { id } = await db().highlight.create({
    data: {
      ...describePassage(revision.canonicalText, 4, 15),
      id: randomUUID(),
      label: "claim",
      articleId: article.id,
      revisionId: revision.id,
      createdAt: new Date(),
    },
  });
  return id;
}

const open = async (role: keyof typeof people) =>
  WireClient.open(server.url(), rebuttalDocument(rebuttalId), await bearer(people[role].id));

function element(name: string, attributes: Record<string, string | number>, ...children: (Y.XmlElement | Y.XmlText)[]) {
  const made = new Y.XmlElement<Record<string, string | number>>(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.insert(0, children);
  return made as unknown as Y.XmlElement;
}

const paragraph = (words: string) => element("paragraph", {}, new Y.XmlText(words));
const card = (attributes: Record<string, string>) =>
  element("citation", { id: randomUUID(), highlightId, quote, ...attributes });
const bodyOf = (doc: Y.Doc) => doc.getXmlFragment(bodyField);

async function refusalOf(role: keyof typeof people, change: (doc: Y.Doc) => void): Promise<string> {
  const witness = await open("owner");
  const document = rebuttalDocument(rebuttalId);
  const log = await db().collabUpdate.count({ where: { document } });
  const seen = bodyOf(witness.doc).toString();
  const sender = await open(role);
  sender.sendUpdate(sender.draft(change));
  const code = await sender.refusal();
  expect(await db().collabUpdate.count({ where: { document } })).toBe(log);
  expect(bodyOf(witness.doc).toString()).toBe(seen);
  bodyOf(witness.doc).push([paragraph("Undisturbed.")]);
  await witness.durable();
  await Promise.all([witness.close(), sender.close()]);
  return code;
}

describe("a rebuttal refuses", () => {
  test.each<[string, string, (doc: Y.Doc) => void]>([
    [
      "a quote that the article doesn't say",
      "quote-not-in-article",
      (doc) => bodyOf(doc).push([card({ quote: "last claim" })]),
    ],
    ["a highlight that is none", "unknown-highlight", (doc) => bodyOf(doc).push([card({ highlightId: randomUUID() })])],
    [
      "another article's highlight",
      "unknown-highlight",
      (doc) => bodyOf(doc).push([card({ highlightId: elsewhereId })]),
    ],
    [
      "a card without a quote",
      "outside-schema",
      (doc) => bodyOf(doc).push([element("citation", { id: randomUUID(), highlightId })]),
    ],
    ["a card whose highlight is no id", "outside-schema", (doc) => bodyOf(doc).push([card({ highlightId: "first" })])],
    [
      "a card with something in it",
      "outside-schema",
      (doc) => {
        const made = card({});
        made.insert(0, [paragraph("x")]);
        bodyOf(doc).push([made]);
      },
    ],
    ["a heading of level 1", "outside-schema", (doc) => bodyOf(doc).push([element("heading", { level: 1 })])],
    ["a script", "malformed", (doc) => bodyOf(doc).push([element("script", {})])],
    [
      "bold code",
      "outside-schema",
      (doc) => {
        const words = new Y.XmlText();
        words.insert(0, "x", { bold: {} });
        bodyOf(doc).push([element("codeBlock", {}, words)]);
      },
    ],
    ["a title of two lines", "outside-schema", (doc) => doc.getText(titleField).insert(0, "One\nTwo")],
    ["a bold title", "outside-schema", (doc) => doc.getText(titleField).insert(0, "One", { bold: {} })],
    [
      "a title without end",
      "outside-schema",
      (doc) => doc.getText(titleField).insert(0, "x".repeat(maxTitleLength + 1)),
    ],
    ["another part", "unknown-root", (doc) => doc.getText("footer").insert(0, "x")],
    ["a map", "malformed", (doc) => doc.getMap("footer").set("x", new Y.Map())],
  ])("%s", async (_name, code, change) => {
    expect(await refusalOf("annotator", change)).toBe(code);
  });

  test("a card that is given another quote later", async () => {
    const writer = await open("annotator");
    bodyOf(writer.doc).insert(0, [card({})]);
    await writer.durable();
    const code = await refusalOf("annotator", (doc) => {
      const first = bodyOf(doc).get(0);
      if (first instanceof Y.XmlElement) first.setAttribute("quote", "no claim");
    });
    expect(code).toBe("quote-not-in-article");
    await writer.close();
  });

  test("a viewer", async () => {
    expect(await refusalOf("viewer", (doc) => bodyOf(doc).push([paragraph("x")]))).toBe("read-only");
  });
});

test("a highlight can't be deleted once a card quotes it, even before the card has its row", async () => {
  const headers = await bearer(people.owner.id);
  const layer = await WireClient.open(server.url(), articleDocument(articleId), headers);
  const quoted: LayerHighlight = {
    ...describePassage("The first claim stands here.\n\nThe second paragraph answers it.", 4, 15),
    id: randomUUID(),
    label: "claim",
    authorId: people.owner.id,
    createdAt: Date.UTC(2026, 0, 1),
  };
  addHighlight(layer.doc, quoted);
  await layer.durable();
  const writer = await open("owner");
  bodyOf(writer.doc).push([card({ highlightId: quoted.id })]);
  await writer.until(({ kind }) => kind === "status");
  await writer.durable();
  layer.sendUpdate(layer.draft((doc) => removeHighlight(doc, quoted.id)));
  expect(await layer.refusal()).toBe("cited");
  await Promise.all([layer.close(), writer.close()]);
});

describe("a rebuttal's rows", () => {
  test("follow its document: title, body, text, citations", async () => {
    const { id } = await db().rebuttal.create({
      data: { articleId, contributors: { create: { userId: people.annotator.id } } },
    });
    const writer = await WireClient.open(server.url(), rebuttalDocument(id), await bearer(people.annotator.id));
    const cardId = randomUUID();
    writer.doc.transact(() => {
      writer.doc.getText(titleField).insert(0, "Not so fast\u{1F422}");
      // A card that was copied and pasted, and words that PostgreSQL can't store as they are.
      bodyOf(writer.doc).push([paragraph("Words\0 here."), card({ id: cardId }), card({ id: cardId })]);
    });
    await writer.durable();
    await expect
      .poll(
        async () => (await db().rebuttal.findUniqueOrThrow({ where: { id }, include: { citations: true } })).citations,
      )
      .toHaveLength(2);
    const row = await db().rebuttal.findUniqueOrThrow({ where: { id }, include: { citations: true } });
    expect(row).toMatchObject({ title: "Not so fast\u{1F422}", text: `Words here.\n\n“${quote}”\n\n“${quote}”` });
    expect(row.body).toMatchObject({ type: "doc" });
    expect(row.citations.map((citation) => citation.highlightId)).toEqual([highlightId, highlightId]);
    await writer.close();
  });
});

describe("who may write", () => {
  const moveTo = (status: RebuttalStatus) =>
    db().$transaction(async (tx) => {
      await tx.rebuttal.update({ where: { id: rebuttalId }, data: { status } });
      await announce(tx, { type: "rebuttal.changed", articleId, rebuttalId });
    });
  const access = (client: WireClient, wanted: string) =>
    client.until(
      (received) =>
        received.kind === "message" && received.message.type === "access" && received.message.access === wanted,
    );

  test("follows the status while pages stay open", async () => {
    const writer = await open("annotator");
    await moveTo("published");
    await access(writer, "read");
    writer.sendUpdate(writer.draft((doc) => bodyOf(doc).push([paragraph("Too late.")])));
    expect(await writer.refusal()).toBe("read-only");
    await moveTo("draft");
    await access(writer, "write");
    bodyOf(writer.doc).push([paragraph("In time.")]);
    // The frame that was refused is not counted.
    await writer.until(
      ({ kind, ...rest }) => kind === "message" && JSON.stringify(rest).includes('"durable","frames":2'),
    );
    await writer.close();
  });

  test("depends on contributing, below editor", async () => {
    await db().rebuttalContributor.deleteMany({ where: { rebuttalId } });
    expect(await refusalOf("annotator", (doc) => bodyOf(doc).push([paragraph("x")]))).toBe("read-only");
  });
});
