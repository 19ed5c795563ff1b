/** The page that lists an article's revisions. */
import type { Metadata } from "next";
import { RevisionList } from "@/components/revisions/RevisionList";
import { may } from "@/lib/access/policies";
import { revisionsPlace } from "@/lib/places";
import { listRevisions } from "@/lib/revisions/read";
import { type ArticleParams, requireArticle } from "./require-article";

export const metadata: Metadata = { title: "Revisions" };

export default async function RevisionsPage({ params }: { params: Promise<ArticleParams> }) {
  const { workspaceId, articleId, member } = await requireArticle(params, revisionsPlace);
  return (
    <main id="main">
      <RevisionList
        workspaceId={workspaceId}
        articleId={articleId}
        revisions={await listRevisions(articleId)}
        mayCreate={may(member, "revision.create")}
        mayUndo={may(member, "revision.undo")}
      />
    </main>
  );
}
