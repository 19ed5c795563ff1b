/** A deleted article: bring it back. */
import * as endpoints from "@/lib/article/endpoints";
import { locateArticle, restoreArticle } from "@/lib/article/store";
import { implement } from "@/lib/http/implement";

export const POST = implement(endpoints.restoreArticle, {
  locate: ({ params }) => locateArticle(params.articleId, "deleted"),
  handle: ({ subject }) => restoreArticle(subject),
});
