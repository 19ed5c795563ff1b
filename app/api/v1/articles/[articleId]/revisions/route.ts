/** An article's revisions: list them, make one. */
import { locateArticle } from "@/lib/article/store";
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/revisions/endpoints";
import { newTextOf } from "@/lib/revisions/new-text";
import { listRevisions } from "@/lib/revisions/read";
import { revise } from "@/lib/revisions/revise";

export const GET = implement(endpoints.listRevisions, {
  locate: ({ params }) => locateArticle(params.articleId),
  handle: async ({ params }) => ({ revisions: await listRevisions(params.articleId) }),
});

export const POST = implement(endpoints.createRevision, {
  locate: ({ params }) => locateArticle(params.articleId),
  handle: async ({ params, body: { base, text }, subject: { workspaceId }, actor, report, signal }) => {
    const change = { workspaceId, articleId: params.articleId, userId: actor.user.id };
    return { number: await revise(change, base, await newTextOf(text, change, { report, signal })) };
  },
});
