/** What was said on one highlight, one rebuttal, or the article as a whole. */

import { locateArticle } from "@/lib/article/store";
import { implement } from "@/lib/http/implement";
import { readDiscussion, threadOn } from "@/lib/threads/discussion";
import * as endpoints from "@/lib/threads/endpoints";
import { subjectOf } from "@/lib/threads/subject";

export const GET = implement(endpoints.readDiscussion, {
  locate: ({ params }) => locateArticle(params.articleId),
  handle: async ({ params, query, member }) =>
    readDiscussion(
      await threadOn(params.articleId, subjectOf(query)),
      member,
      { order: query.order, from: query.from ?? null, limit: query.limit },
      new Date(),
    ),
});
