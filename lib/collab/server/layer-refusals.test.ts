/** Frames that an article's layer must not take, sent by hand: refused with a reason, nothing kept, nobody else disturbed. */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { describe as describePassage } from "@/lib/anchoring";
import { db } from "@/lib/db/client";
import { makeArticle, makeWorkspace, testDatabase } from "@/lib/db/testing";
import {
  addHighlight,
  highlightsOf,
  labelHighlight,
  moveHighlight,
  noteField,
  noteOf,
  readHighlight,
  readHighlights,
  removeHighlight,
  type StoredHighlight,
} from "../layer";
import { limits } from "../limits";
import { articleDocument } from "../names";
import { bearer, testCollab, WireClient } from "../testing";

testDatabase();
const server = testCollab();

type People = Awaited<ReturnType<typeof makeWorkspace<"owner" | "moderator" | "annotator" | "viewer">>>["people"];
let people: People;
let document: ReturnType<typeof articleDocument>;
let articleId: string;
let text: string;
/** The owner's, with a note. */
let theirs: StoredHighlight;
/** The annotator's. */
let mine: StoredHighlight;

beforeAll(async () => {
  const made = await makeWorkspace("owner", "moderator", "annotator", "viewer");
  people = made.people;
  const { article, revision } = await makeArticle(made.workspace.id, [
    "A flag \u{1F1EA}\u{1F1FA} and some words.",
    "More.",
  ]);
  articleId = article.id;
  text = revision.canonicalText;
  document = articleDocument(articleId);
  theirs = aHighlight(people.owner.id);
  mine = aHighlight(people.annotator.id);
  await as("owner", async (owner) => {
    addHighlight(owner.doc, theirs);
    write(owner.doc, theirs.id, paragraph("Keep me."));
    await owner.durable();
  });
  await as("annotator", async (annotator) => {
    addHighlight(annotator.doc, mine);
    await annotator.durable();
  });
});

async function as<T>(role: keyof People, act: (client: WireClient) => Promise<T>): Promise<T> {
  const client = await WireClient.open(server.url(), document, await bearer(people[role].id));
  const result = await act(client);
  await client.close();
  return result;
}

const aHighlight = (authorId: string): StoredHighlight => ({
  id: randomUUID(),
  label: "claim",
  authorId,
  createdAt: Date.UTC(2026, 0, 1),
  revisionId: null,
  anchorState: "anchored",
  confidence: 1,
  ...describePassage(text, 0, 6),
});

function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement("paragraph");
  element.insert(0, [new Y.XmlText(words)]);
  return element;
}

const write = (doc: Y.Doc, id: string, ...content: (Y.XmlElement | Y.XmlText)[]) => noteOf(doc, id)?.push(content);
const set = (doc: Y.Doc, id: string, field: string, value: unknown) => highlightsOf(doc).get(id)?.set(field, value);

/** What the database and the others hold. */
async function everything(witness: WireClient) {
  return {
    log: await db().collabUpdate.count({ where: { document } }),
    rows: await db().highlight.findMany({ where: { articleId }, orderBy: { id: "asc" } }),
    seen: JSON.stringify([highlightsOf(witness.doc).toJSON(), [...witness.doc.share.keys()].sort()]),
  };
}

/** Sends a frame as somebody while another watches, and returns the reason for its refusal. */
async function refusalOf(role: keyof People, makeFrame: (client: WireClient) => Uint8Array): Promise<string> {
  const witness = await WireClient.open(server.url(), document, await bearer(people.owner.id));
  const before = await everything(witness);
  const sender = await WireClient.open(server.url(), document, await bearer(people[role].id));
  sender.sendUpdate(makeFrame(sender));
  const code = await sender.refusal();
  if (code !== "read-only") await sender.until(({ kind }) => kind === "closed");
  expect(await everything(witness)).toEqual(before);
  // The others go on as if nothing had happened, and what comes after is not built on anything that was refused.
  const note = noteOf(witness.doc, theirs.id);
  note?.push([paragraph("Undisturbed.")]);
  await witness.durable();
  note?.delete(note.length - 1);
  await witness.durable();
  expect(witness.received.some(({ kind }) => kind === "closed")).toBe(false);
  await Promise.all([witness.close(), sender.close()]);
  return code;
}

const refuses = (name: string, code: string, role: keyof People, change: (doc: Y.Doc) => void) =>
  test(`${name}: ${code}`, async () => {
    expect(await refusalOf(role, (client) => client.draft(change))).toBe(code);
  });

