/** Several people edit one layer at random, drop out and come back: in the end all of them, the log and the rows say the same. */
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { db } from "@/lib/db/client";
import { addMember, makeArticle, makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { labels } from "@/lib/highlights/labels";
import { wordsOf } from "@/lib/highlights/note-words";
import { readFragment } from "../fragment";
import { highlightsOf, noteOf, readHighlight, readHighlights, undoManagerOf } from "../layer";
import { articleDocument } from "../names";
import { bearer, testCollab, WireClient } from "../testing";
import { editLayer } from "../testing/layer-edits";
import { compact } from "./compaction";
import { readStoredDocument } from "./stored-document";

testDatabase();
const server = testCollab();

const place = fc.nat({ max: 50 });
// Of one code unit each: Yjs tears a surrogate pair apart when it is told to write into the middle of one, as no editor does.
// And a NUL, which PostgreSQL can't store.
const words = fc.string({ unit: fc.constantFrom(..."abc é文ß.\0"), minLength: 1, maxLength: 12 });
const edit = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("add" as const), at: place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("move" as const), which: fc.nat(), at: place }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("label" as const), which: fc.nat(), label: fc.constantFrom(...labels) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("remove" as const), which: fc.nat() }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("write" as const),
      which: fc.nat(),
      at: fc.nat(),
      words,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("erase" as const), which: fc.nat(), at: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("embolden" as const), which: fc.nat(), at: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("undo" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("redo" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("drop-out" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("compact" as const) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("pause" as const) }) },
);
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;
const people = 3;
const script = fc.array(fc.tuple(fc.nat({ max: people - 1 }), edit), { minLength: 30, maxLength: 120 });

interface Person {
  userId: string;
  client: WireClient;
  undo: Y.UndoManager;
}

/** Makes the edit in the person's own document. */
function apply({ userId, client: { doc }, undo }: Person, text: string, each: Edit): void {
  switch (each.kind) {
    case "undo":
      undo.undo();
      break;
    case "redo":
      undo.redo();
      break;
    case "drop-out":
    case "compact":
    case "pause":
      break;
    default:
      editLayer({ userId, doc, text }, each);
  }
}

const contentOf = (doc: Y.Doc) =>
  readHighlights(doc)
    .map((highlight) => ({ ...highlight, note: readFragment(noteOf(doc, highlight.id) ?? new Y.XmlFragment()) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

test("everybody ends with the same, and so do the log and the rows", async () => {
  const { workspace } = await makeWorkspace();
  const userIds: string[] = [];
  for (let i = 0; i < people; i += 1) {
    const { id } = await makeUser();
    // Editors, so that anybody may move and label anything; deleting is left to authors.
    await addMember(workspace.id, id, "editor");
    userIds.push(id);
  }

  await fc.assert(
    fc.asyncProperty(script, async (edits) => {
      const { article, revision } = await makeArticle(workspace.id, [
        "A text that is long enough for sixty places to be in, with some to spare.",
      ]);
      const document = articleDocument(article.id);
      const join = async (userId: string, doc?: Y.Doc): Promise<Person> => {
        const client = await WireClient.open(server.url(), document, await bearer(userId), doc);
        return {
          userId,
          client,
          undo: undoManagerOf(client.doc, null),
        };
      };
      const crowd = await Promise.all(userIds.map((userId) => join(userId)));
      try {
        for (const [who, each] of edits) {
          const person = crowd[who];
          if (!person) continue;
          if (each.kind === "pause") await person.client.durable();
          else if (each.kind === "compact") await compact(document);
          else if (each.kind === "drop-out") {
            person.client.terminate();
            // Written while away.
            apply(person, revision.canonicalText, { kind: "write", which: who, at: 1, words: "offline" });
            person.undo.destroy();
            crowd[who] = await join(person.userId, person.client.doc);
          } else apply(person, revision.canonicalText, each);
        }
        await Promise.all(crowd.map(({ client }) => client.durable()));

        const stored = new Y.Doc();
        for (const update of (await readStoredDocument(document)).updates) Y.applyUpdate(stored, update);
        const expected = contentOf(stored);
        for (const { client } of crowd) {
          await client.sees((doc) => JSON.stringify(contentOf(doc)) === JSON.stringify(expected));
          expect(
            readHighlights(client.doc).every(({ id }) => readHighlight(id, highlightsOf(client.doc).get(id))),
          ).toBe(true);
        }
        const rows = await db().highlight.findMany({
          where: { articleId: article.id, deletedAt: null },
          orderBy: { id: "asc" },
        });
        expect(
          rows.map(({ id, start, end, exact, label, authorId, noteText }) => ({
            id,
            start,
            end,
            exact,
            label,
            authorId,
            noteText,
          })),
        ).toEqual(
          expected.map(({ id, start, end, exact, label, authorId, note }) => ({
            id,
            start,
            end,
            exact,
            label,
            authorId,
            noteText: wordsOf(note).replaceAll("\0", ""),
          })),
        );
      } finally {
        for (const { client } of crowd) client.terminate();
      }
    }),
    { numRuns: 20, timeout: 20_000 },
  );
}, 120_000);
