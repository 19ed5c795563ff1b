/** How much was said on what in an article: the numbers on the room's cards. */

import { locateArticle } from "@/lib/article/store";
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/threads/endpoints";
import { countComments } from "@/lib/threads/list";

export const GET = implement(endpoints.countComments, {
  locate: ({ params }) => locateArticle(params.articleId),
  handle: async ({ params, member }) => ({ counts: await countComments(params.articleId, member) }),
});