describe("a new highlight", () => {
  const creates = (name: string, code: string, change: (highlight: StoredHighlight) => Partial<StoredHighlight>) =>
    refuses(name, code, "annotator", (doc) => {
      const highlight = aHighlight(people.annotator.id);
      addHighlight(doc, { ...highlight, ...change(highlight) });
    });

  creates("in somebody else's name", "forged-author", () => ({ authorId: people.owner.id }));
  creates("in nobody's name", "forged-author", () => ({ authorId: randomUUID() }));
  creates("with other words than the text's", "wrong-text", () => ({ exact: "A flog" }));
  creates("with other words around it", "wrong-text", () => ({ suffix: "!" }));
  creates("outside the text", "range-outside", () => ({ start: text.length + 1, end: text.length + 2 }));
  creates("before the text", "range-outside", () => ({ start: -1 }));
  creates("of nothing", "range-outside", () => ({ end: 0, exact: "" }));
  creates("that cuts a character in two", "range-outside", () => ({ end: 8, exact: text.slice(0, 8), suffix: "" }));
  creates("with half a number for a place", "invalid-highlight", () => ({ start: 0.5 }));
  creates("of an unknown label", "invalid-highlight", () => ({ label: "insult" as StoredHighlight["label"] }));
  creates("whose id is none", "invalid-highlight", () => ({ id: "1" }));
  creates("from the far future", "invalid-highlight", () => ({ createdAt: 8e15 }));

  test("with another article's highlight's id: id-taken", async () => {
    const { workspace } = await makeWorkspace();
    const other = await makeArticle(workspace.id);
    const taken = randomUUID();
    await db().highlight.create({
      data: {
        ...aHighlight(people.annotator.id),
        id: taken,
        createdAt: new Date(),
        articleId: other.article.id,
        revisionId: other.revision.id,
      },
    });
    const code = await refusalOf("annotator", (client) =>
      client.draft((doc) => addHighlight(doc, { ...aHighlight(people.annotator.id), id: taken })),
    );
    expect(code).toBe("id-taken");
    expect(await db().highlight.findUniqueOrThrow({ where: { id: taken } })).toMatchObject({
      articleId: other.article.id,
    });
  });

  refuses("without a note", "invalid-highlight", "annotator", (doc) => {
    const { id, ...fields } = aHighlight(people.annotator.id);
    highlightsOf(doc).set(id, new Y.Map(Object.entries<unknown>(fields)));
  });
  refuses("that holds more than it can", "invalid-highlight", "annotator", (doc) => {
    const highlight = aHighlight(people.annotator.id);
    addHighlight(doc, highlight);
    set(doc, highlight.id, "votes", 1000);
  });
  refuses("that is no map", "invalid-highlight", "annotator", (doc) =>
    doc.getMap("highlights").set(randomUUID(), "just words"),
  );
});

describe("somebody else's highlight", () => {
  refuses("deleted", "not-yours", "annotator", (doc) => removeHighlight(doc, theirs.id));
  refuses("labelled anew", "not-yours", "annotator", (doc) => labelHighlight(doc, theirs.id, "fallacy"));
  refuses("moved", "not-yours", "annotator", (doc) => moveHighlight(doc, theirs.id, describePassage(text, 12, 15)));
  refuses("relabelled by a moderator, who doesn't edit others' words", "not-yours", "moderator", (doc) =>
    labelHighlight(doc, theirs.id, "fallacy"),
  );
  refuses("replaced by one's own", "fixed-field", "annotator", (doc) =>
    addHighlight(doc, { ...aHighlight(people.annotator.id), id: theirs.id }),
  );
  refuses("replaced by its like", "not-yours", "annotator", (doc) => addHighlight(doc, theirs));
});

