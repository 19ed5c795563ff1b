/** What an import would recognise and set aside; nothing is saved. */
import * as endpoints from "@/lib/article/endpoints";
import { importArticle } from "@/lib/article/import-article";
import { implement } from "@/lib/http/implement";

export const POST = implement(endpoints.previewArticle, {
  locate: async ({ params }) => params,
  handle: async ({ body }) => importArticle(body),
});
