/** The page where a new version of an article is imported. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportRevision } from "@/components/revisions/ImportRevision";
import { may } from "@/lib/access/policies";
import { config } from "@/lib/config/config";
import { importRevisionPlace } from "@/lib/places";
import { readRevision } from "@/lib/revisions/read";
import { notFoundAsPage } from "../not-found-as-page";
import { type ArticleParams, requireArticle } from "../require-article";

export const metadata: Metadata = { title: "Import a new version" };

export default async function ImportRevisionPage({ params }: { params: Promise<ArticleParams> }) {
  const { workspaceId, articleId, member } = await requireArticle(params, importRevisionPlace);
  if (!may(member, "revision.create")) notFound();
  const base = await notFoundAsPage(readRevision(articleId, null));
  return (
    <ImportRevision workspaceId={workspaceId} articleId={articleId} base={base} fetchesLinks={config().fetchesLinks} />
  );
}
