/** Reads a workspace's library (database): its articles with their progress at a glance. */
import { db } from "@/lib/db/client";
import type { ListedArticle } from "./endpoints";
import { metadataSchema } from "./schema";

const listed = { deletedAt: null } as const;
/** Also those that a revision left without a place. */
const shown = { deletedAt: null } as const;

/** The workspace's articles, the one with the newest activity first. Six queries, however many articles there are. */
export async function listArticles(workspaceId: string): Promise<ListedArticle[]> {
  const ofWorkspace = { article: { workspaceId, ...listed } };
  const [articles, marks, claims, answered, rebuttals] = await Promise.all([
    db().article.findMany({
      where: { workspaceId, ...listed, currentRevisionId: { not: null } },
      select: {
        id: true,
        title: true,
        createdAt: true,
        updatedAt: true,
        createdBy: { select: { id: true, name: true } },
        currentRevision: { select: { metadata: true } },
      },
    }),
    db().highlight.groupBy({
      by: ["articleId", "authorId"],
      where: { ...ofWorkspace, ...shown },
      _count: true,
      _max: { updatedAt: true },
    }),
    db().highlight.groupBy({ by: "articleId", where: { ...ofWorkspace, ...shown, label: "claim" }, _count: true }),
    db().highlight.groupBy({
      by: "articleId",
      where: {
        ...ofWorkspace,
        ...shown,
        label: "claim",
        answers: { some: { rebuttal: { status: { not: "withdrawn" }, state: "visible" } } },
      },
      _count: true,
    }),
    db().rebuttal.groupBy({
      by: ["articleId", "status"],
      where: ofWorkspace,
      _count: true,
      _max: { updatedAt: true },
    }),
  ]);
  const people = await db().user.findMany({
    where: { id: { in: marks.flatMap(({ authorId }) => authorId ?? []) } },
    select: { id: true, name: true, color: true },
    orderBy: { name: "asc" },
  });

  const count = (groups: readonly { articleId: string; _count: number }[], articleId: string) =>
    groups.filter((group) => group.articleId === articleId).reduce((sum, group) => sum + group._count, 0);
  const listing = articles.map(({ id, title, createdAt, updatedAt, createdBy, currentRevision }): ListedArticle => {
    const metadata = metadataSchema.parse(currentRevision?.metadata);
    const changes = [...marks, ...rebuttals].filter(({ articleId }) => articleId === id);
    const times = changes.map(({ _max }) => _max.updatedAt?.getTime() ?? 0);
    const markers = new Set(marks.filter(({ articleId }) => articleId === id).map(({ authorId }) => authorId));
    const answeredClaims = count(answered, id);
    const withStatus = (status: keyof ListedArticle["progress"]["rebuttals"]) =>
      count(
        rebuttals.filter((group) => group.status === status),
        id,
      );
    return {
      id,
      title,
      authors: metadata.authors.map(({ name }) => name),
      publisher: metadata.publisher ?? null,
      createdAt: createdAt.toISOString(),
      activeAt: new Date(Math.max(updatedAt.getTime(), ...times)).toISOString(),
      createdBy,
      people: people.filter((person) => markers.has(person.id)),
      progress: {
        highlights: count(marks, id),
        claims: { answered: answeredClaims, open: count(claims, id) - answeredClaims },
        rebuttals: {
          draft: withStatus("draft"),
          in_review: withStatus("in_review"),
          published: withStatus("published"),
          withdrawn: withStatus("withdrawn"),
        },
      },
    };
  });
  return listing.sort((one, other) => other.activeAt.localeCompare(one.activeAt));
}
