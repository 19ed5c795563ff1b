/** Tries a list of watched words out. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/guard/endpoints";
import { tryWatchedWords } from "@/lib/moderation/guard/trial";

export const POST = implement(endpoints.tryWatchedWords, {
  locate: async ({ params }) => params,
  handle: ({ params, body }) => tryWatchedWords(params.workspaceId, body.words),
});
