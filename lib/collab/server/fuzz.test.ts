/** Hostile frames by the thousand leave the server standing, its memory as it was, and every document to those who may write in it. */
import { randomInt, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { describe as describePassage } from "@/lib/anchoring";
import { db } from "@/lib/db/client";
import { addMember, makeArticle, makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { bodyField } from "@/lib/rebuttal/schema";
import { addHighlight } from "../layer";
import { articleDocument, rebuttalDocument } from "../names";
import { bearer } from "../testing";
import { fuzz } from "../testing/fuzz";
import { editLayer, writeIn } from "../testing/layer-edits";

const database = testDatabase();
/** `npm run test:soak -- fuzz` sends a hundred thousand. */
const frames = 2000;
const mostGrowth = 50 * 1024 * 1024; // bytes

test("thousands of hostile frames", async () => {
  const { workspace, people } = await makeWorkspace("owner", "editor", "annotator", "viewer");
  const { article, revision } = await makeArticle(workspace.id);
  const rebuttal = await db().rebuttal.create({ data: { articleId: article.id } });
  const text = revision.canonicalText;
  const documents = { layer: articleDocument(article.id), rebuttal: rebuttalDocument(rebuttal.id) };
  const honest = await bearer(people.owner.id);
  const stranger = await makeUser();
  await addMember((await makeWorkspace()).workspace.id, stranger.id, "owner");
  const report = await fuzz(
    database.url(),
    [
      {
        document: documents.layer,
        writers: [people.owner.id, people.editor.id, people.annotator.id],
        honest,
        write: (doc, words) => {
          const id = randomUUID();
          const passage = describePassage(text, 4, 9);
          addHighlight(doc, { id, label: "claim", authorId: people.owner.id, createdAt: Date.now(), ...passage });
          editLayer({ userId: people.owner.id, doc, text }, { kind: "write", which: 0, at: 0, words });
        },
      },
      {
        document: documents.rebuttal,
        writers: [people.owner.id, people.editor.id],
        honest,
        write: (doc, words) => writeIn(doc.getXmlFragment(bodyField), 0, words),
      },
    ],
    [
      await bearer(people.viewer.id),
      await bearer(people.annotator.id),
      await bearer(people.editor.id),
      await bearer(stranger.id),
    ],
    frames,
    randomInt(2 ** 32),
  );
  expect(report).toMatchObject({ frames, unhandled: 0 });
  expect(report.growth).toBeLessThan(mostGrowth);
}, 120_000);
