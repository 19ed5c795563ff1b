/** One revision, to be read as it was, with the highlights that stood on it. */
import type { Metadata } from "next";
import { OldRevision } from "@/components/revisions/OldRevision";
import { revisionsPlace } from "@/lib/places";
import { listRevisions, readRevision } from "@/lib/revisions/read";
import { readStanding } from "@/lib/revisions/standing";
import { notFoundAsPage } from "../not-found-as-page";
import { type ArticleParams, numberIn, requireArticle } from "../require-article";

interface Props {
  params: Promise<ArticleParams & { number: string }>;
}

export const metadata: Metadata = { title: "Revision" };

export default async function RevisionPage({ params }: Props) {
  const { workspaceId, articleId } = await requireArticle(params, revisionsPlace);
  const number = numberIn((await params).number);
  const revision = await notFoundAsPage(readRevision(articleId, number));
  const [standing, revisions] = await Promise.all([readStanding(articleId, revision.id), listRevisions(articleId)]);
  const current = revisions.find(({ isCurrent }) => isCurrent)?.number ?? number;
  return <OldRevision {...{ workspaceId, articleId, revision, current }} {...standing} />;
}
