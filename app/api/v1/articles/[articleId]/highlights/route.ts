/** An article's highlights. */
import { listHighlights as endpoint } from "@/lib/highlights/endpoints";
import { listHighlights } from "@/lib/highlights/list";
import { implement } from "@/lib/http/implement";
import { locateArticle } from "@/lib/threads/locate";

export const GET = implement(endpoint, {
  locate: ({ params }) => locateArticle(params.articleId),
  handle: async ({ params, member }) => ({ highlights: await listHighlights(params.articleId, member) }),
});
