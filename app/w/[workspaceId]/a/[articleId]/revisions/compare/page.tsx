/** The page that shows what differs between two revisions. */
import type { Metadata } from "next";
import { CompareForm } from "@/components/revisions/CompareForm";
import { DiffView } from "@/components/revisions/DiffView";
import { revisionsPlace } from "@/lib/places";
import { diffOfBlocks, diffOfMetadata } from "@/lib/revisions/diff";
import { listRevisions, readRevision } from "@/lib/revisions/read";
import { notFoundAsPage } from "../not-found-as-page";
import { type ArticleParams, numberIn, requireArticle } from "../require-article";

interface Props {
  params: Promise<ArticleParams>;
  searchParams: Promise<{ from?: string; to?: string; view?: string }>;
}

export const metadata: Metadata = { title: "Compare revisions" };

export default async function ComparePage({ params, searchParams }: Props) {
  const { workspaceId, articleId } = await requireArticle(params, revisionsPlace);
  const query = await searchParams;
  const revisions = await listRevisions(articleId);
  const newest = revisions[0]?.number ?? 1;
  const to = query.to === undefined ? newest : numberIn(query.to);
  const from = query.from === undefined ? Math.max(1, to - 1) : numberIn(query.from);
  const [before, after] = await notFoundAsPage(
    Promise.all([readRevision(articleId, from), readRevision(articleId, to)]),
  );
  const view = query.view === "side" ? "side" : "inline";
  return (
    <main id="main">
      <CompareForm
        action={`${revisionsPlace(workspaceId, articleId)}/compare`}
        back={revisionsPlace(workspaceId, articleId)}
        numbers={revisions.map(({ number }) => number)}
        {...{ from, to, view }}
      />
      <DiffView
        view={view}
        details={diffOfMetadata(before.metadata, after.metadata)}
        rows={diffOfBlocks(before.blocks, after.blocks)}
        language={after.metadata.language}
      />
    </main>
  );
}
