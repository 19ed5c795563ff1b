/** The report of a revision: what became of each highlight, and what is still to be decided. */
import type { Metadata } from "next";
import { ReportScreen } from "@/components/revisions/ReportScreen";
import { revisionsPlace } from "@/lib/places";
import { readRevision } from "@/lib/revisions/read";
import { readReport } from "@/lib/revisions/report";
import { notFoundAsPage } from "../../not-found-as-page";
import { type ArticleParams, numberIn, requireArticle } from "../../require-article";

interface Props {
  params: Promise<ArticleParams & { number: string }>;
}

export const metadata: Metadata = { title: "Report of a revision" };

export default async function ReportPage({ params }: Props) {
  const { workspaceId, articleId, member } = await requireArticle(params, revisionsPlace);
  const number = numberIn((await params).number);
  const [current, items] = await notFoundAsPage(
    Promise.all([readRevision(articleId, null), readReport(articleId, number)]),
  );
  return (
    <main id="main">
      <ReportScreen
        {...{ workspaceId, articleId, number, items, member }}
        currentId={current.number === number ? current.id : null}
      />
    </main>
  );
}
