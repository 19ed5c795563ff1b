/** The current revision: go back to the one before it. */
import { locateArticle } from "@/lib/article/store";
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/revisions/endpoints";
import { undoRevision } from "@/lib/revisions/revise";

export const POST = implement(endpoints.undoRevision, {
  locate: ({ params }) => locateArticle(params.articleId),
  handle: ({ params: { articleId, number }, subject: { workspaceId }, actor }) =>
    undoRevision({ workspaceId, articleId, userId: actor.user.id }, number),
});