describe("a highlight that was there", () => {
  refuses("given another author", "fixed-field", "annotator", (doc) => set(doc, mine.id, "authorId", people.owner.id));
  refuses("given another creation time", "fixed-field", "owner", (doc) => set(doc, theirs.id, "createdAt", 5));
  refuses("given another note", "fixed-field", "owner", (doc) => set(doc, theirs.id, noteField, new Y.XmlFragment()));
  refuses("moved without its words", "wrong-text", "annotator", (doc) => set(doc, mine.id, "end", 5));
  refuses("stripped of a field", "invalid-highlight", "annotator", (doc) =>
    highlightsOf(doc).get(mine.id)?.delete("label"),
  );
  refuses("made to hold words as a list", "malformed", "annotator", (doc) => {
    const list = new Y.Array();
    set(doc, mine.id, "label", list);
  });

  test("that a rebuttal answers, deleted: cited", async () => {
    await db().rebuttal.create({ data: { articleId, answers: { create: { highlightId: mine.id, position: 0 } } } });
    expect(await refusalOf("annotator", (client) => client.draft((doc) => removeHighlight(doc, mine.id)))).toBe(
      "cited",
    );
    expect(await refusalOf("moderator", (client) => client.draft((doc) => removeHighlight(doc, mine.id)))).toBe(
      "cited",
    );
  });
});

describe("a note", () => {
  const notes = (name: string, code: string, ...content: (() => Y.XmlElement | Y.XmlText)[]) =>
    refuses(name, code, "annotator", (doc) => write(doc, mine.id, ...content.map((make) => make())));
  const element = (name: string, ...children: (Y.XmlElement | Y.XmlText)[]) => {
    const made = new Y.XmlElement(name);
    made.insert(0, children);
    return made;
  };
  const marked = (mark: Record<string, unknown>) => {
    const words = new Y.XmlText();
    words.insert(0, "here", mark);
    return element("paragraph", words);
  };

  notes("with a frame of another site", "malformed", () => element("iframe"));
  notes("with a heading", "malformed", () => element("heading", new Y.XmlText("Big")));
  notes("with words outside any paragraph", "outside-schema", () => new Y.XmlText("loose"));
  notes("with a list item outside any list", "outside-schema", () => element("listItem", paragraph("x")));
  notes("with a paragraph in a paragraph", "outside-schema", () => element("paragraph", paragraph("x")));
  notes("with an attribute that paragraphs don't have", "outside-schema", () => {
    const made = paragraph("x");
    made.setAttribute("onclick", "alert(1)");
    return made;
  });
  notes("with a link that runs code", "malformed", () => marked({ link: { href: "javascript:alert(1)" } }));
  notes("with a link that brings more along", "malformed", () =>
    marked({ link: { href: "https://example.org/", style: "position:fixed" } }),
  );
  notes("with a format nobody knows", "malformed", () => marked({ blink: {} }));
  notes("nested without end", "outside-schema", () => {
    let inner = paragraph("x");
    for (let depth = 0; depth < limits.depth + 5; depth += 1) inner = element("blockquote", inner);
    return inner;
  });
  notes("too long to read", "too-many", () => paragraph("word ".repeat(5000)));

  refuses("with a format that doesn't show yet", "malformed", "annotator", (doc) => {
    const note = noteOf(doc, theirs.id);
    const words = note?.firstChild instanceof Y.XmlElement ? note.firstChild.firstChild : null;
    if (words instanceof Y.XmlText) words.format(0, words.length, { evil: { onclick: "x" } });
  });
  refuses("with attributes of its own", "outside-schema", "annotator", (doc) => {
    const note = noteOf(doc, mine.id);
    // What Y.XmlElement does for an attribute, done to a fragment.
    if (note) Y.XmlElement.prototype.setAttribute.call(note, "class", "x");
  });
});

