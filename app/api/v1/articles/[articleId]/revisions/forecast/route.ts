/** What would become of an article's highlights in another text. */
import { canonicalText } from "@/lib/article/canonical-text";
import { locateArticle } from "@/lib/article/store";
import { implement } from "@/lib/http/implement";
import { countsOf } from "@/lib/revisions/counts";
import * as endpoints from "@/lib/revisions/endpoints";
import { forecast } from "@/lib/revisions/forecast";
import { newTextOf } from "@/lib/revisions/new-text";

export const POST = implement(endpoints.forecastRevision, {
  locate: ({ params }) => locateArticle(params.articleId),
  handle: async ({ params, body, subject: { workspaceId }, actor, report, signal }) => {
    const bringer = { workspaceId, userId: actor.user.id };
    const { metadata, blocks } = await newTextOf(body.text, bringer, { report, signal });
    const items = await forecast(params.articleId, canonicalText(blocks));
    return {
      counts: countsOf(items.map(({ state }) => ({ state, count: 1 }))),
      affected: items.filter(({ state }) => state !== "anchored"),
      text: { metadata, blocks },
    };
  },
});
