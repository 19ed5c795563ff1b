/** The page where an article's text is corrected, block by block. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CorrectScreen } from "@/components/revisions/correct/CorrectScreen";
import { may } from "@/lib/access/policies";
import { correctPlace } from "@/lib/places";
import { readRevision } from "@/lib/revisions/read";
import { notFoundAsPage } from "../not-found-as-page";
import { type ArticleParams, requireArticle } from "../require-article";

export const metadata: Metadata = { title: "Correct the text" };

export default async function CorrectPage({ params }: { params: Promise<ArticleParams> }) {
  const { workspaceId, articleId, member } = await requireArticle(params, correctPlace);
  if (!may(member, "revision.create")) notFound();
  const base = await notFoundAsPage(readRevision(articleId, null));
  return <CorrectScreen key={base.id} workspaceId={workspaceId} articleId={articleId} base={base} />;
}
