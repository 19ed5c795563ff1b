/** Opens a document from the database: its state, and a guard that knows what the rules ask for (database). */
import * as Y from "yjs";
import { db } from "@/lib/db/client";
import { metaField, revisionIdOf } from "../layer";
import { type DocumentName, parseDocumentName } from "../names";
import { ArticleGuard, articleRoots } from "./article-guard";
import { OpenDocument, type Surroundings } from "./open-document";
import { Owners } from "./owners";
import { RebuttalGuard, rebuttalRoots } from "./rebuttal-guard";
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
    case undefined:
      return null;
  }
}

/** An article's layer. One that nobody opened before is begun: it says which revision its ranges count in. */
async function loadLayer(name: DocumentName, articleId: string, around: Surroundings): Promise<OpenDocument | null> {
  const article = await db().article.findUnique({
    where: { id: articleId },
    select: { workspaceId: true, currentRevisionId: true },
  });
  const { updates, tail } = await readStoredDocument(name);
  const shadow = new Shadow(updates, articleRoots);
  const begunOn = revisionIdOf(shadow.doc);
  const revisionId = begunOn ?? article?.currentRevisionId;
  const revision = revisionId ? await findRevision(articleId, revisionId) : null;
  if (!article || !revision) return null;
  const guard = new ArticleGuard({ articleId, revisionId: revision.id, text: revision.canonicalText }, shadow.doc);
  const place = { name, articleId, workspaceId: article.workspaceId, rows: tail.length, bytes: sizeOf(updates) };
  const document = new OpenDocument(place, guard, shadow, await Owners.load(name), around);
  if (begunOn === null) document.write(firstUpdate(revision.id));
  return document;
}

async function findRevision(articleId: string, id: string): Promise<{ id: string; canonicalText: string } | null> {
  return db().revision.findUnique({ where: { id, articleId }, select: { id: true, canonicalText: true } });
}

async function loadRebuttal(
  name: DocumentName,
  rebuttalId: string,
  around: Surroundings,
): Promise<OpenDocument | null> {
  const rebuttal = await db().rebuttal.findUnique({
    where: { id: rebuttalId },
    select: {
      articleId: true,
      article: { select: { workspaceId: true, currentRevision: { select: { canonicalText: true } } } },
    },
  });
  if (!rebuttal) return null;
  const { articleId, article } = rebuttal;
  const { updates, tail } = await readStoredDocument(name);
  const shadow = new Shadow(updates, rebuttalRoots);
  const guard = new RebuttalGuard({ articleId, text: article.currentRevision?.canonicalText ?? "" }, shadow.doc);
  const place = { name, articleId, workspaceId: article.workspaceId, rows: tail.length, bytes: sizeOf(updates) };
  return new OpenDocument(place, guard, shadow, await Owners.load(name), around);
}

const sizeOf = (updates: readonly Uint8Array[]) => updates.reduce((sum, { length }) => sum + length, 0);

function firstUpdate(revisionId: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap(metaField).set("revisionId", revisionId);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
