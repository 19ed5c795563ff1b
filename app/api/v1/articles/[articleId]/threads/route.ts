/** An article's threads: list them, start one with its first comment. */

import { locateArticle } from "@/lib/article/store";
import { implement } from "@/lib/http/implement";
import { bodyOf } from "@/lib/threads/body.schema";
import { placeOf } from "@/lib/threads/cursor";
import * as endpoints from "@/lib/threads/endpoints";
import { postingLimit } from "@/lib/threads/limits";
import { listThreads } from "@/lib/threads/list";
import { postOn } from "@/lib/threads/store";
import { subjectOf } from "@/lib/threads/subject";

export const GET = implement(endpoints.listThreads, {
  locate: ({ params }) => locateArticle(params.articleId),
  handle: ({ params, query, member }) =>
    listThreads(params.articleId, member, { ...query, before: placeOf(query.before) }),
});

export const POST = implement(endpoints.startThread, {
  locate: ({ params }) => locateArticle(params.articleId),
  handle: async ({ body, member, subject: article, request }) => {
    await postingLimit.spend(member.userId, request.headers);
    return postOn(article, subjectOf(body), { id: body.id, body: bodyOf(body) }, member, new Date());
  },
});