describe("a frame", () => {
  refuses("that writes outside the layer", "unknown-root", "annotator", (doc) => doc.getMap("votes").set("x", 1));
  refuses("that writes what only the server writes", "server-only", "owner", (doc) =>
    doc.getMap("meta").set("revisionId", randomUUID()),
  );
  refuses("that puts a list into the layer", "outside-schema", "owner", (doc) => {
    const list = new Y.Doc();
    list.clientID = doc.clientID;
    list.getArray("highlights").push([1]);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(list));
  });
  refuses("with a document in it", "malformed", "owner", (doc) => doc.getMap("highlights").set("x", new Y.Doc()));
  refuses("with bytes in it", "malformed", "owner", (doc) => doc.getMap("highlights").set("x", new Uint8Array(9)));

  test("that builds on something unseen: missing-dependency", async () => {
    const code = await refusalOf("annotator", (client) => {
      client.draft((doc) => addHighlight(doc, aHighlight(people.annotator.id)));
      const lone = new Y.Doc();
      const updates: Uint8Array[] = [];
      lone.on("update", (update: Uint8Array) => updates.push(update));
      addHighlight(lone, aHighlight(people.annotator.id));
      write(lone, [...highlightsOf(lone).keys()][0] ?? "", paragraph("Where is my highlight?"));
      return updates[1] ?? new Uint8Array();
    });
    expect(code).toBe("missing-dependency");
  });

  test("of random bytes: malformed", async () => {
    expect(await refusalOf("annotator", () => crypto.getRandomValues(new Uint8Array(300)))).toBe("malformed");
  });

  test("that is empty: malformed", async () => {
    expect(await refusalOf("annotator", () => new Uint8Array())).toBe("malformed");
  });

  test("larger than is looked at: too-large", async () => {
    expect(await refusalOf("annotator", () => new Uint8Array(limits.frame + 1))).toBe("too-large");
  });

  test("in the name of somebody else's open page: foreign-client", async () => {
    const victim = await WireClient.open(server.url(), document, await bearer(people.owner.id));
    victim.sendAwareness([[victim.doc.clientID, 1, {}]]);
    await victim.until(({ kind }) => kind === "awareness");
    // The answer to the server's question, by which the victim shows that these ids are its own.
    await victim.durable();
    const code = await refusalOf("annotator", (client) => {
      client.doc.clientID = victim.doc.clientID;
      return client.draft((doc) => write(doc, mine.id, paragraph("I never said this.")));
    });
    expect(code).toBe("foreign-client");
    write(victim.doc, theirs.id, paragraph("I said this."));
    await victim.durable();
    await victim.close();
  });

  refuses("of a viewer", "read-only", "viewer", (doc) => write(doc, theirs.id, paragraph("May I?")));

  test("of a viewer leaves their reading undisturbed", async () => {
    await as("viewer", async (viewer) => {
      viewer.sendUpdate(viewer.draft((doc) => removeHighlight(doc, theirs.id)));
      expect(await viewer.refusal()).toBe("read-only");
      await as("owner", async (owner) => {
        write(owner.doc, theirs.id, paragraph("Still there?"));
        await owner.durable();
      });
      await viewer.sees((doc) => noteOf(doc, theirs.id)?.toString().includes("Still there?") ?? false);
    });
  });
});

describe("what is allowed", () => {
  test("a moderator deletes; its author and the moderator may bring it back as it was, others not", async () => {
    const highlight = aHighlight(people.annotator.id);
    await as("annotator", async (annotator) => {
      addHighlight(annotator.doc, highlight);
      await annotator.durable();
    });
    const remove = () =>
      as("moderator", async (moderator) => {
        removeHighlight(moderator.doc, highlight.id);
        await moderator.durable();
      });
    for (const role of ["annotator", "moderator"] as const) {
      await remove();
      await as(role, async (client) => {
        addHighlight(client.doc, highlight);
        await client.durable();
        expect(readHighlight(highlight.id, highlightsOf(client.doc).get(highlight.id))).toEqual(highlight);
      });
      expect((await db().highlight.findUniqueOrThrow({ where: { id: highlight.id } })).deletedAt).toBeNull();
    }
    await remove();
    const changed = { ...highlight, createdAt: highlight.createdAt + 1 };
    expect(await refusalOf("annotator", (client) => client.draft((doc) => addHighlight(doc, changed)))).toBe(
      "fixed-field",
    );
  });

  test("an editor or owner moves and labels what others marked", async () => {
    await as("owner", async (owner) => {
      moveHighlight(owner.doc, mine.id, describePassage(text, 12, 15));
      labelHighlight(owner.doc, mine.id, "evidence");
      await owner.durable();
      expect(await db().highlight.findUniqueOrThrow({ where: { id: mine.id } })).toMatchObject({
        label: "evidence",
        start: 12,
        authorId: people.annotator.id,
      });
    });
  });

  test("undo brings back a deleted highlight with its note", async () => {
    await as("annotator", async (annotator) => {
      const highlight = aHighlight(people.annotator.id);
      addHighlight(annotator.doc, highlight);
      write(annotator.doc, highlight.id, paragraph("Not lost."));
      const undo = new Y.UndoManager(highlightsOf(annotator.doc), { captureTimeout: 0 });
      removeHighlight(annotator.doc, highlight.id);
      await annotator.durable();
      undo.undo();
      await annotator.durable();
      expect(readHighlights(annotator.doc)).toContainEqual(highlight);
      const row = await db().highlight.findUniqueOrThrow({ where: { id: highlight.id } });
      expect(row).toMatchObject({ noteText: "Not lost.", deletedAt: null });
    });
  });
});
