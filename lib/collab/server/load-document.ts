/** Opens a document from the database: its state, and a guard that knows what the rules ask for (database). */
import * as Y from "yjs";
import { db } from "@/lib/db/client";
import { beginningClient, metaField, revisionIdOf } from "../layer";
import { type DocumentName, parseDocumentName } from "../names";
import { ArticleGuard, articleRoots } from "./article-guard";
import { DeskGuard } from "./desk-guard";
import { OpenDocument, type Surroundings } from "./open-document";
import { Owners } from "./owners";
import { RebuttalGuard, rebuttalRoots } from "./rebuttal-guard";
import { RevisionTexts } from "./revision-texts";
import { Shadow } from "./shadow";
import { readStoredDocument } from "./stored-document";

/**
 * Reads the document.
 * @returns null when there is no such document
 */
export async function loadDocument(name: DocumentName, around: Surroundings): Promise<OpenDocument | null> {
  const ref = parseDocumentName(name);
  switch (ref?.kind) {
    case "article":
      return loadLayer(name, ref.articleId, around);
    case "rebuttal":
      return loadRebuttal(name, ref.rebuttalId, around);
    case "desk":
      return loadDesk(name, ref.workspaceId, around);
    case undefined:
      return null;
  }
}

/** An article's layer. One that nobody opened before is begun: it says which revision is the current one. */
async function loadLayer(name: DocumentName, articleId: string, around: Surroundings): Promise<OpenDocument | null> {
  const article = await db().article.findUnique({
    where: { id: articleId },
    select: { workspaceId: true, currentRevisionId: true },
  });
  const { updates, tail } = await readStoredDocument(name);
  // The log still has the words of covered notes; the document that is built from it doesn't.
  const covered = await db().highlight.count({ where: { articleId, noteState: { not: "visible" } } });
  if (covered === 0) await around.onRead(name, updates);
  const shadow = new Shadow(updates, articleRoots);
  const revisions = await RevisionTexts.of(articleId);
  if (!article?.currentRevisionId || !revisions) return null;
  const guard = new ArticleGuard({ articleId, revisions }, shadow.doc);
  const place = { name, articleId, workspaceId: article.workspaceId, rows: tail.length, bytes: sizeOf(updates) };
  const document = new OpenDocument(place, guard, shadow, await Owners.load(name), around);
  if (revisionIdOf(shadow.doc) === null) document.write(firstUpdate(article.currentRevisionId));
  return document;
}

async function loadRebuttal(
  name: DocumentName,
  rebuttalId: string,
  around: Surroundings,
): Promise<OpenDocument | null> {
  const rebuttal = await db().rebuttal.findUnique({
    where: { id: rebuttalId },
    select: { articleId: true, article: { select: { workspaceId: true } } },
  });
  if (!rebuttal) return null;
  const { articleId, article } = rebuttal;
  const readTexts = async () => {
    const revisions = await db().revision.findMany({ where: { articleId }, select: { canonicalText: true } });
    return revisions.map(({ canonicalText }) => canonicalText);
  };
  const { updates, tail } = await readStoredDocument(name);
  await around.onRead(name, updates);
  const shadow = new Shadow(updates, rebuttalRoots);
  const guard = new RebuttalGuard({ articleId, texts: await readTexts(), readTexts }, shadow.doc);
  const place = { name, articleId, workspaceId: article.workspaceId, rows: tail.length, bytes: sizeOf(updates) };
  return new OpenDocument(place, guard, shadow, await Owners.load(name), around);
}

/** A workspace's desk. */
async function loadDesk(name: DocumentName, workspaceId: string, around: Surroundings): Promise<OpenDocument> {
  const place = { name, articleId: null, workspaceId, rows: 0, bytes: 0 };
  await around.onRead(name, []);
  return new OpenDocument(place, new DeskGuard(), new Shadow([], {}), await Owners.load(name), around);
}

const sizeOf = (updates: readonly Uint8Array[]) => updates.reduce((sum, { length }) => sum + length, 0);

function firstUpdate(revisionId: string): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = beginningClient;
  doc.getMap(metaField).set("revisionId", revisionId);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
