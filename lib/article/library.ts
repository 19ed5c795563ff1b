/** Reads a workspace's library (database): its articles with their progress at a glance. */
import { db } from "@/lib/db/client";
import type { ListedArticle } from "./endpoints";
import { metadataSchema } from "./schema";

const listed = { deletedAt: null } as const;
/** Of the revision that readers see. */
const shown = { deletedAt: null, revision: { currentOf: { isNot: null } } } as const;

/** The workspace's articles, newest first. Five queries, however many articles there are. */
export async function listArticles(workspaceId: string): Promise<ListedArticle[]> {
  const ofWorkspace = { article: { workspaceId, ...listed } };
  const [articles, highlights, claims, answered, rebuttals] = await Promise.all([
    db().article.findMany({
      where: { workspaceId, ...listed, currentRevisionId: { not: null } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: {
        id: true,
        title: true,
        createdAt: true,
        createdBy: { select: { id: true, name: true } },
        currentRevision: { select: { metadata: true } },
      },
    }),
    db().highlight.groupBy({ by: "articleId", where: { ...ofWorkspace, ...shown }, _count: true }),
    db().highlight.groupBy({ by: "articleId", where: { ...ofWorkspace, ...shown, label: "claim" }, _count: true }),
    db().highlight.groupBy({
      by: "articleId",
      where: {
        ...ofWorkspace,
        ...shown,
        label: "claim",
        answers: { some: { rebuttal: { status: { not: "withdrawn" } } } },
      },
      _count: true,
    }),
    db().rebuttal.groupBy({ by: ["articleId", "status"], where: ofWorkspace, _count: true }),
  ]);

  const count = (groups: readonly { articleId: string; _count: number }[], articleId: string) =>
    groups.find((group) => group.articleId === articleId)?._count ?? 0;
  return articles.map(({ id, title, createdAt, createdBy, currentRevision }) => {
    const metadata = metadataSchema.parse(currentRevision?.metadata);
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
      createdBy,
      progress: {
        highlights: count(highlights, id),
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
}
