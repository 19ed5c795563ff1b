/** An article's highlights. */

import { locateArticle } from "@/lib/article/store";
import { listHighlights as endpoint } from "@/lib/highlights/endpoints";
import { listHighlights } from "@/lib/highlights/list";
import { implement } from "@/lib/http/implement";

export const GET = implement(endpoint, {
  locate: ({ params }) => locateArticle(params.articleId),
  handle: async ({ params, member }) => ({ highlights: await listHighlights(params.articleId, member) }),
});
