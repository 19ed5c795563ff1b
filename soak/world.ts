/** What a soak happens in: a data folder of its own, with people, articles and rebuttals in its database. */
import { randomUUID } from "node:crypto";
import { makePlace, type Place, removePlace } from "@/e2e/server";
import type { Role } from "@/lib/access/policies";
import { canonicalText } from "@/lib/article/canonical-text";
import { articleDocument, type DocumentName, rebuttalDocument } from "@/lib/collab/names";
import { completeConfig } from "@/lib/config/config";
import { closeDb, db } from "@/lib/db/client";
import { openEmbedded } from "@/lib/db/embedded/embedded";
import { migrate } from "@/lib/db/migrate";
import { createApiToken } from "@/lib/people/api-tokens";

export interface World {
  place: Place;
  /** Of the place's database, which goes on when a server is killed. */
  databaseUrl: string;
  workspaceId: string;
}

export interface Person {
  userId: string;
  /** Opens sockets in their name. */
  headers: { authorization: string };
}

export interface SharedDocument {
  name: DocumentName;
  kind: "article" | "rebuttal";
  /** The layer's article, or the rebuttal. */
  id: string;
  articleId: string;
  /** The article's canonical text. */
  text: string;
}

/** Makes a place with a database, calls `work` in it, and removes both, whatever comes of it. */
export async function inWorld<T>(work: (world: World) => Promise<T>): Promise<T> {
  const place = await makePlace();
  // As a guest: the database outlives every server that is killed, and goes when we leave.
  const embedded = await openEmbedded({ dataDir: place.dataDir, as: "guest" });
  try {
    await migrate(embedded.url);
    completeConfig({ databaseUrl: embedded.url, authSecret: randomUUID() + randomUUID(), databaseIsEmbedded: true });
    const { id: workspaceId } = await db().workspace.create({ data: { name: "A soak's workspace" } });
    return await work({ place, databaseUrl: embedded.url, workspaceId });
  } finally {
    await closeDb();
    await embedded.close();
    await removePlace(place);
  }
}

/** An editor of the workspace, who may change what others wrote. */
export const makeEditor = (world: World): Promise<Person> => makePerson(world, "editor");

/** A member of the workspace; null: a stranger to it. */
export async function makePerson({ workspaceId }: World, role: Role | null): Promise<Person> {
  const { id: userId } = await db().user.create({
    data: { email: `${randomUUID()}@example.org`, name: "Somebody in a soak", color: "#3366aa" },
  });
  if (role) await db().membership.create({ data: { workspaceId, userId, role } });
  const { token } = await createApiToken(userId, "soak");
  return { userId, headers: { authorization: `Bearer ${token}` } };
}

const words = "Nobody has shown that lamps make a street safer, and nobody has shown what they cost at night.";
const paragraphs = [words, `Still, ${words.toLowerCase()}`, "The city pays for all of them."];

/** An article with one revision: its layer as a document. */
export async function makeLayer({ workspaceId }: World): Promise<SharedDocument> {
  const blocks = paragraphs.map((text, index) => ({ id: `b${index}`, type: "paragraph" as const, text, marks: [] }));
  const text = canonicalText(blocks);
  const { id } = await db().article.create({ data: { workspaceId, title: "On lamps" } });
  const revision = await db().revision.create({
    data: {
      articleId: id,
      number: 1,
      metadata: { title: "On lamps", authors: [] },
      blocks,
      canonicalText: text,
      setAside: [],
      sourceKind: "text",
      raw: paragraphs.join("\n\n"),
    },
  });
  await db().article.update({ where: { id }, data: { currentRevisionId: revision.id } });
  return { name: articleDocument(id), kind: "article", id, articleId: id, text };
}

/** An empty draft that rebuts the layer's article. */
export async function makeRebuttal({ articleId, text }: SharedDocument): Promise<SharedDocument> {
  const { id } = await db().rebuttal.create({ data: { articleId } });
  return { name: rebuttalDocument(id), kind: "rebuttal", id, articleId, text };
}
