/** One revision of an article: read it. */
import { locateArticle } from "@/lib/article/store";
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/revisions/endpoints";
import { readRevision } from "@/lib/revisions/read";

export const GET = implement(endpoints.readRevision, {
  locate: ({ params }) => locateArticle(params.articleId),
  handle: ({ params }) => readRevision(params.articleId, params.number),
});
