/** What an import would recognise and set aside; no article is saved. */
import { previewOf } from "@/lib/article/answers";
import { bring } from "@/lib/article/bring";
import * as endpoints from "@/lib/article/endpoints";
import { implement } from "@/lib/http/implement";

export const POST = implement(endpoints.previewArticle, {
  locate: async ({ params }) => params,
  handle: async ({ params: { workspaceId }, body, actor, report, signal }) => {
    const { source, content } = await bring(body, null, { workspaceId, userId: actor.user.id }, { report, signal });
    return previewOf(content, "keptId" in source ? source.keptId : null);
  },
});
