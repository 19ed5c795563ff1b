/** What became of the highlights when a revision came. */
import { locateArticle } from "@/lib/article/store";
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/revisions/endpoints";
import { readReport } from "@/lib/revisions/report";

export const GET = implement(endpoints.readReport, {
  locate: ({ params }) => locateArticle(params.articleId),
  handle: async ({ params }) => ({ items: await readReport(params.articleId, params.number) }),
});
