/** One article: read it, delete it. */
import * as endpoints from "@/lib/article/endpoints";
import { deleteArticle, locateArticle, readArticle } from "@/lib/article/store";
import { implement } from "@/lib/http/implement";

export const GET = implement(endpoints.readArticle, {
  locate: ({ params }) => locateArticle(params.articleId),
  handle: ({ params }) => readArticle(params.articleId),
});

export const DELETE = implement(endpoints.deleteArticle, {
  locate: ({ params }) => locateArticle(params.articleId),
  handle: ({ subject }) => deleteArticle(subject),
});
