/** An article's rebuttals: list them, start one. */

import { locateArticle } from "@/lib/article/store";
import { implement } from "@/lib/http/implement";
import { createRebuttal } from "@/lib/rebuttal/changes";
import * as endpoints from "@/lib/rebuttal/endpoints";
import { getRebuttal, listRebuttals } from "@/lib/rebuttal/store";

export const GET = implement(endpoints.listRebuttals, {
  locate: ({ params }) => locateArticle(params.articleId),
  handle: async ({ params }) => ({ rebuttals: await listRebuttals(params.articleId) }),
});

export const POST = implement(endpoints.createRebuttal, {
  locate: ({ params }) => locateArticle(params.articleId),
  handle: async ({ params, body, actor }) =>
    getRebuttal(await createRebuttal({ articleId: params.articleId, creatorId: actor.user.id, ...body })),
});
