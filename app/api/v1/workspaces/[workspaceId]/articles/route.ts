/** A workspace's articles: list them, import one. */

import { importedArticle } from "@/lib/article/answers";
import { bring } from "@/lib/article/bring";
import * as endpoints from "@/lib/article/endpoints";
import { listArticles } from "@/lib/article/library";
import { importInto } from "@/lib/article/store";
import { implement } from "@/lib/http/implement";

export const GET = implement(endpoints.listArticles, {
  locate: async ({ params }) => params,
  handle: async ({ params }) => ({ articles: await listArticles(params.workspaceId) }),
});

export const POST = implement(endpoints.importArticle, {
  locate: async ({ params }) => params,
  handle: async ({ params: { workspaceId }, body: { review = null, ...given }, actor, report, signal }) => {
    const { id: createdById } = actor.user;
    const brought = await bring(given, review, { workspaceId, userId: createdById }, { report, signal });
    const articleId = await importInto({ workspaceId, createdById, ...brought });
    return importedArticle(articleId, brought.content);
  },
});
