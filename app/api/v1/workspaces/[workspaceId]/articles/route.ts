/** A workspace's articles: list them, import one. */
import * as endpoints from "@/lib/article/endpoints";
import { importArticle } from "@/lib/article/import-article";
import { listArticles } from "@/lib/article/library";
import { applyReview } from "@/lib/article/review";
import { importInto, readArticle } from "@/lib/article/store";
import { implement } from "@/lib/http/implement";

export const GET = implement(endpoints.listArticles, {
  locate: async ({ params }) => params,
  handle: async ({ params }) => ({ articles: await listArticles(params.workspaceId) }),
});

export const POST = implement(endpoints.importArticle, {
  locate: async ({ params }) => params,
  handle: async ({ params, body: { review, ...source }, actor }) => {
    const recognised = importArticle(source);
    const result = review === undefined ? recognised : applyReview(recognised, review);
    const article = { workspaceId: params.workspaceId, createdById: actor.user.id, kind: source.kind, result };
    return readArticle(await importInto(article));
  },
});
